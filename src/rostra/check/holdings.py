"""Claims of counts (held, deployed, delivered, ordered, lost) against the rows of a register: verdict and words."""

from collections.abc import Sequence
from dataclasses import replace

from rostra.check.context import CheckContext
from rostra.check.counts import Reckoning, deciding, reckonings
from rostra.check.drafts import Draft
from rostra.check.interval import NONE_AT_ALL, Interval
from rostra.check.matching import Matches, RowIndex, counted
from rostra.check.outcomes import flipped
from rostra.check.states import CLAIM_STATES, NOUNS, OF_A_STOCK
from rostra.check.units import UNSPECIFIED, plural
from rostra.check.weighing import Bench, Weighed, bench
from rostra.check.wording import cited, interval, listed, number, saying, times, years
from rostra.data.comparison import shipped_comparison
from rostra.kernel import PartialDate
from rostra.model import Claim, ReferenceRow

_MUST_BE_HELD = frozenset({"deployed", "exercised", "mobilised", "fired", "tested"})
_RULES = {"same": "K110", "floor": "K120", "ceiling": "K130", "cover": "K140", "none": "K150"}


def check_count(claim: Claim, index: RowIndex) -> Draft:
    """A claim of a count against the rows of its holder."""
    if claim.holder is None:
        return Draft(
            "not_enough_info", "K310", ("the claim names no holder",), searched="no holder to look under"
        )
    if claim.equipment is None:
        return Draft(
            "not_enough_info", "K310", ("the claim names no equipment",), searched="no equipment to look for"
        )
    if claim.equipment.id is None and len(index.context.arsenal.classes(claim.equipment.name)) == 1:
        # "Arms", "weapons": whatever a register holds would bear it out.
        why = f"the claim names no kind of equipment, only {claim.equipment.name!r}"
        return Draft("not_enough_info", "K310", (why,), searched="no kind of equipment to look for")
    if "; " in claim.holder or "; " in claim.equipment.name:
        joint = "several holders" if "; " in claim.holder else "several kinds of equipment"
        why = f"one number for {joint} cannot be set against rows of each"
        return Draft("not_comparable", "K320", (why,), searched=f"nothing: {why}")
    return _checked(claim, _matches(claim, index), index)


def _matches(claim: Claim, index: RowIndex) -> Matches:
    """Rows of the holder; a delivery's holder is the giver where rows name it as one."""
    if claim.type == "production":
        made = index.counts(claim, "supplier")
        return made if made.rows else index.counts(claim)
    given = index.counts(claim, "supplier") if claim.type == "delivery" else Matches()
    if not given.rows:
        return index.counts(claim)
    recipients = _recipients(claim, index.context)
    if not recipients:
        return replace(given, recipient_open=True)
    to_them = tuple(match for match in given.rows if index.context.state(match.row.subject) in recipients)
    return Matches(to_them, f"{given.searched}, {len(to_them)} to {listed(sorted(recipients))}")


def _recipients(claim: Claim, context: CheckContext) -> set[str]:
    """Whom the claim names as receiving: its target, or a state as its place."""
    state = context.country(claim.place) if claim.place else None
    return {context.state(claim.target)} if claim.target else {state} if state else set()


def _checked(claim: Claim, matches: Matches, index: RowIndex) -> Draft:
    if not matches.rows:
        return Draft(
            "not_enough_info",
            "K310",
            (f"nothing on record to set {saying(claim)} against",),
            searched=matches.searched,
        )
    weighed = bench(claim, matches, index.context)
    if not weighed.weighed:
        return _not_comparable(weighed, matches)
    found = reckonings(
        weighed, tuple(index.given_away(claim)) if CLAIM_STATES[claim.type] in OF_A_STOCK else ()
    )
    if not found:
        return _other_days(weighed, matches, index.context)
    return _draft(weighed, found, matches)


def _not_comparable(weighed: Bench, matches: Matches) -> Draft:
    rows = tuple(row for row, _ in weighed.apart)
    reasons = list(dict.fromkeys(reason for _, reason in weighed.apart))
    clauses = (f"{saying(weighed.claim)} cannot be set against the rows: {listed(reasons[:3])}", cited(rows))
    return Draft("not_comparable", "K320", clauses, rows, searched=matches.searched)


def _other_days(weighed: Bench, matches: Matches, context: CheckContext) -> Draft:
    """Rows there are, but none that speaks for the days of the claim."""
    rows = tuple(each.row for each in weighed.weighed)
    clauses = (
        f"no row speaks for the time of {saying(weighed.claim)}",
        cited(rows),
        *_left_out(weighed.weighed, weighed.when, context),
    )
    return Draft("not_enough_info", "K340", clauses, rows, searched=matches.searched)


def _left_out(weighed: Sequence[Weighed], when: PartialDate | None, context: CheckContext) -> list[str]:
    later = [each.row for each in weighed if each.timing == "later"]
    stale = [each.row for each in weighed if each.timing == "stale"]
    outside = [each.row for each in weighed if each.timing == "outside"]
    clauses = []
    if later:
        clauses.append(f"{counted(len(later), 'count')} of after {years(when)}, retrospective and left out")
    if stale:
        state, newest = stale[0].state, max(row.valid.last.year for row in stale if row.valid)
        limit = context.stale_years.get(state, 30)
        clauses.append(f"the newest {state} count is of {newest}, past the limit of {counted(limit, 'year')}")
    if outside:
        clauses.append(f"{counted(len(outside), 'count')} of other days than {years(when)}")
    return clauses


def _draft(weighed: Bench, found: Sequence[Reckoning], matches: Matches) -> Draft:
    verdict, deciders = deciding(found)
    first = deciders[0]
    rows = _rows(weighed)
    clauses = [_main(weighed, each) for each in deciders[:3]]
    if verdict == "conflicting":
        clauses = [f"sources disagree: {listed(clauses)}"]
    clauses += [cited(rows), *_guards(weighed, deciders), *_notes(weighed, deciders)]
    rule = "K420" if verdict == "conflicting" else _RULES[first.bearing]
    sources = tuple(each.source for each in deciders if each.outcome.verdict in {"supported", "refuted"})
    return Draft(verdict, rule, tuple(clauses), rows, first.outcome.ratio, matches.searched, sources)


def _rows(weighed: Bench) -> tuple[ReferenceRow, ...]:
    """What is cited: every row of the days of the claim."""
    now = [each.row for each in weighed.weighed if each.counts_now]
    return tuple(
        sorted(now, key=lambda row: (row.file, row.sha256, row.row, row.state != "ordered", row.state))
    )


def _main(weighed: Bench, each: Reckoning) -> str:
    """The clause that carries the verdict."""
    said, record = saying(weighed.claim), _record(weighed, each)
    if each.bearing == "none":
        return f"{record} on record settle nothing of {said}"
    if each.outcome.direction == "above" and not weighed.claim.negated:
        return f"{said} exceeds {record}{times(each.outcome.ratio)}"
    if each.outcome.direction == "below" and not weighed.claim.negated:
        return f"{said} falls short of {record}, at {number(each.outcome.ratio or 0)} of it"
    return _plain(weighed, each, said, record)


def _plain(weighed: Bench, each: Reckoning, said: str, record: str) -> str:
    verdict = flipped(each.outcome.verdict) if weighed.claim.negated else each.outcome.verdict
    if verdict == "refuted":
        return f"{record} on record stand against {said}"
    if verdict == "supported":
        whole = "one deal among " if each.one_deal else ""
        plainly = weighed.claim.negated or weighed.claim.quantity is None or whole
        return (
            f"{whole}{record} on record bear out {said}" if plainly else f"{said} {_agreement(each)} {record}"
        )
    if each.bearing == "cover" and each.evidence.low > 0 and not weighed.claim.negated:
        return f"{said} lies within {record}, which would cover it but do not show it"
    return f"{said} stays open beside {record}"


def _agreement(each: Reckoning) -> str:
    return "agrees with" if each.bearing == "same" else "is reached by"


def _record(weighed: Bench, each: Reckoning) -> str:
    """The documented number in words: "documented deliveries of 4,000 missiles"."""
    unit = weighed.unit if weighed.unit != UNSPECIFIED else each.rows[0].unit
    net = each.evidence.less(each.lost)
    losses = "" if each.lost == NONE_AT_ALL else f" (less {interval(each.lost)} lost or passed on)"
    return f"documented {NOUNS[each.state]} of {_number(net, plural(unit))}{losses}"


def _number(net: Interval, unit: str) -> str:
    return interval(net, unit)


def _guards(weighed: Bench, deciders: Sequence[Reckoning]) -> list[str]:
    """The states that were not taken for one another, named."""
    states = dict.fromkeys(each.state for each in deciders)
    return [_guard(state, weighed.state) for state in states if state != weighed.state]


def _guard(state: str, claimed: str) -> str:
    if (state, claimed) == ("delivered", "ordered"):
        return "what is delivered was ordered"
    if claimed in _MUST_BE_HELD and state in {"held", "delivered"}:
        rest = f"held is not {claimed}" if state == "held" else "delivered is not held"
        return f"what is {claimed} must be held, and {rest}"
    return f"{state} is not {claimed}"


def _notes(weighed: Bench, deciders: Sequence[Reckoning]) -> list[str]:
    """What a reader must know to weigh the verdict."""
    used = [row for each in deciders for row in each.rows]
    notes = []
    if any(each.doubted for each in deciders):
        notes.append("a count that its source doubts refutes nothing")
    if weighed.claim.quantity and weighed.unit == UNSPECIFIED and _may_be_parts(used):
        notes.append(f"the claim does not say what it counts, the rows count {plural(used[0].unit)}")
    if weighed.kinds > 1:
        notes.append("the rows are of several kinds, and which is meant is open")
    elif {each.kinship for each in weighed.weighed} == {"within"}:
        notes.append("rows of one kind of what is claimed are a lower bound")
    if any(each.kinship == "wider" for each in weighed.weighed):
        notes.append("rows of a wider kind settle nothing of one variant")
    if weighed.recipient_open:
        notes.append("the claim names no recipient")
    if weighed.when is None:
        notes.append("the claim is undated")
    if any(row.valid is None for row in used):
        notes.append("undated rows are taken as of the claim's time")
    if any(each.timing == "later" for each in weighed.weighed):
        notes.append("later rows are retrospective and left out")
    if weighed.apart:
        notes.append(f"{counted(len(weighed.apart), 'row')} not comparable: {weighed.apart[0][1]}")
    return notes


def _may_be_parts(rows: Sequence[ReferenceRow]) -> bool:
    """Whether a bare number may mean something else than the rows count: aircraft, ships and vehicles are one each."""
    tables = shipped_comparison()
    kinds = [tables.kind(row.unit) for row in rows if row.unit != UNSPECIFIED]
    return any(kind is None or "platform" not in tables.ancestry(kind) for kind in kinds)
