"""A claimed count against the documented ones: each source by itself, the states kept apart, then all together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from rostra.check.interval import NONE_AT_ALL, Interval, claimed, documented
from rostra.check.outcomes import OPEN_QUESTION, Outcome, ceiling, cover, floor, same
from rostra.check.states import FLOWS, OF_A_STOCK, Bearing
from rostra.check.weighing import Bench, Weighed, source_key
from rostra.model import ReferenceRow, ReferenceState, Verdict


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What one source's rows of one state say of the claim; `evidence` is their number in the claim's unit.

    `lost` is what of it is documented as lost or passed on; `one_deal` when a single deal, not the sum, agrees.
    """

    source: str
    state: ReferenceState
    bearing: Bearing
    evidence: Interval
    outcome: Outcome
    rows: tuple[ReferenceRow, ...]
    lost: Interval = NONE_AT_ALL
    one_deal: bool = False
    doubted: bool = False


def reckonings(bench: Bench, given_away: Sequence[ReferenceRow]) -> tuple[Reckoning, ...]:
    """Every source's rows by state, each reckoned with the claim, in order of source and weight."""
    groups: dict[tuple[str, ReferenceState, Bearing], list[Weighed]] = defaultdict(list)
    for each in bench.weighed:
        if each.counts_now:
            groups[source_key(each.row), each.row.state, each.bearing].append(each)
    away = _away(bench, given_away)
    found = [_reckoned(bench, key, rows, away) for key, rows in groups.items()]
    return tuple(sorted(found, key=lambda each: (_WEIGHT[each.bearing], each.source, each.state)))


_WEIGHT: dict[Bearing, int] = {"same": 0, "ceiling": 1, "floor": 2, "cover": 3, "none": 4}


def _reckoned(
    bench: Bench, key: tuple[str, ReferenceState, Bearing], rows: list[Weighed], away: Interval
) -> Reckoning:
    source, state, bearing = key
    kept = rows if state in FLOWS else _newest(rows)
    evidence = _sum(kept)
    lost = away if state == "delivered" and bench.state in OF_A_STOCK else NONE_AT_ALL
    outcome = _as_far_as_named(bench, _outcome(bench, bearing, kept, evidence.less(lost)))
    doubted = outcome.verdict == "refuted" and any("count" in each.row.uncertain for each in kept)
    if doubted:
        # A count that its own source doubts refutes nothing.
        outcome = Outcome("not_enough_info", outcome.direction, outcome.ratio)
    one_deal = outcome.verdict == "supported" and bearing == "same" and not _agrees(bench, evidence)
    cited = tuple(each.row for each in kept)
    return Reckoning(source, state, bearing, evidence, outcome, cited, lost, one_deal, doubted)


def _as_far_as_named(bench: Bench, outcome: Outcome) -> Outcome:
    """Support as far as the claim says what and whom it means.

    A number of "missiles" is not borne out by the sum of missiles of several kinds, nor a delivery to nobody named by
    just any delivery; one of the same number is.
    """
    number = bench.claim.quantity is not None
    unsure = (bench.kinds > 1 and number) or (bench.recipient_open and not number)
    return OPEN_QUESTION if unsure and outcome.verdict == "supported" else outcome


def _agrees(bench: Bench, evidence: Interval) -> bool:
    return same(claimed(bench.claim.quantity), evidence).verdict == "supported"


def _newest(rows: Sequence[Weighed]) -> list[Weighed]:
    """Of a stock the newest count of each item alone."""
    last: dict[str, str] = {}
    for each in rows:
        item = each.row.item_id or each.row.item
        last[item] = max(last.get(item, ""), _day(each))
    return [each for each in rows if _day(each) == last[each.row.item_id or each.row.item]]


def _day(each: Weighed) -> str:
    return each.row.valid.last.isoformat() if each.row.valid else ""


def _sum(rows: Sequence[Weighed]) -> Interval:
    """Events add up; several counts of one stock on one day are bounds of the same number."""
    if rows[0].row.state in FLOWS:
        return reduce(Interval.plus, (each.interval for each in rows))
    items: dict[str, Interval] = {}
    for each in rows:
        item = each.row.item_id or each.row.item
        items[item] = items[item].hull(each.interval) if item in items else each.interval
    return reduce(Interval.plus, items.values())


def _outcome(bench: Bench, bearing: Bearing, rows: Sequence[Weighed], evidence: Interval) -> Outcome:
    claim, modifier = bench.claim, bench.claim.quantity.modifier if bench.claim.quantity else None
    stated = claimed(claim.quantity)
    if bearing == "same":
        return _of_events(bench, rows, evidence) if bench.state in FLOWS else same(stated, evidence)
    if bearing == "floor":
        return floor(stated, evidence, modifier)
    if bearing == "ceiling":
        return ceiling(stated, evidence)
    return cover(stated, evidence, modifier) if bearing == "cover" else OPEN_QUESTION


def _of_events(bench: Bench, rows: Sequence[Weighed], total: Interval) -> Outcome:
    """Several deals: the claim may mean one of them or all; less than all of them is a part, and stays open."""
    stated = claimed(bench.claim.quantity)
    whole = same(stated, total)
    if len(rows) > 1 and whole.verdict != "supported":
        if any(same(stated, each.interval).verdict == "supported" for each in rows):
            return Outcome("supported")
        if whole.direction == "below":
            return OPEN_QUESTION
    if whole.verdict == "refuted" and bench.recipient_open:
        # The rows at hand may be those of one recipient among several.
        return Outcome("not_enough_info", whole.direction, whole.ratio)
    return whole


def _away(bench: Bench, given: Sequence[ReferenceRow]) -> Interval:
    """Documented losses and transfers to others before the claim: what the most telling source of each says."""
    lost: dict[str, Interval] = defaultdict(lambda: NONE_AT_ALL)
    for each in bench.weighed:
        if each.row.state == "lost" and each.counts_now:
            lost[source_key(each.row)] = lost[source_key(each.row)].plus(each.interval)
    for row in given:
        if bench.when is None or row.valid is None or row.valid.last <= bench.when.last:
            count = documented(row.low, row.high)
            lost[f"passed on {source_key(row)}"] = lost[f"passed on {source_key(row)}"].plus(count)
    # Two sources may count the same loss: the union is between the larger of each end, never their sum.
    return Interval(
        max((each.low for each in lost.values()), default=0.0),
        max((each.high for each in lost.values()), default=0.0),
    )


def deciding(found: Sequence[Reckoning]) -> tuple[Verdict, tuple[Reckoning, ...]]:
    """The verdict of all sources together, and the reckonings that it rests on, the weightiest first.

    In one source the count itself goes before bounds of it. Sources that disagree are conflicting.
    """
    chosen = [_best(rows) for rows in _by_source(found)]
    verdicts = {each.outcome.verdict for each in chosen}
    if {"supported", "refuted"} <= verdicts:
        return "conflicting", tuple(
            each for each in chosen if each.outcome.verdict in {"supported", "refuted"}
        )
    for verdict in ("supported", "refuted"):
        if verdict in verdicts:
            return verdict, tuple(each for each in chosen if each.outcome.verdict == verdict)
    return "not_enough_info", tuple(sorted(chosen, key=lambda each: _WEIGHT[each.bearing])[:1])


def _by_source(found: Sequence[Reckoning]) -> list[list[Reckoning]]:
    groups: dict[str, list[Reckoning]] = defaultdict(list)
    for each in found:
        groups[each.source].append(each)
    return list(groups.values())


def _best(rows: Sequence[Reckoning]) -> Reckoning:
    """Within one source: the same state decides where it is documented, else the first bound that decides."""
    if rows[0].bearing == "same":
        return rows[0]
    decided = [each for each in rows if each.outcome.verdict in {"supported", "refuted"}]
    telling = [each for each in rows if each.outcome.ratio is not None]
    return (decided or telling or list(rows))[0]
