"""The catalogue of military equipment: systems, their names, their classes. No performance figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from itertools import chain
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

from rostra.kernel.tables import FaultList, read_toml

Role = Literal["weapon", "platform"]
Kind = Literal["system", "missile", "munition", "launcher", "platform", "family"]
Authority = Literal["maker", "grau", "nato", "service", "press", "canonical"]
Needs = Literal["company", "noun", "none"]
RelationType = Literal["uses", "variant_of", "mounted_on", "family"]

KINDS: tuple[Kind, ...] = get_args(Kind)
AUTHORITIES: tuple[Authority, ...] = get_args(Authority)
RELATIONS: tuple[RelationType, ...] = get_args(RelationType)
NOT_SYSTEMS = ("classes.toml", "ambiguous.toml", "naming.toml")


@dataclass(frozen=True, slots=True)
class EquipmentClass:
    """A class of the taxonomy: "platform" for aircraft, ships and vehicles, "weapon" for the rest."""

    id: str
    name: str
    role: Role
    family: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class SystemName:
    """One name of a system and who gives it: maker, GRAU index, NATO, a service, the press."""

    text: str
    by: Authority

    @property
    def script(self) -> str:
        """ISO 15924 code of the letters: Cyrl as soon as one is Cyrillic, else Latn."""
        return "Cyrl" if any("\u0400" <= char <= "\u052f" for char in self.text) else "Latn"


@dataclass(frozen=True, slots=True)
class Relation:
    """How one system stands to another."""

    type: RelationType
    to: str


@dataclass(frozen=True, slots=True)
class System:
    """One entry: a system, missile, munition, launcher, platform or family. `origin` is ISO 3166 alpha-2."""

    id: str
    name: str
    class_id: str
    kind: Kind
    origin: tuple[str, ...]
    names: tuple[SystemName, ...]
    relations: tuple[Relation, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class AmbiguousName:
    """A name that several systems share, or that is also an ordinary word, a place or a person's name.

    `needs` is what keeps it: the "company" of arms near by, a "noun" for arms beside it, or "none". `decides` maps
    a system to the words (folded) that speak for it; right before one of `not_before` it is something else.
    """

    text: str
    systems: tuple[str, ...]
    needs: Needs
    decides: Mapping[str, tuple[str, ...]]
    not_before: tuple[str, ...]
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class ShipPrefix:
    """What a navy puts before its ships' names. An ordinary one ("INS") needs the company of ships."""

    text: str
    country: str
    ordinary: bool


@dataclass(frozen=True, slots=True)
class Naming:
    """How designations are written: makers put before them, Cyrillic prefixes, ships' prefixes."""

    makers: tuple[str, ...]
    cyrillic: Mapping[str, str]
    ship_prefixes: tuple[ShipPrefix, ...]
    near: frozenset[frozenset[str]]
    not_designations: frozenset[str]

    def compatible(self, one: str, other: str) -> bool:
        """Whether a noun of one family can name a thing of the other."""
        return one == other or "any" in (one, other) or frozenset((one, other)) in self.near


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All systems by id, the classes, and the names that need care."""

    systems: Mapping[str, System]
    classes: Mapping[str, EquipmentClass]
    ambiguous: tuple[AmbiguousName, ...]
    naming: Naming
    _related: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def role(self, system_id: str) -> Role:
        """Whether a system is a weapon or a platform."""
        return self.classes[self.systems[system_id].class_id].role

    def family(self, system_id: str) -> str:
        """The family of a system's class."""
        return self.classes[self.systems[system_id].class_id].family

    def is_a(self, class_id: str, ancestor: str) -> bool:
        """Whether a class is another one or lies below it."""
        current: str | None = class_id
        while current is not None and current != ancestor:
            current = self.classes[current].parent
        return current is not None

    def related(self, system_id: str) -> frozenset[str]:
        """The system and all that a relation ties to it, in either direction."""
        if not self._related:
            self._related.update(_neighbours(self.systems))
        return self._related[system_id]


def _neighbours(systems: Mapping[str, System]) -> dict[str, frozenset[str]]:
    found = {id_: {id_} for id_ in systems}
    for system in systems.values():
        for relation in system.relations:
            found[system.id].add(relation.to)
            found[relation.to].add(system.id)
    return {id_: frozenset(ids) for id_, ids in found.items()}


def load_catalogue(folder: Traversable) -> Catalogue:
    """Reads the folder of the catalogue. Raises KnowledgeError with every fault of a file at once."""
    classes = _classes(folder / "classes.toml")
    paths = sorted(
        (p for p in folder.iterdir() if p.name.endswith(".toml") and p.name not in NOT_SYSTEMS),
        key=lambda p: p.name,
    )
    rows = [(path.name, row) for path in paths for row in read_toml(path).get("system", [])]
    systems: dict[str, System] = {}
    faults = FaultList(folder.name)
    for file, row in rows:
        system = _system(row)
        for message, remedy in _system_faults(system, classes, systems):
            faults.add(f"{file}: {system.id}: {message}", remedy)
        systems[system.id] = system
    for message in _dangling(systems):
        faults.add(message, "name a system of the catalogue")
    faults.close()
    ambiguous = tuple(_ambiguous(folder / "ambiguous.toml", systems))
    return Catalogue(MappingProxyType(systems), classes, ambiguous, _naming(folder / "naming.toml"))


def _classes(path: Traversable) -> Mapping[str, EquipmentClass]:
    table = read_toml(path)
    classes = {id_: EquipmentClass(id_, **row) for id_, row in table.items()}
    faults = FaultList(path.name)
    for entry in classes.values():
        if entry.role not in get_args(Role):
            faults.add(f"unknown role {entry.role!r}", "weapon or platform", field=entry.id)
        if entry.parent is not None and entry.parent not in classes:
            faults.add(f"unknown parent {entry.parent!r}", "name a class of this file", field=entry.id)
    faults.close()
    return MappingProxyType(classes)


def _system(row: dict[str, Any]) -> System:
    """An entry as written: `names` maps an authority to its names, `relations` a type to ids."""
    names = tuple(
        SystemName(text, cast("Authority", by))
        for by, texts in row.get("names", {}).items()
        for text in texts
    )
    relations = tuple(
        Relation(kind, to) for kind in RELATIONS for to in _listed(row.get("relations", {}).get(kind, ()))
    )
    name = str(row["name"])
    return System(
        id=str(row["id"]),
        name=name,
        class_id=str(row["class"]),
        kind=row.get("kind", "system"),
        origin=tuple(row.get("origin", ())),
        names=(SystemName(name, "canonical"), *names),
        relations=relations,
        example=str(row.get("example", "")),
    )


def _listed(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _system_faults(
    system: System, classes: Mapping[str, EquipmentClass], known: Mapping[str, System]
) -> Iterator[tuple[str, str]]:
    if system.id in known:
        yield "the id is given twice", "one entry a system"
    if system.class_id not in classes:
        yield f"unknown class {system.class_id!r}", "name a class of classes.toml"
    if system.kind not in KINDS:
        yield f"unknown kind {system.kind!r}", f"one of {', '.join(KINDS)}"
    for name in system.names:
        if name.by not in AUTHORITIES:
            yield f"unknown authority {name.by!r}", f"one of {', '.join(AUTHORITIES)}"


def _dangling(systems: Mapping[str, System]) -> Iterator[str]:
    for system in systems.values():
        for relation in system.relations:
            if relation.to not in systems:
                yield f"{system.id}: {relation.type} an unknown system {relation.to!r}"


def _ambiguous(path: Traversable, systems: Mapping[str, System]) -> Iterator[AmbiguousName]:
    faults = FaultList(path.name)
    rows = read_toml(path).get("name", [])
    for number, row in enumerate(rows, 1):
        for unknown in set(chain(row["systems"], row.get("decides", {}))) - set(systems):
            faults.add(f"unknown system {unknown!r}", "name a system of the catalogue", row=number)
        if row.get("needs", "company") not in get_args(Needs):
            faults.add(f"unknown need {row['needs']!r}", "company, noun or none", row=number)
    faults.close()
    for row in rows:
        decides = {id_: tuple(words) for id_, words in row.get("decides", {}).items()}
        yield AmbiguousName(
            text=row["text"],
            systems=tuple(row["systems"]),
            needs=row.get("needs", "company"),
            decides=MappingProxyType(decides),
            not_before=tuple(row.get("not_before", ())),
            example=str(row.get("example", "")),
            counter_example=str(row.get("counter_example", "")),
        )


def _naming(path: Traversable) -> Naming:
    table = read_toml(path)
    ordinary = frozenset(table["ships"]["ordinary"])
    prefixes = (
        ShipPrefix(text, country, text in ordinary)
        for country, texts in table["ships"]["prefixes"].items()
        for text in texts
    )
    return Naming(
        makers=tuple(table["makers"]),
        cyrillic=MappingProxyType(dict(table["cyrillic"])),
        ship_prefixes=tuple(prefixes),
        near=frozenset(frozenset(pair) for pair in table["near"]),
        not_designations=frozenset(table["not_designations"]),
    )
