"""A table of a reference file: its header found, its rows by column, its faults as refusals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rostra.ingest.registers.cells import Cells, SourceFile
from rostra.kernel import Fault, PartialDate, Place, SourceError
from rostra.model import Number, Refusal

STAGE = "reference"


class RowError(Exception):
    """A row that cannot be used: which field, why, and how to mend it. Becomes a refusal at the edge of this room."""

    def __init__(self, code: str, message: str, *, field: str | None = None, remedy: str) -> None:
        self.code, self.message, self.field, self.remedy = code, message, field, remedy
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row by the names of its columns; a column without a name is `PREVIOUS NAME ?`."""

    line: int
    values: Mapping[str, str]

    def text(self, column: str) -> str:
        """The cell without blanks around it; empty where there is none."""
        return self.values.get(column, "").strip()

    def needed(self, column: str) -> str:
        """The cell, which must not be empty."""
        value = self.text(column)
        if not value:
            raise RowError("empty", "the cell is empty", field=column, remedy="fill it in")
        return value

    def number(self, column: str) -> Number | None:
        """The cell as a number; None where it is empty."""
        value = self.text(column)
        if not value:
            return None
        number = _number(value)
        if number is None:
            raise RowError(
                "number",
                f"{value[:40]!r} is no number",
                field=column,
                remedy="write digits, with a point for decimals",
            )
        if number < 0:
            raise RowError(
                "number", f"{value[:40]!r} is negative", field=column, remedy="write a number from 0"
            )
        return number

    def day(self, column: str) -> PartialDate | None:
        """The cell as a date; None where it is empty. A time of day behind it is left out."""
        value = self.text(column).partition("T")[0]
        if not value:
            return None
        day = PartialDate.parse(value)
        if day is None:
            raise RowError(
                "date",
                f"{value[:40]!r} is no date",
                field=column,
                remedy="write YYYY, YYYY-MM or YYYY-MM-DD",
            )
        return day

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """The row as it stands in the file."""
        return tuple(self.values.items())


def _number(text: str) -> Number | None:
    plain = text.replace(",", "") if _has_thousands(text) else text
    try:
        number = float(plain if "_" not in plain else "")  # Python's own sign between digits, nobody else's
    except ValueError:
        return None
    if number != number or abs(number) > 1e15:  # noqa: PLR0124 - the one value that differs from itself is no number
        return None
    return int(number) if number.is_integer() else number


def _has_thousands(text: str) -> bool:
    head, *groups = text.split(",")
    last = groups[-1].partition(".")[0] if groups else ""
    return (
        bool(groups) and head.isdigit() and len(head) <= 3 and all(len(g) == 3 for g in (*groups[:-1], last))
    )


def span_of_days(row: TableRow, first: str, last: str) -> PartialDate | None:
    """The interval that two columns give; one alone stands for both ends."""
    start, end = row.day(first), row.day(last)
    if start is None or end is None:
        return start or end
    if end.last < start.first:
        raise RowError(
            "date", f"the interval runs backward, from {start} to {end}", field=last, remedy="swap them"
        )
    return PartialDate(start.first, max(start.last, end.last))


def refused(file: SourceFile, line: int, error: RowError) -> Refusal:
    """A fault of a row as a refusal that names file, row, field and remedy."""
    fault = Fault(error.message, Place(file.name, line, error.field), error.remedy)
    return Refusal(STAGE, f"{STAGE}.{error.code}", str(fault), source=str(file.path))


HEADER_WITHIN = 40
"""Rows in which the header must come; the longest preamble seen has eleven lines."""


def preamble_and_header(
    rows: Iterator[Cells], columns: Sequence[str], aliases: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Reads on to the header: the lines before it, and the names of its columns, as `columns` writes them.

    None when none of the first rows holds all the columns.
    """
    wanted = {**aliases, **{column.lower(): column for column in columns}}
    before: list[str] = []
    for row, _ in zip(rows, range(HEADER_WITHIN), strict=False):
        named = _named(row.cells, wanted)
        if set(columns) <= set(named):
            return tuple(before), named
        before.append(",".join(row.cells))
    return None


def no_header(file: SourceFile, layouts: Sequence[Sequence[str]]) -> SourceError:
    """That a file is of none of these layouts."""
    columns = " or ".join(", ".join(columns) for columns in layouts)
    return SourceError(
        f"no header with the columns {columns} in the first {HEADER_WITHIN} rows",
        place=Place(str(file.path)),
        remedy="give a file of that layout, or name another one with --as",
    )


def _named(cells: Sequence[str], wanted: Mapping[str, str]) -> tuple[str, ...]:
    names: list[str] = []
    for cell in cells:
        name = " ".join(cell.split())
        name = wanted.get(name.lower(), name)
        names.append(name or (f"{names[-1]} ?" if names else "?"))
    return tuple(names)


def as_row(header: tuple[str, ...], row: Cells) -> TableRow:
    """A row by its columns. Raises RowError when it has another number of cells."""
    if row.broken:
        raise RowError("broken", row.broken, remedy="mend the row in the file")
    if len(row.cells) != len(header):
        raise RowError(
            "cells",
            f"{len(row.cells)} cells where the header has {len(header)}",
            remedy="put quotation marks around a cell that holds a comma",
        )
    return TableRow(row.line, dict(zip(header, row.cells, strict=True)))
