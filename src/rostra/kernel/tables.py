"""Reading the files that knowledge is written in, with every fault of a file reported at once."""

import copy
import errno
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import Any

from rostra.kernel.errors import Fault, KnowledgeError, Place


class FaultList:
    """Collects the faults of one file, so that a person mends them in one go."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def add(self, message: str, remedy: str, *, row: int | None = None, field: str | None = None) -> None:
        """Notes one fault."""
        self.faults.append(Fault(message, Place(self.file, row, field), remedy))

    def close(self) -> None:
        """Raises KnowledgeError when there was any."""
        if self.faults:
            raise KnowledgeError(self.faults)


class TableFile(Traversable):
    """Tables at hand in place of a file: what a pack of knowledge laid over a shipped one comes to."""

    def __init__(self, name: str, tables: dict[str, Any]) -> None:
        self._name, self._tables = name, tables

    @property
    def name(self) -> str:
        """Name of the file that it stands for."""
        return self._name

    @property
    def tables(self) -> dict[str, Any]:
        """The tables, which the reader may change."""
        return copy.deepcopy(self._tables)

    def is_file(self) -> bool:
        """True: it reads as a file."""
        return True

    def is_dir(self) -> bool:
        """False."""
        return False

    def iterdir(self) -> Iterator[Traversable]:
        """Nothing lies below a file."""
        raise NotADirectoryError(self._name)

    def joinpath(self, *_below: str | PathLike[str]) -> Traversable:
        """Nothing lies below a file."""
        raise NotADirectoryError(self._name)

    def __truediv__(self, below: str | PathLike[str]) -> Traversable:
        return self.joinpath(below)

    def read_bytes(self) -> bytes:
        """It has no bytes of its own."""
        raise OSError(errno.ENODATA, "tables laid over one another have no bytes", self._name)

    def read_text(self, encoding: str | None = None) -> str:
        """It has no text of its own."""
        return self.read_bytes().decode(encoding or "utf-8")

    def open(self, mode: str = "r", *_given: Any, **_named: Any) -> Any:
        """It has no bytes of its own."""
        return self.read_bytes()


def read_toml(path: Traversable | Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises KnowledgeError when it is missing, not UTF-8, or not TOML."""
    if isinstance(path, TableFile):
        return path.tables
    faults = FaultList(path.name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.add("the file is missing", "reinstall rostra, or restore the file")
    except UnicodeDecodeError as error:
        faults.add(f"not UTF-8 at byte {error.start}", "save the file as UTF-8")
    except tomllib.TOMLDecodeError as error:
        faults.add(f"not TOML: {error}", "see https://toml.io for the syntax")
    raise KnowledgeError(faults.faults)


def frozen(value: Any) -> Any:
    """The value with every list as a tuple, however deep."""
    if isinstance(value, list):
        return tuple(frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: frozen(item) for key, item in value.items()}
    return value


def records(kind: type[Any], rows: list[Mapping[str, Any]], faults: FaultList) -> tuple[Any, ...]:
    """A record of that kind for each row, None for a row that is none; every such row is a fault."""
    made = []
    for index, row in enumerate(rows, 1):
        try:
            made.append(kind(**{key: frozen(value) for key, value in row.items()}))
        except TypeError as error:
            faults.add(str(error), f"an entry has the fields of {kind.__name__}", row=index)
            made.append(None)
    return tuple(made)
