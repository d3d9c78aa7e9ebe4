"""Is a series now above its declared baseline? Several windows at once, against paths of an AR sieve bootstrap.

Chu, Stinchcombe and White 1996 monitor from a fixed baseline; the windows make it a MOSUM. What was measured of it
stands in docs/signals.md.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rostra.kernel import SeriesError
from rostra.signals.escalation.autoregression import (
    AutoRegression,
    corrected,
    drawn_paths,
    fit_autoregression,
)
from rostra.signals.periods import Period
from rostra.signals.series import FloatArray

WINDOWS: dict[Period, tuple[int, ...]] = {
    "daily": (7, 14, 28, 56),
    "weekly": (4, 8, 13, 26),
    "monthly": (1, 2, 3, 4),
}
LEAST_BASELINE: dict[Period, int] = {"daily": 84, "weekly": 52, "monthly": 36}
LEVEL = 0.01
"""Nominal level of one series: at .05 the monitoring rejects 13 % of quiet series with a persistence of .5."""
DATING_LEVEL = 0.05
"""The alarm is the first period over the boundary of this level; whether there is one is decided at the end."""
MOST_PERSISTENT = 0.8
TOO_PERSISTENT = "series too persistent to date a change"
_FIRST_DRAWS, _ENOUGH = 999, 50
"""A series that was exceeded 50 times in 999 draws has p > .05: more draws would settle nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Watch:
    """What is watched: `y` (T,) of which the first `baseline` points were declared, in windows of these lengths."""

    y: FloatArray
    baseline: int
    windows: tuple[int, ...]

    @property
    def monitored(self) -> int:
        """Points after the baseline."""
        return len(self.y) - self.baseline


@dataclass(frozen=True, slots=True)
class Monitoring:
    """What the monitoring found; positions count from the first point of the series.

    `alarm` is the first end of a window over the .05 boundary, `onset` the start of the shortest such window,
    `confirmed` the first end over the .01 boundary; each None where there is none. `p` is that of the whole
    monitored stretch: (1 + exceedances) / (1 + draws). `persistence` is the corrected AR sum, `strength` the
    statistic in standard deviations of the baseline.
    """

    p: float
    alarm: int | None
    onset: int | None
    confirmed: int | None
    persistence: float
    strength: float
    lags: int
    draws: int

    @property
    def too_persistent(self) -> bool:
        """Whether the baseline keeps so much of a shock that no change can be dated."""
        return self.persistence > MOST_PERSISTENT


def monitor(watch: Watch, draws: int, dice: np.random.Generator) -> Monitoring:
    """Tests the monitored points against the baseline, one-sided upwards.

    `draws` is the most; a series that is clearly quiet after 999 gets no more (Besag and Clifford 1991). Raises
    SeriesError where not even the shortest window fits after the baseline.
    """
    windows = tuple(width for width in watch.windows if width <= watch.monitored)
    if not windows:
        raise SeriesError(
            f"{watch.monitored} periods after the base, where the shortest window has {min(watch.windows)}",
            remedy="end the base earlier",
        )
    base = watch.y[: watch.baseline]
    observed = _statistics(watch.y[watch.baseline :] - base.mean(), windows)
    model = corrected(fit_autoregression(base), watch.baseline)
    null = _null(watch, model, windows, _Wanted(float(observed.max()), draws, dice))
    alarm, onset = _first_over(observed, windows, float(np.quantile(null, 1 - DATING_LEVEL)), watch.baseline)
    confirmed, _ = _first_over(observed, windows, float(np.quantile(null, 1 - LEVEL)), watch.baseline)
    return Monitoring(
        float((1 + np.count_nonzero(null >= observed.max())) / (1 + len(null))),
        alarm,
        onset,
        confirmed,
        model.persistence,
        float(observed.max() / base.std()),
        len(model.coefficients),
        len(null),
    )


@dataclass(frozen=True, slots=True)
class _Wanted:
    observed: float
    draws: int
    dice: np.random.Generator


def _null(watch: Watch, model: AutoRegression, windows: tuple[int, ...], wanted: _Wanted) -> FloatArray:
    """The largest statistic of each drawn path, (draws,)."""
    drawn = np.empty(0)
    while len(drawn) < wanted.draws and np.count_nonzero(drawn >= wanted.observed) < _ENOUGH:
        more = min(_FIRST_DRAWS, wanted.draws - len(drawn))
        paths = drawn_paths(model, watch.baseline, watch.monitored, more, wanted.dice)
        drawn = np.concatenate([drawn, _largest(paths, windows)])
    return drawn


def _largest(paths: FloatArray, windows: Sequence[int]) -> FloatArray:
    """The largest statistic over windows and ends of each path, (draws,)."""
    sums = np.concatenate([np.zeros((1, paths.shape[1])), np.cumsum(paths, axis=0)])
    each = [((sums[width:] - sums[:-width]) / np.sqrt(width)).max(axis=0) for width in windows]
    largest: FloatArray = np.max(each, axis=0)
    return largest


def _statistics(deviations: FloatArray, windows: Sequence[int]) -> FloatArray:
    """sqrt(w) * mean of the last w of the deviations (monitored,), as (windows, monitored).

    A window lies wholly after the baseline; -inf where it does not fit yet.
    """
    sums = np.concatenate([[0.0], np.cumsum(deviations)])
    found = np.full((len(windows), len(deviations)), -np.inf)
    for row, width in enumerate(windows):
        found[row, width - 1 :] = (sums[width:] - sums[:-width]) / np.sqrt(width)
    return found


def _first_over(
    observed: FloatArray, windows: Sequence[int], boundary: float, baseline: int
) -> tuple[int | None, int | None]:
    """End and start of the first window over a boundary; of several that end together, the shortest."""
    over = observed > boundary
    if not over.any():
        return None, None
    end = int(np.argmax(over.any(axis=0)))
    width = windows[int(np.argmax(over[:, end]))]
    return baseline + end, baseline + end - width + 1


def without_weekdays(y: FloatArray, dates: Sequence[dt.date], baseline: int) -> FloatArray:
    """Daily values (T,) less the baseline's mean of their weekday: a week's rhythm is no persistence."""
    weekdays = np.array([day.weekday() for day in dates])
    left = y.astype(np.float64, copy=True)
    for weekday in range(7):
        same = weekdays == weekday
        left[same] -= y[:baseline][same[:baseline]].mean()
    return left
