"""Persons in office whom the news names by surname alone, with their years in office."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from rostra.kernel.tables import FaultList, read_toml


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person, the office, the state (or organisation) of the office, first and last years in it."""

    name: str
    office: str
    state: str
    years: tuple[tuple[int, int], ...]
    aka: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The entity id: "person:ruy-valdorin"."""
        return "person:" + re.sub(r"\W+", "-", self.name.casefold()).strip("-")

    def held_in(self, year: int) -> bool:
        """Whether the person held the office at some time of a year."""
        return any(first <= year <= last for first, last in self.years)


class Offices:
    """All office holders, in the order of the file."""

    def __init__(self, holders: tuple[OfficeHolder, ...], shared_surnames: frozenset[str]) -> None:
        self.all = holders
        self.shared_surnames = shared_surnames

    def holders(self, office: str, state: str, year: int) -> tuple[OfficeHolder, ...]:
        """Who held an office ("president") of a state's code in a year; several in a year of change."""
        return tuple(h for h in self.all if (h.office, h.state) == (office, state) and h.held_in(year))


def load_offices(path: Traversable) -> Offices:
    """Reads `offices.toml`. Raises KnowledgeError that lists every incomplete entry."""
    table = read_toml(path)
    faults = FaultList(path.name)
    for row, entry in enumerate(table["office"]):
        if (
            not {"name", "office", "state", "years"}
            <= set(entry)
            <= {"name", "office", "state", "years", "aka"}
        ):
            faults.add("name, office, state and years are needed", "mend the entry", row=row)
    faults.close()
    return Offices(tuple(_holders(table["office"])), frozenset(table["shared_surnames"]))


def _holders(rows: list[dict[str, object]]) -> Iterator[OfficeHolder]:
    for row in rows:
        years = row["years"]
        aka = row.get("aka", [])
        if isinstance(years, list) and isinstance(aka, list):
            spans = tuple((int(first), int(last)) for first, last in years)
            yield OfficeHolder(str(row["name"]), str(row["office"]), str(row["state"]), spans, tuple(aka))
