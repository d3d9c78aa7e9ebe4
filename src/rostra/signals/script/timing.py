"""Who follows whom in time: the largest lagged correlation against circular shifts, given the media's volume (METHODS 3.2)."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rostra.kernel import SeriesError
from rostra.signals.series import FloatArray

MOST_LAG = 7
LEAST_DAYS = 90
_LEAST_SHIFT = 21


@dataclass(frozen=True, slots=True, eq=False)
class LeadLag:
    """The strongest lag between two daily series of n days.

    `lag` > 0: the second actor follows the first by so many days; `correlation` (2 * MOST_LAG + 1,) runs over lags
    -7 to 7. p is that of its largest absolute value among circular shifts. `controlled`: media volume was taken out.
    """

    lag: int
    p: float
    controlled: bool
    n: int
    shifts: int
    correlation: FloatArray


def lead_lag(
    first: FloatArray, second: FloatArray, weekdays: FloatArray, media: FloatArray | None = None
) -> LeadLag:
    """The lead-lag test of two series of daily counts (T,), given media counts (T,) where there are any.

    Where media counts are missing, the longest stretch without a gap is tested: across a gap no lag could be told.
    Raises SeriesError below LEAST_DAYS days, or where a series does not vary.
    """
    if len(first) < LEAST_DAYS:
        raise SeriesError(
            f"{len(first)} days, where the timing needs at least {LEAST_DAYS}", remedy="give a longer corpus"
        )
    controls = _controls(weekdays, media)
    kept = _longest(np.asarray(np.isfinite(controls).all(axis=1)))
    if kept.stop - kept.start < LEAST_DAYS:
        raise SeriesError(
            f"{kept.stop - kept.start} days on end with media counts, and on the {MOST_LAG} days before them, where the "
            f"timing needs at least {LEAST_DAYS}",
            remedy="give a media file without gaps over the days of the corpus",
        )
    one, other = (_residual(np.log(series[kept] + 0.5), controls[kept]) for series in (first, second))
    spectrum = np.conj(np.fft.rfft(one)) * np.fft.rfft(other)
    around = np.fft.irfft(spectrum, len(one)) / (len(one) * one.std() * other.std())
    correlation = _open_ended(one, other)
    return _ranked(correlation, around, media is not None)


def _controls(weekdays: FloatArray, media: FloatArray | None) -> FloatArray:
    """Constant, trend, weekdays, and the log media volume of the same and the seven days before, (T, k)."""
    time = np.arange(len(weekdays), dtype=np.float64)
    columns = [np.ones(len(time)), time / len(time)]
    columns += [(weekdays == day).astype(np.float64) for day in np.unique(weekdays)[1:]]
    if media is not None:
        volume = np.log(media + 0.5)
        columns += [
            np.concatenate([np.full(lag, np.nan), volume[: len(volume) - lag]]) for lag in range(MOST_LAG + 1)
        ]
    return np.column_stack(columns)


def _longest(kept: npt.NDArray[np.bool_]) -> slice:
    """The longest run of days that are kept; the first of several."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]]).astype(np.int8)))
    runs = [slice(int(start), int(stop)) for start, stop in edges.reshape(-1, 2)]
    return max(runs, key=lambda run: run.stop - run.start, default=slice(0, 0))


def _residual(values: FloatArray, controls: FloatArray) -> FloatArray:
    coefficients = np.linalg.lstsq(controls, values, rcond=None)[0]
    residual: FloatArray = values - controls @ coefficients
    if residual.std() < 1e-9:
        raise SeriesError(
            "an actor's series does not vary", remedy="give a corpus with more than one text a day"
        )
    return residual


def _open_ended(one: FloatArray, other: FloatArray) -> FloatArray:
    """Correlation of one_t with other_{t + lag} for lags -7 to 7."""
    scale = len(one) * one.std() * other.std()
    return np.array(
        [
            np.dot(one[max(0, -lag) : len(one) - max(0, lag)], other[max(0, lag) : len(one) + min(0, lag)])
            / scale
            for lag in range(-MOST_LAG, MOST_LAG + 1)
        ]
    )


def _ranked(correlation: FloatArray, around: FloatArray, controlled: bool) -> LeadLag:
    """The observed maximum among the maxima over the same 15 lags at every circular shift (Wiener-Khinchin)."""
    n = len(around)
    window = np.arange(-MOST_LAG, MOST_LAG + 1)
    shifts = np.arange(_LEAST_SHIFT + MOST_LAG, n - _LEAST_SHIFT - MOST_LAG)
    maxima = np.abs(around[(shifts[:, None] + window) % n]).max(axis=1)
    best = int(np.argmax(np.abs(correlation)))
    p = (1 + int(np.sum(maxima >= abs(correlation[best])))) / (1 + len(maxima))
    return LeadLag(best - MOST_LAG, float(p), controlled, n, len(maxima), correlation)
