"""A series of dated counts on its whole grid of periods: what is missing stays missing, it is never a zero."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from rostra.kernel import InvalidRecord, PartialDate, Place, SeriesError
from rostra.model import Observation
from rostra.signals.periods import Period, first_day, grid

FloatArray = npt.NDArray[np.float64]

_SHOWN = 5
"""Missing periods that a refusal names one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One series: `dates` (T first days of every period from first to last), `values` and `totals` (T,).

    NaN is a period that was not seen. `totals` are the articles (statements, ...) that the values are counted
    among; None where the series has none. Raises InvalidRecord where the lengths differ.
    """

    name: str
    period: Period
    dates: tuple[dt.date, ...]
    values: FloatArray
    totals: FloatArray | None = None

    def __post_init__(self) -> None:
        lengths = {len(self.dates), len(self.values)} | (set() if self.totals is None else {len(self.totals)})
        if len(lengths) > 1:
            raise InvalidRecord(f"{self.name}: dates, values and totals of one length; got {sorted(lengths)}")

    def __len__(self) -> int:
        return len(self.dates)

    @property
    def missing(self) -> tuple[dt.date, ...]:
        """Periods without a value, or without a total where the series has totals."""
        unseen = np.isnan(self.values)
        if self.totals is not None:
            unseen = unseen | np.isnan(self.totals) | (self.totals == 0)
        return tuple(self.dates[at] for at in np.flatnonzero(unseen))

    def from_first_seen(self) -> "Series":
        """The series without the periods before its first value: it had not begun, nothing is missing there."""
        seen = np.flatnonzero(~np.isnan(self.values))
        return self.part(int(seen[0]) if len(seen) else 0, len(self))

    def between(self, first: dt.date | None, last: dt.date | None) -> "Series":
        """The periods that begin within two days, both included; None leaves that end open."""
        low = next((at for at, day in enumerate(self.dates) if first is None or day >= first), len(self))
        high = next((at for at, day in enumerate(self.dates) if last is not None and day > last), len(self))
        return self.part(low, max(low, high))

    def part(self, low: int, high: int) -> "Series":
        """Periods low to high, the second excluded."""
        totals = None if self.totals is None else self.totals[low:high]
        return Series(self.name, self.period, self.dates[low:high], self.values[low:high], totals)


@dataclass(frozen=True, slots=True, eq=False)
class SeriesTable:
    """Columns of one file on one grid: the counts, the total, and the same by outlet where outlets are named.

    `columns` maps a name to (T,) counts summed over outlets. `by_outlet` holds a table for each outlet on the same
    grid. `sha256` is that of the file's bytes; empty for a table that was made in memory.
    """

    source: str
    period: Period
    dates: tuple[dt.date, ...]
    columns: Mapping[str, FloatArray]
    total: FloatArray | None = None
    by_outlet: Mapping[str, "SeriesTable"] = field(default_factory=dict)
    sha256: str = ""

    def series(self, name: str) -> Series:
        """One column as a series. Raises SeriesError for a name that the table lacks."""
        if name not in self.columns:
            raise SeriesError(
                f"there is no column {name!r}",
                place=Place(self.source),
                remedy=f"name one of {', '.join(self.columns)}",
            )
        return Series(name, self.period, self.dates, self.columns[name], self.total)

    def between(self, span: PartialDate) -> "SeriesTable":
        """The periods that begin within a span of days."""
        inside = np.array([span.first <= day <= span.last for day in self.dates], dtype=bool)
        return SeriesTable(
            self.source,
            self.period,
            tuple(day for day, kept in zip(self.dates, inside, strict=True) if kept),
            {name: values[inside] for name, values in self.columns.items()},
            None if self.total is None else self.total[inside],
            {name: table.between(span) for name, table in self.by_outlet.items()},
            self.sha256,
        )


def series_of(name: str, period: Period, observations: Iterable[Observation]) -> Series:
    """The series of that name among observations, counts and totals summed within each period.

    Weeks begin on Mondays. A period without an observation is missing. Raises SeriesError where there is none.
    """
    sums: dict[dt.date, list[int]] = {}
    for seen in observations:
        if seen.series == name:
            day = seen.date - dt.timedelta(days=seen.date.weekday()) if period == "weekly" else seen.date
            both = sums.setdefault(first_day(day, period), [0, 0])
            both[0] += seen.count
            both[1] += seen.total
    if not sums:
        raise SeriesError(f"no observation of {name!r}", remedy="ask for a series that the case holds")
    dates = grid(min(sums), max(sums), period)
    filled = np.array([sums.get(day, (np.nan, np.nan)) for day in dates], dtype=np.float64)
    return Series(name, period, dates, filled[:, 0], filled[:, 1])


def must_be_whole(series: Series) -> None:
    """Raises SeriesError where periods are missing, and names them."""
    missing = series.missing
    if missing:
        named = ", ".join(day.isoformat() for day in missing[:_SHOWN])
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        raise SeriesError(
            f"{series.name}: {len(missing)} of {len(series)} {series.period} periods are missing or have no "
            f"articles: {named}{more}",
            remedy="a missing period is not a zero: supply the rows, or keep to a stretch without gaps",
        )


def must_be_counts(series: Series) -> None:
    """Raises SeriesError where the series has no totals or its values are not whole numbers."""
    if series.totals is None:
        raise SeriesError(
            f"{series.name}: counts without totals",
            remedy="name the column with all articles of each period; a count alone rises with the volume",
        )
    seen = series.values[~np.isnan(series.values)]
    if np.any(seen != np.floor(seen)):
        raise SeriesError(f"{series.name}: not whole numbers", remedy="give counts of articles, not shares")


def must_vary(series: Series, what: str = "the series") -> None:
    """Raises SeriesError where every value is the same."""
    seen = series.values[~np.isnan(series.values)]
    if len(seen) and np.all(seen == seen[0]):
        raise SeriesError(
            f"{series.name}: {what} is constant at {seen[0]:g}",
            remedy="a constant series carries no signal; check the column, or take a longer stretch",
        )


def must_have(series: Series, least: int, what: str) -> None:
    """Raises SeriesError where a series is too short for what is asked."""
    if len(series) < least:
        raise SeriesError(
            f"{series.name}: {len(series)} {series.period} periods, where {what} needs at least {least}",
            remedy="take a longer stretch",
        )


def log_share(series: Series) -> FloatArray:
    """The log share y = log((k + .5) / (N + 1)), (T,): the scale of every test on shares. The series needs totals."""
    if series.totals is None:
        must_be_counts(series)
    y: FloatArray = np.log((series.values + 0.5) / (np.asarray(series.totals) + 1.0))
    return y
