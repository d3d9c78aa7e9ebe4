"""What a schema cannot see of a pack: words that name other entries, entries without what a new one needs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from rostra.data.entries import NO_STATE
from rostra.data.knowledge import Knowledge
from rostra.data.laying import REPLACE, Tables, entry_key
from rostra.data.schemas import Step, Violation

Found = tuple[str, Violation]
"""The file and what is wrong in it."""
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "country": ("name", "demonym"),
    "system": ("name", "class"),
    "class": ("name", "role", "family"),
    "office": ("terms",),
}


def cross_faults(tables: Mapping[str, Tables], base: Knowledge) -> Iterator[Found]:
    """Every reference to what is neither in the pack nor in the knowledge below, every new entry that lacks a part."""
    states = {*base.countries.by_code, *tables.get("countries.toml", {}).get("countries", {})}
    yield from _countries(tables, base)
    yield from _states_named(tables, states)
    yield from _offices(tables, base, states)
    yield from _Arsenal(tables, base, states).faults()


def _lacking(kind: str, entry: Tables, path: tuple[Step, ...]) -> Iterator[Violation]:
    for name in _NEEDED[kind]:
        if name not in entry:
            yield Violation((*path, name), "a new entry lacks this field", f"give {', '.join(_NEEDED[kind])}")


def _countries(tables: Mapping[str, Tables], base: Knowledge) -> Iterator[Found]:
    file = "countries.toml"
    for code, entry in tables.get(file, {}).get("countries", {}).items():
        if code not in base.countries.by_code or entry.get(REPLACE):
            yield from ((file, one) for one in _lacking("country", entry, ("countries", code)))


def _states_named(tables: Mapping[str, Tables], states: set[str]) -> Iterator[Found]:
    for file, table in tables.items():
        for path in _codes_of(file, table):
            if path[-1] not in states | {NO_STATE}:
                yield file, _unknown_state(path)


def _codes_of(file: str, table: Tables) -> Iterator[tuple[Step, ...]]:
    """Where a file has codes of states for keys."""
    if file in {"places.toml", "organisations.toml"}:
        yield from ((key,) for key, part in table.items() if isinstance(part, dict) and key.isupper())
        yield from (("capital_names", code) for code in table.get("capital_names", {}))
    elif file.startswith("languages/"):
        yield from ((part, code) for part in ("names", "demonyms") for code in table.get(part, {}))


def _unknown_state(path: tuple[Step, ...], code: str | None = None) -> Violation:
    return Violation(
        path,
        f"unknown state {code or path[-1]}",
        f"a code of countries.toml, here or in rostra; {NO_STATE}: none",
    )


def _offices(tables: Mapping[str, Tables], base: Knowledge, states: set[str]) -> Iterator[Found]:
    file, seen = "offices.toml", set()
    bodies = {one.state for one in base.offices.all}
    known = {entry_key({"name": o.name, "office": o.office, "state": o.state}) for o in base.offices.all}
    for at, entry in enumerate(tables.get(file, {}).get("office", [])):
        path: tuple[Step, ...] = ("office", at)
        if entry["state"] not in states | bodies:
            yield file, _unknown_state((*path, "state"), entry["state"])
        if "years" not in entry and (entry_key(entry) not in known or entry.get(REPLACE)):
            yield from ((file, one) for one in _lacking("office", entry, path))
        if entry_key(entry) in seen:
            yield (
                file,
                Violation(
                    (*path, "name"), f"{entry['name']} is given twice", "one entry a person and office"
                ),
            )
        for first, last in entry.get("years", []):
            if last < first:
                yield (
                    file,
                    Violation((*path, "years"), f"{first} is after {last}", "first year, then last year"),
                )
        seen.add(entry_key(entry))


class _Arsenal:
    """The faults of the files of equipment."""

    def __init__(self, tables: Mapping[str, Tables], base: Knowledge, states: set[str]) -> None:
        self.base, self.states = base.equipment, states
        self.files = {name: table for name, table in tables.items() if name.startswith("equipment/")}
        self.classes = self.files.get("equipment/classes.toml", {})
        self.declared = self.files.get("equipment/ambiguous.toml", {}).get("name", [])
        self.entries = [
            (file, at, entry)
            for file, table in self.files.items()
            for at, entry in enumerate(table.get("system", []))
        ]
        self.ids = {*self.base.systems, *(entry["id"] for _, _, entry in self.entries)}

    def faults(self) -> Iterator[Found]:
        """All of them, classes first."""
        yield from self._of_classes()
        seen: set[str] = set()
        for file, at, entry in self.entries:
            for one in self._of_entry(entry, ("system", at), seen):
                yield file, one
            seen.add(entry["id"])
        yield from self._of_ambiguous()
        yield from self._shared_names()

    def _of_classes(self) -> Iterator[Found]:
        file, known = "equipment/classes.toml", {*self.base.classes, *self.classes}
        for id_, entry in self.classes.items():
            if id_ not in self.base.classes:
                yield from ((file, one) for one in _lacking("class", entry, (id_,)))
            if entry.get("parent", id_) not in known:
                yield (
                    file,
                    Violation(
                        (id_, "parent"), f"unknown class {entry['parent']!r}", "a class of classes.toml"
                    ),
                )

    def _of_entry(self, entry: Tables, path: tuple[Step, ...], seen: set[str]) -> Iterator[Violation]:
        if entry["id"] in seen:
            yield Violation((*path, "id"), f"the id {entry['id']!r} is given twice", "one entry a system")
        if entry["id"] not in self.base.systems or entry.get(REPLACE):
            yield from _lacking("system", entry, path)
        if "class" in entry and entry["class"] not in {*self.base.classes, *self.classes}:
            yield Violation(
                (*path, "class"),
                f"unknown class {entry['class']!r}",
                "a class of classes.toml, here or in rostra",
            )
        for code in entry.get("origin", []):
            if code not in self.states:
                yield _unknown_state((*path, "origin"), code)
        for kind, ids in entry.get("relations", {}).items():
            yield from (
                Violation(
                    (*path, "relations", kind),
                    f"unknown system {id_!r}",
                    "the id of a system, here or in rostra",
                )
                for id_ in ids
                if id_ not in self.ids
            )
        if "example" in entry and not any(
            name in entry["example"] for name in _texts(entry, self.base.systems)
        ):
            yield Violation(
                (*path, "example"), "the sentence does not hold a name of the entry", "write one that does"
            )

    def _of_ambiguous(self) -> Iterator[Found]:
        for at, entry in enumerate(self.declared):
            for id_ in dict.fromkeys((*entry["systems"], *entry.get("decides", {}))):
                if id_ not in self.ids:
                    yield (
                        "equipment/ambiguous.toml",
                        Violation(
                            ("name", at, "systems"),
                            f"unknown system {id_!r}",
                            "the id of a system, here or in rostra",
                        ),
                    )

    def _shared_names(self) -> Iterator[Found]:
        """A name that the pack gives to one system and another one has already, undeclared."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for system in self.base.systems.values():
            for one in system.names:
                bearers[_key(one.text)].add(system.id)
        declared = {_key(entry["text"]) for entry in self.declared} | {
            _key(other.text) for other in self.base.ambiguous
        }
        for file, at, entry in self.entries:
            for name in _own_texts(entry):
                others = bearers[_key(name)] - {entry["id"]}
                if others and _key(name) not in declared:
                    remedy = "name both in equipment/ambiguous.toml, or take the name out"
                    message = f"{name!r} is also a name of {', '.join(sorted(others))}"
                    yield file, Violation(("system", at, "names"), message, remedy)
                bearers[_key(name)].add(entry["id"])


def _own_texts(entry: Tables) -> list[str]:
    given = (name for by, names in entry.get("names", {}).items() if by != "register" for name in names)
    return list(dict.fromkeys([*([entry["name"]] if "name" in entry else []), *given]))


def _texts(entry: Tables, systems: Mapping[str, Any]) -> list[str]:
    known = systems.get(entry["id"])
    return [*_own_texts(entry), *((name.text for name in known.names) if known else ())]


def _key(name: str) -> str:
    return re.sub(r"[\s\-–—./'’]+", "", name).casefold()
