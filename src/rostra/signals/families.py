"""Several tests at once: which may be called significant."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def benjamini_hochberg(p: Sequence[float], q: float) -> npt.NDArray[np.bool_]:
    """Which of m p-values to reject at a false discovery rate of q, (m,). Benjamini and Hochberg 1995."""
    values = np.asarray(p, dtype=np.float64)
    rejected = np.zeros(len(values), dtype=bool)
    order = np.argsort(values, kind="stable")
    below = np.flatnonzero(values[order] <= q * np.arange(1, len(values) + 1) / max(len(values), 1))
    if len(below):
        rejected[order[: below[-1] + 1]] = True
    return rejected


def holm(p: Sequence[float]) -> npt.NDArray[np.float64]:
    """p-values adjusted so that each may be held against the family's level, (m,). Holm 1979."""
    values = np.asarray(p, dtype=np.float64)
    order = np.argsort(values, kind="stable")
    stepped = np.maximum.accumulate(values[order] * np.arange(len(values), 0, -1))
    adjusted = np.empty_like(values)
    adjusted[order] = np.minimum(stepped, 1.0)
    return adjusted
