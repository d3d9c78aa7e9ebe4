"""What may be set against what: kinds of things counted, what register descriptions count, measures of figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, Literal

from rostra.kernel.tables import FaultList, read_toml

Bound = Literal["envelope", "value"]
End = Literal["minimum", "maximum"]


@dataclass(frozen=True, slots=True)
class Counted:
    """A kind of thing counted; `many` is its English plural, `under` the wider kind that it is one of."""

    name: str
    many: str
    words: tuple[str, ...]
    example: str
    under: str | None = None


@dataclass(frozen=True, slots=True)
class RegisterClass:
    """What a register's description counts, and the catalogue's class that it names."""

    description: str
    counts: str
    class_id: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures, and whether its interval is a working range or a plain value."""

    name: str
    bound: Bound
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class VagueNumber:
    """A number that a text leaves vague, and the interval that it is read as by convention."""

    low: int
    high: int
    words: tuple[str, ...]
    example: str
    counter_example: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The tables of comparison. Words are looked up folded and lower case."""

    counted: Mapping[str, Counted]
    register_classes: Mapping[str, RegisterClass]
    measures: Mapping[str, Measure]
    bounds: Mapping[str, End]
    units: Mapping[str, str]
    generic_names: Mapping[str, str]
    ends: frozenset[str]
    vague: tuple[VagueNumber, ...]
    _kinds: Mapping[str, str] = field(repr=False)
    _measures: Mapping[str, str] = field(repr=False)

    def kind(self, unit: str) -> str | None:
        """The kind of thing that a unit counts; None for "items" and for units of measure."""
        return self._kinds.get(unit.strip().lower())

    def many(self, unit: str) -> str:
        """The unit in the English plural ("missiles" for "missile"), or as it is where it counts nothing known."""
        kind = self.kind(unit)
        return self.counted[kind].many if kind else unit

    def ancestry(self, kind: str) -> tuple[str, ...]:
        """A kind and all that it is one of, narrowest first."""
        line, at = [], self.counted.get(kind)
        while at is not None:
            line.append(at.name)
            at = self.counted.get(at.under or "")
        return tuple(line)

    def measure(self, words: str) -> tuple[str, End | None]:
        """The measure that words name and the end of its range that they speak of; unknown words are kept."""
        parts = words.strip().lower().replace("_", " ").split()
        ends = [self.bounds[part] for part in parts if part in self.bounds]
        rest = " ".join(part for part in parts if part not in self.bounds)
        return self._measures.get(rest, rest), ends[0] if ends else None

    def register_class(self, description: str) -> RegisterClass | None:
        """What a register's description counts."""
        return self.register_classes.get(" ".join(description.lower().split()))


@cache
def shipped_comparison() -> Comparison:
    """The tables that come with rostra. Raises KnowledgeError with every fault of a file."""
    return load_comparison(files("rostra.data") / "comparison")


def load_comparison(folder: Traversable) -> Comparison:
    """Reads counted, register_classes, measures, vague_numbers and generic_names."""
    counted = _counted(folder / "counted.toml")
    table = read_toml(folder / "measures.toml")
    measures = {name: Measure(name, **_listed(row)) for name, row in table["measures"].items()}
    return Comparison(
        counted=counted,
        register_classes=_register_classes(folder / "register_classes.toml", counted),
        measures=MappingProxyType(measures),
        bounds=MappingProxyType({word: end for end, words in table["bounds"].items() for word in words}),
        units=MappingProxyType(table["units"]),
        ends=frozenset(table["counting"]["ends"]),
        vague=tuple(VagueNumber(**_listed(row)) for row in read_toml(folder / "vague_numbers.toml").values()),
        generic_names=MappingProxyType(read_toml(folder / "generic_names.toml")),
        _kinds=MappingProxyType({word: kind.name for kind in counted.values() for word in kind.words}),
        _measures=MappingProxyType(
            {word: measure.name for measure in measures.values() for word in measure.words}
        ),
    )


def _listed(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(given) if isinstance(given, list) else given for name, given in row.items()}


def _counted(path: Traversable) -> Mapping[str, Counted]:
    kinds = {name: Counted(name, **_listed(row)) for name, row in read_toml(path).items()}
    faults = FaultList(path.name)
    for kind in kinds.values():
        if kind.under is not None and kind.under not in kinds:
            faults.add(f"unknown kind {kind.under!r}", "name a kind of this file", field=kind.name)
    faults.close()
    return MappingProxyType(kinds)


def _register_classes(path: Traversable, counted: Mapping[str, Counted]) -> Mapping[str, RegisterClass]:
    rows = read_toml(path)
    faults = FaultList(path.name)
    for name, row in rows.items():
        if row.get("counts") not in counted:
            faults.add(f"unknown kind {row.get('counts')!r}", "name a kind of counted.toml", field=name)
    faults.close()
    return MappingProxyType(
        {name: RegisterClass(name, row["counts"], row.get("class")) for name, row in rows.items()}
    )
