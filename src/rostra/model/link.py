from dataclasses import dataclass

from rostra.kernel import Span
from rostra.model.evidence import DataFile


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a document: offsets in its text, and the bytes of the source that it came from."""

    role: str
    text: str
    span: Span
    sentence: str
    raw_bytes: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Link:
    """One record of a chain with what it rests on. `facts` are its fields in words."""

    kind: str
    id: str
    statement: str
    facts: tuple[tuple[str, str], ...] = ()
    words: tuple[Words, ...] = ()
    rules: tuple[str, ...] = ()
    files: tuple[DataFile, ...] = ()
    rests_on: tuple["Link", ...] = ()
