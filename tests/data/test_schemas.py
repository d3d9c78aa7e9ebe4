from importlib.resources import files

import pytest

from rostra.data.packs import schema_name
from rostra.data.schemas import schema, violations
from rostra.kernel.tables import read_toml

DATA = files("rostra.data")
SHIPPED = [
    *(f"{name}.toml" for name in ("countries", "places", "organisations", "offices", "given_names")),
    *(
        f"equipment/{path.name}"
        for path in (DATA / "equipment").iterdir()
        if path.name not in {"examples.toml", "sources.toml", "names.toml", "figures.toml"}
    ),
]
"""The files that a pack may have too; the others stand beside the catalogue and are its own."""


@pytest.mark.parametrize("name", SHIPPED)
def test_what_ships_keeps_to_the_schema_of_packs(name: str) -> None:
    under = schema(schema_name(name) or "")
    assert [(one.path, one.message) for one in violations(read_toml(DATA / name), under)][:5] == []


@pytest.mark.parametrize("path", sorted(path.name for path in (DATA / "schemas").iterdir()))
def test_a_schema_uses_only_what_is_read(path: str) -> None:
    known = {
        *("$schema", "title", "description", "type", "enum", "pattern", "required", "properties"),
        *("patternProperties", "additionalProperties", "items", "minItems", "maxItems", "minimum", "maximum"),
    }
    assert unknown(schema(path.removesuffix(".json")), known) == set()


def unknown(part: object, known: set[str]) -> set[str]:
    if not isinstance(part, dict):
        return set()
    found = set(part) - known
    below = [*part.get("properties", {}).values(), *part.get("patternProperties", {}).values()]
    below += [part.get("items"), part.get("additionalProperties")]
    return found.union(*(unknown(one, known) for one in below))


@pytest.mark.parametrize(
    ("value", "under", "told"),
    [
        (1, {"type": "string"}, "1 is not a text"),
        (True, {"type": "integer"}, "True is not a number"),
        ("c", {"enum": ["a", "b"]}, "'c' is none of a, b"),
        (" ", {"type": "string", "pattern": r"\S"}, "the text is empty"),
        ([], {"minItems": 1}, "no items where at least 1 should be"),
        ([1, 2, 3], {"maxItems": 2}, "3 items where at most 2 should be"),
        (1700, {"minimum": 1800, "maximum": 9999}, "1700 is not from 1800 to 9999"),
        ({"a": 1}, {"additionalProperties": False}, "no such field"),
        ({}, {"required": ["a"]}, "the field is missing"),
    ],
)
def test_a_difference_is_told(value: object, under: dict[str, object], told: str) -> None:
    (found,) = violations(value, under)
    assert found.message == told
    assert found.remedy


def test_the_remedy_is_the_description_of_the_part() -> None:
    under = {"type": "object", "properties": {"a": {"type": "string", "description": "write a word"}}}
    (found,) = violations({"a": 1}, under)
    assert (found.path, found.remedy) == (("a",), "write a word")


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("A", True),
        ("Ада?|(B)", True),
        ("A||B", False),
        ("A|", False),
        ("?", False),
        ("--- | A", False),
        ("", False),
    ],
)
def test_every_name_of_a_line_has_a_letter_or_digit(line: str, fits: bool) -> None:
    found = list(violations({"XX": {"sea": [line]}}, schema("places")))
    assert (not found) == fits


def test_a_line_of_a_megabyte_is_judged_at_once() -> None:
    line = "|".join(["a" * 1000] * 1000) + "|"
    assert len(list(violations({"XX": {"sea": [line]}}, schema("places")))) == 1
