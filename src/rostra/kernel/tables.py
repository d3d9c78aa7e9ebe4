"""Reading the files that knowledge is written in, with every fault of a file reported at once."""

import tomllib
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
