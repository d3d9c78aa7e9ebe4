"""Ministries, forces, alliances, movements, outlets, parties and companies that the news names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from rostra.data.countries import Countries
from rostra.data.places import NO_STATE, PlaceName
from rostra.kernel.tables import FaultList, read_toml

ORGANISATION_TYPES = (
    "alliance",
    "un",
    "movement",
    "outlet",
    "ministry",
    "force",
    "agency",
    "party",
    "company",
)


@dataclass(frozen=True, slots=True)
class WorldOrganisation:
    """An organisation: its type, its state's code (None for one of no state), the shown name first."""

    type: str
    country: str | None
    names: tuple[PlaceName, ...]

    @property
    def name(self) -> str:
        """The name that rostra shows."""
        return self.names[0].text

    @property
    def id(self) -> str:
        """The entity id: "force:VE/bolivarian-national-armed-force", "alliance:nato"."""
        slug = re.sub(r"\W+", "-", self.name.casefold()).strip("-")
        return f"{self.type}:{self.country}/{slug}" if self.country else f"{self.type}:{slug}"


class Organisations:
    """All organisations, by id."""

    def __init__(self, organisations: tuple[WorldOrganisation, ...], countries: Countries) -> None:
        self.all = organisations
        self.by_id: Mapping[str, WorldOrganisation] = {one.id: one for one in organisations}
        self._countries = countries

    def get(self, entity: str) -> WorldOrganisation | None:
        """The organisation of an id; None when there is none."""
        return self.by_id.get(entity)

    def country_of(self, entity: str) -> str | None:
        """English name of the state that an organisation belongs to; None when it belongs to none.

        Read from the id, so that bodies of a state that no table lists ("body:NO/norwegian-navy") have theirs too.
        """
        owner, slash, _ = entity.partition(":")[2].partition("/")
        country = self._countries.get(owner) if slash else None
        return country.name if country else None


def load_organisations(path: Traversable, countries: Countries) -> Organisations:
    """Reads `organisations.toml`. Raises KnowledgeError for unknown states and types."""
    tables = {code: entry for code, entry in read_toml(path).items() if isinstance(entry, dict)}
    faults = FaultList(path.name)
    for code, entry in tables.items():
        if code != NO_STATE and not countries.get(code):
            faults.add("unknown state", "use a code of countries.toml", field=code)
        for kind in set(entry) - set(ORGANISATION_TYPES):
            faults.add("unknown type", f"types are {', '.join(ORGANISATION_TYPES)}", field=f"{code}.{kind}")
    faults.close()
    return Organisations(tuple(_organisations(tables)), countries)


def _organisations(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[WorldOrganisation]:
    for code, entry in tables.items():
        for kind, lines in entry.items():
            for line in lines:
                names = tuple(PlaceName(text.rstrip("?"), text.endswith("?")) for text in line.split("|"))
                yield WorldOrganisation(kind, None if code == NO_STATE else code, names)
