"""What makes a layout: the columns that its header must have, and the reader of its rows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from rostra.ingest.registers.cells import SourceFile
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.table import TableRow
from rostra.model import ReferenceRow

RowReader = Callable[[TableRow], Iterator[ReferenceRow]]
NewReader = Callable[[SourceFile, Naming, tuple[str, ...]], RowReader]


@dataclass(frozen=True, slots=True)
class Layout:
    """A table: `reader` is given the file, the naming and the lines before the header, and returns the reader of rows.

    `aliases` are other names of a column, in small letters, as some exports write them.
    """

    columns: tuple[str, ...]
    reader: NewReader
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ObjectLayout:
    """Records of JSON: an object is one of this layout where it has all the keys; the rest is as in a table."""

    keys: frozenset[str]
    reader: Callable[[SourceFile, Naming], "ObjectReader"]


ObjectReader = Callable[["JsonRecord"], Iterator[ReferenceRow]]


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One object of a JSON file: the line on which it stands, or its position in a list, counted from 1."""

    line: int
    value: Mapping[str, object]
