"""Diversion at one event: the fall after it against the falls after other dates (METHODS 2.4)."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from rostra.kernel import SeriesError
from rostra.signals.diversion.plan import DiversionPlan, selective_share
from rostra.signals.series import FloatArray, SeriesTable

BEFORE, AFTER = 60, 7
"""Days before and after the event whose means are compared; seven after are one of each weekday."""
LEAST_DATES = 40
"""Placebo dates below which a rank of one in twenty means little."""
_SEEN = 0.8
"""Share of a window's days that must be there."""


@dataclass(frozen=True, slots=True, eq=False)
class EventTest:
    """The step of the topic's log share (mean of AFTER days less mean of BEFORE days) at one date.

    p is the rank of the step among `dates` placebo dates that share no day after with it: one-sided, for a fall.
    lead_p is that of the seven days before the event, two-sided. topics_p ranks the step among placebo topics at
    the same date, None without any. mde is the fall in log share that would be found four times in five.
    """

    estimate: float
    p: float
    lead_p: float
    topics_p: float | None
    mde: float
    n: int
    dates: int
    placebo_steps: tuple[float, ...]
    null: FloatArray


def event_test(table: SeriesTable, plan: DiversionPlan, event: dt.date) -> EventTest:
    """The placebo-date test of one event. Raises SeriesError where the event or its windows are not in the series."""
    at = _position(table, event)
    steps = _steps(table, plan, plan.topic)
    if not np.isfinite(steps[at]) or not np.isfinite(steps[at - AFTER]):
        raise SeriesError(
            f"{event}: too few days with articles around it",
            remedy=f"the test needs {BEFORE + AFTER} days before the event and {AFTER} from it on, four in five of them",
        )
    placebo = _placebo_dates(steps, at)
    if len(placebo) < LEAST_DATES:
        raise SeriesError(
            f"{len(placebo)} placebo dates, where the test needs at least {LEAST_DATES}",
            remedy="take a longer stretch around the event",
        )
    topics = tuple(float(_steps(table, plan, name)[at]) for name in plan.placebos)
    seen = [step for step in topics if np.isfinite(step)]
    return EventTest(
        estimate=float(steps[at]),
        p=_rank(placebo <= steps[at]),
        lead_p=_rank(np.abs(placebo) >= abs(steps[at - AFTER])),
        topics_p=_rank(np.array(seen) <= steps[at]) if seen else None,
        mde=float(np.quantile(placebo, 0.8) - np.quantile(placebo, 0.05)),
        n=int(np.isfinite(table.columns[plan.topic]).sum()),
        dates=len(placebo),
        placebo_steps=topics,
        null=placebo,
    )


def _position(table: SeriesTable, event: dt.date) -> int:
    at = (event - table.dates[0]).days
    if not BEFORE + AFTER <= at <= len(table.dates) - AFTER:
        raise SeriesError(
            f"{event} has not {BEFORE + AFTER} days of the series before it and {AFTER} from it on",
            remedy=f"the series runs {table.dates[0]} to {table.dates[-1]}: take an event well inside it",
        )
    return at


def _steps(table: SeriesTable, plan: DiversionPlan, topic: str) -> FloatArray:
    """The step at each date (T,), weekday means taken out; NaN where a window lacks too many days."""
    y = selective_share(table.columns[topic], table.columns[plan.display], np.asarray(table.total))
    y = _without_weekdays(y, np.array([day.weekday() for day in table.dates]))
    seen = np.concatenate([[0.0], np.cumsum(np.isfinite(y))])
    sums = np.concatenate([[0.0], np.cumsum(np.nan_to_num(y))])
    steps = np.full(len(y), np.nan)
    at = np.arange(BEFORE, len(y) - AFTER + 1)
    after, before = seen[at + AFTER] - seen[at], seen[at] - seen[at - BEFORE]
    usable = (after >= _SEEN * AFTER) & (before >= _SEEN * BEFORE)
    late = (sums[at + AFTER] - sums[at])[usable] / after[usable]
    early = (sums[at] - sums[at - BEFORE])[usable] / before[usable]
    steps[at[usable]] = late - early
    return steps


def _without_weekdays(y: FloatArray, weekdays: np.ndarray[tuple[int], np.dtype[np.intp]]) -> FloatArray:
    plain = y.copy()
    for day in range(7):
        rows = (weekdays == day) & np.isfinite(y)
        if rows.any():
            plain[rows] -= y[rows].mean()
    return plain


def _placebo_dates(steps: FloatArray, event: int) -> FloatArray:
    """Steps at dates whose windows hold none of the event's own days."""
    at = np.arange(len(steps))
    apart = (at + AFTER <= event) | (at - BEFORE >= event + AFTER)
    placebo: FloatArray = steps[apart & np.isfinite(steps)]
    return placebo


def _rank(as_extreme: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float:
    return float((1 + np.sum(as_extreme)) / (1 + len(as_extreme)))
