"""Regression of counts: negative binomial with an offset, errors of its own and Newey-West ones.

statsmodels fits the same model; its import takes longer than all the rest of an answer, so it only checks this one.
"""

import math
from dataclasses import dataclass

import numpy as np

from rostra.signals.series import FloatArray

_LOG_ALPHA = (-14.0, 4.0)
"""Where the overdispersion is looked for; at the lower end the counts are Poisson."""
_STEPS, _TOLERANCE = 60, 1e-9
_GOLDEN = (math.sqrt(5) - 1) / 2


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Counts (n,) to explain by columns x (n, p), the first of ones, and a log offset (n,)."""

    values: FloatArray
    x: FloatArray
    offset: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class CountFit:
    """Coefficients (p,), the overdispersion alpha (variance mu + alpha mu^2), and two covariances, (p, p).

    `own` is the model's (scaled by Pearson's statistic where alpha is 0), `robust` Newey and West's 1987.
    """

    coefficients: FloatArray
    alpha: float
    own: FloatArray
    robust: FloatArray

    def errors(self, at: int) -> tuple[float, float]:
        """Both standard errors of one coefficient."""
        return float(np.sqrt(self.own[at, at])), float(np.sqrt(self.robust[at, at]))


def negative_binomial(counts: Counts, lags: int) -> CountFit:
    """The maximum likelihood fit of an NB2 model (Cameron and Trivedi 2013, ch. 3): alpha by golden section.

    Raises LinAlgError where the columns are not independent.
    """
    low, high = _LOG_ALPHA
    while high - low > 1e-5:
        inner, outer = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if _profile(counts, math.exp(inner)) >= _profile(counts, math.exp(outer)):
            high = outer
        else:
            low = inner
    alpha = math.exp((low + high) / 2)
    if low <= _LOG_ALPHA[0] + 1e-3:
        alpha = 0.0
    return _described(counts, alpha, lags)


def _profile(counts: Counts, alpha: float) -> float:
    mu = _means(counts, _coefficients(counts, alpha))
    return _likelihood(counts.values, mu, alpha)


def _means(counts: Counts, coefficients: FloatArray) -> FloatArray:
    fitted: FloatArray = np.exp(np.clip(counts.x @ coefficients + counts.offset, -700, 700))
    return fitted


def _coefficients(counts: Counts, alpha: float) -> FloatArray:
    """Iteratively reweighted least squares for a given alpha."""
    at = np.zeros(counts.x.shape[1])
    at[0] = math.log(counts.values.sum() / np.exp(counts.offset).sum())
    for _ in range(_STEPS):
        mu = _means(counts, at)
        weights = mu / (1 + alpha * mu)
        step = np.linalg.solve(
            counts.x.T @ (weights[:, None] * counts.x),
            counts.x.T @ ((counts.values - mu) / (1 + alpha * mu)),
        )
        at = at + np.clip(step, -2, 2)
        if np.abs(step).max() < _TOLERANCE:
            break
    return at


def _likelihood(values: FloatArray, mu: FloatArray, alpha: float) -> float:
    """The log likelihood but for the factorials of the counts."""
    size = 1 / alpha
    unique, back = np.unique(values, return_inverse=True)
    gammas = np.array([math.lgamma(k + size) for k in unique]) - math.lgamma(size)
    terms = gammas[back] - size * np.log1p(alpha * mu) + values * (np.log(alpha * mu) - np.log1p(alpha * mu))
    return float(terms.sum())


def _described(counts: Counts, alpha: float, lags: int) -> CountFit:
    at = _coefficients(counts, alpha)
    mu = _means(counts, at)
    bread = np.linalg.inv(counts.x.T @ ((mu / (1 + alpha * mu))[:, None] * counts.x))
    scores = counts.x * ((counts.values - mu) / (1 + alpha * mu))[:, None]
    freedom = max(len(mu) - counts.x.shape[1], 1)
    pearson = float(((counts.values - mu) ** 2 / mu).sum()) / freedom if alpha == 0 else 1.0
    robust = bread @ _bartlett(scores, lags) @ bread * len(mu) / freedom
    return CountFit(at, alpha, bread * max(pearson, 1.0), robust)


def _bartlett(scores: FloatArray, lags: int) -> FloatArray:
    total: FloatArray = scores.T @ scores
    for lag in range(1, min(lags, len(scores) - 1) + 1):
        cross = scores[lag:].T @ scores[:-lag]
        total = total + (1 - lag / (lags + 1)) * (cross + cross.T)
    return total
