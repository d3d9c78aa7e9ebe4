"""Daily coverage made for the tests: a bursty display, a topic, placebos, all independent unless a fall is planted."""

import datetime as dt

import numpy as np

from rostra.signals import SeriesTable
from rostra.signals.diversion import DiversionPlan

FIRST = dt.date(2023, 1, 2)
PLACEBOS = tuple(f"placebo {number}" for number in range(8))
PLAN = DiversionPlan("parade", "audit", PLACEBOS, shifts=199)


def coverage(days: int = 400, fall: float = 0.0, seed: int = 1) -> SeriesTable:
    """A fall of .3 plants 30 % less of the topic on the day after the display stands one deviation higher."""
    rng = np.random.default_rng(seed)
    display = rng.gamma(0.5, 1.0, days)
    shape = (display - display.mean()) / display.std()
    planted = np.log(1 - fall) * np.concatenate([[0.0], shape[:-1]])
    columns = {"parade": rng.poisson(5 + 20 * display).astype(float)}
    columns["audit"] = rng.poisson(60 * np.exp(planted)).astype(float)
    columns |= {name: rng.poisson(60, days).astype(float) for name in PLACEBOS}
    total = np.vstack([*columns.values(), rng.poisson(8000, days)]).sum(axis=0).astype(np.float64)
    dates = tuple(FIRST + dt.timedelta(days=day) for day in range(days))
    return SeriesTable("made", "daily", dates, columns, total)
