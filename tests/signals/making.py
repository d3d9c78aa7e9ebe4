"""Series made for the tests: invented counts with a known course."""

import datetime as dt

import numpy as np

from rostra.signals import FloatArray, Period, SeriesTable, dice
from rostra.signals.periods import grid, stepped

STARTS: dict[Period, dt.date] = {
    "daily": dt.date(2024, 1, 1),
    "weekly": dt.date(2022, 1, 3),
    "monthly": dt.date(2015, 1, 1),
}


def counts(
    n: int, *, step_at: int | None = None, factor: float = 2.0, seed: int = 0
) -> tuple[FloatArray, FloatArray]:
    """Counts among about 1,000 articles, 5 % of them, overdispersed; from `step_at` times `factor`."""
    rng = dice(seed, "made")
    totals = np.round(1000 * np.exp(0.1 * rng.normal(size=n)))
    course = np.where(np.arange(n) >= (n if step_at is None else step_at), factor, 1.0)
    values = rng.poisson(totals * 0.05 * course * np.exp(0.2 * rng.normal(size=n)))
    return values.astype(np.float64), totals


def table(
    period: Period, n: int, *names: str, step_at: int | None = None, factor: float = 2.0
) -> SeriesTable:
    """A table whose first column takes the step, while the others stay quiet."""
    first = STARTS[period]
    dates = grid(first, stepped(first, period, n - 1), period)
    columns, total = {}, counts(n, step_at=step_at, factor=factor)[1]
    for place, name in enumerate(names):
        columns[name] = counts(n, step_at=None if place else step_at, factor=factor, seed=place)[0]
    return SeriesTable("made.csv", period, dates, columns, total, sha256="ab" * 32)


def with_outlets(made: SeriesTable, name: str, outlets: int, seed: int = 0) -> SeriesTable:
    """The same table with each period's articles dealt out to so many outlets."""
    rng, total = dice(seed, "outlets"), np.asarray(made.total)
    shares = rng.dirichlet(np.full(outlets, 20.0))
    dealt = np.array([rng.multinomial(int(n), shares) for n in total], dtype=np.float64).T
    values = np.array(
        [
            rng.multivariate_hypergeometric(parts.astype(int), int(k))
            for parts, k in zip(dealt.T, made.columns[name], strict=True)
        ],
        dtype=np.float64,
    ).T
    each = {
        f"Outlet {at}": SeriesTable(made.source, made.period, made.dates, {name: values[at]}, dealt[at])
        for at in range(outlets)
    }
    return SeriesTable(made.source, made.period, made.dates, made.columns, total, each, made.sha256)
