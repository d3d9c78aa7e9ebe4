"""Actors beyond the shipped ones: states, places and organisations of a file laid over the tables of rostra."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from rostra.data.countries import Countries, Country
from rostra.data.entries import Tables, WorldEntry, check_entries, entry_names, world_entries
from rostra.data.equipment import Catalogue
from rostra.data.given_names import GivenNames
from rostra.data.knowledge import Knowledge
from rostra.data.offices import Offices
from rostra.data.organisations import ORGANISATION_TYPES, Organisations
from rostra.data.places import PLACE_TYPES, Places
from rostra.kernel.tables import FaultList, read_toml


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
            (*self._base.places.all, *self._capitals(), *world_entries(self._part("places"))), self.countries
        )

    @cached_property
    def organisations(self) -> Organisations:
        """The base's organisations and those of the file."""
        added = world_entries(self._part("organisations"))
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

    def _capitals(self) -> Iterator[WorldEntry]:
        for code, entry in self._added_countries.items():
            if "capital" in entry:
                yield WorldEntry("capital", code, entry_names([entry["capital"]]))

    def _part(self, name: str) -> Tables:
        tables: Tables = self._table.get(name, {})
        return tables


def with_actors(base: Knowledge, path: Traversable | Path) -> Knowledge:
    """The knowledge with the actors of a file over it. Raises KnowledgeError for unknown states and types."""
    table = read_toml(path)
    faults = FaultList(path.name)
    known = {*base.countries.by_code, *table.get("countries", {})}
    for code, entry in table.get("countries", {}).items():
        if not {"name", "demonym"} <= set(entry) <= {"name", "demonym", "capital"}:
            faults.add("an entry has name, demonym and perhaps capital", "mend the entry", field=code)
    for part, types in (("places", PLACE_TYPES), ("organisations", ORGANISATION_TYPES)):
        check_entries(table.get(part, {}), types, known, faults, part=f"{part}.")
    faults.close()
    return ExtendedKnowledge(base, table)
