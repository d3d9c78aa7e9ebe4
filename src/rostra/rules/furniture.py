"""Furniture of web pages: lines that stand around an article without being part of it, by language."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal, get_args

from rostra.kernel.tables import FaultList, read_toml

Where = Literal["anywhere", "head", "edges"]
WORD_CLASSES = ("home", "share", "menu")

# What a pattern may name instead of spelling it out. Patterns see folded text: lower case, no diacritics.
_PARTS = {
    "{NAME}": r"(?P<name>[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*){1,4})",
    "{DATE}": r"(?P<date>[^!?;]{0,24}\d[^!?;]{3,40})",
}


@dataclass(frozen=True, slots=True)
class FurnitureLine:
    """A pattern that a whole folded line must match.

    `where`: anywhere; in the head (before the second paragraph of prose); at the edges (the head, or after the
    last paragraph of prose). A line that reads like prose is spared unless `prose` is set. With `heading`, the
    lines below it that are no prose go with it.
    """

    rule: str
    pattern: re.Pattern[str]
    where: Where
    example: str
    counter_examples: tuple[str, ...] = ()
    prose: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines, and folded words: `home` begins a breadcrumb trail, `share` fills a share bar, `menu` is a menu entry."""

    lines: tuple[FurnitureLine, ...]
    home: frozenset[str]
    share: frozenset[str]
    menu: frozenset[str]


def load_furniture(path: Traversable) -> Furniture:
    """Reads `furniture.toml`. Raises KnowledgeError that lists every fault of the file."""
    table = read_toml(path)
    faults = FaultList(path.name)
    lines = [_line(entry, row, faults) for row, entry in enumerate(table.get("line", ()), start=1)]
    words = table.get("words", {})
    for name in set(words) - set(WORD_CLASSES):
        faults.add("unknown class of words", f"classes are {', '.join(WORD_CLASSES)}", field=name)
    faults.close()
    return Furniture(
        tuple(line for line in lines if line),
        *(frozenset(str(word) for word in words.get(name, ())) for name in WORD_CLASSES),
    )


@cache
def all_furniture() -> Furniture:
    """The furniture of all languages in one: pages mix their own language with that of their software."""
    loaded = [load_furniture(_packs() / lang / "furniture.toml") for lang in furniture_languages()]
    return Furniture(
        tuple(line for furniture in loaded for line in furniture.lines),
        frozenset[str]().union(*(furniture.home for furniture in loaded)),
        frozenset[str]().union(*(furniture.share for furniture in loaded)),
        frozenset[str]().union(*(furniture.menu for furniture in loaded)),
    )


@cache
def furniture_languages() -> tuple[str, ...]:
    """Languages whose furniture is known, in alphabetical order; more than those with a whole pack."""
    folders = (folder for folder in _packs().iterdir() if (folder / "furniture.toml").is_file())
    return tuple(sorted(folder.name for folder in folders))


def _packs() -> Traversable:
    return files("rostra.rules") / "packs"


def _line(entry: dict[str, Any], row: int, faults: FaultList) -> FurnitureLine | None:
    for name in ("rule", "pattern", "where", "example"):
        if not isinstance(entry.get(name), str):
            faults.add("the field is missing", "give a string", row=row, field=name)
            return None
    if entry["where"] not in get_args(Where):
        faults.add(f"no such place: {entry['where']}", f"one of {', '.join(get_args(Where))}", row=row)
        return None
    pattern = entry["pattern"]
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        faults.add(f"no regular expression: {error}", "mend the pattern", row=row, field="pattern")
        return None
    counter_examples = tuple(entry.get("counter_examples", ()))
    return FurnitureLine(**{**entry, "pattern": compiled, "counter_examples": counter_examples})
