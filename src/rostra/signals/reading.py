"""Reading dated counts from a file, every fault of the file told at once with its row."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rostra.kernel import KnowledgeError, Place, SourceError
from rostra.kernel.tables import FaultList
from rostra.signals.cells import dated, nothing, number
from rostra.signals.periods import Period, first_day, grid, period_of, steps_between
from rostra.signals.rows import rows_of
from rostra.signals.series import FloatArray, SeriesTable

MOST_PERIODS = 200_000
"""Periods of a series at most: five centuries of days. A date in the year 9999 is a slip, not a series."""
_SHOWN_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns of a file to read: the date, the counts, all articles, and who published them.

    With an `outlet` column a row is one outlet's period. `period` is told by the dates where it is None.
    """

    date: str
    values: tuple[str, ...]
    total: str | None = None
    outlet: str | None = None
    period: Period | None = None

    @property
    def numbers(self) -> tuple[str, ...]:
        """The columns that hold numbers, the total last, each once."""
        return tuple(dict.fromkeys((*self.values, *([self.total] if self.total else []))))


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    day: dt.date
    outlet: str
    numbers: tuple[float, ...]


def read_series(path: Path, layout: Layout) -> SeriesTable:
    """The asked columns of a CSV or Parquet file on one grid of periods; what has no row stays NaN.

    Raises SourceError for a file that cannot be read, and KnowledgeError with every fault of its rows: text in a
    cell, a date that is none, mixed time zones, duplicates, negative counts, values above the total, rows without
    a total.
    """
    faults = FaultList(str(path))
    lines = _lines(path, layout, faults)
    _close(faults)
    if len(lines) < 2:
        raise SourceError(f"{len(lines)} dated rows make no series", place=Place(str(path)))
    period = layout.period or period_of(sorted({line.day for line in lines}))
    dates = _grid(path, lines, period)
    table = _table(path, layout, period, dates)
    by_outlet = _placed(lines, table, layout, faults)
    _close(faults)
    return _joined(table, by_outlet, layout)


def _lines(path: Path, layout: Layout, faults: FaultList) -> list[_Line]:
    asked = (layout.date, *layout.numbers, *([layout.outlet] if layout.outlet else []))
    lines, zones = [], dict[str | None, int]()
    for row, cells in rows_of(path, asked):
        when = dated(cells[0])
        if when is None:
            faults.add(
                f"{cells[0][:40]!r} is no date", "write 2025-10-25 or 2025-10", row=row, field=layout.date
            )
            continue
        zones.setdefault(when.zone, row)
        numbers = _numbers(cells[1 : 1 + len(layout.numbers)], row, layout, faults)
        lines.append(_Line(row, when.day, cells[-1].strip() if layout.outlet else "", numbers))
    if len(zones) > 1:
        told = ", ".join(f"{zone or 'none'} (row {row})" for zone, row in zones.items())
        faults.add(f"mixed time zones: {told[:200]}", "bring all dates to one zone", field=layout.date)
    return lines


def _numbers(cells: Sequence[str], row: int, layout: Layout, faults: FaultList) -> tuple[float, ...]:
    found = []
    for name, cell in zip(layout.numbers, cells, strict=True):
        value = np.nan if nothing(cell) else number(cell)
        if value is None:
            faults.add(
                f"{cell[:40]!r} is no number",
                "write digits with a point, or leave the cell empty",
                row=row,
                field=name,
            )
        elif value < 0:
            faults.add(f"negative: {value:g}", "a count is zero or more", row=row, field=name)
        found.append(np.nan if value is None else value)
    if layout.total:
        _against_total(found, row, layout, faults)
    return tuple(found)


def _against_total(found: Sequence[float], row: int, layout: Layout, faults: FaultList) -> None:
    total = found[layout.numbers.index(layout.total or "")]
    for name, value in zip(layout.numbers, found, strict=True):
        if value > total:
            faults.add(
                f"{value:g} of {total:g}: a value above its total", "check the columns", row=row, field=name
            )
        elif np.isnan(total) and not np.isnan(value):
            faults.add(
                "a value without a total", "fill in all articles of that period", row=row, field=layout.total
            )


def _grid(path: Path, lines: Sequence[_Line], period: Period) -> tuple[dt.date, ...]:
    days = [first_day(line.day, period) for line in lines]
    first, last = min(days), max(days)
    if steps_between(first, last, period) >= MOST_PERIODS:
        raise SourceError(
            f"{first} to {last} is no {period} series",
            place=Place(str(path)),
            remedy="check the first and the last date",
        )
    return grid(first, last, period)


def _table(path: Path, layout: Layout, period: Period, dates: tuple[dt.date, ...]) -> SeriesTable:
    empty = {name: np.full(len(dates), np.nan) for name in layout.numbers}
    return SeriesTable(str(path), period, dates, empty, sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def _placed(
    lines: Sequence[_Line], table: SeriesTable, layout: Layout, faults: FaultList
) -> dict[str, dict[str, FloatArray]]:
    """By outlet, the columns (T,) with each row in its period; a period that has two rows is a fault."""
    by_outlet: dict[str, dict[str, FloatArray]] = {}
    rows: dict[tuple[str, int], int] = {}
    for line in lines:
        day = first_day(line.day, table.period)
        at = steps_between(table.dates[0], day, table.period)
        before = rows.setdefault((line.outlet, at), line.row)
        if table.dates[at] != day:
            faults.add(
                f"{day} begins no week of the series", "give each week by the same weekday", row=line.row
            )
        elif before != line.row:
            faults.add(
                f"{day} stands in row {before} already",
                "give each period once",
                row=line.row,
                field=layout.date,
            )
        if line.outlet not in by_outlet:
            by_outlet[line.outlet] = {name: np.full(len(table.dates), np.nan) for name in layout.numbers}
        for name, value in zip(layout.numbers, line.numbers, strict=True):
            by_outlet[line.outlet][name][at] = value
    return by_outlet


def _joined(
    table: SeriesTable, by_outlet: Mapping[str, Mapping[str, FloatArray]], layout: Layout
) -> SeriesTable:
    """One table of the sums over outlets, with each outlet's own beside it where outlets were asked for."""
    each = {outlet: _filled(table, columns, layout) for outlet, columns in sorted(by_outlet.items())}
    if not layout.outlet:
        return next(iter(each.values()))
    whole = _filled(table, summed_outlets(list(by_outlet.values())), layout)
    return SeriesTable(
        whole.source, whole.period, whole.dates, whole.columns, whole.total, each, whole.sha256
    )  # fmt: skip


def _filled(table: SeriesTable, columns: Mapping[str, FloatArray], layout: Layout) -> SeriesTable:
    total = columns[layout.total] if layout.total else None
    asked = {name: columns[name] for name in layout.values}
    return SeriesTable(table.source, table.period, table.dates, asked, total, sha256=table.sha256)


def summed_outlets(outlets: Sequence[Mapping[str, FloatArray]]) -> dict[str, FloatArray]:
    """Sums (T,) of each column over outlets; NaN where no outlet was seen.

    An outlet whose row lacks one of the columns is left out of that period in all: its articles in the total without
    its count in the column would pass for a fall of the share.
    """
    whole = np.vstack([~np.isnan(np.vstack(list(each.values()))).any(axis=0) for each in outlets])
    return {
        name: np.where(
            whole.any(axis=0),
            np.where(whole, np.vstack([each[name] for each in outlets]), 0.0).sum(axis=0),
            np.nan,
        )
        for name in outlets[0]
    }


def _close(faults: FaultList) -> None:
    """Raises KnowledgeError for any fault; of very many, the first ones and how many there are."""
    if len(faults.faults) > _SHOWN_FAULTS:
        rest = len(faults.faults) - _SHOWN_FAULTS
        del faults.faults[_SHOWN_FAULTS:]
        faults.add(f"and {rest} more faults", "mend these first")
    if faults.faults:
        raise KnowledgeError(faults.faults)
