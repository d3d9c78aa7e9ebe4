"""Resolving what counts from the day of writing: "last Tuesday", "el mes pasado", "October" without a year."""

import calendar
import datetime as dt

from rostra.kernel import PartialDate
from rostra.rules.dates import Relative

_WEEK = 7
_SOON = dt.timedelta(days=75)
"""News names a coming day without its year only when it is near; else the past one is meant."""


def resolved(relative: Relative, index: int | None, today: dt.date) -> PartialDate | None:
    """The days that a relative phrase means; `index` is the weekday or month named in it, from 0."""
    try:
        return _resolved(relative, index, today)
    except (OverflowError, ValueError):
        return None


def _resolved(relative: Relative, index: int | None, today: dt.date) -> PartialDate | None:
    shift = relative.shift
    if relative.unit == "day":
        return PartialDate.day(today + dt.timedelta(days=shift), "text")
    if relative.unit == "weekday":
        return PartialDate.day(_weekday(today, index or 0, shift), "text")
    if relative.unit == "week":
        monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(days=_WEEK * shift)
        return PartialDate(monday, monday + dt.timedelta(days=_WEEK - 1), "text")
    if relative.unit == "month":
        return _month(today, shift)
    if relative.unit == "monthname":
        return _named_month(today, (index or 0) + 1, shift)
    return PartialDate.year(today.year + shift, "text")


def _weekday(today: dt.date, weekday: int, shift: int) -> dt.date:
    """The day of that name: the one before today, the next one, or the last that is not yet to come."""
    back = (today.weekday() - weekday) % _WEEK
    if shift > 0:
        return today + dt.timedelta(days=_WEEK - back)
    if shift < 0 and back == 0:
        back = _WEEK
    return today - dt.timedelta(days=back)


def _month(today: dt.date, shift: int) -> PartialDate:
    months = today.year * 12 + today.month - 1 + shift
    return PartialDate.month(months // 12, months % 12 + 1, "text")


def _named_month(today: dt.date, month: int, shift: int) -> PartialDate:
    if shift < 0:
        return PartialDate.month(today.year - (month >= today.month), month, "text")
    if shift > 0:
        return PartialDate.month(today.year + (month <= today.month), month, "text")
    return near(today, month, None) or PartialDate.month(today.year, month, "text")


def near(today: dt.date, month: int, day: int | None) -> PartialDate | None:
    """The month, or its day, that a text of today means when it names no year: the last one, or one soon to come."""
    found = [dated(today.year + shift, month, day) for shift in (1, 0, -1)]
    for date in found:
        if date and date.first <= today + _SOON:
            return date
    return None


def dated(year: int, month: int, day: int | None, last: int | None = None) -> PartialDate | None:
    """A month, a day of it, or the days from one to another; None when the calendar has no such day."""
    if day is None:
        return PartialDate.month(year, month, "text")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days or (last is not None and not day <= last <= days):
        return None
    return PartialDate(dt.date(year, month, day), dt.date(year, month, last or day), "text")


def ago(value: float, unit: str, sign: int, today: dt.date) -> PartialDate | None:
    """The day, week, month or year that lies so many of them before (sign -1) today; None for sign 0."""
    if sign == 0 or value > 10_000:
        return None
    count = int(value) * sign
    try:
        if unit == "day":
            return PartialDate.day(today + dt.timedelta(days=count), "text")
        if unit == "week":
            return _resolved(Relative("", "week", count, ""), None, today)
        return _month(today, count) if unit == "month" else PartialDate.year(today.year + count, "text")
    except (OverflowError, ValueError):
        return None
