"""Relations in words: one plain English sentence, made from the data alone."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rostra.check.interval import OPEN, Interval, documented
from rostra.check.units import UNSPECIFIED, plural
from rostra.kernel import PartialDate
from rostra.model import Claim, Number, ReferenceRow, ReferenceState, plain

MOST_ROWS = 6
MOST_YEARS = 4
BEYOND, MOST = 1e15, 1e300
_EVENTS = {"ordered": "order", "delivered": "delivery", "lost": "loss"}


def number(value: Number) -> str:
    """A number with its thousands parted; one beyond all counting in powers of ten."""
    if not abs(value) < BEYOND:
        return f"{value:.3g}" if abs(value) < MOST else "more than can be counted"
    whole, point, rest = plain(round(value, 2)).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits or 0):,}{point}{rest}"


def interval(value: Interval, unit: str = UNSPECIFIED) -> str:
    """An interval in words, with its unit unless that says nothing."""
    named = "" if unit == UNSPECIFIED else f" {unit}"
    if value.high == OPEN:
        return f"at least {number(value.low)}{named}" if value.low > 0 else f"an unknown number{_of(unit)}"
    if value.low == value.high:
        return f"{number(value.low)}{named}"
    return f"{number(value.low)} to {number(value.high)}{named}"


def _of(unit: str) -> str:
    return "" if unit == UNSPECIFIED else f" of {unit}"


def times(ratio: float | None) -> str:
    """A ratio as one says it: "1.25 times"; empty where there is none."""
    return f" {ratio:.3g} times" if ratio is not None else ""


def saying(claim: Claim) -> str:
    """The claim as the subject of the sentence: "the claim of 5,000", "the denial of any"."""
    noun = "denial" if claim.negated else "claim"
    if claim.quantity is None:
        return f"the {noun} of any"
    quantity = claim.quantity
    modifier = {"about": "about ", "at_least": "at least ", "at_most": "up to "}.get(quantity.modifier, "")
    low, high = quantity.low, quantity.high
    bounds = [number(value) for value in (low, high) if value is not None]
    figure = bounds[0] if low == high or len(bounds) == 1 else " to ".join(bounds)
    unit = "" if quantity.unit == UNSPECIFIED else f" {plural(quantity.unit)}"
    return f"the {noun} of {modifier}{figure}{unit}"


def years(valid: PartialDate | None) -> str:
    """The years of a date: "2012", "2009–2010"; empty when undated."""
    if valid is None:
        return "undated"
    first, last = valid.first.year, valid.last.year
    return f"{first}" if first == last else f"{first}–{last}"


def cited(rows: Sequence[ReferenceRow]) -> str:
    """The rows by file and number with their counts and years: "2 rows of t.csv (row 8: 700 ordered 2008, …)"."""
    places = [list(group) for _, group in groupby(rows, key=lambda row: (row.file, row.sha256, row.row))]
    files = {row.file for row in rows}
    shown = "; ".join(_place(group, one_file=len(files) == 1) for group in places[:MOST_ROWS])
    more = f"; and {len(places) - MOST_ROWS} more" if len(places) > MOST_ROWS else ""
    noun = "row" if len(places) == 1 else "rows"
    marks = uncertainties(rows)
    where = f" of {rows[0].file}" if len(files) == 1 else ""
    return f"{len(places)} {noun}{where} ({shown}{more}{f'; {marks}' if marks else ''})"


def _place(rows: Sequence[ReferenceRow], *, one_file: bool) -> str:
    counts = ", ".join(f"{_count(row)} {row.state} {years(row.valid)}" for row in rows)
    file = "" if one_file else f"{rows[0].file} "
    return f"{file}row {rows[0].row}: {counts}"


def _count(row: ReferenceRow) -> str:
    return interval(documented(row.low, row.high))


def uncertainties(rows: Iterable[ReferenceRow]) -> str:
    """What the source itself marks as uncertain: "both ordered counts and the order year 2011 marked uncertain …"."""
    kept = list(rows)
    marked = [*_marked_counts(kept), *_marked_years(kept), *_marked_rest(kept)]
    if not marked:
        return ""
    return f"{listed(marked)} marked uncertain by the source"


def _marked_counts(rows: Sequence[ReferenceRow]) -> Iterable[str]:
    for state in _states(rows):
        among = [row for row in rows if row.state == state]
        marked = sum("count" in row.uncertain for row in among)
        if marked:
            yield _so_many(marked, len(among), f"{state} count")


def _so_many(marked: int, among: int, noun: str) -> str:
    if among == 1:
        return f"the {noun}"
    if marked == among:
        return f"both {noun}s" if among == 2 else f"all {among} {noun}s"
    return f"{marked} of {among} {noun}s"


def _marked_years(rows: Sequence[ReferenceRow]) -> Iterable[str]:
    for state in _states(rows):
        marked = sorted({years(row.valid) for row in rows if row.state == state and "year" in row.uncertain})
        noun = f"{_EVENTS.get(state, state)} year{'' if len(marked) == 1 else 's'}"
        if len(marked) > MOST_YEARS:
            yield f"{len(marked)} {noun}"
        elif marked:
            yield f"the {noun} {listed(marked)}"


def _marked_rest(rows: Sequence[ReferenceRow]) -> Iterable[str]:
    fields = sorted({name for row in rows for name in row.uncertain} - {"count", "year"})
    return (f"the {name}" for name in fields)


def _states(rows: Sequence[ReferenceRow]) -> list[ReferenceState]:
    return list(dict.fromkeys(row.state for row in rows))


def listed(words: Sequence[str]) -> str:
    """Words in a row: "a", "a and b", "a, b and c"."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def sentence(*clauses: str) -> str:
    """The clauses that are not empty as one sentence."""
    joined = "; ".join(clause for clause in clauses if clause)
    return f"{joined[:1].upper()}{joined[1:]}."
