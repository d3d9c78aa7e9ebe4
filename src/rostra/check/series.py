"""What is claimed of one holder's stock over the years, as a series: rises and falls, and what on record explains them.

A series is no verdict on a person: each step says which statements stand apart, by how much, and which deliveries,
losses and transfers of the days between are documented. What is not documented may still have happened.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rostra.check.context import CheckContext
from rostra.check.interval import NONE_AT_ALL, TOLERANCE, Interval, claimed, documented
from rostra.check.matching import RowIndex, name_key
from rostra.check.states import CLAIM_STATES, ClaimState
from rostra.check.timing import near
from rostra.check.units import Mismatch, comparable
from rostra.check.weighing import counted_in, source_key
from rostra.kernel import PartialDate, content_id
from rostra.model import Claim, ReferenceRow

Movement = Literal["level", "rise", "fall"]
MOST_POINTS = 500
"""Points of one series; further ones are left out, the latest first."""
_UNPLACED = frozenset({"possession"})


@dataclass(frozen=True, slots=True)
class Point:
    """One statement of a stock: what it says in the unit of the series, of when, by whom (None: the outlet)."""

    claim: Claim
    when: PartialDate
    value: Interval
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """From one statement to the next: its movement, by how much at least, and what on record explains of it.

    `explained` is what rows of the days between bring in (rise) or take out (fall); `rows` are those rows.
    """

    earlier: Point
    later: Point
    movement: Movement
    gap: float = 0.0
    explained: Interval = NONE_AT_ALL
    rows: tuple[ReferenceRow, ...] = ()

    @property
    def open(self) -> bool:
        """Whether the record leaves a part of the movement unexplained."""
        return self.movement != "level" and self.explained.high < self.gap * (1 - TOLERANCE)

    @property
    def one_speaker(self) -> bool:
        """Whether both statements are one speaker's."""
        speakers = (self.earlier.speaker, self.later.speaker)
        return None not in speakers and len({(each or "").casefold() for each in speakers}) == 1


@dataclass(frozen=True, slots=True)
class Series:
    """The dated statements of one holder's stock of one item in one state, in order of time."""

    holder: str
    item: str
    state: ClaimState
    place: str | None
    unit: str
    points: tuple[Point, ...]
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        """Id from what it is a series of; a further statement does not change it."""
        return content_id("s", self.holder, self.item, self.state, self.place, self.unit)


Key = tuple[str, str, str, str, str]


class SeriesBook:
    """All series of a case's claims, with the rows that may explain their steps."""

    def __init__(self, claims: Iterable[Claim], index: RowIndex) -> None:
        self.index, self.context = index, index.context
        self._points: dict[Key, dict[tuple[object, ...], Point]] = defaultdict(dict)
        for claim in claims:
            key, point = series_key(claim, self.context), _point(claim, self.context)
            if key is not None and point is not None:
                fact = (point.when.first, point.when.last, point.value, (point.speaker or "").casefold())
                kept = self._points[key].get(fact)
                if kept is None or claim.id < kept.claim.id:
                    self._points[key][fact] = point
        self._known: dict[Key, Series] = {}

    def all(self) -> Iterator[Series]:
        """Every series of two statements or more, by holder and item."""
        for key in sorted(self._points):
            if len(self._points[key]) > 1:
                yield self._series(key)

    def step_to(self, claim: Claim) -> Step | None:
        """The step from the statement before to a claim, where the record does not explain it."""
        key = series_key(claim, self.context)
        if key not in self._points or key is None:
            return None
        steps = self._series(key).steps
        return next((step for step in steps if step.later.claim.id == claim.id and step.open), None)

    def _series(self, key: Key) -> Series:
        if key not in self._known:
            points = sorted(self._points[key].values(), key=_order)[:MOST_POINTS]
            first = points[0].claim
            steps = tuple(self._step(earlier, later) for earlier, later in pairwise(points))
            item = first.equipment.name if first.equipment else ""
            state, holder = CLAIM_STATES[first.type], self.context.state(first.holder or "")
            self._known[key] = Series(holder, item, state, first.place, key[-1], tuple(points), steps)
        return self._known[key]

    def _step(self, earlier: Point, later: Point) -> Step:
        movement, gap = _movement(earlier.value, later.value)
        if movement == "level" or near(earlier.when, later.when):
            # Statements of about one time that cannot both hold contradict each other: another rule tells of them.
            return Step(earlier, later, "level")
        rows = tuple(self._between(earlier, later, movement))
        return Step(earlier, later, movement, gap, _most_told(rows, later, self.context), rows)

    def _between(self, earlier: Point, later: Point, movement: Movement) -> Iterator[ReferenceRow]:
        """Rows of the days between: deliveries for a rise, losses and transfers to others for a fall."""
        claim = later.claim
        wanted = "delivered" if movement == "rise" else "lost"
        rows = [match.row for match in self.index.counts(claim).rows if match.kinship in {"same", "within"}]
        found = [row for row in rows if row.state == wanted]
        found += list(self.index.given_away(claim)) if movement == "fall" else []
        for row in found:
            if row.valid and row.valid.last >= earlier.when.first and row.valid.first <= later.when.last:
                yield row


def series_key(claim: Claim, context: CheckContext) -> Key | None:
    """What a claim is a point of: the holder's stock of an item in a state, at a place where one is named."""
    if claim.type not in {"possession", "deployment"} or claim.modality in {"planned", "conditional"}:
        return None
    if claim.holder is None or claim.equipment is None or "; " in claim.holder + claim.equipment.name:
        return None
    if claim.type not in _UNPLACED and claim.place is None:
        return None
    place = "" if claim.type in _UNPLACED else (claim.place or "").casefold()
    item = claim.equipment.id or name_key(claim.equipment.name)
    return context.state(claim.holder).casefold(), item, claim.type, place, counted_in(claim, context)


def _point(claim: Claim, context: CheckContext) -> Point | None:
    """The claim as a point; None for an undated one, and for a denial of just so many."""
    when = context.time_of(claim)
    if when is None or (claim.negated and claim.quantity is not None):
        return None
    return Point(claim, when, NONE_AT_ALL if claim.negated else claimed(claim.quantity), claim.attributed_to)


def _order(point: Point) -> tuple[object, ...]:
    return point.when.first, point.when.last, point.value.low, point.value.high, point.claim.id


def _movement(earlier: Interval, later: Interval) -> tuple[Movement, float]:
    """Which way the statements lie apart, and by how much at least."""
    if later.low * (1 - TOLERANCE) > earlier.high:
        return "rise", later.low - earlier.high
    if later.high * (1 + TOLERANCE) < earlier.low:
        return "fall", earlier.low - later.high
    return "level", 0.0


def _most_told(rows: Sequence[ReferenceRow], later: Point, context: CheckContext) -> Interval:
    """What the rows come to: losses and transfers add up, two sources of the same ones do not."""
    told: dict[tuple[str, str], Interval] = defaultdict(lambda: NONE_AT_ALL)
    unit = counted_in(later.claim, context)
    for row in rows:
        factor = comparable(unit, row.unit)
        if not isinstance(factor, Mismatch):
            key = row.state, source_key(row)
            told[key] = told[key].plus(documented(row.low, row.high).times(factor.factor))
    whole = NONE_AT_ALL
    for state in {state for state, _ in told}:
        each = [value for (named, _), value in told.items() if named == state]
        whole = whole.plus(Interval(max(v.low for v in each), max(v.high for v in each)))
    return whole
