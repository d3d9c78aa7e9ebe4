"""Sums of money: with a currency, or bare millions where a text speaks of budgets ("2,400 million")."""

from collections.abc import Iterator, Sequence

from rostra.claims.events import Event
from rostra.claims.scene import Line
from rostra.model import Mention, Quantity
from rostra.rules.wordsets import either

SMALLEST_SUM = 1_000_000
"""A bare number below it is no sum of a budget."""
PERCENT = frozenset({"percent", "%"})
"""Units of a share."""
PAID_ROOM = 26
"""Code points behind a verb in which the money starts that is its object."""


def has_sum(event: Event) -> bool:
    """Whether a bare number of millions stands in the clause that counts nothing: "a programme of 2,400 million"."""
    return any(True for _ in bare_sums(event))


def is_paid(event: Event) -> bool:
    """Whether money stands right behind the verb: "will receive 14 billion euros"."""
    near = event.end + PAID_ROOM
    return any(m.span.start <= near for m in event.sentence.line.inside(event.end, event.clause.end, "money"))


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
        and m.value.unit != "cents"
    ]
    sums = sorted([*named, *(bare_sums(event) if kind == "spending" else ())], key=lambda q: q.span)
    return [one for at, one in enumerate(sums) if not _is_former(event, one, sums[at + 1 : at + 2])]


def price_of(event: Event) -> Iterator[Quantity]:
    """What a verb of buying says is paid: "will buy 36 fighters for 4.5 billion dollars"."""
    if event.frame.type != "acquisition" or event.voice == "noun":
        return
    for mention in event.sentence.line.inside(event.clause.start, event.clause.end, "money"):
        if isinstance(mention.value, Quantity):
            yield mention.value


def is_count(quantity: Quantity | None) -> bool:
    """Whether a number is one of things: no share."""
    return quantity is not None and quantity.unit not in PERCENT


def is_price(event: Event, quantity: Quantity | None) -> bool:
    """Whether a number of a noun of buying is money."""
    if quantity is None or event.frame.type != "acquisition" or event.voice != "noun":
        return False
    return any(m.value is quantity for m in event.sentence.line.mentions if m.kind == "money")


def _is_former(event: Event, one: Quantity, following: Sequence[Quantity]) -> bool:
    """Whether a sum is only what it was: the first in "from 4 to 2 percent"."""
    line, words = event.sentence.line, event.sentence.scene.words
    origin = words.source_prepositions | words.owner_prepositions
    before = {word.text for word in line.before(one.span.start, 2)}
    after = {word.text for other in following for word in line.before(other.span.start, 2)}
    return bool(before & origin and after & words.goal_prepositions)


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
