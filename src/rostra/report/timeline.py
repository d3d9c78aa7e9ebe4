"""Claimed and documented values over time, as one small static drawing: days to the right, values upward.

A delivery of a register stands on those before it and its level runs on to the next one; every other row lies at its
own value over its own days. A claim is a point, with a bar for an interval and an arrow for an open side.
"""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rostra.kernel import PartialDate
from rostra.report.wording import grouped

PLOT = 97.0
"""Width of the scale, in percent of the drawing."""
TOP, BASE = 14.0, 124.0
"""Where the highest tick and nought lie, in pixels."""
HEIGHT = 146
LEAST = 0.9
"""Percent of the width that a row of one day still has."""
MOST_TICKS = 6
MARGIN = 6
"""The share of the years, one in so many, that is left free before the first."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its days: `start` to `sure` is certain, to `end` possible, in units. `level` runs on after it."""

    when: PartialDate
    kind: str
    label: str
    start: float
    sure: float
    end: float
    open_end: bool = False
    level: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A value ready to draw: x in percent, y in pixels from above. `until` is where its level ends."""

    kind: str
    label: str
    left: float
    right: float
    foot: float
    sure: float
    high: float
    open_end: bool
    until: float | None

    @property
    def width(self) -> float:
        """Percent of the width that its days take."""
        return max(self.right - self.left, LEAST)

    @property
    def middle(self) -> float:
        """The middle of its days."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing: claims and rows, years along its foot (percent), values along its side (pixels).

    `undated` are the heights of claims without a day: a line across all years.
    """

    claims: tuple[Mark, ...]
    rows: tuple[Mark, ...]
    years: tuple[tuple[float, str], ...]
    values: tuple[tuple[float, str], ...]
    description: str
    undated: tuple[float, ...] = ()


def timeline(
    claims: Sequence[Value],
    rows: Sequence[Value],
    scale: tuple[float, float],
    undated: Sequence[float] = (),
) -> Timeline | None:
    """The drawing on a scale of (step, top); None where there are not two values, one of them with days."""
    if not (claims or rows) or len(claims) + len(rows) + len(undated) < 2:
        return None
    first = min(value.when.first for value in (*claims, *rows)).year
    last = max(value.when.last for value in (*claims, *rows)).year + 1
    # Room for the numbers on the left, so that nothing is drawn under them.
    first = max(first - max((last - first) // MARGIN, 1), 1)
    axis = _Axis(
        dt.date(first, 1, 1), max((dt.date(min(last, 9999), 1, 1) - dt.date(first, 1, 1)).days, 1), scale[1]
    )
    count = round(scale[1] / scale[0])
    return Timeline(
        tuple(axis.mark(value, None) for value in claims),
        tuple(axis.mark(value, _until(value, rows)) for value in rows),
        tuple((axis.x(dt.date(year, 1, 1)), str(year)) for year in _years(first, last)),
        tuple((axis.y(scale[0] * n), grouped(_round(scale[0] * n))) for n in range(count + 1)),
        "; ".join(f"{value.when}: {value.label}" for value in _by_day((*rows, *claims))),
        tuple(dict.fromkeys(map(axis.y, undated))),
    )


def _by_day(values: Iterable[Value]) -> list[Value]:
    return sorted(values, key=lambda value: (value.when.first, value.when.last))


def _until(value: Value, rows: Sequence[Value]) -> dt.date | None:
    """The day up to which a level runs: that of the delivery that stands on it, else the end of the drawing."""
    if not value.level:
        return None
    above = [row.when.first for row in rows if row.level and row.start == value.sure and row is not value]
    return min(above, default=dt.date.max)


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days and values as places of the drawing."""

    first: dt.date
    days: int
    top: float

    def x(self, day: dt.date) -> float:
        return PLOT * min((day - self.first).days / self.days, 1.0)

    def y(self, value: float) -> float:
        share = min(max(value, 0.0) / self.top, 1.0) if math.isfinite(value) else 1.0
        return BASE - (BASE - TOP) * share

    def mark(self, value: Value, until: dt.date | None) -> Mark:
        return Mark(
            value.kind,
            value.label,
            self.x(value.when.first),
            self.x(value.when.last),
            self.y(value.start),
            self.y(value.sure),
            self.y(max(value.end, value.sure)),
            value.open_end,
            self.x(until) if until else None,
        )


def _years(first: int, last: int) -> range:
    step = next(
        step for step in (1, 2, 5, 10, 25, 50, 100, 1000, 10000) if (last - first) / step <= MOST_TICKS
    )
    begin = first if step == 1 else -(-first // step) * step
    return range(begin, min(last, 9999), step)


def _round(number: float) -> int | float:
    return int(number) if float(number).is_integer() else round(number, 6)
