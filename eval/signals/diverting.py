"""Diversion under the eight nulls of the pilot, its power, one event, and a published estimate.

Daily coverage over two years: a display in bursts, a topic, a weekly cycle, counts that are overdispersed. The nulls
differ in how long the topic remembers (AR.7 to a random walk), and in what moves display and topic together: a common
volume, a news hole of fixed size, third stories that crowd out both. How noisy the counts are was chosen so that the
power is near the pilot's; what the pilot's were is not on record.
"""

import datetime as dt
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np

from rostra.signals import FloatArray, SeriesTable
from rostra.signals.diversion import DiversionPlan, Response, cumulative_response, diversion
from rostra.signals.rows import rows_of

NULLS = ("iid", "AR.7", "AR.9", "AR.97", "RW", "vol", "comp", "bigshock")
MEMORY = {"iid": 0.0, "AR.7": 0.7, "AR.9": 0.9, "AR.97": 0.97, "RW": 1.0}
ARTICLES, TOPIC, DISPLAY = 600.0, 15.0, 3.0
"""Mean counts of a day."""
COURSE_SD, NOISE_SD = 0.5, 0.6
FIRST = dt.date(2022, 1, 3)
SHIFTS = 199


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table: the null, the days, and the change of the topic for one deviation of display."""

    null: str
    days: int = 730
    effect: float = 0.0


CELLS = (
    *(Cell(null) for null in NULLS),
    *(Cell("AR.7", days, effect) for days in (180, 365, 730) for effect in (-0.18, -0.10)),
)
PILOT_POWER = {(180, -0.18): 0.30, (365, -0.18): 0.50, (730, -0.18): 0.82} | {
    (180, -0.10): 0.11,
    (365, -0.10): 0.19,
    (730, -0.10): 0.32,
}


def rejects(cell: Cell, number: int) -> bool:
    """Whether the circular-shift test rejects at 5 % in one run; the same cell and number replay."""
    table = coverage(cell, _dice(1, number, NULLS.index(cell.null), cell.days, round(-100 * cell.effect)))
    return diversion(table, DiversionPlan("display", "topic", seed=number, shifts=SHIFTS)).numbers.p <= 0.05


def coverage(cell: Cell, dice: np.random.Generator) -> SeriesTable:
    """One run's daily counts."""
    memory = MEMORY.get(cell.null, 0.8)
    display = _bursts(cell.days, 0.03, 1.5, dice) + 0.5 * course(cell.days, memory, dice)
    display -= display.mean()
    before = np.concatenate([[0.0], (display / display.std())[:-1]])
    topic = COURSE_SD * course(cell.days, memory, dice) + np.log1p(cell.effect) * before
    shares = [
        _share(DISPLAY, display + NOISE_SD * dice.normal(size=cell.days)),
        _share(TOPIC, topic + NOISE_SD * dice.normal(size=cell.days)),
        np.exp(0.03 * dice.normal(size=cell.days)),
    ]
    counts = _counted(cell, shares, dice)
    dates = tuple(FIRST + dt.timedelta(days=day) for day in range(cell.days))
    columns = {"display": counts[0], "topic": counts[1]}
    return SeriesTable("simulated", "daily", dates, columns, counts.sum(axis=0))


def _share(mean: float, log_share: FloatArray) -> FloatArray:
    share: FloatArray = mean / ARTICLES * np.exp(log_share - (COURSE_SD**2 + NOISE_SD**2) / 2)
    return share


def _counted(cell: Cell, shares: list[FloatArray], dice: np.random.Generator) -> FloatArray:
    weekend = np.where(np.arange(cell.days) % 7 >= 5, -0.3, 0.0)
    volume = ARTICLES * np.exp(weekend + (0.35 * course(cell.days, 0.9, dice) if cell.null == "vol" else 0.0))
    if cell.null not in {"comp", "bigshock"}:
        return dice.poisson(volume * np.vstack(shares)).astype(np.float64)
    third = np.expm1(_bursts(cell.days, 0.02, 0.5, dice)) if cell.null == "bigshock" else np.zeros(cell.days)
    whole = np.vstack([*shares, third])
    return dice.multinomial(volume.round().astype(int), (whole / whole.sum(axis=0)).T).T.astype(np.float64)


def course(days: int, memory: float, dice: np.random.Generator) -> FloatArray:
    """A path of unit variance: AR(1) of that memory, or at 1 a random walk scaled to unit variance, (T,)."""
    if memory >= 1:
        walk = np.cumsum(dice.normal(size=days))
        return np.asarray(walk / walk.std())
    return faded(np.sqrt(1 - memory**2) * dice.normal(size=days + 200), memory)[200:]


def _bursts(days: int, rate: float, size: float, dice: np.random.Generator) -> FloatArray:
    """Rare shocks of exponential size that fade by a quarter a day, (T,)."""
    shocks = (dice.random(days + 100) < rate) * dice.exponential(size, days + 100)
    return faded(shocks, 0.75)[100:]


def faded(shocks: FloatArray, memory: float) -> FloatArray:
    """The sum of all shocks so far, each fading by `memory` a day, (T,)."""
    return np.array(list(accumulate(shocks.tolist(), lambda sofar, shock: memory * sofar + shock)))


@dataclass(frozen=True, slots=True)
class EventCell:
    """One event in two years of a log share with that memory; the change in the seven days from it on."""

    memory: float
    effect: float = 0.0


EVENT_CELLS = tuple(EventCell(memory, effect) for memory in (0.0, 0.5, 0.8, 0.95) for effect in (0.0, -0.4))


def event_rejects(cell: EventCell, number: int) -> bool:
    """Whether the placebo-date test rejects at 5 % in one run."""
    dice = _dice(2, number, round(100 * cell.memory), round(-100 * cell.effect))
    days = 730
    at = int(dice.integers(100, days - 10))
    share = 0.35 * course(days, cell.memory, dice) + 0.1 * dice.normal(size=days)
    share[at : at + 7] += np.log1p(cell.effect)
    topic = dice.poisson(100 * np.exp(share)).astype(np.float64)
    display = dice.poisson(3.0, days).astype(np.float64)
    dates = tuple(FIRST + dt.timedelta(days=day) for day in range(days))
    total = topic + display + dice.poisson(3000, days)
    table = SeriesTable("simulated", "daily", dates, {"display": display, "topic": topic}, total)
    return diversion(table, DiversionPlan("display", "topic", event=dates[at])).numbers.p <= 0.05


def _dice(*words: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([20251123, *words])))


INAUGURATION = dt.date(2025, 1, 20)
ENDS = dt.date(2024, 10, 1), dt.date(2025, 10, 19)


def published_response(folder: Path, coverage_file: str = "daily_fox_epstein.csv") -> Response:
    """Peterson 2025 (arXiv 2511.11532) rebuilt: novelty of posts on coverage, lags 0 to 3, one standard deviation.

    Controls: weekday, month, after the inauguration, posts of the day. The paper's figure is .28; whether it has
    the post counts in levels and a step at the inauguration is our reading, which the n of 256 agrees with.
    """
    days = [ENDS[0] + dt.timedelta(days=day) for day in range((ENDS[1] - ENDS[0]).days + 1)]
    novelty = _column(folder / "novelty_energy.parquet", "day", "N_t", days)
    posts = _column(folder / "novelty_energy.parquet", "day", "n_posts", days)
    exposure = _column(folder / coverage_file, "date", "density_per_1000", days)
    months = sorted({(day.year, day.month) for day in days})[1:]
    controls = [
        *([day.weekday() == weekday for day in days] for weekday in range(1, 7)),
        *([(day.year, day.month) == month for day in days] for month in months),
        [day >= INAUGURATION for day in days],
        posts,
    ]
    return cumulative_response(novelty, exposure, np.array(controls, dtype=np.float64).T)


def _column(path: Path, date: str, value: str, days: list[dt.date]) -> FloatArray:
    found = {cells[0][:10]: float(cells[1] or "nan") for _, cells in rows_of(path, (date, value))}
    return np.array([found.get(day.isoformat(), np.nan) for day in days])
