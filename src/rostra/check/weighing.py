"""Rows made ready to be set against one claim: in its unit, at its time, with what their state can say of it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rostra.check.context import CheckContext
from rostra.check.interval import Interval, documented
from rostra.check.matching import Kinship, Match, Matches, classes_of
from rostra.check.states import CLAIM_STATES, FLOWS, Bearing, ClaimState, bearing
from rostra.check.timing import Timing, timing
from rostra.check.units import UNSPECIFIED, Mismatch, comparable
from rostra.data.comparison import shipped_comparison
from rostra.data.equipment_counts import Comparability, Count
from rostra.kernel import PartialDate
from rostra.model import Claim, ReferenceRow


@dataclass(frozen=True, slots=True)
class Weighed:
    """A row that may be reckoned with: its interval in the claim's unit, its standing in time, its bearing."""

    row: ReferenceRow
    kinship: Kinship
    interval: Interval
    timing: Timing
    bearing: Bearing

    @property
    def counts_now(self) -> bool:
        """Whether it speaks for the days of the claim."""
        return self.timing in {"in_time", "partly"}


@dataclass(frozen=True, slots=True)
class Bench:
    """All rows found for one claim: those that may be reckoned with, and those that may not, each with why.

    `kinds` counts the classes that the rows of a generic claim fall into.
    """

    claim: Claim
    state: ClaimState
    when: PartialDate | None
    unit: str
    weighed: tuple[Weighed, ...]
    kinds: int
    apart: tuple[tuple[ReferenceRow, str], ...]
    recipient_open: bool = False


def bench(claim: Claim, matches: Matches, context: CheckContext) -> Bench:
    """Weighs the rows found for a claim of a count."""
    state, when, unit = CLAIM_STATES[claim.type], context.time_of(claim), counted_in(claim, context)
    weighed: list[Weighed] = []
    apart: list[tuple[ReferenceRow, str]] = []
    for match in matches.rows:
        guard = _guard(match, unit, claim, context)
        if isinstance(guard, str):
            apart.append((match.row, guard))
        else:
            weighed.append(_weighed(Match(match.row, guard[1]), guard[0], claim, context))
    kept = tuple(newest_snapshots(weighed))
    return Bench(claim, state, when, unit, kept, _kinds(kept, context), tuple(apart), matches.recipient_open)


def _kinds(weighed: Sequence[Weighed], context: CheckContext) -> int:
    """How many classes the kinds of what is claimed fall into; a system and its variants are one."""
    classes = {classes_of(each.row, context.arsenal)[:1] for each in weighed if each.kinship == "within"}
    return len(classes)


def counted_in(claim: Claim, context: CheckContext) -> str:
    """What the claim counts: its unit, else the noun of its number, else what the equipment's name or entry says."""
    unit = claim.quantity.unit if claim.quantity else UNSPECIFIED
    if unit != UNSPECIFIED or claim.equipment is None:
        return unit
    item = context.arsenal.item(claim.equipment.id) if claim.equipment.id else None
    for word in (_noun(claim, context), claim.equipment.name.rpartition(" ")[2]):
        # A generic gun or fighter names no part of a system; "Patriot battery" and "missile launcher" do.
        if shipped_comparison().kind(word) in _PARTS:
            return word
    return item.counts if item and item.counts else unit


_PARTS = frozenset({"launcher", "battery", "system", "missile", "radar", "engine", "warhead"})
_WORD = re.compile(r"[^\W\d_][\w’'-]*|[,;.:!?()]")
MOST_WORDS = 6
"""How far after its number the noun of a count may stand: "5,000 Russian Igla-S anti-aircraft missiles"."""


def _noun(claim: Claim, context: CheckContext) -> str:
    """The part of a system that the number counts, as its noun phrase says; empty where none is named."""
    text = context.text(claim) if claim.quantity else None
    if text is None or claim.quantity is None:
        return ""
    tables = shipped_comparison()
    after = text[claim.quantity.span.end : min(claim.evidence.end, claim.quantity.span.end + 120)]
    for word in (
        match[0].lower() for match, _ in zip(_WORD.finditer(after), range(MOST_WORDS), strict=False)
    ):
        if word in tables.ends or not word[0].isalpha():
            return ""
        if tables.kind(word) in _PARTS:
            return word
    return ""


def _guard(match: Match, unit: str, claim: Claim, context: CheckContext) -> tuple[float, Kinship] | str:
    """The factor into the claim's unit and how the counts stand to each other, or why they do not compare.

    The graph of designations decides where it knows both systems: the missiles of a system and the missile that it
    fires are one count, its missiles and its launchers are not.
    """
    known = _compared(match.row, unit, claim, context)
    if known is not None and known.kinship != "none":
        if not known.comparable:
            return known.reason
        return 1.0, known.kinship if match.kinship == "related" else match.kinship
    if match.kinship == "related":
        name = claim.equipment.name if claim.equipment else "it"
        return f"{match.row.item} is another part of the system than {name}"
    answer = comparable(unit, match.row.unit)
    return answer.reason if isinstance(answer, Mismatch) else (answer.factor, match.kinship)


def _compared(row: ReferenceRow, unit: str, claim: Claim, context: CheckContext) -> Comparability | None:
    """What the graph says of the two counts; None where one of them is of nothing that it knows."""
    entry = claim.equipment.id if claim.equipment else None
    if entry is None or row.item_id is None or isinstance(comparable(unit, row.unit), Mismatch):
        return None
    return context.arsenal.compared(Count(entry, unit), Count(row.item_id, row.unit))


def _weighed(match: Match, factor: float, claim: Claim, context: CheckContext) -> Weighed:
    row, state = match.row, CLAIM_STATES[claim.type]
    # An order comes before its delivery: the days that a claim names are those of its own state.
    named = claim.when is not None and row.state == state and state in FLOWS
    standing = timing(row, context.time_of(claim), context.stale_years.get(row.state, 30), named=named)
    interval = documented(row.low, row.high).times(factor)
    if standing == "partly":
        # How much of it fell before the claim, or on its days, the row does not say.
        interval = Interval(0, interval.high)
    return Weighed(row, match.kinship, interval, standing, _bearing(match.kinship, bearing(state, row.state)))


def _bearing(kinship: Kinship, plain: Bearing) -> Bearing:
    """A part of what is claimed can only be a floor; the whole family's number settles nothing of one variant."""
    if kinship == "wider":
        return "none"
    return (
        "floor"
        if kinship == "within" and plain == "same"
        else "none"
        if kinship == "within" and plain == "ceiling"
        else plain
    )


def newest_snapshots(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Of several exports of one register the newest alone, for each holder, supplier and item: no deal counts twice."""
    files: dict[tuple[object, ...], set[tuple[str, str]]] = defaultdict(set)
    for each in weighed:
        if each.row.snapshot:
            files[_register_key(each.row)].add((each.row.snapshot.last.isoformat(), each.row.sha256))
    newest = {key: max(found)[1] for key, found in files.items()}
    return [
        each
        for each in weighed
        if not each.row.snapshot or each.row.sha256 == newest[_register_key(each.row)]
    ]


def _register_key(row: ReferenceRow) -> tuple[object, ...]:
    return row.source, row.subject, row.supplier, row.item_id or row.item


def source_key(row: ReferenceRow) -> str:
    """One register in one state is one source; a table without a day of export is known by its bytes as well."""
    return row.source if row.snapshot or row.source != row.file else f"{row.source} {row.sha256}"
