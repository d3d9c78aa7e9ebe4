"""Writing a pack of persons in office, in the form that a person would write it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MANIFEST = """name = {name}
version = "1.0"
description = {description}
licence = {licence}
sources = [{source}]
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office of a state (its code), with terms of first and last years, and other names."""

    name: str
    office: str
    state: str
    years: tuple[tuple[int, int], ...]
    aka: tuple[str, ...] = ()


def write_offices(folder: Path, about: dict[str, str], holders: Iterable[Holder]) -> int:
    """Writes pack.toml (`about`: name, description, licence, source) and offices.toml; returns the number of persons.

    Persons of one name, office and state are one entry with several terms.
    """
    folder.mkdir(parents=True, exist_ok=True)
    manifest = MANIFEST.format(**{key: _text(value) for key, value in about.items()})
    (folder / "pack.toml").write_text(manifest, encoding="utf-8")
    merged = _merged(holders)
    text = 'example = "{surname} toured the depot on Monday."\n' + "".join(map(_entry, merged))
    (folder / "offices.toml").write_text(text, encoding="utf-8")
    return len(merged)


def _merged(holders: Iterable[Holder]) -> list[Holder]:
    found: dict[tuple[str, str, str], Holder] = {}
    for one in holders:
        key = (one.state, one.office, one.name)
        known = found.get(key, one)
        years = tuple(sorted({*known.years, *one.years}))
        aka = tuple(dict.fromkeys((*known.aka, *one.aka)))
        found[key] = Holder(one.name, one.office, one.state, years, aka)
    return [found[key] for key in sorted(found)]


def _entry(one: Holder) -> str:
    years = ", ".join(f"[{first}, {last}]" for first, last in one.years)
    aka = f"aka = [{', '.join(map(_text, one.aka))}]\n" if one.aka else ""
    return (
        f"\n[[office]]\nstate = {_text(one.state)}\noffice = {_text(one.office)}\nname = {_text(one.name)}\n"
        f"years = [{years}]\n{aka}"
    )


def _text(value: str) -> str:
    """A TOML basic string: JSON's escapes are among TOML's, but for the sign of deletion, which TOML wants escaped."""
    clean = value.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
