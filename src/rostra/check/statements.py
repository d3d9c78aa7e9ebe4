"""Claims against other claims of the same thing: who contradicts whom, and who contradicts himself."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rostra.check.context import CheckContext
from rostra.check.interval import TOLERANCE, Interval, claimed
from rostra.check.matching import counted, name_key
from rostra.check.outcomes import ratio
from rostra.check.timing import near
from rostra.check.units import Mismatch, comparable
from rostra.check.weighing import counted_in
from rostra.check.wording import listed, number, saying, times, years
from rostra.data.comparison import shipped_comparison
from rostra.kernel import PartialDate
from rostra.model import Claim, Finding

MOST_CITED = 10
MOST_COMPARED = 300

Key = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a claim says, ready to be set against others: its interval, its unit, its time, whose it is."""

    id: str
    value: Interval
    unit: str
    when: PartialDate | None
    speaker: str | None
    negated: bool
    said: str


class Statements:
    """All checkable claims of a case by what they are about."""

    def __init__(self, claims: Iterable[Claim], context: CheckContext) -> None:
        self.context = context
        groups: dict[Key, dict[tuple[object, ...], Statement]] = defaultdict(dict)
        for claim in claims:
            key = self._key(claim)
            if key is not None:
                statement = self._statement(claim)
                same = (statement.value, statement.unit, statement.when, statement.speaker, statement.negated)
                kept = groups[key].setdefault(same, statement)
                if statement.id < kept.id:
                    groups[key][same] = statement
        self._groups = {
            key: tuple(sorted(found.values(), key=lambda each: each.id)[:MOST_COMPARED])
            for key, found in groups.items()
        }

    def _key(self, claim: Claim) -> Key | None:
        """What the claim is about; None for one that nothing can contradict."""
        if (
            claim.equipment is None
            or claim.modality in {"planned", "conditional"}
            or not _has_one_value(claim)
        ):
            return None
        holder = "" if claim.type == "capability" else self.context.state(claim.holder or "").casefold()
        item = claim.equipment.id or name_key(claim.equipment.name)
        figure = f"{claim.measure or ''} {claim.condition or ''}".strip().casefold()
        return claim.type, holder, item, figure, (claim.place or "").casefold()

    def _statement(self, claim: Claim) -> Statement:
        unit, when = counted_in(claim, self.context), self.context.time_of(claim)
        speaker = claim.attributed_to.casefold() if claim.attributed_to else None
        return Statement(claim.id, claimed(claim.quantity), unit, when, speaker, claim.negated, saying(claim))

    def against(self, claim: Claim) -> Finding | None:
        """A finding when other statements of the same thing at about the same time say otherwise."""
        key = self._key(claim)
        if key is None or key not in self._groups:
            return None
        mine = self._statement(claim)
        others = [other for other in self._groups[key] if other.id != mine.id and _contradict(mine, other)]
        return _finding(claim, mine, others) if others else None


def _has_one_value(claim: Claim) -> bool:
    """Whether two numbers for the same thing cannot both hold.

    Deliveries and losses add up, ships sail to several ports, and what reaches 9 km reaches 6: only a holding, what
    stands at one named place, and a plain value of a system have one number.
    """
    if claim.type == "possession":
        return claim.holder is not None
    if claim.type == "deployment":
        return claim.holder is not None and claim.place is not None
    if claim.type != "capability" or claim.quantity is None or claim.measure is None:
        return False
    tables = shipped_comparison()
    measure = tables.measures.get(tables.measure(claim.measure)[0])
    return measure is not None and measure.bound == "value"


def _contradict(mine: Statement, other: Statement) -> bool:
    factor = comparable(mine.unit, other.unit)
    if isinstance(factor, Mismatch) or not near(mine.when, other.when):
        return False
    theirs = other.value.times(factor.factor)
    if mine.negated == other.negated:
        return not mine.negated and not mine.value.widened(TOLERANCE).meets(theirs)
    denied, asserted = (mine.value, theirs) if mine.negated else (theirs, mine.value)
    return denied.widened(TOLERANCE).holds(asserted)


def _finding(claim: Claim, mine: Statement, others: Sequence[Statement]) -> Finding:
    own = [other for other in others if other.speaker is not None and other.speaker == mine.speaker]
    shown = own or list(others)
    rule = "K430" if own else "K410"
    noun = "statement" if len(shown) == 1 else "statements"
    whose = "the same speaker's" if own else "other"
    said = listed([_told(other) for other in shown[:3]])
    relation = f"{mine.said[:1].upper()}{mine.said[1:]} stands against {whose} {noun}: {said}{_more(shown)}{_off(mine, shown)}."
    cited = tuple(other.id for other in shown[:MOST_CITED])
    return Finding(
        claim.id,
        "conflicting",
        relation,
        rule,
        claims=cited,
        ratio=_ratio(mine, shown),
        searched=counted(len(others), "contradicting statement"),
    )


def _told(other: Statement) -> str:
    return f"{other.said} ({years(other.when)})"


def _more(shown: Sequence[Statement]) -> str:
    return f" and {len(shown) - 3} more" if len(shown) > 3 else ""


def _ratio(mine: Statement, shown: Sequence[Statement]) -> float | None:
    """Own over other value, where one other statement has one value."""
    if len(shown) != 1 or mine.negated or shown[0].negated:
        return None
    other = shown[0].value
    factor = comparable(mine.unit, shown[0].unit)
    if isinstance(factor, Mismatch):
        return None
    theirs = other.times(factor.factor)
    above = mine.value.low > theirs.high
    return ratio(mine.value.low, theirs.high) if above else ratio(mine.value.high, theirs.low)


def _off(mine: Statement, shown: Sequence[Statement]) -> str:
    value = _ratio(mine, shown)
    if value is None or math.isclose(value, 1):
        return ""
    return f", which it exceeds{times(value)}" if value > 1 else f", of which it is {number(value)}"
