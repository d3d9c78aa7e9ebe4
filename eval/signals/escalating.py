"""Escalation under the design of the pilot: 156 weeks, counts among a changing volume, a step at week 110.

The log share is an AR(1) with a standard deviation of .25, the volume an AR(1) of its own; counts are Poisson given
the share, so their marginal is overdispersed as news counts are. The first 90 weeks are the declared baseline.
"""

from dataclasses import dataclass

import numpy as np

from rostra.signals import FloatArray
from rostra.signals.escalation.monitoring import LEVEL, WINDOWS, Watch, monitor

WEEKS, BASELINE, STEP_AT = 156, 90, 110
SHARE, SHARE_SD = 0.05, 0.25
VOLUME, VOLUME_SD, VOLUME_RHO = 1000.0, 0.1, 0.7
DRAWS = 999


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table: how persistent the log share is, and the factor of the step (1 for none)."""

    rho: float
    factor: float


CELLS = tuple(Cell(rho, factor) for rho in (0.0, 0.5, 0.8, 0.9) for factor in (1.0, 1.5, 2.0))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run: whether it alarmed at the nominal level, whether it abstained, and the weeks from step to alarm."""

    alarmed: bool
    abstained: bool
    delay: int | None


def run(cell: Cell, number: int) -> Outcome:
    """One simulated series, tested. The same cell and number give the same series on every machine."""
    dice = np.random.Generator(
        np.random.PCG64(np.random.SeedSequence([20251123, number, int(cell.rho * 100)]))
    )
    found = monitor(Watch(log_shares(cell, dice), BASELINE, WINDOWS["weekly"]), DRAWS, dice)
    alarmed = found.p <= LEVEL
    delay = found.alarm - STEP_AT if alarmed and found.alarm is not None and cell.factor > 1 else None
    return Outcome(alarmed, found.too_persistent, delay)


def log_shares(cell: Cell, dice: np.random.Generator) -> FloatArray:
    """The y of one simulated series, (T,)."""
    volume = np.round(VOLUME * np.exp(VOLUME_SD * autoregressive(VOLUME_RHO, dice)))
    step = np.where(np.arange(WEEKS) >= STEP_AT, cell.factor, 1.0)
    share = SHARE * step * np.exp(SHARE_SD * autoregressive(cell.rho, dice) - SHARE_SD**2 / 2)
    counts = np.minimum(dice.poisson(volume * share), volume)
    y: FloatArray = np.log((counts + 0.5) / (volume + 1))
    return y


def autoregressive(rho: float, dice: np.random.Generator) -> FloatArray:
    """A stationary AR(1) with unit variance, (T,)."""
    shocks = dice.normal(size=WEEKS) * np.sqrt(1 - rho**2)
    path = np.empty(WEEKS)
    before = dice.normal()
    for at, shock in enumerate(shocks):
        before = rho * before + shock
        path[at] = before
    return path


def alarms(cell: Cell, number: int) -> bool:
    """Whether one run alarms at the nominal level without abstaining."""
    outcome = run(cell, number)
    return outcome.alarmed and not outcome.abstained


def abstains(cell: Cell, number: int) -> bool:
    """Whether one run finds its series too persistent."""
    return run(cell, number).abstained
