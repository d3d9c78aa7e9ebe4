"""Intervals of numbers, and what a claim's modifier makes of its number (METHODS: interval conventions).

exact [x, x]; about: 10 % either way; at least [x, open); at most [0, x]; between [low, high]; no number at all:
some, that is [1, open).
"""

import math
from dataclasses import dataclass

from rostra.model import Number, Quantity

OPEN = math.inf
ABOUT = 0.10
"""Half width of "about", as a share: a published convention, not a measurement."""
TOLERANCE = 0.01
"""How far an exact number may stand from a documented one and still agree: rounding in print and in conversions."""
_MOST = 1e300


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; `high` may be infinite."""

    low: float
    high: float

    def widened(self, share: float) -> "Interval":
        """Both ends moved outward by a share of themselves."""
        return Interval(self.low * (1 - share), self.high * (1 + share))

    def holds(self, other: "Interval") -> bool:
        """Whether the other lies wholly inside."""
        return self.low <= other.low and other.high <= self.high

    def meets(self, other: "Interval") -> bool:
        """Whether the two share a point."""
        return self.low <= other.high and other.low <= self.high

    def plus(self, other: "Interval") -> "Interval":
        """The interval of sums."""
        return Interval(self.low + other.low, self.high + other.high)

    def less(self, other: "Interval") -> "Interval":
        """The interval of differences, never below nothing."""
        low = 0.0 if math.isinf(other.high) else max(self.low - other.high, 0.0)
        return Interval(low, max(self.high - other.low, 0.0))

    def times(self, factor: float) -> "Interval":
        """Both ends in another unit."""
        return Interval(self.low * factor, self.high * factor)

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))


NONE_AT_ALL = Interval(0, 0)
SOME = Interval(1, OPEN)


def documented(low: Number | None, high: Number | None) -> Interval:
    """The interval of a row; an open side is 0 or infinite."""
    return Interval(0.0 if low is None else _float(low), OPEN if high is None else _float(high))


def claimed(quantity: Quantity | None) -> Interval:
    """The interval of a claim by the conventions at the top of this module."""
    if quantity is None:
        return SOME
    plain = documented(quantity.low, quantity.high)
    return plain.widened(ABOUT) if quantity.modifier == "about" else plain


def _float(number: Number) -> float:
    """The number as a float; one too large for it is as large as can be."""
    return float(number) if abs(number) < _MOST else _MOST
