"""A series with its declared base: what may be tested, and the test on it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rostra.kernel import PartialDate, SeriesError
from rostra.signals.dice import dice
from rostra.signals.escalation.monitoring import (
    LEAST_BASELINE,
    WINDOWS,
    Monitoring,
    Watch,
    monitor,
    without_weekdays,
)
from rostra.signals.series import (
    Series,
    log_share,
    must_be_counts,
    must_be_whole,
    must_have,
    must_vary,
)

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Based:
    """A whole series and the positions of its base, `low` to `high`, the second excluded."""

    series: Series
    low: int
    high: int

    @property
    def before(self) -> Mask:
        """Which periods are the base, (T,)."""
        span = np.arange(len(self.series))
        return (span >= self.low) & (span < self.high)

    def since(self, first: int) -> Mask:
        """Which periods begin at a position or later, (T,)."""
        return np.arange(len(self.series)) >= first

    def shorter(self, part: float) -> "Based":
        """The same end with that part of the base's length."""
        return Based(self.series, self.high - round(part * (self.high - self.low)), self.high)


def based(series: Series, base: PartialDate) -> Based:
    """A series with its base. Raises SeriesError where the series or the base cannot carry the test."""
    must_have(series, 4, "a test")
    must_be_whole(series)
    must_be_counts(series)
    must_vary(series)
    if base.first < series.dates[0]:
        raise SeriesError(
            f"{series.name}: the base begins on {base.first}, before the first period, {series.dates[0]}",
            remedy="begin the base inside the series",
        )
    inside = [at for at, day in enumerate(series.dates) if base.first <= day <= base.last]
    chosen = Based(series, inside[0] if inside else 0, inside[-1] + 1 if inside else 0)
    part = series.part(chosen.low, chosen.high)
    must_have(part, LEAST_BASELINE[series.period], "a base")
    must_vary(part, "the base")
    if not len(series) - chosen.high:
        raise SeriesError(
            f"{series.name}: no period after the base, which ends on {base.last}",
            remedy="end the base earlier",
        )
    return chosen


def tested(chosen: Based, draws: int, seed: int) -> Monitoring:
    """The monitoring of a series after its base. Positions count from the first period of the base.

    Draws depend on the seed and the name of the series alone.
    """
    series = chosen.series
    y, baseline = log_share(series)[chosen.low :], chosen.high - chosen.low
    if series.period == "daily":
        y = without_weekdays(y, series.dates[chosen.low :], baseline)
    watch = Watch(y, baseline, WINDOWS[series.period])
    return monitor(watch, draws, dice(seed, "monitoring", series.name))
