"""A plain table of published figures: subject, property, condition, low, high, unit, from, to, source."""

from collections.abc import Iterator

from rostra.ingest.registers.cells import SourceFile
from rostra.ingest.registers.layout import Layout, RowReader
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.table import RowError, TableRow, span_of_days
from rostra.model import ReferenceRow

COLUMNS = ("subject", "property", "condition", "low", "high", "unit", "from", "to", "source")


def _reader(file: SourceFile, naming: Naming, _preamble: tuple[str, ...]) -> RowReader:
    def read(row: TableRow) -> Iterator[ReferenceRow]:
        low, high = interval(row)
        subject = row.needed("subject")
        yield ReferenceRow(
            subject=subject,
            item=subject,
            item_id=naming.item(subject),
            state="catalogue",
            low=low,
            high=high,
            unit=row.needed("unit"),
            valid=span_of_days(row, "from", "to"),
            source=row.text("source") or file.name,
            file=file.name,
            sha256=file.sha256,
            row=row.line,
            measure=row.needed("property"),
            condition=row.text("condition") or None,
            cells=row.cells,
        )

    return read


def interval(row: TableRow) -> tuple[int | float | None, int | float | None]:
    """The columns low and high. Raises RowError when both are empty or they run backward."""
    low, high = row.number("low"), row.number("high")
    if low is None and high is None:
        raise RowError("empty", "neither low nor high is given", field="low", remedy="give at least one")
    if low is not None and high is not None and high < low:
        raise RowError("interval", f"low {low} is above high {high}", field="high", remedy="swap them")
    return low, high


FIGURES = Layout(COLUMNS, _reader)
