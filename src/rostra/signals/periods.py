"""Periods of a series: days, weeks, months, each named by its first day."""

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Literal, get_args

from rostra.kernel import SourceError

Period = Literal["daily", "weekly", "monthly"]
PERIODS: tuple[Period, ...] = get_args(Period)

_DAYS = {"daily": 1, "weekly": 7}
_MONTH_ENDS = 28
"""Days of a month from which all of a series may be ends of months."""


def period_of(days: Sequence[dt.date]) -> Period:
    """The period that distinct, ascending days keep. Raises SourceError where they keep none.

    Days that are all the first (or the same, or the last) of their month are months; days that are whole weeks
    apart are weeks; a step of one day makes days.
    """
    if len(days) < 2:
        raise SourceError(
            f"{len(days)} dated rows make no series", remedy="give one row a day, a week or a month"
        )
    months = {(day.year, day.month) for day in days}
    if len(months) == len(days) and (len({day.day for day in days}) == 1 or all(map(_ends_month, days))):
        return "monthly"
    gaps = {(later - earlier).days for earlier, later in itertools.pairwise(days)}
    if all(gap % 7 == 0 for gap in gaps):
        return "weekly"
    if 1 in gaps:
        return "daily"
    raise SourceError(
        f"the dates keep no period: they lie {min(gaps)} to {max(gaps)} days apart",
        remedy="give one row a day, a week (always the same weekday) or a month, or name the period",
    )


def _ends_month(day: dt.date) -> bool:
    return day.day >= _MONTH_ENDS and (day + dt.timedelta(days=1)).day == 1


def first_day(day: dt.date, period: Period) -> dt.date:
    """The first day of the period that a day names: of its month, or of the week that begins with it."""
    return day.replace(day=1) if period == "monthly" else day


def stepped(day: dt.date, period: Period, steps: int) -> dt.date:
    """The first day of the period that many steps on."""
    if period != "monthly":
        return day + dt.timedelta(days=steps * _DAYS[period])
    month = day.year * 12 + day.month - 1 + steps
    return dt.date(month // 12, month % 12 + 1, 1)


def steps_between(first: dt.date, last: dt.date, period: Period) -> int:
    """How many periods lie between two first days; whole ones only."""
    if period == "monthly":
        return (last.year - first.year) * 12 + last.month - first.month
    return (last - first).days // _DAYS[period]


def grid(first: dt.date, last: dt.date, period: Period) -> tuple[dt.date, ...]:
    """Every period from one first day to another, both included."""
    return tuple(stepped(first, period, step) for step in range(steps_between(first, last, period) + 1))
