"""The states of the world: ISO 3166 code, English name, English demonym, capital."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable

from babel import Locale, UnknownLocaleError

from rostra.kernel.tables import FaultList, read_toml


@dataclass(frozen=True, slots=True)
class Country:
    """A state. `id` is "country:" and its ISO 3166-1 alpha-2 code; former states have their withdrawn codes."""

    code: str
    name: str
    demonym: str
    capital: str | None = None

    @property
    def id(self) -> str:
        """The entity id that mentions carry."""
        return f"country:{self.code}"


class Countries:
    """All states, by code."""

    def __init__(self, by_code: Mapping[str, Country]) -> None:
        self.by_code = by_code

    def get(self, entity: str) -> Country | None:
        """The state of an id ("country:VE") or a code ("VE"); None when there is none."""
        return self.by_code.get(entity.removeprefix("country:"))

    @cached_property
    def _by_name(self) -> Mapping[str, Country]:
        return {country.name: country for country in self.by_code.values()}

    def named(self, name: str) -> Country | None:
        """The state of a canonical English name."""
        return self._by_name.get(name)

    def names_in(self, lang: str) -> dict[str, str]:
        """Code to the name of each state in a language, from CLDR; empty for a language that CLDR lacks."""
        try:
            territories = Locale.parse(lang).territories
        except (UnknownLocaleError, ValueError):
            return {}
        return {code: territories[code] for code in self.by_code if code in territories}


def load_countries(path: Traversable) -> Countries:
    """Reads `countries.toml`. Raises KnowledgeError that lists every entry without name or demonym."""
    table = read_toml(path)["countries"]
    faults = FaultList(path.name)
    for code, entry in table.items():
        if not {"name", "demonym"} <= set(entry) <= {"name", "demonym", "capital"}:
            faults.add("an entry has name, demonym and perhaps capital", "mend the entry", field=code)
    faults.close()
    return Countries({code: Country(code=code, **entry) for code, entry in table.items()})
