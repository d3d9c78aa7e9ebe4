"""Ministries, forces, alliances, movements, outlets, parties and companies that the news names."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from rostra.data.countries import Countries
from rostra.data.entries import WorldEntry, check_entries, world_entries
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


class Organisations:
    """All organisations, by id."""

    def __init__(self, organisations: tuple[WorldEntry, ...], countries: Countries) -> None:
        self.all = organisations
        self.by_id: Mapping[str, WorldEntry] = {one.id: one for one in organisations}
        self._countries = countries

    def get(self, entity: str) -> WorldEntry | None:
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
    check_entries(tables, ORGANISATION_TYPES, countries.by_code.keys(), faults)
    faults.close()
    return Organisations(tuple(world_entries(tables)), countries)
