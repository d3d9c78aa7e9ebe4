"""Persons in office, with the terms in which they held it and where these were read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from rostra.kernel import PartialDate
from rostra.kernel.tables import FaultList, read_toml

STILL = 9999
"""The last year of a term that has not ended."""
_AFTER = "after "
_NEEDED = frozenset({"name", "office", "state"})
_FIELDS = _NEEDED | {"terms", "years", "source", "aka", "full_name_only"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term in office: `first` holds the day on which it began.

    `last` holds the day on which it ended, None while it has not. With `unread_end` the person was still in office on
    `last`, and the end was not read.
    """

    first: PartialDate
    last: PartialDate | None = None
    unread_end: bool = False

    @property
    def years(self) -> tuple[int, int]:
        """First and last year; STILL while it has not ended."""
        return self.first.first.year, self.last.last.year if self.last else STILL

    def covers(self, day: PartialDate) -> bool:
        """Whether a day, or some day of a longer span, may lie in the term."""
        return self.first.first <= day.last and (self.last is None or day.first <= self.last.last)


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person, the office, the state (or organisation) of the office, and the terms, each with its source's key.

    `source` is None where the terms were not read in one. With `full_name_only` the surname alone is somebody else's.
    """

    name: str
    office: str
    state: str
    terms: tuple[Term, ...]
    aka: tuple[str, ...] = ()
    source: str | None = None
    full_name_only: bool = False

    @property
    def id(self) -> str:
        """The entity id: "person:ruy-valdorin"."""
        return "person:" + re.sub(r"\W+", "-", self.name.casefold()).strip("-")

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        """First and last year of each term."""
        return tuple(term.years for term in self.terms)

    def held_in(self, year: int) -> bool:
        """Whether the person held the office at some time of a year."""
        return any(first <= year <= last for first, last in self.years)

    def held_on(self, day: PartialDate) -> bool:
        """Whether the person may have held the office on a day, or on some day of a longer span."""
        return any(term.covers(day) for term in self.terms)


class Offices:
    """All office holders, in the order of the file; `sources` by key, as they are printed."""

    def __init__(
        self,
        holders: tuple[OfficeHolder, ...],
        shared_surnames: frozenset[str],
        sources: Mapping[str, str] | None = None,
    ) -> None:
        self.all = holders
        self.shared_surnames = shared_surnames
        self.sources = sources or {}

    def holders(self, office: str, state: str, when: PartialDate | int) -> tuple[OfficeHolder, ...]:
        """Who held an office ("president") of a state's code on a day or in a year; several in a time of change."""
        span = PartialDate.year(when) if isinstance(when, int) else when
        return tuple(h for h in self.all if (h.office, h.state) == (office, state) and h.held_on(span))


def load_offices(path: Traversable) -> Offices:
    """Reads `offices.toml`. Raises KnowledgeError that lists every faulty entry."""
    table = read_toml(path)
    faults, holders = FaultList(path.name), []
    sources = {key: _source(entry) for key, entry in table.get("sources", {}).items()}
    for row, entry in enumerate(table["office"]):
        known = len(faults.faults)
        terms = tuple(_terms(entry, row, faults))
        if not _NEEDED <= set(entry) <= _FIELDS or ("terms" in entry) == ("years" in entry):
            faults.add("name, office, state and either terms or years are needed", "mend the entry", row=row)
        if entry.get("source") not in {None, *sources}:
            faults.add(
                f"unknown source {entry['source']!r}", "name a key of [sources]", row=row, field="source"
            )
        if len(faults.faults) == known:
            holders.append(_holder(entry, terms))
    faults.close()
    return Offices(tuple(holders), frozenset(table.get("shared_surnames", ())), sources)


def _source(entry: Mapping[str, str]) -> str:
    return ", ".join(entry[key] for key in ("title", "publisher", "date", "address") if entry.get(key))


def _holder(entry: Mapping[str, Any], terms: tuple[Term, ...]) -> OfficeHolder:
    return OfficeHolder(
        str(entry["name"]),
        str(entry["office"]),
        str(entry["state"]),
        terms,
        tuple(entry.get("aka", ())),
        entry.get("source"),
        bool(entry.get("full_name_only", False)),
    )


def _terms(entry: Mapping[str, Any], row: int, faults: FaultList) -> Iterator[Term]:
    for first, last in entry.get("years", ()):
        yield Term(PartialDate.year(int(first)), None if last == STILL else PartialDate.year(int(last)))
    for first, last in entry.get("terms", ()):
        begun, ended = PartialDate.parse(first), PartialDate.parse(str(last).removeprefix(_AFTER))
        if begun is None or (last and ended is None) or (ended and ended.last < begun.first):
            faults.add(
                f"[{first!r}, {last!r}] is no term",
                'write days, months or years: ["2013-04-19", "2019-01-10"], "" while it lasts',
                row=row,
                field="terms",
            )
        else:
            yield Term(begun, ended if last else None, str(last).startswith(_AFTER))
