"""Organisations, formations and places by the head noun of a capitalised name; services in small letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rostra.data import Knowledge
from rostra.kernel import Span
from rostra.mentions.overlaps import without_overlap
from rostra.mentions.runs import Run, Taken, Word
from rostra.model import Mention, MentionKind
from rostra.rules import LanguagePack
from rostra.text import fold

_RULES: dict[MentionKind, str] = {"organisation": "M300", "military_unit": "M310", "place": "M320"}
_WINDOW = 16
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th|\.?[ªº°])?\Z")


@dataclass(frozen=True, slots=True)
class HeadWords:
    """Head nouns by the kind of thing that they name, for one language; folded words."""

    kinds: dict[str, MentionKind]
    weak: frozenset[str]
    alone: frozenset[str]
    numbered: frozenset[str]
    ordinals: frozenset[str]
    titles: frozenset[str]
    stop: frozenset[str]
    joins: frozenset[str]
    coordinations: frozenset[str]
    given: frozenset[str]
    first: bool


def _fold_all(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@cache
def head_words(pack: LanguagePack, knowledge: Knowledge) -> HeadWords:
    """The head nouns of a language."""
    actors, closed = pack.actors, pack.words
    kinds: dict[str, MentionKind] = {}
    sources: tuple[tuple[MentionKind, str, str], ...] = (
        ("place", "place", "heads"),
        ("organisation", "organisation", "heads"),
        ("military_unit", "unit", "named"),
    )
    for kind, section, heads in sources:
        kinds.update(dict.fromkeys(_fold_all(actors.words(section, heads)), kind))
    stop = (
        actors.words("stop")
        | closed.determiners
        | closed.pronouns
        | closed.prepositions
        | closed.conjunctions
    )
    return HeadWords(
        kinds=kinds,
        weak=_fold_all(actors.words("organisation", "weak") | actors.words("place", "weak")),
        alone=_fold_all(actors.words("organisation", "alone")),
        numbered=_fold_all(actors.words("unit", "heads")),
        ordinals=_fold_all(actors.words("unit", "ordinals")),
        titles=_fold_all(actors.words("titles"))
        - {"general", "major", "prime", "chief", "private", "head", "star"},
        stop=_fold_all(stop),
        joins=_fold_all(actors.words("connectors", "head_joins")),
        coordinations=_fold_all(actors.words("connectors", "coordinations")),
        given=_fold_all(knowledge.given_names.all),
        first=actors.head_position == "first",
    )


class HeadFinder:
    """Finds names by their head noun in the runs of a text."""

    def __init__(self, words: HeadWords) -> None:
        self._words = words

    def find(self, text: str, runs: Sequence[Run], taken: Taken) -> Iterator[Mention]:
        """Organisations, formations and places with a head noun, in order."""
        kinds, numbered = self._words.kinds, self._words.numbered
        for run in runs:
            words = run.words
            index = 0
            while index < len(words):
                folded = words[index].folded
                if not words[index].small and (folded in kinds or folded in numbered):
                    found, index = self._named(text, words, index, taken)
                    if found:
                        yield found
                index += 1

    def _named(self, text: str, words: Sequence[Word], head: int, taken: Taken) -> tuple[Mention | None, int]:
        """The name around a head noun, and the last word that was looked at."""
        last = head
        while not self._words.first and last + 1 < len(words) and words[last + 1].folded in self._words.kinds:
            last += 1
        kind = self._kind(words, head, last)
        if kind is None:
            return None, last
        start = self._start(words, head, taken)
        end = self._end(words, last, taken)
        if end == last and not self._stands(text, words, slice(start, head), slice(head, last + 1), taken):
            return None, end
        span = Span(words[start].start, words[end].end)
        return Mention(span, kind, span.of(text), _RULES[kind]), end

    def _stands(self, text: str, words: Sequence[Word], before: slice, heads: slice, taken: Taken) -> bool:
        """Whether modifiers and head nouns, with nothing after them, are a name."""
        modifiers, named = words[before], words[heads]
        if not modifiers:
            return len(named) > 1 or self._stands_alone(text, named[0])
        weak = named[0].folded in self._words.weak
        return not weak or any(taken.kind_at(word) not in {"nationality", "country"} for word in modifiers)

    def _kind(self, words: Sequence[Word], head: int, last: int) -> MentionKind | None:
        folded = words[last].folded
        if folded in self._words.numbered and self._is_numbered(words, head):
            return "military_unit"
        return self._words.kinds.get(folded)

    def _is_numbered(self, words: Sequence[Word], head: int) -> bool:
        near = (
            words[max(0, head - 3) : head]
            if not self._words.first
            else [*words[max(0, head - 1) : head], *words[head + 1 : head + 3]]
        )
        return any(_ORDINAL.match(word.text) or word.folded in self._words.ordinals for word in near)

    def _start(self, words: Sequence[Word], head: int, taken: Taken) -> int:
        if self._words.first:
            before = head - 1
            numbered = before >= 0 and (
                _ORDINAL.match(words[before].text) or words[before].folded in self._words.ordinals
            )
            return before if numbered else head
        start = head
        whole = taken.at(words[head].start, words[head].end)
        while start > 0 and self._belongs(words[start - 1]):
            if whole and whole.kind == "organisation" and words[start - 1].end < whole.span.start:
                break
            if words[start - 1].text[0].isdigit() and words[head].folded not in self._words.numbered:
                break
            start -= 1
        while start < head and words[start].small:
            start += 1
        return start

    def _belongs(self, word: Word) -> bool:
        if word.small:
            return False
        return word.folded not in self._words.stop and word.folded not in self._words.titles

    def _end(self, words: Sequence[Word], last: int, taken: Taken) -> int:
        end = last
        if self._words.first:
            while end + 1 < len(words) and self._modifies(words, end + 1, taken):
                end += 1
        joined = end + 1
        while joined < len(words) and words[joined].small:
            joined += 1
        opens = joined > end + 1 and words[end + 1].folded in self._words.joins
        if opens and joined < len(words) and self._belongs(words[joined]):
            return self._tail(words, joined, taken)
        return end

    def _modifies(self, words: Sequence[Word], index: int, taken: Taken) -> bool:
        """Whether a word right after a leading head noun modifies it: "Fuerza Aérea"."""
        word = words[index]
        numbered = word.text[0].isdigit() and words[index - 1].folded not in self._words.numbered
        return not word.small and not numbered and self._belongs(word) and taken.kind_at(word) != "person"

    def _tail(self, words: Sequence[Word], start: int, taken: Taken) -> int:
        """The last word of what follows a joining word: "of Foreign Affairs and Trade"."""
        end = start
        while end + 1 < len(words):
            following = end + 1
            while following < len(words) and words[following].small:
                following += 1
            if following >= len(words) or not self._continues(words, end, following, taken):
                break
            end = following
        return end

    def _continues(self, words: Sequence[Word], end: int, following: int, taken: Taken) -> bool:
        """Whether the next capitalised word still belongs to the name."""
        word = words[following]
        if not self._belongs(word) or word.text[0].isdigit():
            return False
        if self._words.kinds.get(word.folded, "place") != "place":
            return False
        coordinated = any(small.folded in self._words.coordinations for small in words[end + 1 : following])
        if coordinated or following == end + 1:
            known = taken.kind_at(word)
            return word.folded not in self._words.given and (
                known is None or known == taken.kind_at(words[end])
            )
        return taken.kind_at(word) != "person"

    def _stands_alone(self, text: str, word: Word) -> bool:
        """Whether a head noun without modifiers is a name: capitalised, inside a sentence, of the kind that is."""
        if word.folded not in self._words.alone or word.text.isupper():
            return False
        before = text[max(0, word.start - _WINDOW) : word.start]
        inside = before.endswith(" ") and before[-2:-1] not in '.!?\n:“"'
        if word.folded in self._words.given:
            last = before.split()[-1:]
            return inside and bool(last) and fold(last[0]) in self._words.stop
        return inside


def with_nationality(text: str, mentions: Sequence[Mention], known: Sequence[Mention]) -> list[Mention]:
    """The mentions, each organisation with the demonym that follows it: "Fuerza Aérea" and "argentina"."""
    nations = {mention.span.start: mention.span.end for mention in known if mention.kind == "nationality"}
    widened = []
    for mention in mentions:
        end = nations.get(mention.span.end + 1)
        if end and mention.kind == "organisation" and text[mention.span.end] == " ":
            span = Span(mention.span.start, end)
            name = mention.name if mention.id else span.of(text)
            widened.append(replace(mention, span=span, name=name))
        else:
            widened.append(mention)
    return list(without_overlap(widened))
