"""The trade register of the SIPRI Arms Transfers Database, as its web page exports it to CSV.

Windows-1252; a preamble with the day of the export; three columns without a name that hold "?" where the column to
their left is uncertain; years of delivery as "2009; 2010"; line breaks inside comments. Each deal gives a row of what
was ordered and, where any were delivered, a row of what was delivered. The user fetches the file under the register's
own terms; none of it comes with rostra.
"""

import datetime as dt
import re
from collections.abc import Iterator

from rostra.ingest.registers.cells import SourceFile, day_in
from rostra.ingest.registers.layout import Layout, RowReader
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.table import RowError, TableRow
from rostra.ingest.registers.transfers import counted_unit
from rostra.kernel import PartialDate
from rostra.model import Number, ReferenceRow, ReferenceState

SOURCE = "SIPRI Arms Transfers Database"
COLUMNS = (
    "Recipient",
    "Supplier",
    "Year of order",
    "Number ordered",
    "Weapon designation",
    "Number delivered",
)
ORDER_YEAR, ORDERED, DESIGNATION, DESCRIPTION, DELIVERED, DELIVERY_YEARS = (
    "Year of order",
    "Number ordered",
    "Weapon designation",
    "Weapon description",
    "Number delivered",
    "Year(s) of delivery",
)
_GENERATED = re.compile(r"\b(?:generated|created)\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


def _reader(file: SourceFile, naming: Naming, preamble: tuple[str, ...]) -> RowReader:
    snapshot = snapshot_day(preamble, file)

    def read(row: TableRow) -> Iterator[ReferenceRow]:
        deal = _Deal(row, file, naming, snapshot)
        # Both are read before the first is given: a deal with a fault is refused whole.
        yield from (deal.ordered(), *deal.delivered())

    return read


def snapshot_day(preamble: tuple[str, ...], file: SourceFile) -> PartialDate | None:
    """The day of the export, from the lines before the header, else from the name of the file."""
    told = (day_in(line[match.start() :]) for line in preamble if (match := _GENERATED.search(line)))
    return next((day for day in told if day), file.snapshot)


class _Deal:
    """One deal of the register: who, what, and the two counts kept apart."""

    def __init__(self, row: TableRow, file: SourceFile, naming: Naming, snapshot: PartialDate | None) -> None:
        self.row, self.file, self.snapshot = row, file, snapshot
        self.recipient, self.supplier = (naming.state(row.needed(name)) for name in ("Recipient", "Supplier"))
        self.item = row.needed(DESIGNATION)
        self.description = row.text(DESCRIPTION)
        self.item_id = naming.system(self.item, self.description)

    def ordered(self) -> ReferenceRow:
        marks = {"count": ORDERED, "year": ORDER_YEAR}
        return self._counted("ordered", self.row.number(ORDERED), years_of(self.row, ORDER_YEAR), marks)

    def delivered(self) -> Iterator[ReferenceRow]:
        count = self.row.number(DELIVERED)
        if count is not None:
            marks = {"count": DELIVERED, "year": DELIVERY_YEARS}
            yield self._counted("delivered", count, years_of(self.row, DELIVERY_YEARS), marks)

    def _counted(
        self,
        state: ReferenceState,
        count: Number | None,
        valid: PartialDate | None,
        marks: dict[str, str],
    ) -> ReferenceRow:
        return ReferenceRow(
            subject=self.recipient,
            item=self.item,
            item_id=self.item_id,
            state=state,
            low=count,
            high=count,
            unit=counted_unit(self.description),
            valid=valid,
            source=SOURCE,
            file=self.file.name,
            sha256=self.file.sha256,
            row=self.row.line,
            supplier=self.supplier,
            item_class=self.description or None,
            snapshot=self.snapshot,
            uncertain=tuple(name for name, column in marks.items() if self.row.text(f"{column} ?") == "?"),
            cells=self.row.cells,
        )


def years_of(row: TableRow, column: str) -> PartialDate | None:
    """The interval of the years that a cell lists. Raises RowError where they are none."""
    value = row.text(column)
    if not value:
        return None
    years = [int(year) for year in _YEAR.findall(value)]
    if not years or min(years) < dt.MINYEAR or _YEAR.sub("", value).strip("; ,-"):
        raise RowError(
            "date",
            f"{value[:40]!r} is no year",
            field=column,
            remedy="write years of four digits, parted by ;",
        )
    return PartialDate(dt.date(min(years), 1, 1), dt.date(max(years), 12, 31))


SIPRI = Layout(COLUMNS, _reader)
