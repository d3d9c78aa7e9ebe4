"""Cities, regions, bases, seas and straits, each with the state that it belongs to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from rostra.data.countries import Countries
from rostra.kernel.tables import FaultList, read_toml

PLACE_TYPES = ("capital", "region", "city", "base", "area", "sea", "strait", "river")
NO_STATE = "XX"


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name of a place. A `guarded` one is also a word or a person's name and needs support in the text."""

    text: str
    guarded: bool


@dataclass(frozen=True, slots=True)
class WorldPlace:
    """A place: its type, its state's code (None for a sea), the English name first among its names."""

    type: str
    country: str | None
    names: tuple[PlaceName, ...]

    @property
    def name(self) -> str:
        """The English name."""
        return self.names[0].text

    @property
    def id(self) -> str:
        """The entity id: "city:VE/caracas", "sea:black-sea"."""
        slug = re.sub(r"\W+", "-", self.name.casefold()).strip("-")
        return f"{self.type}:{self.country}/{slug}" if self.country else f"{self.type}:{slug}"


class Places:
    """All places, by id."""

    def __init__(self, places: tuple[WorldPlace, ...], countries: Countries) -> None:
        self.all = places
        self.by_id: Mapping[str, WorldPlace] = {place.id: place for place in places}
        self._countries = countries

    def get(self, entity: str) -> WorldPlace | None:
        """The place of an id; None when there is none."""
        return self.by_id.get(entity)

    def country_of(self, entity: str) -> str | None:
        """English name of the state that a place lies in; for a state its own name; None for a sea or an unknown id."""
        place = self.by_id.get(entity)
        code = place.country if place else entity
        country = self._countries.get(code) if code else None
        return country.name if country else None


def load_places(path: Traversable, countries: Countries) -> Places:
    """Reads `places.toml` and the capitals of the states. Raises KnowledgeError for unknown states and types."""
    table = read_toml(path)
    faults = FaultList(path.name)
    capitals: dict[str, list[str]] = table.pop("capital_names")
    tables = {code: entry for code, entry in table.items() if isinstance(entry, dict)}
    for code, entry in tables.items():
        if code != NO_STATE and not countries.get(code):
            faults.add("unknown state", "use a code of countries.toml", field=code)
        for kind in set(entry) - set(PLACE_TYPES):
            faults.add("unknown type of place", f"types are {', '.join(PLACE_TYPES)}", field=f"{code}.{kind}")
    faults.close()
    return Places((*_capitals(countries, capitals), *_places(tables)), countries)


def _capitals(countries: Countries, names: Mapping[str, list[str]]) -> Iterator[WorldPlace]:
    for country in countries.by_code.values():
        if country.capital and len(country.code) == len("XX"):
            listed = names.get(country.code, [])
            first = [] if f"{country.capital}?" in listed else [country.capital]
            yield WorldPlace("capital", country.code, _names([*first, *listed]))


def _places(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[WorldPlace]:
    for code, entry in tables.items():
        for kind, lines in entry.items():
            for line in lines:
                yield WorldPlace(kind, None if code == NO_STATE else code, _names(line.split("|")))


def _names(texts: list[str]) -> tuple[PlaceName, ...]:
    return tuple(PlaceName(text.rstrip("?"), text.endswith("?")) for text in texts)
