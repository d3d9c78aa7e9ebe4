"""Actors beyond the shipped ones: states, places and organisations of a file laid over the tables of rostra."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from rostra.data.countries import Countries, Country
from rostra.data.equipment import Catalogue
from rostra.data.given_names import GivenNames
from rostra.data.knowledge import Knowledge
from rostra.data.offices import Offices
from rostra.data.organisations import ORGANISATION_TYPES, Organisations, WorldOrganisation
from rostra.data.places import NO_STATE, PLACE_TYPES, PlaceName, Places, WorldPlace
from rostra.kernel.tables import FaultList, read_toml

Tables = Mapping[str, Mapping[str, list[str]]]


class ExtendedKnowledge(Knowledge):
    """The shipped tables with further actors over them; everything else is the base's own."""

    def __init__(self, base: Knowledge, table: Mapping[str, Any]) -> None:
        self._base = base
        self._table = table

    @cached_property
    def countries(self) -> Countries:
        """The base's states and those of the file."""
        added = {code: Country(code=code, **entry) for code, entry in self._added_countries.items()}
        return Countries({**self._base.countries.by_code, **added})

    @cached_property
    def places(self) -> Places:
        """The base's places, and the capitals and places of the file."""
        return Places(
            (*self._base.places.all, *self._capitals(), *_places(self._part("places"))), self.countries
        )

    @cached_property
    def organisations(self) -> Organisations:
        """The base's organisations and those of the file."""
        added = _organisations(self._part("organisations"))
        return Organisations((*self._base.organisations.all, *added), self.countries)

    @cached_property
    def equipment(self) -> Catalogue:
        """The base's catalogue."""
        return self._base.equipment

    @cached_property
    def offices(self) -> Offices:
        """The base's persons in office."""
        return self._base.offices

    @cached_property
    def given_names(self) -> GivenNames:
        """The base's given names."""
        return self._base.given_names

    def nation_names(self, lang: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The names and demonyms that the file gives for a language (`[es.demonyms]`)."""
        added: Mapping[str, Mapping[str, Sequence[str]]] = self._table.get(lang, {})
        return added

    @property
    def _added_countries(self) -> Mapping[str, Mapping[str, str]]:
        added: Mapping[str, Mapping[str, str]] = self._table.get("countries", {})
        return added

    def _capitals(self) -> Iterator[WorldPlace]:
        for code, entry in self._added_countries.items():
            if "capital" in entry:
                yield WorldPlace("capital", code, (PlaceName(entry["capital"], guarded=False),))

    def _part(self, name: str) -> Tables:
        tables: Tables = self._table.get(name, {})
        return tables


def with_actors(base: Knowledge, path: Traversable | Path) -> Knowledge:
    """The knowledge with the actors of a file over it. Raises KnowledgeError for unknown states and types."""
    table = read_toml(path)
    faults = FaultList(path.name)
    known = {*base.countries.by_code, *table.get("countries", {}), NO_STATE}
    for code, entry in table.get("countries", {}).items():
        if not {"name", "demonym"} <= set(entry) <= {"name", "demonym", "capital"}:
            faults.add("an entry has name, demonym and perhaps capital", "mend the entry", field=code)
    for part, types in (("places", PLACE_TYPES), ("organisations", ORGANISATION_TYPES)):
        for code, kinds in table.get(part, {}).items():
            if code not in known:
                faults.add("unknown state", "add it to [countries]", field=f"{part}.{code}")
            for kind in set(kinds) - set(types):
                faults.add("unknown type", f"types are {', '.join(types)}", field=f"{part}.{code}.{kind}")
    faults.close()
    return ExtendedKnowledge(base, table)


def _places(tables: Tables) -> Iterator[WorldPlace]:
    for code, kind, names in _entries(tables):
        yield WorldPlace(kind, code, names)


def _organisations(tables: Tables) -> Iterator[WorldOrganisation]:
    for code, kind, names in _entries(tables):
        yield WorldOrganisation(kind, code, names)


def _entries(tables: Tables) -> Iterator[tuple[str | None, str, tuple[PlaceName, ...]]]:
    for code, kinds in tables.items():
        for kind, lines in kinds.items():
            for line in lines:
                names = tuple(PlaceName(text.rstrip("?"), text.endswith("?")) for text in line.split("|"))
                yield None if code == NO_STATE else code, kind, names
