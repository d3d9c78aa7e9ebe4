"""The file of a case while it is open."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from rostra.kernel import CaseError, Place
from rostra.model import Document
from rostra.store import writing
from rostra.store.faults import told_plainly
from rostra.store.opening import BUSY_SECONDS, CaseMode, connect


class OpenCase:
    """A case file that is open. One process writes at a time, any number read; every failure is a CaseError."""

    def __init__(self, connection: sqlite3.Connection, path: Path, mode: CaseMode) -> None:
        self._connection, self.path, self.mode = connection, path, mode
        self._run: tuple[int, str] | None = None
        self._document: Document | None = None

    @classmethod
    def open(cls, path: Path | str, mode: CaseMode = "write", *, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Opens a case; writing makes a missing one and brings an older one up to date, with a backup first."""
        place = Path(path)
        return cls(connect(place, mode, busy_seconds), place, mode)

    def close(self) -> None:
        """Gives the file back. What was added stands already."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._must_be_writing()
        with told_plainly(self.path), writing.transaction(self._connection):
            yield self._connection

    def _must_be_writing(self) -> None:
        if self.mode == "read":
            raise CaseError(
                "the case was opened for reading", place=self._place, remedy="open it for writing"
            )

    @property
    def _place(self) -> Place:
        return Place(str(self.path))
