"""Intervals over outlets: articles of one wire are not independent, so outlets are drawn before articles."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rostra.signals.escalation.levels import FEW_OUTLETS, RESAMPLES, RateRatio, pooled_ratio
from rostra.signals.series import FloatArray, SeriesTable

Mask = npt.NDArray[np.bool_]
_TAILS = (0.025, 0.975)


@dataclass(frozen=True, slots=True, eq=False)
class OutletCounts:
    """Counts and totals by outlet, each (O, T); a period that an outlet lacks is zero of zero."""

    names: tuple[str, ...]
    values: FloatArray
    totals: FloatArray

    @classmethod
    def of(cls, table: SeriesTable, name: str) -> "OutletCounts | None":
        """One column of a table by outlet; None where the table has no outlets or one alone."""
        if len(table.by_outlet) < 2:
            return None
        series = [part.series(name) for part in table.by_outlet.values()]
        values = np.array([np.nan_to_num(one.values) for one in series])
        totals = np.array([np.nan_to_num(np.asarray(one.totals)) for one in series])
        return cls(tuple(table.by_outlet), values, totals)

    @property
    def broken(self) -> tuple[str, ...]:
        """Outlets that lack a period: whoever enters or leaves can move the share by itself."""
        return tuple(
            name for name, totals in zip(self.names, self.totals, strict=True) if (totals == 0).any()
        )


@dataclass(frozen=True, slots=True, eq=False)
class OutletBand:
    """The interval of a rate ratio and that of the index (T,), over outlets."""

    ratio: RateRatio
    low: FloatArray
    high: FloatArray


def over_outlets(
    counts: OutletCounts, ratio: RateRatio, before: Mask, after: Mask, dice: np.random.Generator
) -> OutletBand:
    """The rate ratio with an interval over outlets around its estimate, and a band of the index.

    Eight or more outlets: a two-level bootstrap, outlets with replacement, then articles within outlet and period,
    95 %. Fewer: the range that leaving out one outlet at a time gives.
    """
    if len(counts.names) < FEW_OUTLETS:
        samples = [_without(counts, at) for at in range(len(counts.names))]
        method = "range with one outlet left out at a time"
    else:
        samples = [_resampled(counts, dice) for _ in range(RESAMPLES)]
        method = "two-level bootstrap: outlets, then articles"
    whole = pooled_ratio(counts.values.sum(0), counts.totals.sum(0), after, before)
    ratios = np.array([pooled_ratio(k, n, after, before) for k, n in samples]) / whole * ratio.estimate
    indices = np.array([_index(k, n, before) for k, n in samples])
    tails = _TAILS if len(counts.names) >= FEW_OUTLETS else (0.0, 1.0)
    low, high = np.nanquantile(ratios, tails)
    band = np.nanquantile(indices, tails, axis=0)
    return OutletBand(RateRatio(ratio.estimate, float(low), float(high), method), band[0], band[1])


def _without(counts: OutletCounts, at: int) -> tuple[FloatArray, FloatArray]:
    return np.delete(counts.values, at, 0).sum(0), np.delete(counts.totals, at, 0).sum(0)


def _resampled(counts: OutletCounts, dice: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """One resample: articles drawn within an outlet's period are a binomial draw of its share."""
    drawn = dice.integers(len(counts.names), size=len(counts.names))
    totals = counts.totals[drawn]
    values = dice.binomial(totals.astype(np.int64), counts.values[drawn] / np.maximum(totals, 1.0))
    return values.sum(0).astype(np.float64), totals.sum(0)


def _index(values: FloatArray, totals: FloatArray, before: Mask) -> FloatArray:
    """The index of one sample; NaN for a period that its outlets lack."""
    shares: FloatArray = np.divide(values, totals, out=np.full(len(values), np.nan), where=totals > 0)
    return 100.0 * shares / np.nanmean(shares[before])
