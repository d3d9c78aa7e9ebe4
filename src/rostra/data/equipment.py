"""The catalogue of military equipment: a graph of systems, their names by authority, their classes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Role = Literal["weapon", "platform"]
Kind = Literal["system", "missile", "munition", "launcher", "platform", "family"]
Authority = Literal["maker", "grau", "nato", "service", "press", "register", "canonical"]
Needs = Literal["company", "noun", "none"]
RelationType = Literal["uses", "variant_of", "mounted_on", "family", "derived_from"]

KINDS: tuple[Kind, ...] = get_args(Kind)
AUTHORITIES: tuple[Authority, ...] = get_args(Authority)
RELATIONS: tuple[RelationType, ...] = get_args(RelationType)
ABOVE: tuple[RelationType, ...] = ("variant_of", "family")
"""The relations that lead to what a system is one of; what it was derived from is another system."""


@dataclass(frozen=True, slots=True)
class EquipmentClass:
    """A class of the taxonomy: "platform" for aircraft, ships and vehicles, "weapon" for the rest."""

    id: str
    name: str
    role: Role
    family: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read: its title, publisher, date and address."""

    id: str
    title: str
    publisher: str
    date: str
    address: str


@dataclass(frozen=True, slots=True)
class SystemName:
    """One name of a system and who gives it: maker, GRAU index, NATO, a service, the press, a register.

    `lang` is the language that it is written in (ISO 639-1), None for a designation that is the same in all.
    `source` is what was read for a name in doubt; `unverified` where nothing readable confirmed it.
    """

    text: str
    by: Authority
    lang: str | None = None
    source: Source | None = None
    unverified: bool = False

    @property
    def script(self) -> str:
        """ISO 15924 code of the letters: Cyrl as soon as one is Cyrillic, else Latn."""
        return "Cyrl" if any("\u0400" <= char <= "\u052f" for char in self.text) else "Latn"


@dataclass(frozen=True, slots=True)
class Relation:
    """How one system stands to another; `export` marks a variant made for other states."""

    type: RelationType
    to: str
    export: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure of a system; measure and unit are those of `comparison/`, one end may be open."""

    measure: str
    low: float | None
    high: float | None
    unit: str
    source: Source
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class System:
    """One entry: a system, missile, munition, launcher, platform or family. `origin` is ISO 3166 alpha-2.

    `names` are those that texts use; `register_names` stand in registers alone, where no sentence is about them.
    """

    id: str
    name: str
    class_id: str
    kind: Kind
    origin: tuple[str, ...]
    names: tuple[SystemName, ...]
    relations: tuple[Relation, ...] = ()
    example: str = ""
    register_names: tuple[SystemName, ...] = ()
    figures: tuple[Figure, ...] = ()

    def to(self, *types: RelationType) -> tuple[str, ...]:
        """The systems that relations of these types lead to, in the order of the file."""
        return tuple(relation.to for relation in self.relations if relation.type in types)

    @property
    def node(self) -> str:
        """What it is in the graph: its kind, or "variant" or "export variant" of another system."""
        variants = [relation for relation in self.relations if relation.type == "variant_of"]
        if not variants:
            return self.kind
        return "export variant" if any(relation.export for relation in variants) else "variant"


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
    """How designations are written: makers put before them, Cyrillic prefixes, ships' prefixes.

    `authorities` says what each authority is and what its names rest on; `examples` holds a sentence for each class
    and language, with {} for the name.
    """

    makers: tuple[str, ...]
    cyrillic: Mapping[str, str]
    ship_prefixes: tuple[ShipPrefix, ...]
    near: frozenset[frozenset[str]]
    not_designations: frozenset[str]
    authorities: Mapping[str, str] = field(default_factory=dict)
    examples: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

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
    _pointing: dict[str, tuple[tuple[str, Relation], ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def role(self, system_id: str) -> Role:
        """Whether a system is a weapon or a platform."""
        return self.classes[self.systems[system_id].class_id].role

    def family(self, system_id: str) -> str:
        """The family of a system's class."""
        return self.classes[self.systems[system_id].class_id].family

    def is_a(self, class_id: str, ancestor: str) -> bool:
        """Whether a class is another one or lies below it."""
        return ancestor in self.class_line(class_id)

    def class_line(self, class_id: str) -> tuple[str, ...]:
        """A class and the wider ones, narrowest first."""
        line, current = [], self.classes.get(class_id)
        while current is not None:
            line.append(current.id)
            current = self.classes.get(current.parent or "")
        return tuple(line)

    def related(self, system_id: str) -> frozenset[str]:
        """The system and all that belong to it, in either direction; not what it was derived from."""
        if not self._related:
            self._related.update(_neighbours(self.systems))
        return self._related[system_id]

    def pointing(self, system_id: str, *types: RelationType) -> tuple[str, ...]:
        """The systems of which a relation of these types leads here."""
        if not self._pointing:
            self._pointing.update(_backwards(self.systems))
        return tuple(id_ for id_, relation in self._pointing.get(system_id, ()) if relation.type in types)

    def parents(self, system_id: str) -> tuple[str, ...]:
        """What it is a variant or a member of, nearest first."""
        return _walk(system_id, lambda id_: self.systems[id_].to(*ABOVE))

    def variants(self, system_id: str) -> tuple[str, ...]:
        """All its variants and members, and theirs."""
        return _walk(system_id, lambda id_: self.pointing(id_, *ABOVE))

    def uses(self, system_id: str) -> tuple[str, ...]:
        """What it fires or works with: its own missiles, launchers and radars, else those of what it is a variant of."""
        for id_ in (system_id, *self.parents(system_id)):
            if own := self.systems[id_].to("uses"):
                return own
        return ()

    def missiles(self, system_id: str) -> tuple[str, ...]:
        """The missiles and munitions that it uses."""
        return tuple(id_ for id_ in self.uses(system_id) if self.systems[id_].kind in ("missile", "munition"))

    def launchers(self, system_id: str) -> tuple[str, ...]:
        """The launchers that it uses."""
        return tuple(id_ for id_ in self.uses(system_id) if self.systems[id_].kind == "launcher")

    def users(self, system_id: str) -> tuple[str, ...]:
        """The systems that use it."""
        return self.pointing(system_id, "uses")

    def carriers(self, system_id: str) -> tuple[str, ...]:
        """The platforms that it is mounted on."""
        return self.systems[system_id].to("mounted_on")


def _neighbours(systems: Mapping[str, System]) -> dict[str, frozenset[str]]:
    found = {id_: {id_} for id_ in systems}
    for system in systems.values():
        for relation in system.relations:
            if relation.type != "derived_from":
                found[system.id].add(relation.to)
                found[relation.to].add(system.id)
    return {id_: frozenset(ids) for id_, ids in found.items()}


def _backwards(systems: Mapping[str, System]) -> dict[str, tuple[tuple[str, Relation], ...]]:
    found: dict[str, list[tuple[str, Relation]]] = {}
    for system in systems.values():
        for relation in system.relations:
            found.setdefault(relation.to, []).append((system.id, relation))
    return {id_: tuple(ties) for id_, ties in found.items()}


def _walk(start: str, step: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """All that steps lead to, nearest first, each once."""
    found: dict[str, None] = {}
    waiting = list(step(start))
    while waiting:
        at = waiting.pop(0)
        if at not in found and at != start:
            found[at] = None
            waiting.extend(step(at))
    return tuple(found)
