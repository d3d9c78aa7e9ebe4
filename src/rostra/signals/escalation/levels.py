"""How high: the share index on its base, the rate ratio with its interval, and how rare such a ratio was before."""

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rostra.signals.gates import library
from rostra.signals.series import FloatArray, Series

FEW_OUTLETS = 8
"""Below this many outlets a bootstrap over them says nothing; the range without each of them is shown."""
RESAMPLES = 999
_Z = 1.959964
_RHYTHM = {"daily": 7, "monthly": 12}
_CYCLES_OF_RHYTHM = 2
"""Whole weeks (or years) that the later stretch needs before its rhythm is told apart from its level."""


@dataclass(frozen=True, slots=True)
class RateRatio:
    """Rate after over rate before, with a 95 % interval (NaN where there is none) and how it was made."""

    estimate: float
    low: float
    high: float
    method: str


def share_index(shares: FloatArray, in_base: npt.NDArray[np.bool_]) -> FloatArray:
    """100 * share / mean share of the base periods, (T,). Caldara and Iacoviello 2022.

    `in_base` (T,) marks the base; its mean share must not be zero.
    """
    index: FloatArray = 100.0 * shares / shares[in_base].mean()
    return index


def index_band(series: Series, in_base: npt.NDArray[np.bool_]) -> tuple[FloatArray, FloatArray]:
    """Ends of a 95 % interval of the index from the sampling of articles alone, each (T,). Wilson 1927."""
    n = np.asarray(series.totals)
    share = series.values / n
    centre = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * np.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    scale = 100.0 / share[in_base].mean()
    return np.maximum(centre - half, 0.0) * scale, (centre + half) * scale


def pooled_ratio(values: FloatArray, totals: FloatArray, after: npt.NDArray[np.bool_], before: npt.NDArray[np.bool_]) -> float:  # fmt: skip
    """Pooled share of some periods over that of others; NaN where the others have no count."""
    early = values[before].sum() / max(totals[before].sum(), 1.0)
    late = values[after].sum() / max(totals[after].sum(), 1.0)
    return float(late / early) if early > 0 else float("nan")


def rate_ratio(series: Series, before: npt.NDArray[np.bool_], after: npt.NDArray[np.bool_]) -> RateRatio:
    """The factor between two stretches: negative binomial, log total as offset, weekdays or months where they fit.

    `before` and `after` (T,) mark the stretches. The interval is the wider of the model's own and a Newey-West one,
    for counts of neighbouring periods are alike. Without any count after, the ratio is 0 and has no interval.
    """
    if not series.values[after].any() or not series.values[before].any():
        ratio = pooled_ratio(series.values, np.asarray(series.totals), after, before)
        return RateRatio(ratio, float("nan"), float("nan"), "no counts on one side")
    used = before | after
    x = np.column_stack([np.ones(used.sum()), after[used], *_rhythm(series, used, int(after.sum()))])
    counts, offset = series.values[used], np.log(np.asarray(series.totals)[used])
    fits = _negative_binomial(counts, x, offset) or _quasi_poisson(counts, x, offset)
    bounds = np.array([np.exp(fit.conf_int()[1]) for fit in fits[0]])
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    low, high = (float(bounds[:, 0].min()), float(bounds[:, 1].max())) if len(bounds) else (np.nan, np.nan)
    return RateRatio(float(np.exp(fits[0][0].params[1])), low, high, fits[1])


def _rhythm(series: Series, used: npt.NDArray[np.bool_], later: int) -> list[FloatArray]:
    """Columns for weekdays or months, all but the first that occurs; none where the later stretch is short."""
    cycle = _RHYTHM.get(series.period)
    if cycle is None or later < cycle * _CYCLES_OF_RHYTHM:
        return []
    place = np.array([day.weekday() if series.period == "daily" else day.month for day in series.dates])[used]
    return [(place == one).astype(np.float64) for one in np.unique(place)[1:]]


def _negative_binomial(counts: FloatArray, x: FloatArray, offset: FloatArray) -> tuple[list[Any], str] | None:
    """The fit with its own and with Newey-West errors; None where it does not come to an end."""
    model = library("statsmodels.discrete.discrete_model").NegativeBinomial(counts, x, offset=offset)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            own = model.fit(disp=0, maxiter=300)
            robust = model.fit(disp=0, maxiter=300, cov_type="HAC", cov_kwds={"maxlags": _lags(len(counts))})
        except (ArithmeticError, ValueError, np.linalg.LinAlgError):
            return None
    sound = own.mle_retvals["converged"] and np.isfinite(own.bse[1]) and own.params[-1] > 0
    return ([own, robust], "negative binomial, the wider of model and Newey-West") if sound else None


def _quasi_poisson(counts: FloatArray, x: FloatArray, offset: FloatArray) -> tuple[list[Any], str]:
    """Where the counts are not overdispersed, the negative binomial's limit, scaled by Pearson's statistic."""
    api = library("statsmodels.genmod.api")
    families = library("statsmodels.genmod.families")
    model = api.GLM(counts, x, family=families.Poisson(), offset=offset)
    robust = model.fit(cov_type="HAC", cov_kwds={"maxlags": _lags(len(counts))})
    return [model.fit(scale="X2"), robust], "quasi-Poisson, the wider of model and Newey-West"


def _lags(n: int) -> int:
    """Newey and West's rule of thumb."""
    return int(4 * (n / 100) ** (2 / 9))


@dataclass(frozen=True, slots=True, eq=False)
class PlaceboDates:
    """Where a stretch stands among all earlier stretches of its length: `rank` 1 is the largest of `of`."""

    rank: int
    of: int
    ratio: float
    largest: float

    @property
    def p(self) -> float:
        """The share of stretches at least as large, itself included."""
        return self.rank / self.of


def placebo_dates(series: Series, width: int, before: int) -> PlaceboDates | None:
    """Ranks the last `width` periods, against the `before` periods ahead of them, among all such stretches.

    None where the series is too short for a single one.
    """
    k, n = (np.concatenate([[0.0], np.cumsum(part)]) for part in (series.values, np.asarray(series.totals)))
    ends = np.arange(before + width, len(series) + 1)
    if not len(ends):
        return None
    starts, bases = ends - width, ends - width - before
    with np.errstate(divide="ignore", invalid="ignore"):
        late = (k[ends] - k[starts]) / (n[ends] - n[starts])
        ratios = late / ((k[starts] - k[bases]) / (n[starts] - n[bases]))
    known = ratios[np.isfinite(ratios)]
    if not np.isfinite(ratios[-1]):
        return None
    return PlaceboDates(int((known >= ratios[-1]).sum()), len(known), float(ratios[-1]), float(known.max()))
