"""What a test of diversion is asked, and the columns it reads."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rostra.kernel import Place, SeriesError
from rostra.signals.reading import summed_outlets
from rostra.signals.series import FloatArray, Series, SeriesTable, must_be_counts, must_vary

LEVEL = 0.05
_TOTAL = "\0total"
"""No column of a file can be called that."""
LEAST_PLACEBOS = 8
"""Placebo topics below which the placebo centre says nothing (METHODS 2.3)."""


@dataclass(frozen=True, slots=True)
class DiversionPlan:
    """The question: whether more of `display` goes with less of `topic` in the rest of the news.

    `placebos` are topics chosen beforehand that the display cannot have displaced. With an `event` the test is
    that of one event, else that of the whole course. `shifts` are the most circular shifts to draw.
    """

    display: str
    topic: str
    placebos: tuple[str, ...] = ()
    event: dt.date | None = None
    seed: int = 0
    shifts: int = 999

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column with counts that the test reads. Raises SeriesError for one that is named twice."""
        named = (self.display, self.topic, *self.placebos)
        twice = sorted({name for name in named if named.count(name) > 1})
        if twice:
            raise SeriesError(
                f"{', '.join(twice)}: named more than once",
                remedy="display, topic and placebos are different columns",
            )
        return named


def checked(table: SeriesTable, plan: DiversionPlan) -> None:
    """Raises SeriesError for a table that cannot carry the test: no totals, no days, no change, an overlap."""
    if table.period != "daily":
        raise SeriesError(
            f"the series is {table.period}",
            place=Place(table.source),
            remedy="displacement is a matter of days: give one row a day",
        )
    for name in plan.columns:
        series = table.series(name)
        must_be_counts(series)
        must_vary(series)
    _must_be_disjoint(table.series(plan.display), [table.series(name) for name in plan.columns[1:]])


def _must_be_disjoint(display: Series, others: list[Series]) -> None:
    """An article that counts as display and as topic moves both: the columns must leave it out of both."""
    totals = np.asarray(display.totals)
    for other in others:
        over = np.flatnonzero(display.values + other.values > totals)
        if len(over):
            raise SeriesError(
                f"{display.name} and {other.name} together exceed all articles on {display.dates[over[0]]}",
                remedy="count an article in one of them only, and leave out those that are in both",
            )


def selective_share(counts: FloatArray, display: FloatArray, totals: FloatArray) -> FloatArray:
    """log((Y + .5) / (N - X + 1)), (T,): a topic within the news that is not display.

    It does not move when the display takes the same share from everything else (METHODS 2.3, SUBCOMP). A day with no
    article left to count among has no share: NaN.
    """
    rest = totals - display
    y: FloatArray = np.where((rest <= 0) & (counts <= 0), np.nan, np.log((counts + 0.5) / (rest + 1.0)))
    return y


def summed(tables: Sequence[SeriesTable]) -> SeriesTable:
    """Several outlets, each with totals, as one; a day that one of them lacks is summed over the others."""
    first = tables[0]
    rows = [{**table.columns, _TOTAL: np.asarray(table.total)} for table in tables]
    columns = summed_outlets(rows)
    total = columns.pop(_TOTAL)
    return SeriesTable(first.source, first.period, first.dates, columns, total, sha256=first.sha256)
