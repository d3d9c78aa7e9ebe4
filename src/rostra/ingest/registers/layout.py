"""What makes a layout: the columns that its header must have, and the reader of its rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rostra.ingest.registers.cells import SourceFile
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.table import TableRow
from rostra.model import ReferenceRow

RowReader = Callable[[TableRow], Iterator[ReferenceRow]]


@dataclass(frozen=True, slots=True)
class Layout:
    """`reader` is given the file, the naming and the lines before the header, and returns the reader of rows."""

    columns: tuple[str, ...]
    reader: Callable[[SourceFile, Naming, tuple[str, ...]], RowReader]
