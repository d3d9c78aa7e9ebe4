"""What finding claims reads: the text, its sentences, and what stands in each of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rostra.claims.groups import Groups
from rostra.claims.lexicon import Lexeme
from rostra.claims.states import States
from rostra.kernel import Span
from rostra.model import Document, Mention, Quote
from rostra.rules import LanguagePack
from rostra.rules.claimwords import ClaimWords
from rostra.text import Hit, Segments

LONGEST_SENTENCE = 2000
"""Code points of a sentence that are read: longer ones are lists or noise (a line of ten megabytes is one)."""

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[.'-][^\W_]+)*|'s?|[^\w\s]")


class Word(NamedTuple):
    """A word in lower case, or a mark, with its place in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One document as the claim stage sees it. `folded` is as long as the text; `lower` keeps the accents."""

    document: Document
    folded: str
    lower: str
    segments: Segments
    mentions: Sequence[Mention]
    quotes: Sequence[Quote]
    pack: LanguagePack
    states: States
    groups: Groups
    at_war: bool = False
    at_test: bool = False
    is_military: bool = False
    is_unarmed: bool = False
    is_martial: bool = True
    is_mishap: bool = False

    @property
    def words(self) -> ClaimWords:
        """The words around a claim in the document's language."""
        return self.pack.claim_words


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its words, and the mentions and lexicon hits in it, each in order."""

    span: Span
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    hits: tuple[Hit[Lexeme], ...]
    quotes: tuple[Quote, ...]

    def index(self, offset: int) -> int:
        """Index of the first word at or after the offset."""
        return bisect_left(self.words, (offset,))

    def before(self, offset: int, count: int) -> tuple[Word, ...]:
        """At most `count` words before the offset, in order."""
        index = self.index(offset)
        return self.words[max(0, index - count) : index]

    def after(self, offset: int, count: int) -> tuple[Word, ...]:
        """At most `count` words from the offset on."""
        index = self.index(offset)
        return self.words[index : index + count]

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words between two offsets."""
        return self.words[self.index(start) : self.index(end)]

    def inside(self, start: int, end: int, *kinds: str) -> Iterator[Mention]:
        """Mentions of the kinds between two offsets."""
        return (m for m in self.mentions if m.kind in kinds and start <= m.span.start and m.span.end <= end)

    def numbers(self, start: int, end: int) -> list[tuple[int, int]]:
        """Start and end of numbers between two offsets, and of words that stand for one: "thousands"."""
        told = [(m.span.start, m.span.end) for m in self.inside(start, end, "quantity")]
        vague = (h for h in self.hits if "vague" in h.value.classes and start <= h.start and h.end <= end)
        return sorted([*told, *((h.start, h.end) for h in vague)])

    def classes_behind(self, offset: int, count: int, until: int) -> set[str]:
        """Classes of the next `count` words from the offset on, as far as they end by `until`."""
        near = [word for word in self.after(offset, count) if word.end <= until]
        return self.classes(near[0].start, near[-1].end) if near else set()

    def classes(self, start: int, end: int) -> set[str]:
        """Classes of the words between two offsets."""
        return {
            name for hit in self.hits if start <= hit.start and hit.end <= end for name in hit.value.classes
        }


def line_of(scene: Scene, span: Span, hits: Sequence[Hit[Lexeme]], quotes: Sequence[Quote]) -> Line:
    """The sentence with its words, cut at LONGEST_SENTENCE; `hits` and `quotes` are those that touch it."""
    end = min(span.end, span.start + LONGEST_SENTENCE)
    # Accents stay: "está" is a verb, "esta" an article.
    text = scene.lower if len(scene.lower) == len(scene.folded) else scene.folded
    words = tuple(Word(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, span.start, end))
    first = bisect_left(scene.mentions, span.start, key=lambda mention: mention.span.start)
    mentions = []
    for index in range(first, len(scene.mentions)):
        mention = scene.mentions[index]
        if mention.span.start >= end:
            break
        if mention.span.end <= end:
            mentions.append(mention)
    inside = tuple(hit for hit in hits if hit.end <= end)
    return Line(Span(span.start, end), words, tuple(mentions), inside, tuple(quotes))
