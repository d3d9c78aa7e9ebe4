from dataclasses import dataclass

from rostra.kernel import Span


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that took part in a result: its name inside its collection, and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a record stands: the records it was made from, the rules with their versions, the data, the words.

    `rules` are codes with versions ("Q110@1"). `spans` count in the text of `document`.
    """

    record: str
    document: str | None
    inputs: tuple[str, ...]
    rules: tuple[str, ...]
    engine: str
    files: tuple[DataFile, ...] = ()
    spans: tuple[Span, ...] = ()
