"""An actor's own message against coverage: an autoregressive distributed lag with robust errors (METHODS 2.1).

The specification of Peterson 2025 (arXiv 2511.11532): it asks whether the actor changes the subject when coverage
rises, not whether the media are displaced.
"""

import math
from dataclasses import dataclass

import numpy as np

from rostra.kernel import SeriesError
from rostra.signals.diversion.shifts import OWN_LAGS, moved
from rostra.signals.series import FloatArray

EXPOSURE_LAGS = 3
HAC_LAGS = 7


@dataclass(frozen=True, slots=True)
class Response:
    """The sum of the exposure's coefficients at lags 0 to 3, its Newey-West error, and the two-sided normal p."""

    estimate: float
    se: float
    p: float
    n: int


def cumulative_response(outcome: FloatArray, exposure: FloatArray, controls: FloatArray) -> Response:
    """Response of a standardised outcome to one standard deviation of exposure over four days.

    outcome, exposure (T,), controls (T, k) without a constant; rows with a NaN are left out. The p is optimistic on
    autocorrelated series (its null t has a standard deviation of about 1.2): hold it against circular shifts.
    Raises SeriesError where fewer rows than twice the columns are whole.
    """
    y, x = _standard(outcome), _standard(exposure)
    tested = [moved(x, lag) for lag in range(EXPOSURE_LAGS + 1)]
    own = [moved(y, lag) for lag in range(1, OWN_LAGS + 1)]
    whole = np.column_stack([y, *tested, np.ones(len(y)), *own, controls])
    whole = whole[np.isfinite(whole).all(axis=1)]
    if len(whole) < 2 * whole.shape[1]:
        raise SeriesError(
            f"{len(whole)} complete days for {whole.shape[1] - 1} coefficients",
            remedy="take a longer stretch",
        )
    return _summed_response(whole[:, 0], whole[:, 1:])


def _standard(values: FloatArray) -> FloatArray:
    standard: FloatArray = (values - np.nanmean(values)) / np.nanstd(values, ddof=1)
    return standard


def _summed_response(y: FloatArray, design: FloatArray) -> Response:
    inverse = np.linalg.pinv(design.T @ design)
    coefficients = inverse @ (design.T @ y)
    scores = design * (y - design @ coefficients)[:, None]
    covariance = inverse @ _newey_west(scores) @ inverse
    tested = slice(0, EXPOSURE_LAGS + 1)
    estimate = float(coefficients[tested].sum())
    se = float(math.sqrt(covariance[tested, tested].sum()))
    return Response(estimate, se, math.erfc(abs(estimate) / se / math.sqrt(2)), len(y))


def _newey_west(scores: FloatArray) -> FloatArray:
    """Long-run covariance (k, k) of scores (n, k) with Bartlett weights. Newey and West 1987."""
    total: FloatArray = scores.T @ scores
    for lag in range(1, HAC_LAGS + 1):
        cross = scores[lag:].T @ scores[:-lag]
        total = total + (1 - lag / (HAC_LAGS + 1)) * (cross + cross.T)
    return total
