"""How high: the share index on its base, the rate ratio with its interval, and how rare such a ratio was before."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rostra.signals.escalation.counting import Counts, negative_binomial
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
    counts = Counts(series.values[used], x, np.log(np.asarray(series.totals)[used]))
    try:
        fit = negative_binomial(counts, _lags(len(x)))
    except np.linalg.LinAlgError:
        ratio = pooled_ratio(series.values, np.asarray(series.totals), after, before)
        return RateRatio(ratio, float("nan"), float("nan"), "the model has no solution")
    half = _Z * max(fit.errors(1))
    estimate, kind = float(fit.coefficients[1]), "negative binomial" if fit.alpha > 0 else "quasi-Poisson"
    method = f"{kind}, the wider of model and Newey-West"
    return RateRatio(math.exp(estimate), math.exp(estimate - half), math.exp(estimate + half), method)


def _rhythm(series: Series, used: npt.NDArray[np.bool_], later: int) -> list[FloatArray]:
    """Columns for weekdays or months, all but the first that occurs; none where the later stretch is short."""
    cycle = _RHYTHM.get(series.period)
    if cycle is None or later < cycle * _CYCLES_OF_RHYTHM:
        return []
    place = np.array([day.weekday() if series.period == "daily" else day.month for day in series.dates])[used]
    return [(place == one).astype(np.float64) for one in np.unique(place)[1:]]


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
