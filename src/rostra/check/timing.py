"""Where a row stands in time to what a claim is about."""

from typing import Literal

from rostra.check.states import FLOWS
from rostra.kernel import PartialDate
from rostra.model import ReferenceRow

NEAR_DAYS = 366
"""Two statements further apart than this are a series, not a contradiction: stocks change."""

Timing = Literal["in_time", "partly", "outside", "stale", "later"]
"""in_time: the row speaks for the claim's days. partly: an event of which a part may lie after them (or outside the
claim's own days). outside: an event on other days than those the claim names. stale: too old. later: evidence of
after the claim, marked retrospective and never decisive."""


def timing(row: ReferenceRow, when: PartialDate | None, stale_years: int, *, named: bool) -> Timing:
    """The standing of a row to the claim's days; `named` when the claim itself names them.

    An undated row or claim is in time: nothing speaks against it, and the relation says so.
    """
    valid = row.valid
    if valid is None or when is None:
        return "in_time"
    if valid.first > when.last:
        return "later"
    if named and row.state in FLOWS:
        return _within(valid, when)
    if when.first.year - valid.last.year > stale_years:
        return "stale"
    return "partly" if row.state in FLOWS and valid.last > when.last else "in_time"


def _within(valid: PartialDate, when: PartialDate) -> Timing:
    if valid.last < when.first:
        return "outside"
    return "in_time" if when.first <= valid.first and valid.last <= when.last else "partly"


def near(mine: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two statements speak of about the same time; an undated one does of any."""
    if mine is None or other is None:
        return True
    apart = max((other.first - mine.last).days, (mine.first - other.last).days)
    return apart <= NEAR_DAYS
