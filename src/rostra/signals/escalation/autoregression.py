"""An autoregression of a baseline, and paths drawn from it: the null of the monitoring (AR sieve bootstrap)."""

from dataclasses import dataclass

import numpy as np

from rostra.signals.series import FloatArray

MOST_LAGS = 4
LARGEST_SUM = 0.97
"""Cap of the corrected sum of coefficients: a path that still comes back to its mean."""
_BURN_IN = 100


@dataclass(frozen=True, slots=True, eq=False)
class AutoRegression:
    """`coefficients` (p,), p >= 1, and centred `residuals` (n,), scaled for the degrees of freedom spent."""

    coefficients: FloatArray
    residuals: FloatArray

    @property
    def persistence(self) -> float:
        """The sum of the coefficients: how much of a shock stays."""
        return float(self.coefficients.sum())


def fit_autoregression(y: FloatArray, most: int = MOST_LAGS) -> AutoRegression:
    """The AR(p) of a series (T,), 1 <= p <= `most` by AIC on a common sample, by least squares with a constant."""
    lags = min(range(1, most + 1), key=lambda lags: _aic(y, lags, most))
    coefficients, residuals = _least_squares(y, lags, lags)
    freedom = max(len(residuals) - lags - 1, 1)
    scale: float = (len(residuals) / freedom) ** 0.5
    return AutoRegression(coefficients[1:], (residuals - residuals.mean()) * scale)


def _aic(y: FloatArray, lags: int, most: int) -> float:
    _, residuals = _least_squares(y, lags, most)
    n = len(residuals)
    variance = float(residuals @ residuals) / n
    return float(n * np.log(max(variance, 1e-300)) + 2 * (lags + 1))


def _least_squares(y: FloatArray, lags: int, start: int) -> tuple[FloatArray, FloatArray]:
    """Constant and coefficients, and residuals of y[start:] on its own lags."""
    n = len(y)
    columns = [np.ones(n - start), *(y[start - lag : n - lag] for lag in range(1, lags + 1))]
    x = np.column_stack(columns)
    coefficients: FloatArray = np.linalg.lstsq(x, y[start:], rcond=None)[0].astype(np.float64)
    residuals: FloatArray = y[start:] - x @ coefficients
    return coefficients, residuals


def corrected(model: AutoRegression, n: int) -> AutoRegression:
    """The model with the small-sample bias of its persistence taken out: sum + (1 + 3 sum) / n, from 0 to .97.

    Least squares on n points draws the sum towards zero (Marriott and Pope 1954, Kendall 1954, for one lag). A sum
    below zero is not believed: news does not swing back, and paths that do would make every change look rare.
    """
    now = model.persistence
    aim = min(max(now + (1 + 3 * now) / n, 0.0), LARGEST_SUM)
    spread = (aim - now) / len(model.coefficients)
    scaled = model.coefficients * (aim / now) if now > 0 else model.coefficients + spread
    return AutoRegression(scaled, model.residuals)


def drawn_paths(
    model: AutoRegression, baseline: int, monitored: int, draws: int, dice: np.random.Generator
) -> FloatArray:
    """Deviations of the monitored part from the path's own baseline mean, (monitored, draws).

    The whole path is drawn, baseline included, so that the null knows how uncertain a baseline mean is.
    """
    lags = len(model.coefficients)
    recent = [np.zeros(draws)] * lags
    total = np.zeros(draws)
    kept = np.empty((monitored, draws))
    for at in range(-_BURN_IN, baseline + monitored):
        now = model.residuals[dice.integers(len(model.residuals), size=draws)]
        for coefficient, before in zip(model.coefficients, recent, strict=True):
            now += coefficient * before
        recent = [now, *recent[:-1]]
        if 0 <= at < baseline:
            total += now
        elif at >= baseline:
            kept[at - baseline] = now
    kept -= total / baseline
    return kept
