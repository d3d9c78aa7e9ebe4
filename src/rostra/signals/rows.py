"""Raw rows of a series file, CSV or Parquet, as text: only the columns that were asked for."""

import csv
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rostra.kernel import EngineError, Place, SourceError
from rostra.signals.gates import library

Row = tuple[str, ...]


def rows_of(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Number of each row in its file, counted from 1 with the header, and its cells in the order of `columns`.

    Raises SourceError for a file that is neither, or lacks a column.
    """
    if path.suffix.lower() in {".parquet", ".pq"}:
        return _parquet(path, columns)
    return _csv(path, columns)


def _csv(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"not UTF-8 at byte {error.start}", place=Place(str(path)), remedy="save the file as CSV in UTF-8"
        ) from error
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [name.strip() for name in next(reader, [])]
        places = [_place_of(name, header, path) for name in columns]
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, tuple(cells[at] if at < len(cells) else "" for at in places)
    except csv.Error as error:
        raise SourceError(f"not CSV: {error}", place=Place(str(path), reader.line_num)) from error


def _place_of(name: str, header: Sequence[str], path: Path) -> int:
    if header.count(name) == 1:
        return header.index(name)
    fault = "twice" if name in header else "not"
    seen = ", ".join(header[:40])[:400]
    raise SourceError(
        f"column {name!r} is {fault} in the file",
        place=Place(str(path)),
        remedy=f"the header has: {seen or 'nothing'}",
    )


def _parquet(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
    try:
        file = library("pyarrow.parquet").ParquetFile(path)
        for name in columns:
            _place_of(name, file.schema_arrow.names, path)
        table = file.read(columns=list(columns))
        cells = [[_as_text(value) for value in table.column(name).to_pylist()] for name in columns]
    except (SourceError, EngineError, OSError):
        raise
    except Exception as error:  # pyarrow's own errors share no base class
        raise SourceError(f"not Parquet: {error}", place=Place(str(path))) from error
    yield from enumerate(zip(*cells, strict=True), 2)


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)
