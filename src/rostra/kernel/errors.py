"""The errors that reach a person, each with its place and its remedy.

    RostraError
    ├── InvalidRecord     a record would break a law of the model (a defect of the caller)
    ├── SourceError       something given to read cannot be read at all
    ├── KnowledgeError    a file of rules, data or reference figures is faulty: all its faults at once
    ├── SeriesError       a series cannot carry the answer that is asked of it
    ├── CaseError         the case file cannot be opened, is of another version, or is busy
    ├── QueryError        what was asked for does not exist or is ambiguous
    └── EngineError       the engine asked for cannot be used
        └── EngineMissing     it is not installed: `auto` then takes the next one without a word

A bad article is no error: its stage returns a `Refusal` (see `rostra.model`).
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault lies: a file, a row counted from 1 in that file, a field of that row."""

    file: str | None = None
    row: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        parts = (
            self.file,
            f"row {self.row}" if self.row is not None else None,
            f"field {self.field!r}" if self.field else None,
        )
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file: what, where, and how to mend it."""

    message: str
    place: Place
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message} ({self.remedy})"


class RostraError(Exception):
    """Base of every error that rostra raises for a person to read."""

    code = "ERROR"

    def __init__(self, message: str, *, place: Place | None = None, remedy: str = "") -> None:
        self.message = message
        self.place = place
        self.remedy = remedy
        super().__init__(message)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place and str(self.place) else ""
        mend = f"\n  {self.remedy}" if self.remedy else ""
        return f"{where}{self.message}{mend}"


class InvalidRecord(RostraError, ValueError):  # noqa: N818 - a record is invalid; it is no "InvalidRecordError"
    """A record would break a law of the model."""

    code = "RECORD"


class SourceError(RostraError):
    """Something given to read cannot be read at all."""

    code = "SOURCE"


class KnowledgeError(RostraError):
    """A file of rules, data or reference figures is faulty; `faults` lists every one of them."""

    code = "KNOWLEDGE"

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class SeriesError(RostraError):
    """A series cannot carry the answer that is asked of it: broken, constant, too short, without totals."""

    code = "SERIES"


class CaseError(RostraError):
    """The case file cannot be opened, is of another version, or is busy."""

    code = "CASE"


class QueryError(RostraError):
    """What was asked for does not exist, or fits several things."""

    code = "QUERY"


class EngineError(RostraError):
    """The engine asked for is not installed, or does not know the language."""

    code = "ENGINE"


class EngineMissing(EngineError):  # noqa: N818 - what is missing is the engine; it is no error of its own
    """What the engine needs is not installed."""

    code = "ENGINE_MISSING"
