"""Four naive forecasts and one model: each sees a past and gives a distribution, as equally likely values (m,)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rostra.signals.forecast.ensembles import averaged
from rostra.signals.periods import Period
from rostra.signals.series import FloatArray

MEANS = (1, 3, 12)
"""Periods of the means that the direct autoregression rests on: the last value, a season, a year (Corsi 2009)."""
SEASON: dict[Period, int] = {"daily": 7, "weekly": 52, "monthly": 12}
LEAST_PAIRS = 20
"""Pairs of past and outcome that the regression needs for its four coefficients."""


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """What a forecast may see, `y` (t,), and how far ahead it looks."""

    y: FloatArray
    horizon: int
    season: int

    def changes(self, steps: int) -> FloatArray:
        """What so many periods have brought before, (t - steps,)."""
        found: FloatArray = self.y[steps:] - self.y[:-steps]
        return found


def climatology(past: Past) -> FloatArray:
    """Every value of the past, alike."""
    return past.y


def persistence(past: Past) -> FloatArray:
    """The last value with the changes that as many periods have brought before."""
    return float(past.y[-1]) + past.changes(past.horizon)


def seasonal(past: Past) -> FloatArray:
    """The last value of the same season with the changes that whole seasons have brought."""
    back = past.season * -(-past.horizon // past.season)
    return float(past.y[len(past.y) - 1 + past.horizon - back]) + past.changes(back)


def mixture(past: Past) -> FloatArray:
    """Halfway between persistence and climatology: the forecast to beat."""
    return averaged(persistence(past), climatology(past))


def direct_ar(past: Past) -> FloatArray:
    """A regression of the value `horizon` on upon the last value and two means, with its own residuals around it."""
    means = _means(past.y)
    x, outcome = means[: -past.horizon], past.y[MEANS[-1] - 1 + past.horizon :]
    coefficients = np.linalg.lstsq(x, outcome, rcond=None)[0]
    residuals: FloatArray = outcome - x @ coefficients
    return float(means[-1] @ coefficients) + residuals


def _means(y: FloatArray) -> FloatArray:
    """Constant and trailing means at each period that has all of them, (t - 11, 4)."""
    sums = np.concatenate([[0.0], np.cumsum(y)])
    ends = np.arange(MEANS[-1], len(y) + 1)
    columns = [(sums[ends] - sums[ends - width]) / width for width in MEANS]
    return np.column_stack([np.ones(len(ends)), *columns])


def least_past(horizon: int, season: int) -> int:
    """Periods of past that every model needs for a horizon."""
    return max(MEANS[-1] + horizon + LEAST_PAIRS, season * -(-horizon // season) + LEAST_PAIRS)


MODELS: dict[str, Callable[[Past], FloatArray]] = {
    "climatology": climatology,
    "persistence": persistence,
    "seasonal": seasonal,
    "mixture": mixture,
    "direct_ar": direct_ar,
}
"""By the names that results use. The first four are naive; skill is told against persistence."""
