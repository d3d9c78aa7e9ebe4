"""Units, money and counted nouns: symbols from `units.toml`, names from each language's own `units.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from rostra.kernel.tables import FaultList, read_toml


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: canonical name, dimension, Pint's name for it ("" where Pint has none), symbols."""

    name: str
    kind: str
    pint: str
    symbols: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: ISO 4217 code, what is written before and after an amount."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Suffix:
    """Letters glued to a number that multiply it; `money`: only beside a currency."""

    letters: tuple[str, ...]
    factor: int
    money: bool
    example: str


@dataclass(frozen=True, slots=True, eq=False)
class Symbols:
    """What every language writes alike."""

    units: Mapping[str, Unit]
    currencies: tuple[Currency, ...]
    suffixes: tuple[Suffix, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Nouns that are counted and the unit they give: forms for one and for many; endings of peoples' names."""

    unit: str
    one: tuple[str, ...]
    many: tuple[str, ...]
    endings: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True, eq=False)
class UnitWords:
    """A language's names of units (`measures`, `money`) and of what is counted."""

    symbols: Symbols
    measures: Mapping[str, tuple[str, ...]]
    money: Mapping[str, tuple[str, ...]]
    counted: tuple[Counted, ...]
    per: tuple[str, ...]
    old: tuple[str, ...]
    before: Mapping[str, tuple[str, ...]]
    stops: tuple[str, ...]
    before_noun: tuple[str, ...]
    inserted: tuple[str, ...]
    doubtful: frozenset[str]
    """Names of currencies that are ordinary words too; small sums in them need a word of `paying` near."""
    paying: frozenset[str]


@cache
def load_symbols() -> Symbols:
    """Reads the shared `units.toml`. Raises KnowledgeError for an entry without its fields."""
    table = read_toml(files("rostra.rules") / "units.toml")
    faults = FaultList("units.toml")
    units = [_record(Unit, row, index, faults) for index, row in enumerate(table.get("unit", []), 1)]
    currencies = [_record(Currency, row, index, faults) for index, row in enumerate(table["currency"], 1)]
    suffixes = [_record(Suffix, row, index, faults) for index, row in enumerate(table["suffix"], 1)]
    faults.close()
    return Symbols({unit.name: unit for unit in units}, tuple(currencies), tuple(suffixes))


def load_units(path: Traversable) -> UnitWords:
    """Reads a language's `units.toml`. Raises KnowledgeError that lists every unknown unit and faulty entry."""
    table = read_toml(path)
    symbols = load_symbols()
    faults = FaultList(path.name)
    measures = {name: tuple(names) for name, names in table.get("measures", {}).items()}
    for name in measures.keys() - symbols.units.keys():
        faults.add(f"unknown unit {name!r}", "add it to rules/units.toml with its kind", field="measures")
    rows = [{"endings": (), **row} for row in table.get("counted", [])]
    counted = tuple(_record(Counted, row, index, faults) for index, row in enumerate(rows, 1))
    faults.close()
    return UnitWords(
        symbols=symbols,
        measures=measures,
        money={name: tuple(names) for name, names in table.get("money", {}).items()},
        counted=counted,
        per=tuple(table.get("per", ())),
        old=tuple(table.get("old", ())),
        before={name: tuple(words) for name, words in table.get("before", {}).items()},
        stops=tuple(table.get("stops", ())),
        before_noun=tuple(table.get("before_noun", ())),
        inserted=tuple(table.get("inserted", ())),
        doubtful=frozenset(table.get("doubtful", {}).get("names", ())),
        paying=frozenset(table.get("doubtful", {}).get("paying", ())),
    )


def _record(kind: type[Any], row: Mapping[str, Any], index: int, faults: FaultList) -> Any:
    frozen = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    try:
        return kind(**frozen)
    except TypeError as error:
        faults.add(str(error), f"an entry has the fields of {kind.__name__}", row=index)
        return None
