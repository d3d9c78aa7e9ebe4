"""Cities, regions, bases, seas and straits, each with the state that it belongs to."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from rostra.data.countries import Countries
from rostra.data.entries import WorldEntry, check_entries, entry_names, world_entries
from rostra.kernel.tables import FaultList, read_toml

PLACE_TYPES = ("capital", "region", "city", "base", "area", "sea", "strait", "river")


class Places:
    """All places, by id."""

    def __init__(self, places: tuple[WorldEntry, ...], countries: Countries) -> None:
        self.all = places
        self.by_id: Mapping[str, WorldEntry] = {place.id: place for place in places}
        self._countries = countries

    def get(self, entity: str) -> WorldEntry | None:
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
    check_entries(tables, PLACE_TYPES, countries.by_code.keys(), faults)
    faults.close()
    return Places((*_capitals(countries, capitals), *world_entries(tables)), countries)


def _capitals(countries: Countries, names: Mapping[str, list[str]]) -> Iterator[WorldEntry]:
    for country in countries.by_code.values():
        if country.capital and len(country.code) == len("XX"):
            listed = names.get(country.code, [])
            first = [] if f"{country.capital}?" in listed else [country.capital]
            yield WorldEntry("capital", country.code, entry_names([*first, *listed]))
