"""The lagged regression and its null distribution: every circular shift of the display."""

from dataclasses import dataclass

import numpy as np

from rostra.kernel import SeriesError
from rostra.signals.series import FloatArray

OWN_LAGS = 7
LEAST_SHIFT = 21
"""Rows that a shift moves the display at least: closer ones still hold the display's own memory (METHODS 2.3)."""
LEAST_ROWS = 100
_LEAST_LEFT = 1e-9
"""Share of its variance that the controls must leave of a series; below it, only rounding is left to test."""
_CELLS = 4_000_000
"""Numbers held at once while shifts are tried."""


@dataclass(frozen=True, slots=True, eq=False)
class Regression:
    """Rows with nothing missing: response y (n,), controls (n, k), the tested regressor (n,)."""

    y: FloatArray
    controls: FloatArray
    tested: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Coefficient, standard error and t of the tested regressor; p (two-sided) and `null` t (shifts,) of its shifts."""

    b: float
    se: float
    t: float
    n: int
    p: float
    null: FloatArray


def lagged(y: FloatArray, x: FloatArray, weekdays: FloatArray, lead: bool = False) -> Regression:
    """y_t on x_{t-1}, seven own lags, trend and weekday; with `lead` on x_{t+1}, given x_t to x_{t-7}.

    Without these, a display that lasts would seem to lead what it follows (see decision 0052).

    All (T,), NaN where missing. Raises SeriesError below LEAST_ROWS complete rows.
    """
    time = np.arange(len(y), dtype=np.float64)
    controls = [np.ones(len(y)), time / len(y), *_weekday_columns(weekdays)]
    controls += [moved(y, lag) for lag in range(1, OWN_LAGS + 1)]
    if lead:
        controls += [moved(x, lag) for lag in range(OWN_LAGS + 1)]
    tested = moved(x, -1) if lead else moved(x, 1)
    stacked = np.column_stack([y, tested, *controls])
    whole = stacked[np.isfinite(stacked).all(axis=1)]
    if len(whole) < LEAST_ROWS:
        raise SeriesError(
            f"{len(whole)} days with all seven days before them, where the test needs at least {LEAST_ROWS}",
            remedy="take a longer stretch, or fill the days that are missing",
        )
    return Regression(whole[:, 0], whole[:, 2:], whole[:, 1])


def _weekday_columns(weekdays: FloatArray) -> list[FloatArray]:
    return [(weekdays == day).astype(np.float64) for day in np.unique(weekdays)[1:]]


def moved(values: FloatArray, lag: int) -> FloatArray:
    """The value `lag` periods before (after, where negative) each period; NaN beyond the ends."""
    beyond = np.full(min(abs(lag), len(values)), np.nan)
    if lag < 0:
        return np.concatenate([values[-lag:], beyond])
    return np.concatenate([beyond, values[: max(len(values) - lag, 0)]])


def fitted(regression: Regression, most_shifts: int, rng: np.random.Generator) -> Fit:
    """The fit and its circular-shift p: all shifts of at least LEAST_SHIFT rows, or `most_shifts` drawn of them.

    The controls stay with the response (Frisch, Waugh and Lovell), so one decomposition serves every shift.
    """
    n = len(regression.y)
    basis, y = _without_controls(regression)
    b, se = _slopes(regression, basis, y, np.zeros(1, dtype=np.intp))
    shifts = np.arange(LEAST_SHIFT, n - LEAST_SHIFT + 1)
    if len(shifts) > most_shifts:
        shifts = np.sort(rng.choice(shifts, most_shifts, replace=False))
    block = max(1, _CELLS // n)
    parts = [_slopes(regression, basis, y, shifts[at : at + block]) for at in range(0, len(shifts), block)]
    null = np.concatenate([slope / error for slope, error in parts])
    t = float(b[0] / se[0])
    p = (1 + int(np.sum(np.abs(null) >= abs(t)))) / (1 + len(null))
    return Fit(float(b[0]), float(se[0]), t, n, p, null)


def t_of(regression: Regression) -> float:
    """T of the tested regressor, no shift tried."""
    b, se = _slopes(regression, *_without_controls(regression), np.zeros(1, dtype=np.intp))
    return float(b[0] / se[0])


def _without_controls(regression: Regression) -> tuple[FloatArray, FloatArray]:
    """An orthonormal basis of the controls (n, k), and what they leave of the response (n,).

    Raises SeriesError where they leave nothing of the response or of the tested regressor: a t of rounding errors
    has no p.
    """
    basis = np.linalg.qr(regression.controls)[0]
    for what, values in (("topic", regression.y), ("display", regression.tested)):
        left = values - basis @ (basis.T @ values)
        if left @ left <= _LEAST_LEFT * max(float(np.square(values - values.mean()).sum()), _LEAST_LEFT):
            raise SeriesError(
                f"weekday, trend and its own past tell the {what} of every day",
                remedy="check the columns, or take a longer stretch in which both vary",
            )
    return basis, regression.y - basis @ (basis.T @ regression.y)


def _slopes(
    regression: Regression,
    basis: FloatArray,
    y: FloatArray,
    shifts: np.ndarray[tuple[int], np.dtype[np.intp]],
) -> tuple[FloatArray, FloatArray]:
    """Slope and standard error for each shift of the tested regressor, (shifts,) each."""
    n = len(y)
    turns = np.lib.stride_tricks.sliding_window_view(np.tile(regression.tested, 2), n)
    shifted = turns[n - shifts]
    shifted = shifted - (shifted @ basis) @ basis.T
    squares = np.einsum("ij,ij->i", shifted, shifted)
    slopes = (shifted @ y) / squares
    spread = (y @ y - slopes * slopes * squares) / (n - regression.controls.shape[1] - 1)
    return slopes, np.sqrt(spread / squares)
