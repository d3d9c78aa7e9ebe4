"""The SIPRI Arms Transfers Database by deliveries: the layouts of its newer site and of the export "DealsAndTIVs".

One row a deal and year of delivery, uncertainty in columns that end in "is estimate" ("Yes"). The older export has
semicolons, Seller and Buyer; the records of the site's own interface are JSON, a trade with its deliveries. The
number ordered stands in the JSON alone. The user fetches the file under the register's own terms.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rostra.ingest.registers.cells import SourceFile
from rostra.ingest.registers.layout import JsonRecord, Layout, ObjectLayout, ObjectReader, RowReader
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.sipri import SOURCE, snapshot_day, years_of
from rostra.ingest.registers.table import RowError, TableRow
from rostra.ingest.registers.transfers import counted_unit
from rostra.kernel import PartialDate
from rostra.model import ReferenceRow, ReferenceState

COLUMNS = (
    "Supplier",
    "Recipient",
    "Designation",
    "Description",
    "Order date",
    "Numbers delivered",
    "Delivery year",
)
ALIASES = {"seller": "Supplier", "buyer": "Recipient"}
TRADE = frozenset({"buyerCountry", "sellerCountry", "armamentDesignation"})
ESTIMATE = "is estimate"


def _reader(file: SourceFile, naming: Naming, preamble: tuple[str, ...]) -> RowReader:
    snapshot = snapshot_day(preamble, file)

    def read(row: TableRow) -> Iterator[ReferenceRow]:
        count = row.number("Numbers delivered")
        year, marks = ("Delivery year", ("Numbers delivered",)) if count is not None else ("Order date", ())
        yield _row(
            _Party(row, file, naming),
            state="ordered" if count is None else "delivered",
            low=count,
            high=count,
            valid=years_of(row, year),
            snapshot=snapshot,
            uncertain=_doubts(row, *marks, year),
        )

    return read


class _Party:
    """Who, what and where it stands: what every row of a deal has."""

    def __init__(self, row: TableRow, file: SourceFile, naming: Naming) -> None:
        description, item = row.text("Description"), row.needed("Designation")
        self.fields: Mapping[str, Any] = {
            "subject": naming.state(row.needed("Recipient")),
            "supplier": naming.state(row.needed("Supplier")),
            "item": item,
            "item_id": naming.system(item, description),
            "item_class": description or None,
            "unit": counted_unit(description),
            "source": SOURCE,
            "file": file.name,
            "sha256": file.sha256,
            "row": row.line,
            "cells": row.cells,
        }


def _row(party: _Party, **given: Any) -> ReferenceRow:
    return ReferenceRow(**party.fields, **given)


def _doubts(row: TableRow, *columns: str) -> tuple[str, ...]:
    marked = {
        column for column in columns if row.text(f"{column} {ESTIMATE}").lower() in {"yes", "true", "1", "?"}
    }
    return tuple(sorted("count" if column == "Numbers delivered" else "year" for column in marked))


SIPRI_DELIVERIES = Layout(COLUMNS, _reader, ALIASES)


def _trades(file: SourceFile, naming: Naming) -> ObjectReader:
    def read(record: JsonRecord) -> Iterator[ReferenceRow]:
        row = _as_row(record)
        party = _Party(row, file, naming)
        yield from (_ordered(party, row, file), *_deliveries(party, record, file))

    return read


def _as_row(record: JsonRecord) -> TableRow:
    names = {
        "Recipient": "buyerCountry",
        "Supplier": "sellerCountry",
        "Designation": "armamentDesignation",
        "Description": "armamentDescription",
        "Order date": "orderDate",
        "Number ordered": "unitsOrdered",
    }
    return TableRow(record.line, {name: _text(record.value.get(key)) for name, key in names.items()})


def _text(value: object) -> str:
    """A value as a cell; of an object its name."""
    if isinstance(value, Mapping):
        return _text(value.get("name"))
    return "" if value is None else str(value)


def _ordered(party: _Party, row: TableRow, file: SourceFile) -> ReferenceRow:
    state: ReferenceState = "ordered"
    count, valid = row.number("Number ordered"), years_of(row, "Order date")
    return _row(party, state=state, low=count, high=count, valid=valid, snapshot=file.snapshot)


def _deliveries(party: _Party, record: JsonRecord, file: SourceFile) -> list[ReferenceRow]:
    listed = record.value.get("deliveries") or []
    if not isinstance(listed, list) or not all(isinstance(one, Mapping) for one in listed):
        raise RowError(
            "json", "deliveries are no list of objects", field="deliveries", remedy="mend the record"
        )
    return [
        _delivery(party, _delivered(record.line, one), number, file) for number, one in enumerate(listed, 1)
    ]


def _delivered(line: int, one: Mapping[str, object]) -> TableRow:
    return TableRow(line, {name: _text(one.get(name)) for name in ("units", "year")})


def _delivery(party: _Party, row: TableRow, number: int, file: SourceFile) -> ReferenceRow:
    count, valid = row.number("units"), _year(row)
    return _row(
        party,
        state="delivered",
        low=count,
        high=count,
        valid=valid,
        snapshot=file.snapshot,
        part=f"delivery {number}",
    )


def _year(row: TableRow) -> PartialDate | None:
    return years_of(row, "year")


SIPRI_TRADES = ObjectLayout(TRADE, _trades)
