"""The geopolitical risk index of Caldara and Iacoviello, rebuilt from its shares, and the alarms of its countries."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from python_calamine import CalamineWorkbook

from rostra.kernel import PartialDate
from rostra.signals import FloatArray, Layout, SeriesTable, read_series
from rostra.signals.escalation import Escalation, EscalationSettings, escalation
from rostra.signals.escalation.levels import share_index
from rostra.signals.forecast import Scores, scored

INDEX_FILE, COUNTS_FILE = "data_gpr_export.xls", "country_counts.csv"
BASES = {"GPR": (1985, 2019), "GPRH": (1900, 2019)}


@dataclass(frozen=True, slots=True)
class Alarms:
    """A stretch of months after a base of eight years."""

    base: str
    until: str


STRETCHES = (
    Alarms("2017-07/2025-06", "2025-12"),
    Alarms("2013-10/2021-09", "2022-03"),
    Alarms("2010-07/2018-06", "2018-12"),
)


def index_columns(folder: Path, *names: str) -> dict[str, FloatArray]:
    """Columns of the published file, empty cells as NaN, with the `year` of each row."""
    rows: list[list[Any]] = (
        CalamineWorkbook.from_path(str(folder / INDEX_FILE)).get_sheet_by_index(0).to_python()
    )
    columns = {name: _numbers(rows, rows[0].index(name)) for name in names}
    return {**columns, "year": np.array([row[0].year for row in rows[1:]], dtype=np.float64)}


def _numbers(rows: Sequence[Sequence[Any]], at: int) -> FloatArray:
    return np.array([np.nan if row[at] == "" else row[at] for row in rows[1:]], dtype=np.float64)


def rebuilding_error(folder: Path, name: str) -> float:
    """The largest difference between the published index and the one rebuilt from its share column."""
    columns = index_columns(folder, name, f"SHARE_{name}")
    published, shares, year = columns[name], columns[f"SHARE_{name}"], columns["year"]
    seen, (first, last) = ~np.isnan(shares), BASES[name]
    base = (year[seen] >= first) & (year[seen] <= last)
    return float(np.abs(share_index(shares[seen], base) - published[seen]).max())


def countries(folder: Path) -> SeriesTable:
    """Counts of all countries with the total."""
    header = (folder / COUNTS_FILE).read_text(encoding="utf-8").partition("\n")[0].strip().split(",")
    return read_series(folder / COUNTS_FILE, Layout("date", tuple(header[2:]), "articles"))


def alarms(folder: Path, asked: Alarms, value: str, seed: int = 0) -> Escalation:
    """One country against its base, with all of them as the panel."""
    table, base, end = countries(folder), PartialDate.parse(asked.base), PartialDate.parse(asked.until)
    if base is None or end is None:
        raise ValueError(f"{asked} is no stretch")
    cut = table.between(PartialDate(table.dates[0], end.last))
    return escalation(cut, EscalationSettings(value, base, tuple(table.columns), seed))


def forecast_scores(folder: Path, horizon: int) -> Scores | None:
    """The models on the log of the index from 1985 on, at one horizon."""
    index = index_columns(folder, "GPR")["GPR"]
    return scored(np.log(index[~np.isnan(index)]), "monthly", horizon)
