"""Diversion over a whole course of days: the selective estimator with its gates (METHODS 2.3)."""

import math
from dataclasses import dataclass

import numpy as np

from rostra.kernel import SeriesError
from rostra.signals.dice import dice
from rostra.signals.diversion.plan import LEVEL, DiversionPlan, checked, selective_share, summed
from rostra.signals.diversion.shifts import Fit, Regression, fitted, lagged, t_of
from rostra.signals.families import holm
from rostra.signals.series import FloatArray, SeriesTable

_POWER_80 = 0.8416
"""Normal quantile of .8."""


@dataclass(frozen=True, slots=True)
class Placebos:
    """t of each placebo topic with their centre and spread; `calibrated_p` holds the topic's t against these.

    Centre, spread and calibrated p are None below two placebo topics.
    """

    names: tuple[str, ...]
    t: tuple[float, ...]
    centre: float | None
    spread: float | None
    calibrated_p: float | None


@dataclass(frozen=True, slots=True)
class OutletTest:
    """One outlet alone, and the estimate without it."""

    name: str
    estimate: float | None
    p: float | None
    estimate_without: float | None
    refusal: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """The numbers of a course of n days.

    `estimate` is the change of the topic's log share within the non-display news on the day after the display's
    log ratio stood one standard deviation higher; `mde` is the size, in the same unit, that this series would find
    four times in five at 5 %. `mechanical` is the change of the topic's log share in all news if the display took
    the same share from everything else. p_holm is over the topic and its outlets.
    """

    estimate: float
    elasticity: float
    t: float
    p: float
    p_holm: float
    lead_p: float
    mechanical: float
    mde: float
    n: int
    shifts: int
    placebo: Placebos
    outlets: tuple[OutletTest, ...]
    null: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class _Scaled:
    """A fit with the spread of the display it was made on."""

    fit: Fit
    sd: float

    @property
    def estimate(self) -> float:
        return self.fit.b * self.sd

    @property
    def least_detectable(self) -> float:
        critical = float(np.quantile(np.abs(self.fit.null), 1 - LEVEL))
        return (critical + _POWER_80 * float(self.fit.null.std())) * self.fit.se * self.sd


def course(table: SeriesTable, plan: DiversionPlan) -> Course:
    """The selective estimate, its circular-shift p, lead test, placebos and outlets. Raises SeriesError if too short."""
    main = _tested(table, plan, plan.topic)
    lead = _tested(table, plan, plan.topic, lead=True)
    outlets = tuple(_outlet(table, name, plan) for name in table.by_outlet)
    family = [main.fit.p, *(outlet.p for outlet in outlets if outlet.p is not None)]
    return Course(
        estimate=main.estimate,
        elasticity=main.fit.b,
        t=main.fit.t,
        p=main.fit.p,
        p_holm=float(holm(family)[0]),
        lead_p=lead.fit.p,
        mechanical=_mechanical(table, plan),
        mde=main.least_detectable,
        n=main.fit.n,
        shifts=len(main.fit.null),
        placebo=_placebos(table, plan, main.fit.t),
        outlets=outlets,
        null=main.fit.null,
    )


def _tested(table: SeriesTable, plan: DiversionPlan, topic: str, lead: bool = False) -> _Scaled:
    regression = _regression(table, plan, topic, lead)
    rng = dice(plan.seed, "diversion", topic, "lead" if lead else "lag")
    return _Scaled(fitted(regression, plan.shifts, rng), float(np.nanstd(_display(table, plan))))


def _regression(table: SeriesTable, plan: DiversionPlan, topic: str, lead: bool = False) -> Regression:
    totals, shown = np.asarray(table.total), table.columns[plan.display]
    y = selective_share(table.columns[topic], shown, totals)
    weekdays = np.array([day.weekday() for day in table.dates], dtype=np.float64)
    return lagged(y, _display(table, plan), weekdays, lead)


def _display(table: SeriesTable, plan: DiversionPlan) -> FloatArray:
    """Log ratio of the display to the rest of the news, (T,)."""
    shown = table.columns[plan.display]
    return selective_share(shown, shown, np.asarray(table.total))


def _mechanical(table: SeriesTable, plan: DiversionPlan) -> float:
    """Mean change of log(1 - X/N) when the display's log ratio rises by one standard deviation."""
    x = _display(table, plan)
    x = x[np.isfinite(x)]
    return float(np.mean(np.log1p(np.exp(x)) - np.log1p(np.exp(x + x.std()))))


def _placebos(table: SeriesTable, plan: DiversionPlan, t: float) -> Placebos:
    found = tuple(t_of(_regression(table, plan, name)) for name in plan.placebos)
    if len(found) < 2:
        return Placebos(plan.placebos, found, None, None, None)
    centre, spread = float(np.mean(found)), float(np.std(found, ddof=1))
    return Placebos(plan.placebos, found, centre, spread, _two_sided(t, centre, spread))


def _two_sided(t: float, centre: float, spread: float) -> float:
    """P of t under the placebos' normal with its sampling error of one added (Schuemie and others 2013)."""
    return math.erfc(abs(t - centre) / max(1.0, spread) / math.sqrt(2))


def _outlet(table: SeriesTable, name: str, plan: DiversionPlan) -> OutletTest:
    """One outlet alone and all others without it; one that cannot carry the test says why."""
    try:
        checked(table.by_outlet[name], plan)
        alone = _tested(table.by_outlet[name], plan, plan.topic)
        without = _without(table, name, plan)
    except SeriesError as refusal:
        return OutletTest(name, None, None, None, str(refusal))
    return OutletTest(name, alone.estimate, alone.fit.p, without)


def _without(table: SeriesTable, name: str, plan: DiversionPlan) -> float | None:
    others = [each for other, each in table.by_outlet.items() if other != name]
    return _tested(summed(others), plan, plan.topic).estimate if others else None
