"""Tables laid over tables: what a pack says of an entry that ships, and what it adds."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from os import PathLike
from typing import Any

from rostra.kernel.tables import TableFile, read_toml

Tables = dict[str, Any]
REPLACE = "replace"
"""An entry with `replace = true` keeps nothing of the one that it takes the place of."""
_KEYS = (("id",), ("text",), ("name", "office", "state"))
"""What tells the entries of a list of tables apart, the first of these that an entry has whole."""

_INSTEAD = {"years": "terms", "terms": "years"}
"""A field that goes where the other one is given: two ways to say the same."""


def laid_over(base: Any, added: Any) -> Any:
    """The added value over the base one: tables entry by entry, names grow, everything else is taken over."""
    if isinstance(base, Mapping) and isinstance(added, Mapping):
        if added.get(REPLACE) is True:
            return _plain(added)
        both = {key: laid_over(base[key], value) for key, value in added.items() if key in base}
        kept = {key: value for key, value in base.items() if _INSTEAD.get(key) not in added}
        return {**kept, **_plain(added), **both}
    if isinstance(base, list) and isinstance(added, list):
        return _lists(base, added)
    return _plain(added)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items() if key != REPLACE}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _lists(base: list[Any], added: list[Any]) -> list[Any]:
    items = [*base, *added]
    if all(isinstance(item, str) for item in items):
        return _names(base, added)
    if not all(isinstance(item, Mapping) for item in items):
        return _plain(added)  # type: ignore[no-any-return]  # a list stays a list
    merged = {entry_key(item): item for item in base}
    for item in added:
        key = entry_key(item)
        merged[key] = laid_over(merged[key], item) if key in merged else _plain(item)
    return list(merged.values())


def _names(base: list[str], added: list[str]) -> list[str]:
    """Lines of names: one whose first name is known grows, others are added."""
    lines = {_first(line): line for line in base}
    for line in added:
        known = lines.get(_first(line))
        parts = [*known.split("|"), *line.split("|")[1:]] if known is not None else line.split("|")
        lines[_first(line)] = "|".join(dict.fromkeys(parts))
    return list(lines.values())


def _first(line: str) -> str:
    return line.split("|", maxsplit=1)[0].removesuffix("?")


def entry_key(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """What an entry of a list is known by."""
    for names in _KEYS:
        if all(name in entry for name in names):
            return (*names, *(str(entry[name]) for name in names))
    return (repr(sorted(entry.items(), key=str)),)


class LaidFolder(Traversable):
    """A folder in which some files are tables laid over those of the base, and some are new."""

    def __init__(self, base: Traversable, laid: Mapping[str, Traversable]) -> None:
        self._base, self._laid = base, laid

    @property
    def name(self) -> str:
        """Name of the folder below."""
        return self._base.name

    def iterdir(self) -> Iterator[Traversable]:
        """What the base holds, and what is laid over or beside it."""
        yield from (entry for entry in self._base.iterdir() if entry.name not in self._laid)
        yield from self._laid.values()

    def joinpath(self, *below: str | PathLike[str]) -> Traversable:
        """The laid file of that name, else the base's."""
        first, *rest = (str(part) for part in below)
        found = self._laid.get(first) or self._base / first
        return found.joinpath(*rest) if rest else found

    def __truediv__(self, below: str | PathLike[str]) -> Traversable:
        return self.joinpath(below)

    def is_dir(self) -> bool:
        """True."""
        return True

    def is_file(self) -> bool:
        """False."""
        return False

    def read_bytes(self) -> bytes:
        """A folder has none."""
        raise IsADirectoryError(self.name)

    def read_text(self, encoding: str | None = None) -> str:
        """A folder has none."""
        return self.read_bytes().decode(encoding or "utf-8")

    def open(self, mode: str = "r", *_given: Any, **_named: Any) -> Any:
        """A folder has no bytes."""
        return self.read_bytes()


def laid_folder(base: Traversable, tables: Mapping[str, Tables]) -> Traversable:
    """The base with tables over it, by their names inside the folder ("equipment/navy.toml")."""
    laid: dict[str, Traversable] = {}
    below: dict[str, dict[str, Tables]] = {}
    for name, table in tables.items():
        folder, slash, rest = name.partition("/")
        if slash:
            below.setdefault(folder, {})[rest] = table
        else:
            laid[name] = TableFile(name, laid_over(_base_table(base / name), table))
    for folder, inside in below.items():
        laid[folder] = LaidFolder(base / folder, _in_folder(base / folder, inside))
    return LaidFolder(base, laid)


def _base_table(path: Traversable) -> Tables:
    return read_toml(path) if path.is_file() else {}


def _in_folder(base: Traversable, tables: Mapping[str, Tables]) -> dict[str, Traversable]:
    """Files of one name are laid over each other; an entry that stands in another file is laid over it there."""
    shipped = {path.name: read_toml(path) for path in base.iterdir() if path.name.endswith(".toml")}
    homes = {key: name for name, table in shipped.items() for key in _keys(table)}
    result: dict[str, Tables] = {}
    for name, table in tables.items():
        for home, part in _by_home(name, table, homes).items():
            result[home] = laid_over(result.get(home, shipped.get(home, {})), part)
    return {name: TableFile(name, table) for name, table in result.items()}


def _keys(table: Tables) -> Iterator[tuple[str, ...]]:
    for name, value in table.items():
        if isinstance(value, list):
            yield from ((name, *entry_key(entry)) for entry in value if isinstance(entry, Mapping))


def _by_home(name: str, table: Tables, homes: Mapping[tuple[str, ...], str]) -> dict[str, Tables]:
    """The parts of a table by the file in which they belong."""
    parts: dict[str, Tables] = {name: {}}
    for key, value in table.items():
        if not (isinstance(value, list) and all(isinstance(entry, Mapping) for entry in value)):
            parts[name][key] = value
            continue
        for entry in value:
            home = homes.get((key, *entry_key(entry)), name)
            parts.setdefault(home, {}).setdefault(key, []).append(entry)
    return parts
