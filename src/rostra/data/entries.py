"""Entries of the tables of the world: by state and type, one line an entry, its names parted by a bar."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rostra.kernel.tables import FaultList

NO_STATE = "XX"
Tables = Mapping[str, Mapping[str, list[str]]]
"""Code of a state to type to lines; a name that ends in "?" is guarded."""


@dataclass(frozen=True, slots=True)
class EntryName:
    """One name of an entry. A `guarded` one is also a word or a person's name and needs support in the text."""

    text: str
    guarded: bool


@dataclass(frozen=True, slots=True)
class WorldEntry:
    """A place or an organisation: its type, its state's code (None for one of no state), the shown name first."""

    type: str
    country: str | None
    names: tuple[EntryName, ...]

    @property
    def name(self) -> str:
        """The name that rostra shows, English where there is one."""
        return self.names[0].text

    @property
    def id(self) -> str:
        """The entity id: "city:VE/caracas", "sea:black-sea", "force:VE/bolivarian-national-armed-force"."""
        slug = re.sub(r"\W+", "-", self.name.casefold()).strip("-")
        return f"{self.type}:{self.country}/{slug}" if self.country else f"{self.type}:{slug}"


def entry_names(texts: Sequence[str]) -> tuple[EntryName, ...]:
    """The names of a line that was parted."""
    return tuple(EntryName(text.rstrip("?"), text.endswith("?")) for text in texts)


def world_entries(tables: Tables) -> Iterator[WorldEntry]:
    """All entries in the order of the file."""
    for code, kinds in tables.items():
        for kind, lines in kinds.items():
            for line in lines:
                yield WorldEntry(kind, None if code == NO_STATE else code, entry_names(line.split("|")))


def check_entries(
    tables: Tables, types: Collection[str], states: Collection[str], faults: FaultList, *, part: str = ""
) -> None:
    """Notes every unknown state and type; `part` is the table that holds these, "places." say."""
    for code, kinds in tables.items():
        if code != NO_STATE and code not in states:
            faults.add("unknown state", f"use a code of [countries], or {NO_STATE}", field=f"{part}{code}")
        for kind in set(kinds) - set(types):
            faults.add("unknown type", f"types are {', '.join(types)}", field=f"{part}{code}.{kind}")
