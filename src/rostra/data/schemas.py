"""The JSON schemas of the files of knowledge, and every place where a table differs from its schema.

Of JSON Schema (draft 2020-12) this reads what the schemas use: type, enum, pattern, required, properties,
patternProperties, additionalProperties, items, minItems, maxItems, minimum, maximum. The `description` of a part is
the remedy for a fault in it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Schema = Mapping[str, Any]
Step = str | int
_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
}
_SAID = {
    "object": "a table",
    "array": "a list",
    "string": "a text",
    "integer": "a number",
    "boolean": "true or false",
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One difference: the steps down to it (keys, and positions from 0), what is wrong, and how to mend it."""

    path: tuple[Step, ...]
    message: str
    remedy: str


@cache
def schema(name: str) -> Schema:
    """A published schema ("countries")."""
    read: Schema = json.loads((files("rostra.data") / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    return read


def violations(value: Any, under: Schema, path: tuple[Step, ...] = ()) -> Iterator[Violation]:
    """Every difference between a table and its schema, in the order of the table."""
    remedy = under.get("description", "see the schema")
    told = _mismatch(value, under)
    if told:
        yield Violation(path, told, remedy)
    elif isinstance(value, dict):
        yield from _in_object(value, under, path)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            part = under.get("items", {})
            yield from violations(item, {"description": remedy, **part}, (*path, at))


def _mismatch(value: Any, under: Schema) -> str | None:
    kind = under.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
        return f"{_shown(value)} is not {_SAID[kind]}"
    if "enum" in under and value not in under["enum"]:
        return f"{_shown(value)} is none of {', '.join(under['enum'])}"
    if isinstance(value, str) and not re.search(under.get("pattern", ""), value):
        return f"{_shown(value)} is not written as it should be" if value.strip() else "the text is empty"
    if isinstance(value, list):
        return _size(len(value), under)
    if isinstance(value, int) and not under.get("minimum", value) <= value <= under.get("maximum", value):
        return f"{value} is not from {under['minimum']} to {under['maximum']}"
    return None


def _size(length: int, under: Schema) -> str | None:
    if length < under.get("minItems", 0):
        return f"{length or 'no'} items where at least {under['minItems']} should be"
    if length > under.get("maxItems", length):
        return f"{length} items where at most {under['maxItems']} should be"
    return None


def _in_object(value: Mapping[str, Any], under: Schema, path: tuple[Step, ...]) -> Iterator[Violation]:
    remedy = under.get("description", "see the schema")
    for name in under.get("required", ()):
        if name not in value:
            yield Violation((*path, name), "the field is missing", remedy)
    for name, item in value.items():
        part = _part(name, under)
        if part is None:
            yield Violation((*path, name), "no such field", remedy)
        else:
            yield from violations(item, part, (*path, name))


def _part(name: str, under: Schema) -> Schema | None:
    """The schema of a field; None where the field is not allowed."""
    if name in under.get("properties", {}):
        found: Schema = under["properties"][name]
        return found
    for pattern, part in under.get("patternProperties", {}).items():
        if re.search(pattern, name):
            return part  # type: ignore[no-any-return]  # a schema of the schema
    rest = under.get("additionalProperties", {})
    return None if rest is False else rest


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}…"
