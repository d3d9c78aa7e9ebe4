"""Claims of what a system can do against published figures: property, conditions and unit guarded first."""

from collections.abc import Sequence
from dataclasses import dataclass

from rostra.check.drafts import Draft
from rostra.check.interval import OPEN, TOLERANCE, Interval, claimed, documented
from rostra.check.matching import Match, Matches, RowIndex
from rostra.check.outcomes import OPEN_QUESTION, Outcome, ratio, same
from rostra.check.units import Mismatch, comparable
from rostra.check.wording import listed, number, saying, times
from rostra.data.comparison import End, shipped_comparison
from rostra.model import Claim, Quantity, ReferenceRow, Verdict


@dataclass(frozen=True, slots=True)
class Property:
    """What a figure measures, which end of its range it speaks of, and under which conditions."""

    measure: str
    end: End | None
    conditions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of the same property in the claim's unit; `exact_conditions` when it states the claim's own."""

    row: ReferenceRow
    low: float | None
    high: float | None
    own_conditions: bool


def property_of(measure: str | None, condition: str | None) -> Property:
    """The property that a measure and a condition name; "minimum" in either speaks of the lower end."""
    tables = shipped_comparison()
    name, end = tables.measure(measure or "")
    parts = [part.strip().lower() for part in (condition or "").replace(",", ";").split(";")]
    ends = [tables.bounds[part] for part in parts if part in tables.bounds]
    rest = frozenset(part for part in parts if part and part not in tables.bounds)
    return Property(name, end or (ends[0] if ends else None), rest)


def check_capability(claim: Claim, index: RowIndex) -> Draft:
    """A claimed figure of a system against its published ones."""
    if claim.equipment is None:
        return Draft(
            "not_enough_info", "K310", ("the claim names no equipment",), searched="no equipment to look for"
        )
    matches = index.figures(claim)
    if claim.quantity is None or claim.measure is None:
        unnamed = "the claim does not say what its figure measures" if claim.quantity else ""
        why = unnamed or "the claim states no figure to compare"
        return Draft("not_enough_info", "K310", (why,), searched=matches.searched)
    exact = [match for match in matches.rows if match.kinship == "same"]
    if not exact:
        return _nothing(claim, matches)
    return _compared(claim, claim.quantity, exact, matches.searched)


def _nothing(claim: Claim, matches: Matches) -> Draft:
    others = sorted({match.row.item for match in matches.rows})
    beside = f", only on {listed(others[:3])}" if others else ""
    clause = f"no published figure of {claim.equipment.name if claim.equipment else 'it'} on record{beside}"
    return Draft("not_enough_info", "K310", (clause,), searched=matches.searched)


def _compared(claim: Claim, quantity: Quantity, matches: Sequence[Match], searched: str) -> Draft:
    wanted = property_of(claim.measure, claim.condition)
    rows = tuple(match.row for match in matches)
    alike = [row for row in rows if property_of(row.measure, row.condition).measure == wanted.measure]
    if not alike:
        measures = sorted({row.measure or "an unnamed figure" for row in rows})
        clause = f"a figure of {wanted.measure} cannot be set against {listed(measures)}"
        return Draft("not_comparable", "K330", (clause, _cited(rows)), rows, searched=searched)
    figures, reasons = _in_unit(alike, quantity.unit, wanted)
    if not figures:
        clause = f"{saying(claim)} cannot be set against the figures: {listed(reasons[:2])}"
        return Draft("not_comparable", "K330", (clause, _cited(alike)), tuple(alike), searched=searched)
    return _draft(claim, quantity, figures, searched)


def _in_unit(rows: Sequence[ReferenceRow], unit: str, wanted: Property) -> tuple[list[Figure], list[str]]:
    """The rows that hold under the claim's conditions, in its unit; and why others do not compare."""
    figures, reasons = [], []
    for row in rows:
        mine = property_of(row.measure, row.condition)
        factor = comparable(unit, row.unit)
        if isinstance(factor, Mismatch):
            reasons.append(factor.reason)
        elif mine.conditions and wanted.conditions and mine.conditions != wanted.conditions:
            reasons.append(f"{listed(sorted(mine.conditions))} is not {listed(sorted(wanted.conditions))}")
        elif mine.end and mine.end != (wanted.end or "maximum"):
            reasons.append(f"a {mine.end} is no {wanted.end or 'maximum'}")
        else:
            figures.append(_figure(row, mine, wanted, factor.factor))
    own = [figure for figure in figures if figure.own_conditions]
    return own or figures, list(dict.fromkeys(reasons))


def _figure(row: ReferenceRow, mine: Property, wanted: Property, factor: float) -> Figure:
    evidence = documented(row.low, row.high).times(factor)
    low = None if row.low is None else evidence.low
    high = None if row.high is None else evidence.high
    if mine.end == "minimum":
        low, high = low if low is not None else high, None
    if mine.end == "maximum":
        low, high = None, high if high is not None else low
    return Figure(row, low, high, mine.conditions == wanted.conditions)


def _draft(claim: Claim, quantity: Quantity, figures: Sequence[Figure], searched: str) -> Draft:
    wanted = property_of(claim.measure, claim.condition)
    measure = shipped_comparison().measures.get(wanted.measure)
    outcomes = [
        _outcome(quantity, figure, wanted, measure is None or measure.bound == "value") for figure in figures
    ]
    verdicts = {outcome.verdict for outcome in outcomes}
    rows = tuple(figure.row for figure in figures)
    sources = tuple(dict.fromkeys(row.source for row in rows))
    if {"supported", "refuted"} <= verdicts:
        clause = f"published figures leave {saying(claim)} open: they differ by {'source' if len(sources) > 1 else 'condition'}"
        verdict: Verdict = "conflicting" if len(sources) > 1 else "not_enough_info"
        return Draft(verdict, "K420", (clause, _cited(rows)), rows, None, searched, sources)
    decisive = next((o for o in outcomes if o.verdict in {"supported", "refuted"}), outcomes[0])
    if len(verdicts) > 1 and decisive.verdict == "supported" and not all(f.own_conditions for f in figures):
        decisive = OPEN_QUESTION
    clauses = (_clause(claim, wanted, figures, decisive), _cited(rows), *_notes(wanted, figures))
    rule = "K220" if measure is None or measure.bound == "value" else "K210"
    return Draft(decisive.verdict, rule, clauses, rows, decisive.ratio, searched, sources)


def _outcome(quantity: Quantity, figure: Figure, wanted: Property, plain_value: bool) -> Outcome:
    if plain_value:
        low, high = figure.low, figure.high
        evidence = Interval(low if low is not None else 0.0, high if high is not None else OPEN)
        return same(claimed(quantity), evidence)
    if wanted.end == "minimum":
        return _against_minimum(quantity, figure)
    return _against_maximum(quantity, figure, wanted)


def _against_maximum(quantity: Quantity, figure: Figure, wanted: Property) -> Outcome:
    """A catalogue maximum supports any value up to it and refutes one above it."""
    if figure.high is None:
        return OPEN_QUESTION
    stated = claimed(quantity)
    top = stated.low if stated.high == OPEN else stated.high
    bottom = stated.high if quantity.modifier == "at_most" else stated.low
    if bottom * (1 - TOLERANCE) > figure.high:
        return Outcome("refuted", "above", ratio(bottom, figure.high))
    stricter = not figure.own_conditions and bool(wanted.conditions)
    if top <= figure.high * (1 + TOLERANCE) and not stricter:
        return Outcome("supported")
    return OPEN_QUESTION


def _against_minimum(quantity: Quantity, figure: Figure) -> Outcome:
    """A catalogue minimum supports any value from it upward and refutes one below it."""
    if figure.low is None:
        return OPEN_QUESTION
    stated = claimed(quantity)
    low = stated.high if quantity.modifier == "at_most" else stated.low
    high = stated.low if stated.high == OPEN else stated.high
    if high < figure.low * (1 - TOLERANCE):
        return Outcome("refuted", "below", ratio(high, figure.low))
    return Outcome("supported") if low >= figure.low * (1 - TOLERANCE) else OPEN_QUESTION


def _clause(claim: Claim, wanted: Property, figures: Sequence[Figure], outcome: Outcome) -> str:
    end = wanted.end or "maximum"
    bound = shipped_comparison().measures.get(wanted.measure)
    name = wanted.measure if bound is None or bound.bound == "value" else f"{end} {wanted.measure}"
    conditions = f" for {listed(sorted(wanted.conditions))}" if wanted.conditions else ""
    said = f"{saying(claim)} for {name}{conditions}"
    values = _values(figures, wanted)
    if outcome.direction == "above":
        return f"{said} exceeds the published {values}{times(outcome.ratio)}"
    if outcome.direction == "below":
        return f"{said} lies below the published {values}, at {number(outcome.ratio or 0)} of it"
    verb = "lies within" if outcome.verdict == "supported" else "stays open beside"
    return f"{said} {verb} the published {values}"


def _values(figures: Sequence[Figure], wanted: Property) -> str:
    shown = []
    for figure in figures:
        row = figure.row
        value = (
            row.low
            if wanted.end == "minimum" and row.low is not None
            else row.high
            if row.high is not None
            else row.low
        )
        shown.append(f"{number(value if value is not None else 0)} {row.unit}")
    return listed(list(dict.fromkeys(shown)))


def _notes(wanted: Property, figures: Sequence[Figure]) -> list[str]:
    notes = []
    if wanted.conditions and not any(figure.own_conditions for figure in figures):
        notes.append(f"no figure for {listed(sorted(wanted.conditions))} alone")
    if not wanted.conditions and any(property_of(f.row.measure, f.row.condition).conditions for f in figures):
        notes.append("the claim names no condition, the figures do")
    return notes


def _cited(rows: Sequence[ReferenceRow]) -> str:
    shown = "; ".join(_shown(row) for row in rows[:6])
    noun = "figure" if len(rows) == 1 else "figures"
    return f"{len(rows)} {noun} ({shown}{'; and more' if len(rows) > 6 else ''})"


def _shown(row: ReferenceRow) -> str:
    bounds = [number(value) for value in (row.low, row.high) if value is not None]
    span = bounds[0] if len(set(bounds)) == 1 else " to ".join(bounds)
    condition = f" for {row.condition}" if row.condition else ""
    return f"{row.file} row {row.row}: {row.measure}{condition} {span} {row.unit}, {row.source}"
