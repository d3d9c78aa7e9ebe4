"""A plain table of transfers and stocks: recipient, supplier, item, class, low, high, state, from, to, uncertain."""

from collections.abc import Iterator
from typing import cast, get_args

from rostra.data.comparison import shipped_comparison
from rostra.ingest.registers.cells import SourceFile
from rostra.ingest.registers.figures import interval
from rostra.ingest.registers.layout import Layout, RowReader
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.table import RowError, TableRow, span_of_days
from rostra.model import ReferenceRow, ReferenceState

COLUMNS = ("recipient", "supplier", "item", "class", "low", "high", "state", "from", "to", "uncertain")
STATES = tuple(state for state in get_args(ReferenceState) if state != "catalogue")
FIELDS = {
    "low": "count",
    "high": "count",
    "count": "count",
    "number": "count",
    "?": "count",
    "yes": "count",
    "from": "year",
    "to": "year",
    "year": "year",
    "date": "year",
    "item": "item",
    "class": "item",
    "supplier": "supplier",
    "recipient": "recipient",
    "state": "state",
}
"""What a word in the column `uncertain` marks, as a reference row names it."""


def _reader(file: SourceFile, naming: Naming, _preamble: tuple[str, ...]) -> RowReader:
    def read(row: TableRow) -> Iterator[ReferenceRow]:
        low, high = interval(row)
        item, supplier = row.needed("item"), row.text("supplier")
        yield ReferenceRow(
            subject=naming.state(row.needed("recipient")),
            item=item,
            item_id=naming.item(item),
            state=_state(row),
            low=low,
            high=high,
            unit=counted_unit(row.text("class")),
            valid=span_of_days(row, "from", "to"),
            source=file.name,
            file=file.name,
            sha256=file.sha256,
            row=row.line,
            supplier=naming.state(supplier) if supplier else None,
            item_class=row.text("class") or None,
            uncertain=_uncertain(row),
            cells=row.cells,
        )

    return read


def counted_unit(description: str) -> str:
    """What a register counts under a description ("portable SAM" counts missiles), "items" where it is unknown."""
    tables = shipped_comparison()
    entry = tables.register_class(description)
    return tables.counted[entry.counts].many if entry else "items"


def _state(row: TableRow) -> ReferenceState:
    state = row.needed("state").lower()
    if state not in STATES:
        raise RowError(
            "state", f"{state[:40]!r} is no state", field="state", remedy=f"one of {', '.join(STATES)}"
        )
    return cast("ReferenceState", state)


def _uncertain(row: TableRow) -> tuple[str, ...]:
    words = [
        word for word in row.text("uncertain").lower().replace(",", ";").replace(" ", ";").split(";") if word
    ]
    unknown = [word for word in words if word not in FIELDS]
    if unknown:
        raise RowError(
            "uncertain",
            f"{unknown[0][:40]!r} is no column",
            field="uncertain",
            remedy="name columns, parted by ; (low;high;from)",
        )
    return tuple(sorted({FIELDS[word] for word in words}))


TRANSFERS = Layout(COLUMNS, _reader)
