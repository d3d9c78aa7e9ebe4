"""How records are put into words: quantities, verdicts, modalities, dates. English, the language of the page."""

from rostra.kernel import PartialDate
from rostra.model import Claim, Quantity, ReferenceRow, Verdict
from rostra.model.quantity import Number, plain

VERDICT_WORDS: dict[Verdict, str] = {
    "refuted": "Refuted",
    "conflicting": "Conflicting",
    "supported": "Supported",
    "not_enough_info": "Not enough information",
    "not_comparable": "Not comparable",
}
"""Verdicts in the order in which a reader wants them."""

VERDICT_SIGNS: dict[Verdict, str] = {
    "refuted": "✕",
    "conflicting": "⇄",
    "supported": "✓",
    "not_enough_info": "?",
    "not_comparable": "≠",
}

_PREFIX = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "up to ", "between": ""}


def grouped(number: Number | None) -> str:
    """A number with its thousands parted: 5,000; empty for None."""
    if number is None:
        return ""
    whole, dot, part = plain(number).partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{dot}{part}"


def interval(low: Number | None, high: Number | None) -> str:
    """An interval: 5,000; 20–30; at least 5; up to 30; unknown when both sides are open."""
    if low is None and high is None:
        return "unknown"
    if low is None:
        return f"up to {grouped(high)}"
    if high is None:
        return f"at least {grouped(low)}"
    return grouped(low) if low == high else f"{grouped(low)}–{grouped(high)}"


def quantity(value: Quantity) -> str:
    """A quantity as one would say it: "about 5,000", "up to 30 km"."""
    one_sided = value.low is None or value.high is None
    number = interval(value.low, value.high)
    unit = "" if value.unit == "items" else f" {value.unit}"
    return f"{'' if one_sided else _PREFIX[value.modifier]}{number}{unit}"


def headline(claim: Claim) -> str:
    """A claim in one line: who, how many, of what."""
    what = claim.equipment.name if claim.equipment else None
    number = quantity(claim.quantity) if claim.quantity else None
    counted = bool(claim.quantity and claim.quantity.unit == "items")
    amount = f"{number} × {what}" if number and what and counted else ", ".join(filter(None, (number, what)))
    return " — ".join(filter(None, (claim.holder, amount))) or claim.place or claim.target or "no particulars"


def years(date: PartialDate) -> str:
    """The years of an interval: 2014, 2014–2015."""
    first, last = date.first.year, date.last.year
    return str(first) if first == last else f"{first}–{last}"


def row_label(row: ReferenceRow) -> str:
    """A reference row in a few words: state, years, supplier."""
    when = f" {years(row.valid)}" if row.valid else ""
    supplier = f", from {row.supplier}" if row.supplier else ""
    measure = f" {row.measure}" if row.measure else ""
    condition = f" ({row.condition})" if row.condition else ""
    return f"{row.state.capitalize()}{measure}{condition}{when}{supplier}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A count and its noun: 1 quote, 2 quotes."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def lead(relation: str) -> tuple[str, str]:
    """The clause of a relation that says how claim and record stand, and the rest: rows, marks, limits."""
    first, _, rest = relation.partition("; ")
    return (f"{first}." if rest else first), rest


def near(source: str) -> str:
    """The name of a file without its folders: a page that is passed on tells nothing of its maker's disk."""
    return source if "://" in source else source.replace("\\", "/").rstrip("/").rpartition("/")[2] or source
