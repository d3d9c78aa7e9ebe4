"""Services and ministries written in small letters, names that a small noun leads, formations by pattern."""

import re
from collections.abc import Iterator, Sequence

from rostra.kernel import Span
from rostra.mentions.runs import Run, Taken
from rostra.model import Mention
from rostra.rules import LanguagePack
from rostra.text import fold

_LAST_WORD = re.compile(r"(\w+)[ \u00a0]\Z")
_CLOSING = frozenset(",.;:)\n'")


def _fold_all(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _gated(pattern: str) -> tuple[str, re.Pattern[str]]:
    """A pattern and the words without which it need not be tried: "Strike Group => regex"."""
    needle, arrow, regex = pattern.rpartition(" => ")
    return needle if arrow else "", re.compile(rf"\b(?:{regex})\b")


def _lead_pattern(leads: frozenset[str], joins: frozenset[str]) -> re.Pattern[str] | None:
    if not leads:
        return None
    heads = "|".join(sorted(map(fold, leads), key=len, reverse=True))
    joined = "|".join(sorted(map(fold, joins), key=len, reverse=True))
    # The pattern must end where the run begins: it is searched in a window that ends there.
    return re.compile(rf"\b(?:{heads})(?: (\w{{3,20}}))? (?:{joined}) \Z")


class ServiceUsage:
    """Tells "the Valdorian military said" from "military matters"."""

    def __init__(self, pack: LanguagePack) -> None:
        self.adjectives = _fold_all(pack.actors.words("service", "adjectives"))
        self._followers = _fold_all(pack.actors.words("service", "followers"))

    def is_noun(self, folded: str, end: int) -> bool:
        """Whether no noun follows that the word before `end` would only describe."""
        after = folded[end : end + 16].split()
        if not self._followers or not after or folded[end : end + 1] in _CLOSING:
            return True
        return after[0].strip(",.;:") in self._followers

    def describes(self, folded: str, start: int, end: int) -> bool:
        """Whether a name that ends in an adjective ("U.S. military") describes the noun after it."""
        return folded[start:end].rpartition(" ")[2] in self.adjectives and not self.is_noun(folded, end)


class PhraseFinder:
    """Finds services in small letters ("the Valdorian navy") and formations by pattern."""

    def __init__(self, pack: LanguagePack) -> None:
        actors = pack.actors
        names = sorted(map(fold, actors.words("service", "names")), key=len, reverse=True)
        self._first = actors.head_position == "first"
        self._joined = bool(actors.words("connectors", "head_joins"))
        self._openers = _fold_all(actors.words("service", "openers"))
        self._usage = ServiceUsage(pack)
        self._service = re.compile(rf"\b(?:{'|'.join(names)})\b") if names else None
        self._lead = _lead_pattern(actors.words("service", "leads"), actors.words("service", "lead_joins"))
        self._units = [_gated(pattern) for pattern in actors.unit_patterns]

    def units(self, text: str) -> Iterator[Mention]:
        """Formations that a pattern of the language finds."""
        for needle, pattern in self._units:
            for match in pattern.finditer(text) if needle in text else ():
                yield Mention(Span(*match.span()), "military_unit", match[0], "M311")

    def led(self, text: str, folded: str, runs: Sequence[Run], taken: Taken) -> Iterator[Mention]:
        """Names that a noun in small letters leads: "ministerio de Defensa", "Ministerio argentino de Defensa"."""
        for run in runs if self._lead else ():
            low = max(0, run.start - 48)
            lead = self._lead.search(folded, low, run.start) if self._lead else None
            if lead is None:
                continue
            nation = taken.at(*lead.span(1)) if lead[1] else None
            if lead[1] and (nation is None or nation.kind != "nationality"):
                continue
            end = next((word.start - 1 for word in run.words if word.small), run.end)
            span = Span(lead.start(), end)
            yield Mention(span, "organisation", span.of(text), "M331")

    def services(self, text: str, folded: str, taken: Taken) -> Iterator[Mention]:
        """Armed services and ministries in small letters."""
        for match in self._service.finditer(folded) if self._service else ():
            start, end = match.span()
            owner = taken.at(end + 1, end + 2) if self._first else taken.at(max(0, start - 2), start - 1)
            if owner and self._owns(owner, text, folded, match.span()):
                start, end = min(start, owner.span.start), max(end, owner.span.end)
            elif (adjective := self._adjective_before(text, folded, match.span())) is not None:
                start = adjective
            elif not self._opened(text, folded, start, end):
                continue
            span = Span(start, end)
            yield Mention(span, "organisation", span.of(text), "M330")

    def _owns(self, owner: Mention, text: str, folded: str, service: tuple[int, int]) -> bool:
        """Whether a state or a demonym beside a service belongs to its name."""
        start, end = service
        if self._first:
            return owner.kind == "nationality" or (owner.kind == "country" and not self._joined)
        beside = owner.kind in {"nationality", "country"} and owner.span.end + 1 == start
        return beside and (
            folded[start:end] not in self._usage.adjectives or self._usage.is_noun(folded, end)
        )

    def _adjective_before(self, text: str, folded: str, service: tuple[int, int]) -> int | None:
        """Start of a capitalised word before a service: the adjective of a state that no table has."""
        start, end = service
        word = _LAST_WORD.search(text, max(0, start - 24), start)
        if (
            self._first
            or word is None
            or not word[1][0].isupper()
            or word[1].isupper()
            or not text[start].islower()
        ):
            return None
        before = folded[max(0, word.start() - len("the ")) : word.start()]
        return word.start() if before.strip() in self._openers and self._usage.is_noun(folded, end) else None

    def _opened(self, text: str, folded: str, start: int, end: int) -> bool:
        before = folded[max(0, start - 12) : start].split()
        if not before or not (before[-1] in self._openers or before[-1].endswith("'s")):
            return False
        return self._usage.is_noun(folded, end)
