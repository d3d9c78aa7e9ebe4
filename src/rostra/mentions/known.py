"""Finding known names in a text: capitals, support for names that are also words, candidates where several fit."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rostra.data.countries import Countries
from rostra.kernel import Span
from rostra.mentions.names import Entry, Names
from rostra.mentions.runs import Taken
from rostra.mentions.services import ServiceUsage
from rostra.model import Mention
from rostra.rules import LanguagePack
from rostra.text import Hit, Searchable

_LIST_GAP = re.compile(r"\s*(?:[,;/&]|\b(?:and|or|y|e|o|u|и|или|ou)\b|[,;]\s*(?:and|or|y|e|o|и|ou)\b)\s*")
_WORD_BEFORE = re.compile(r"([\w'’.-]+)[ \u00a0]\Z")
_NEXT_CAPITAL = re.compile(r"[ \u00a0][^\W\d_]")
_LIST_OF_GUARDED = 3
_SHORT_WORD = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the entries that its capitals admit; those without guard are meant unless the text says otherwise."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def guarded(self) -> bool:
        """Whether each reading needs support."""
        return all(entry.guarded for entry in self.entries)

    @property
    def is_place(self) -> bool:
        """Whether it may be a place or a state."""
        return any(entry.kind in {"place", "country"} for entry in self.entries)


class KnownNames:
    """Finds the names of an index in texts of one language."""

    def __init__(self, names: Names, pack: LanguagePack, countries: Countries) -> None:
        self._names = names
        self._countries = countries
        self._usage = ServiceUsage(pack)
        self._locatives = pack.actors.words("place", "locatives")
        self._determiners = pack.words.determiners
        closed = pack.words
        self._closed = closed.determiners | closed.prepositions | closed.pronouns | closed.conjunctions
        self._short = {word: code for code, words in pack.nations.short.items() for word in words}
        self._short_pattern = _alternation(self._short)

    def find(self, text: str, searched: Searchable) -> list[Mention]:
        """All known names, in order, without overlap. `searched` is the folded text made ready."""
        found = self._admitted(text, searched)
        mentions: list[Mention] = []
        for cluster in _clusters(text, found):
            supported = self._supports(text, cluster)
            state = _common_state(cluster) if len(cluster) > 1 else None
            mentions += [
                _mention(one, state)
                for one in cluster
                if not one.guarded or supported or self._stands_alone(text, one)
            ]
        return sorted([*mentions, *self._short_names(text, mentions)], key=lambda mention: mention.span)

    def _admitted(self, text: str, searched: Searchable) -> list[Found]:
        def fits(hit: Hit[tuple[Entry, ...]]) -> bool:
            if not self._readings(hit.value, text[hit.start : hit.end]):
                return False
            return not self._usage.describes(searched.folded, hit.start, hit.end)

        admitted = []
        for start, end, entries in self._names.find(searched, fits):
            readings = self._readings(entries, text[start:end])
            stop = text[end - 1] == "." and not any(entry.surface == text[start:end] for entry in readings)
            admitted.append(Found(start, end - stop, readings))
        return admitted

    def _readings(self, entries: tuple[Entry, ...], written: str) -> tuple[Entry, ...]:
        """The entries that the capitals admit; a word like "para" is a name only as an acronym."""
        fitting = tuple([entry for entry in entries if entry.fits(written)])
        if fitting and written.casefold() in self._closed:
            return tuple(entry for entry in fitting if entry.surface.isupper())
        return fitting

    def _supports(self, text: str, cluster: Sequence[Found]) -> bool:
        places = [one for one in cluster if one.is_place]
        if not places:
            return False
        free = any(not one.guarded for one in places)
        return (
            (free and len(places) > 1)
            or len(places) >= _LIST_OF_GUARDED
            or self._located(text, cluster[0].start)
        ) and not _amid_capitals(text, places[0])

    def _located(self, text: str, start: int) -> bool:
        """Whether a preposition of place stands before, with or without a determiner: "en el Golfo"."""
        word = self._word_before(text, start)
        if word in self._locatives or word not in self._determiners:
            return word in self._locatives
        return self._word_before(text, start - len(word) - 1) in self._locatives

    def _stands_alone(self, text: str, one: Found) -> bool:
        """A state's ambiguous name without a capitalised neighbour; an ambiguous acronym inside a sentence."""
        kinds = {entry.kind for entry in one.entries}
        if "country" in kinds:
            return not _amid_capitals(text, one)
        if kinds & {"organisation", "nationality"}:
            before = text[max(0, one.start - 2) : one.start]
            inside = bool(before.strip(' \n“"«(')) and before[-1:] in ' (“"«' and before[0] not in ".!?\n"
            shouted = text[one.start : one.end].isupper() and not _upper_amid_lower(text, one.start, one.end)
            return inside and not shouted
        return False

    def _word_before(self, text: str, start: int) -> str:
        match = _WORD_BEFORE.search(text, max(0, start - 24), start)
        return match[1].casefold() if match else ""

    def _short_names(self, text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
        if not self._short_pattern:
            return
        named = {
            mention.id: mention
            for mention in reversed(mentions)
            if mention.kind in {"country", "nationality"}
        }
        taken = Taken(mentions)
        for match in self._short_pattern.finditer(text):
            first = named.get(f"country:{self._short[match[0]]}")
            if first is None or first.span.start > match.start() or _amid_capitals(text, _at(match)):
                continue
            span = Span(*match.span())
            determined = self._word_before(text, match.start()) in self._determiners
            if determined and taken.at(span.start, span.end) is None:
                country = self._countries.get(self._short[match[0]])
                yield Mention(span, "country", country.name if country else match[0], "M101", first.id)


def _upper_amid_lower(text: str, start: int, end: int) -> bool:
    """Whether a stretch is in capitals and the words beside it are not."""
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    return text[start:end].isupper() and not around.isupper()


def _at(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), ())


def _alternation(words: object) -> re.Pattern[str] | None:
    listed = sorted(words) if isinstance(words, dict) else []
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b") if listed else None


def _amid_capitals(text: str, one: Found) -> bool:
    """Whether a capitalised word stands right beside the name: part of a longer name."""
    after = _NEXT_CAPITAL.match(text, one.end)
    if after and text[after.end() - 1].isupper():
        return True
    before = _WORD_BEFORE.search(text, max(0, one.start - 24), one.start)
    if before is None or not before[1][0].isupper() or len(before[1]) <= _SHORT_WORD or before.start() <= 1:
        return False
    return text[before.start() - 2] not in ".!?\n"


def _clusters(text: str, found: Sequence[Found]) -> Iterator[list[Found]]:
    cluster: list[Found] = []
    for one in found:
        if cluster and not _LIST_GAP.fullmatch(text, cluster[-1].end, one.start):
            yield cluster
            cluster = []
        cluster.append(one)
    if cluster:
        yield cluster


def _common_state(cluster: Sequence[Found]) -> str | None:
    states = Counter(state for one in cluster for state in {entry.state for entry in one.entries} if state)
    top = states.most_common(1)
    return top[0][0] if top and top[0][1] > 1 else None


def _mention(one: Found, state: str | None) -> Mention:
    free = tuple(entry for entry in one.entries if not entry.guarded)
    local = tuple(entry for entry in one.entries if entry.state == state) if state else ()
    entries = local or free or one.entries
    ids = tuple(dict.fromkeys(entry.id for entry in entries))
    first = entries[0]
    span = Span(one.start, one.end)
    if len(ids) == 1:
        return Mention(span, first.kind, first.name, first.rule, first.id)
    return Mention(span, first.kind, first.name, first.rule, None, ids)
