"""Reading the files that knowledge is written in, with every fault of a file reported at once."""

import tomllib
from collections.abc import Mapping
from importlib.resources.abc import Traversable
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


def read_toml(path: Traversable | Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises KnowledgeError when it is missing, not UTF-8, or not TOML."""
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
