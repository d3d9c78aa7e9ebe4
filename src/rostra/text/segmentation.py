"""Paragraphs and sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from rostra.kernel import Span
from rostra.model import Segmentation

# A stop, the marks that may close after it, a blank, and what may open the next sentence. It begins where the stops
# begin and gives nothing back: a line of ten million full stops must not be tried from each of them.
_STOP = re.compile(r"""(?<![.!?…])([.!?…]++)(["'”’»)\]]*+)(\s++)(?=["'“‘«„(\[¿¡—–-]*\s?[\w"“«‘¿¡])""")
_LAST_WORD = re.compile(r"[\w.&'’-]+$")
_CAPITALS = re.compile(r"[A-Z]{2,4}\b")
"""What follows letters with stops without beginning a sentence: "7:40 a.m. ET"."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Segments:
    """The segmentation of one text, with lookup by offset."""

    segmentation: Segmentation
    _sentence_starts: tuple[int, ...] = field(repr=False)
    _paragraph_starts: tuple[int, ...] = field(repr=False)

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """Paragraphs in order."""
        return self.segmentation.paragraphs

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences in order."""
        return self.segmentation.sentences

    def sentence_index(self, offset: int) -> int:
        """Index of the sentence that holds the offset, or of the last one before it; -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    def paragraph_index(self, offset: int) -> int:
        """Index of the paragraph that holds the offset, or of the last one before it; -1 before the first."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the offset, or the last one before it."""
        index = self.sentence_index(offset)
        return self.sentences[index] if index >= 0 else None

    def paragraph_at(self, offset: int) -> Span | None:
        """The paragraph that holds the offset, or the last one before it."""
        index = self.paragraph_index(offset)
        return self.paragraphs[index] if index >= 0 else None


def segment(text: str, abbreviations: AbstractSet[str]) -> Segments:
    """Paragraphs (lines) and sentences of a text.

    `abbreviations` are folded words that end in a stop without ending the sentence, given without their last stop
    ("gen", "u.s", "ee.uu").
    """
    paragraphs = tuple(_paragraphs(text))
    sentences = tuple(s for p in paragraphs for s in _sentences(text, p, abbreviations))
    return Segments(
        Segmentation(paragraphs, sentences),
        tuple(sentence.start for sentence in sentences),
        tuple(paragraph.start for paragraph in paragraphs),
    )


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            lead = start + len(line) - len(line.lstrip())
            yield Span(lead, lead + len(words))
        start += len(line)


def _sentences(text: str, paragraph: Span, abbreviations: AbstractSet[str]) -> Iterator[Span]:
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, match, abbreviations):
            if match.end(2) > start:
                yield Span(start, match.end(2))
            start = match.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _ends_sentence(text: str, stop: re.Match[str], abbreviations: AbstractSet[str]) -> bool:
    after = _first_letter(text, stop.end())
    if stop[1] != ".":
        # "Never!" he said: a mark of its own ends the sentence only before a capital or a digit.
        return not after.islower()
    if after.islower():
        return False
    word_match = _LAST_WORD.search(text, max(0, stop.start() - 40), stop.start())
    word = word_match[0] if word_match else ""
    if word.casefold() in abbreviations:
        return bool(stop[2])
    if not _INITIAL.fullmatch(word) or not after.isupper() or stop[2]:
        return True
    return not (word[-1].isupper() or ("." in word and _CAPITALS.match(text, stop.end())))


def _first_letter(text: str, start: int) -> str:
    for char in text[start : start + 4]:
        if char.isalnum():
            return char
    return " "
