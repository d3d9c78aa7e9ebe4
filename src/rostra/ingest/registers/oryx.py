"""Lists of losses that photographs or videos show, as public mirrors of the Oryx lists write them to CSV.

Totals by system (country, system, destroyed, captured, abandoned, damaged) give a row for each kind of loss; lists of
single losses (country, system, status, a link to the picture) a row of one. A lower bound by nature: what no picture
shows is not on the list. What is damaged may be repaired: its state is marked as uncertain.
"""

import re
from collections.abc import Iterator
from typing import Any

from rostra.ingest.registers.cells import SourceFile
from rostra.ingest.registers.layout import Layout, RowReader
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.table import RowError, TableRow
from rostra.ingest.registers.transfers import counted_unit
from rostra.kernel import PartialDate
from rostra.model import Number, ReferenceRow

SOURCE = "Oryx, losses documented by pictures"
STATUSES = ("destroyed", "captured", "abandoned", "damaged")
UNSURE = "damaged"
ALIASES = {
    "equipment": "system",
    "model": "system",
    "cntry_army": "country",
    "army": "country",
    "image_link": "url",
    "link": "url",
    "timestamp": "date_recorded",
    "date": "date_recorded",
    "type_total": "total",
}
_NUMBERED = re.compile(r"^\d{1,4} (?=\S)(?!mm\b)")
_UNKNOWN = re.compile(r"^\(?unknown\)?\b", re.IGNORECASE)


def _wide(file: SourceFile, naming: Naming, _preamble: tuple[str, ...]) -> RowReader:
    def read(row: TableRow) -> Iterator[ReferenceRow]:
        loss = _Loss(row, file, naming)
        counts = {status: row.number(status) or 0 for status in STATUSES}
        total = row.number("total")
        doubt = ("count",) if total is not None and total != sum(counts.values()) else ()
        yield from (loss.row(status, count, doubt) for status, count in counts.items() if count)

    return read


def _long(file: SourceFile, naming: Naming, _preamble: tuple[str, ...]) -> RowReader:
    def read(row: TableRow) -> Iterator[ReferenceRow]:
        status = row.needed("status").lower()
        if not any(known in status for known in STATUSES):
            raise RowError(
                "state",
                f"{status[:40]!r} is no kind of loss",
                field="status",
                remedy=f"one of {', '.join(STATUSES)}",
            )
        yield _Loss(row, file, naming).row(status, 1, ())

    return read


class _Loss:
    """What the rows of one line share: whose, what, and the day on which it was listed."""

    def __init__(self, row: TableRow, file: SourceFile, naming: Naming) -> None:
        written, category = row.needed("system"), row.text("equipment_type")
        item = _NUMBERED.sub("", written)
        self.doubts = ("item",) if item != written or _UNKNOWN.match(item) else ()
        self.fields: dict[str, Any] = {
            "subject": naming.state(row.needed("country").title()),
            "item": item,
            "item_id": naming.system(_bare(item), category),
            "item_class": category or None,
            "unit": counted_unit(category),
            "source": SOURCE,
            "file": file.name,
            "sha256": file.sha256,
            "row": row.line,
            "snapshot": _listed_on(row) or file.snapshot,
            "cells": row.cells,
        }

    def row(self, status: str, count: Number, doubts: tuple[str, ...]) -> ReferenceRow:
        """The row of one kind of loss."""
        uncertain = {*self.doubts, *doubts, *(("state",) if UNSURE in status else ())}
        return ReferenceRow(
            **self.fields,
            state="lost",
            low=count,
            high=count,
            valid=None,
            condition=status,
            part=status,
            uncertain=tuple(sorted(uncertain)),
        )


def _bare(item: str) -> str:
    """The name without "unknown" (a variant of it) and the marks that the lists put around by-names ("'Orlan-20'")."""
    known = _UNKNOWN.sub("", item)
    return known.replace("''", "'").strip(" :").replace("'", "").replace('"', "").strip()


def _listed_on(row: TableRow) -> PartialDate | None:
    return (
        PartialDate.parse(row.text("date_recorded")[:10], "metadata") if row.text("date_recorded") else None
    )


ORYX_WIDE = Layout(("country", "system", *STATUSES), _wide, {**ALIASES, "equipment_type": "system"})
ORYX_LONG = Layout(("country", "system", "status"), _long, ALIASES)
