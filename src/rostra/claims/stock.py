"""Conditions on what is had, bought, handed over and paid for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from rostra.claims.events import Event
from rostra.claims.strength import SMALLEST_HOST
from rostra.model import ClaimType, Mention, Quantity
from rostra.rules.wordsets import either

HAD: frozenset[ClaimType] = frozenset({"possession", "acquisition", "delivery", "spending"})
"""What companies and museums do too."""
_NOMINAL = frozenset({"possessed", "army_of", "owner"})
OWNER_ROOM = 3
"""Code points between an owner and what he has: "Marenia's tanks"."""
ARMY_ROOM = 40
"""Code points behind a verb in which the strength of an army starts."""
ARMY_WORDS = 2
"""Words before "of" among which an army is named: "a standing army of"."""
GOAL_ROOM = 14
"""Code points behind "to" in which the receiver is named: "to the rebels"."""
COUNT_ROOM = 24
"""Code points between a number and the arms that it counts: "40 new Ostravian tanks"."""
LONGEST_ADJECTIVES = 4
"""Words between an owner and his arms."""


def has_elided_count(event: Event) -> bool:
    """Whether a bare number stands right behind the verb, and the arms it counts before it: "we bought fourteen"."""
    line = event.sentence.line
    first = next(iter(line.inside(event.end, event.clause.end, "quantity")), None)
    if first is None or line.between(event.end, first.span.start) or not _is_bare(event, first):
        return False
    since = line.span.start if event.voice == "active" else event.clause.start
    return any(True for _ in line.inside(since, event.start, "equipment"))


def has_elided_subject(event: Event) -> bool:
    """Whether a bare number is the subject, and the arms it counts stand before it: "of the 18 guns, seven have arrived"."""
    line, closed = event.sentence.line, event.sentence.scene.pack.words
    number = max(line.inside(line.span.start, event.start, "quantity"), key=lambda m: m.span, default=None)
    if number is None or getattr(number.value, "unit", None) != "items":
        return False
    between = (word.text for word in line.between(number.span.end, event.start))
    if any(text not in closed.auxiliaries for text in between):
        return False
    return any(True for _ in line.inside(line.span.start, number.span.start, "equipment"))


def _is_bare(event: Event, number: Mention) -> bool:
    """Whether nothing that it counts follows a number."""
    if getattr(number.value, "unit", None) != "items":
        return False
    after = event.sentence.line.after(number.span.end, 1)
    closed = event.sentence.scene.pack.words
    small = either(closed.prepositions, closed.conjunctions)
    return not after or not after[0].text[0].isalnum() or after[0].text in small


def is_possessed(event: Event) -> bool:
    """Whether counted arms follow a possessive at once: "its 300 tanks"."""
    line = event.sentence.line
    number = next((m for m in line.inside(event.end, event.clause.end, "quantity")), None)
    if number is None or number.span.start - event.end > 1:
        return False
    return any(
        0 < m.span.start - number.span.end <= COUNT_ROOM for m in _arms_before_stop(event, number.span.end)
    )


def _arms_before_stop(event: Event, start: int) -> Iterator[Mention]:
    """Arms behind an offset before the next preposition or mark."""
    line, closed = event.sentence.line, event.sentence.scene.pack.words.prepositions
    stops = (
        w.start
        for w in line.between(start, event.clause.end)
        if (w.text in closed or not w.text[0].isalnum()) and w.text != "-"
    )
    return line.inside(start, next(stops, event.clause.end), "equipment")


def counts_army(event: Event) -> bool:
    """Whether an army or a fleet stands before an "of", and counted people or arms behind it: "an army of 90,000 men"."""
    return _is_army(event, event.start, event.end)


def has_army(event: Event) -> bool:
    """Whether the object of a verb is an army with its strength: "keeps an army of 90,000 men"."""
    line, owners = event.sentence.line, event.sentence.scene.words.owner_prepositions
    near = line.between(event.end, min(event.end + ARMY_ROOM, event.clause.end))
    return any(word.text in owners and _is_army(event, word.start, word.end) for word in near)


def _is_army(event: Event, start: int, end: int) -> bool:
    line = event.sentence.line
    named = line.before(start, ARMY_WORDS)
    number = next((m for m in line.inside(end, event.clause.end, "quantity")), None)
    if not named or number is None or number.span.start - end > 1 or not isinstance(number.value, Quantity):
        return False
    before = set().union(*(line.classes(word.start, start) for word in named))
    if not before & {"forces", "groups", "stores"} or "missions" in before:
        return False
    if any(
        0 < m.span.start - number.span.end <= COUNT_ROOM for m in _arms_before_stop(event, number.span.end)
    ):
        return True
    forces = "forces" in line.classes(number.span.end, min(number.span.end + COUNT_ROOM, event.clause.end))
    large = (number.value.low or number.value.high or 0) >= SMALLEST_HOST
    return number.value.unit == "people" and (forces or large)


def is_peaceful(event: Event) -> bool:
    """Whether a museum, a club, a thief or a firm is the one who has, buys or gives: no forces are."""
    line, (start, end) = event.sentence.line, event.subject
    if (
        event.frame.type not in HAD
        or event.voice != "active"
        or not line.classes(start, end) & {"peace", "civil"}
    ):
        return False
    return not any(a.armed and start <= a.start and a.end <= end for a in event.sentence.actors)


def is_in_passing(event: Event, others: Iterable[Event]) -> bool:
    """Whether a sentence names only in passing what somebody has: it tells another fact of it."""
    if not all(need & _NOMINAL for need in event.frame.needs):
        return False
    return any(other is not event and other.frame.type != "possession" for other in others)


def has_owner(event: Event) -> bool:
    """Whether a state, a body or a possessive stands right before the noun: "Marenia's vast arsenal", "its arsenal"."""
    line, words, closed = event.sentence.line, event.sentence.scene.words, event.sentence.scene.pack.words
    before = line.before(event.start, LONGEST_ADJECTIVES + 1)
    own = words.third_person | words.first_person
    stops = either(closed.prepositions, closed.auxiliaries, words.coordinators)
    for at, word in reversed(list(enumerate(before))):
        if word.text in own:
            return word.text in closed.determiners
        if word.text.endswith(("'s", "s'", "'")):
            named = any(word.start - OWNER_ROOM <= a.end <= word.end for a in event.sentence.actors)
            return named or bool(own.intersection(w.text for w in before[:at]))
        if not word.text[0].isalpha() or word.text in stops:
            return False
    return False


def heads_object(event: Event) -> bool:
    """Whether arms are the object itself: no "with", "for" or place stands between the verb and the first of them."""
    line, words = event.sentence.line, event.sentence.scene.words
    start, end = event.object
    first = next(iter(line.inside(start, end, "equipment")), None)
    if first is None:
        return False
    if start < event.end:
        return True
    counted = any(
        0 < first.span.start - m.span.end <= COUNT_ROOM for m in line.inside(start, end, "quantity")
    )
    loose = either(words.tool_prepositions, words.strict_target_prepositions)
    if not counted:
        loose = either(loose, event.sentence.scene.pack.words.prepositions)
    loose = loose - words.owner_prepositions - words.goal_prepositions
    between = line.between(event.end, first.span.start)
    return not any(
        w.text in loose or (w.text in words.goal_prepositions and not _leads_to(event, w.end))
        for w in between
    )


def _leads_to(event: Event, offset: int) -> bool:
    """Whether a state or a body follows a preposition: "to the rebels"."""
    return any(0 < a.start - offset <= GOAL_ROOM for a in event.sentence.actors)


def is_reflexive(event: Event) -> bool:
    """Whether somebody does it for himself: "se ha abastecido de munición"."""
    before = {
        word.text for word in event.sentence.line.before(event.start, 3) if word.start >= event.clause.start
    }
    return bool(before & event.sentence.scene.words.reflexives)


def has_recipient(event: Event) -> bool:
    """Whether who receives stands right behind the verb, and counted arms behind him: "will send Kyiv 31 tanks"."""
    line = event.sentence.line
    taker = next(line.inside(event.end, event.clause.end, "country", "place", "organisation"), None)
    if taker is None or taker.span.start - event.end > 1:
        return False
    number = next(iter(line.inside(taker.span.end, event.clause.end, "quantity")), None)
    if number is None or number.span.start - taker.span.end > 1:
        return False
    return any(True for _ in _arms_before_stop(event, number.span.end))


def has_counted_patient(event: Event) -> bool:
    """Whether counted arms stand right before a participle: "36 fighters ordered"."""
    line = event.sentence.line
    arms = max(line.inside(event.clause.start, event.start, "equipment"), key=lambda m: m.span, default=None)
    if event.voice != "passive" or arms is None or event.start - arms.span.end > OWNER_ROOM:
        return False
    return any(
        0 < arms.span.start - m.span.end <= COUNT_ROOM
        for m in line.inside(event.clause.start, event.start, "quantity")
    )


def lacks_forces(event: Event) -> bool:
    """Whether forces stand right behind a verb of having that is negated: "has no army"."""
    line, closed = event.sentence.line, event.sentence.scene.pack.words
    near = line.after(event.end, 3)
    if not near:
        return False
    around = [*line.before(event.start, 2), *line.between(event.start, event.end), *near[:2]]
    if not any(word.text in closed.negations for word in around):
        return False
    return bool(line.classes(event.end, near[-1].end) & {"forces"})


STOCK: Mapping[str, Callable[[Event], bool]] = MappingProxyType(
    {
        "elided": has_elided_count,
        "reflexive": is_reflexive,
        "recipient": has_recipient,
        "counted_patient": has_counted_patient,
        "possessed": is_possessed,
        "owner": has_owner,
        "head": heads_object,
        "forceless": lacks_forces,
        "subject_store": lambda event: "stores" in event.sentence.line.classes(*event.subject),
        "object_store": lambda event: "stores" in event.sentence.line.classes(*event.object),
        "object_supplies": lambda event: "supplies" in event.sentence.line.classes(*event.object),
        "army_of": counts_army,
        "object_army": has_army,
        "elided_subject": has_elided_subject,
        "subject_order": lambda event: "orders" in event.sentence.line.classes(*event.subject),
        "subject_package": lambda event: "packages" in event.sentence.line.classes(*event.subject),
    }
)
