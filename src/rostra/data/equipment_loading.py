"""Reading the catalogue of equipment from its folder, with every fault of a file at once."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from itertools import chain
from types import MappingProxyType
from typing import Any, cast, get_args

from rostra.data.equipment import (
    ABOVE,
    AUTHORITIES,
    KINDS,
    RELATIONS,
    AmbiguousName,
    Authority,
    Catalogue,
    EquipmentClass,
    Kind,
    Naming,
    Needs,
    Role,
    ShipPrefix,
    System,
    SystemName,
)
from rostra.data.equipment_beside import EXPORT, Beside, optional, relations_of
from rostra.kernel.tables import FaultList, read_toml

NOT_SYSTEMS = frozenset(
    f"{name}.toml"
    for name in (
        "classes",
        "ambiguous",
        "naming",
        "relations",
        "examples",
        "sources",
        "names",
        "figures",
    )
)
_UKRAINIAN = frozenset("іїєґІЇЄҐ")


def load_catalogue(folder: Traversable) -> Catalogue:
    """Reads the folder of the catalogue. Raises KnowledgeError with every fault of a file at once.

    `relations`, `examples`, `sources`, `names` and `figures` may be absent: a small pack has entries alone.
    """
    classes = _classes(folder / "classes.toml")
    naming = _naming(folder)
    beside = Beside.read(folder)
    systems = _systems(folder, classes, naming, beside)
    return Catalogue(
        MappingProxyType(systems),
        classes,
        tuple(_ambiguous(folder / "ambiguous.toml", systems, _Examples(naming, classes))),
        naming,
    )


def _systems(
    folder: Traversable, classes: Mapping[str, EquipmentClass], naming: Naming, beside: Beside
) -> dict[str, System]:
    kinds = {id_: _usual_kind(id_, classes) for id_ in classes}
    paths = sorted(
        (p for p in folder.iterdir() if p.name.endswith(".toml") and p.name not in NOT_SYSTEMS),
        key=lambda p: p.name,
    )
    tables = [(path.name, read_toml(path)) for path in paths]
    rows = [
        (file, {"origin": table.get("origin", ()), "kind": kinds.get(row["class"], "system"), **row})
        for file, table in tables
        for row in table.get("system", [])
    ]
    systems: dict[str, System] = {}
    faults = FaultList(folder.name)
    examples = _Examples(naming, classes)
    for file, row in rows:
        system = _system(row, beside, examples)
        for message, remedy in _system_faults(system, classes, systems):
            faults.add(f"{file}: {system.id}: {message}", remedy)
        systems[system.id] = system
    for message, remedy in chain(_dangling(systems, beside), _cycles(systems)):
        faults.add(message, remedy)
    faults.close()
    return systems


def _usual_kind(class_id: str, classes: Mapping[str, EquipmentClass]) -> Kind:
    """The kind of an entry that gives none: what the things of its class are."""
    if classes[class_id].role == "platform":
        return "platform"
    while class_id not in ("missile", "munition") and (parent := classes[class_id].parent) is not None:
        class_id = parent
    return "missile" if class_id == "missile" else "munition" if class_id == "munition" else "system"


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


class _Examples:
    """The example sentence of an entry: that of its class, or of the nearest class above that has one."""

    def __init__(self, naming: Naming, classes: Mapping[str, EquipmentClass]) -> None:
        self.naming, self.classes = naming, classes
        self._templates: dict[tuple[str, str], str] = {}

    def of(self, name: str, class_id: str, lang: str = "en") -> str:
        """The sentence with the name in it; "" where no class above has one."""
        key = ("bare" if says_what_it_is(name) else class_id), lang
        if key not in self._templates:
            self._templates[key] = self._template(*key)
        return self._templates[key].replace("{}", name)

    def _template(self, class_id: str, lang: str) -> str:
        at: str | None = class_id
        while at is not None:
            if (template := self.naming.examples.get(at, {}).get(lang)) is not None:
                return template
            entry = self.classes.get(at)
            at = entry.parent if entry else None
        return ""


def says_what_it_is(name: str) -> bool:
    """Whether a name ends in a noun of its own: "Kilo-class submarine", "M4 carbine"."""
    last = name.rpartition(" ")[2]
    return last != name and ((last.isalpha() and last.islower()) or last in {"UAV", "IFV", "APC", "MRAP"})


def _system(row: dict[str, Any], beside: Beside, examples: _Examples) -> System:
    """An entry as written: `names` maps an authority, with or without a language, to its names."""
    id_, name, class_id = str(row["id"]), str(row["name"]), str(row["class"])
    names = tuple(_name(text, key, beside) for key, texts in row.get("names", {}).items() for text in texts)
    relations = relations_of(row.get("relations", {})) if "relations" in row else ()
    return System(
        id=id_,
        name=name,
        class_id=class_id,
        kind=row["kind"],
        origin=tuple(row["origin"]),
        names=(
            _name(name, "canonical", beside),
            *(one for one in names if one.by != "register"),
        ),
        relations=(*relations, *beside.relations.get(id_, ())),
        example=str(row.get("example") or examples.of(name, class_id)),
        register_names=tuple(one for one in names if one.by == "register"),
        figures=beside.figures.get(id_, ()),
    )


def _name(text: str, key: str, beside: Beside) -> SystemName:
    by, _, lang = key.partition("-")
    unverified = text in beside.unverified
    return SystemName(
        text,
        cast("Authority", by),
        lang or ("en" if by == "canonical" and says_what_it_is(text) else _language(text)),
        beside.verified.get(text),
        unverified,
    )


def _language(text: str) -> str | None:
    """The language of Cyrillic letters: Ukrainian where one of its own is there, else Russian; None for Latin ones."""
    if text.isascii() or not any("\u0400" <= char <= "\u052f" for char in text):
        return None
    return "uk" if _UKRAINIAN.intersection(text) else "ru"


def _system_faults(
    system: System, classes: Mapping[str, EquipmentClass], known: Mapping[str, System]
) -> Iterator[tuple[str, str]]:
    if system.id in known:
        yield "the id is given twice", "one entry a system"
    if system.class_id not in classes:
        yield f"unknown class {system.class_id!r}", "name a class of classes.toml"
    if system.kind not in KINDS:
        yield f"unknown kind {system.kind!r}", f"one of {', '.join(KINDS)}"
    for name in chain(system.names, system.register_names):
        if name.by not in AUTHORITIES:
            yield (
                f"unknown authority {name.by!r}",
                f"one of {', '.join(AUTHORITIES)}, with or without a language",
            )
    for relation in system.relations:
        if relation.type not in RELATIONS:
            yield f"unknown relation {relation.type!r}", f"one of {', '.join((*RELATIONS, EXPORT))}"


def _dangling(systems: Mapping[str, System], beside: Beside) -> Iterator[tuple[str, str]]:
    remedy = "name a system of the catalogue"
    for system in systems.values():
        for relation in system.relations:
            if relation.to not in systems:
                yield f"{system.id}: {relation.type} an unknown system {relation.to!r}", remedy
    for id_ in sorted({*beside.relations, *beside.figures} - set(systems)):
        yield f"{id_}: relations or figures of an unknown system", remedy


def _cycles(systems: Mapping[str, System]) -> Iterator[tuple[str, str]]:
    """Systems that are, by way of others, variants or members of themselves."""
    for start in systems:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for to in systems[waiting.pop()].to(*ABOVE):
                if to == start:
                    yield f"{start}: a variant of itself", "take out one relation of the circle"
                elif to in systems and to not in seen:
                    seen.add(to)
                    waiting.append(to)


def _ambiguous(
    path: Traversable, systems: Mapping[str, System], examples: _Examples
) -> Iterator[AmbiguousName]:
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
            example=str(row.get("example") or examples.of(row["text"], systems[row["systems"][0]].class_id)),
            counter_example=str(row.get("counter_example") or examples.of(row["text"], "counter")),
        )


def _naming(folder: Traversable) -> Naming:
    table = read_toml(folder / "naming.toml")
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
        authorities=MappingProxyType(table.get("authorities", {})),
        examples=MappingProxyType(optional(folder / "examples.toml")),
    )


def example_in(catalogue: Catalogue, system: System, text: str, lang: str) -> str:
    """A sentence in a language that speaks of a system by one of its names."""
    return _Examples(catalogue.naming, catalogue.classes).of(text, system.class_id, lang)
