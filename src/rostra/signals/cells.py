"""Cells of a series file: a date with its time zone, a count, or the words for nothing."""

import datetime as dt
import re
from dataclasses import dataclass

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_NUMBER = re.compile(r"[+-]?(\d{1,300}\.?\d{0,300}|\.\d{1,300})([eE][+-]?\d{1,3})?")
_NOTHING = frozenset({"", "na", "n/a", "nan", "null", "none", "-", "."})


@dataclass(frozen=True, slots=True)
class Dated:
    """A day as a cell gives it, with the offset from UTC that it names; None where it names none."""

    day: dt.date
    zone: str | None


def dated(cell: str) -> Dated | None:
    """Reads 2025-10, 2025-10-25 and 2025-10-25T08:00+02:00; None for anything else."""
    text = cell.strip()
    month = _MONTH.fullmatch(text)
    try:
        if month:
            return Dated(dt.date(int(month[1]), int(month[2]), 1), None)
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    offset = moment.utcoffset()
    return Dated(moment.date(), None if offset is None else str(offset))


def nothing(cell: str) -> bool:
    """Whether a cell says that there is no value: empty, NA, null."""
    return cell.strip().lower() in _NOTHING


def number(cell: str) -> float | None:
    """A finite number in digits with a decimal point; None for anything else."""
    text = cell.strip()
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text)
    return value if abs(value) < 1e300 else None
