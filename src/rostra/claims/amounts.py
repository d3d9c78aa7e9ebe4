"""Sums of money: with a currency, or bare millions where a text speaks of budgets ("2,400 million")."""

from collections.abc import Iterator

from rostra.claims.events import Event
from rostra.claims.scene import Line
from rostra.model import Mention, Quantity
from rostra.rules.wordsets import either

SMALLEST_SUM = 1_000_000
"""A bare number below it is no sum of a budget."""
PERCENT = frozenset({"percent", "%"})
"""Units of a share."""


def has_sum(event: Event) -> bool:
    """Whether a bare number of millions stands in the clause that counts nothing: "a programme of 2,400 million"."""
    return any(True for _ in bare_sums(event))


def amounts_of(event: Event) -> list[Quantity]:
    """Money and percentages of a claim of spending or of a purchase, in the order of the text."""
    kind = event.frame.type
    if kind not in {"spending", "acquisition"} or (kind == "acquisition" and event.voice != "noun"):
        return []
    found = event.sentence.line.inside(event.clause.start, event.clause.end, "money", "quantity")
    units = {"percent"} if kind == "acquisition" else PERCENT
    named = [
        m.value
        for m in found
        if isinstance(m.value, Quantity)
        and (m.kind == "money" or m.value.unit in units)
        and event.sentence.scene.folded[max(0, m.span.start - 1) : m.span.start] != "("
    ]
    return [*named, *(bare_sums(event) if kind == "spending" else ())]


def bare_sums(event: Event) -> Iterator[Quantity]:
    """Numbers of millions of the clause without a currency and without a noun."""
    line = event.sentence.line
    for mention in line.inside(event.clause.start, event.clause.end, "quantity"):
        value = mention.value
        if isinstance(value, Quantity) and _is_sum(value) and not _counts(event, line, mention):
            yield value


def _is_sum(value: Quantity) -> bool:
    return value.unit == "items" and (value.low or value.high or 0) >= SMALLEST_SUM


def _counts(event: Event, line: Line, mention: Mention) -> bool:
    """Whether an "of" or a noun follows the number: "three million of them", "three million shells"."""
    scene = event.sentence.scene
    after = line.after(mention.span.end, 1)
    if not after or not after[0].text[0].isalnum():
        return False
    closed, words = scene.pack.words, scene.words
    small = either(closed.prepositions, closed.conjunctions, closed.auxiliaries)
    small = either(small, words.coordinators, words.modal_auxiliaries, words.reflexives)
    return after[0].text in scene.words.owner_prepositions or after[0].text not in small
