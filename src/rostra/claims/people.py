"""Numbers of people that a claim counts: the dead, the deployed, those called up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rostra.claims.counting import BUILT, FORMATIONS
from rostra.claims.events import Event
from rostra.claims.positions import ARTICLE_ROOM
from rostra.claims.scene import Line
from rostra.claims.strength import hosts_behind, is_police
from rostra.model import Mention, Quantity

PEOPLE_ROOM = 26
"""Code points behind a number in which the people it counts are named."""
LIST_ROOM = 60
"""Code points between two numbers of one list of counts."""


def people_of(event: Event, counted: Sequence[tuple[Mention, Quantity | None]]) -> Iterator[Quantity]:
    """Numbers of people, and bare numbers that count no equipment, beside a verb of loss or deployment."""
    if event.frame.type not in {"loss", "deployment", "mobilisation", "exercise", "possession"}:
        return
    taken = {quantity.span for _, quantity in counted if quantity}
    line = event.sentence.line
    start, end = _people_place(event)
    last: Mention | None = None
    behind = [m.span for m in hosts_behind(event)] if _is_number_of(event) else []
    for mention in line.inside(start, end, "quantity"):
        value = mention.value
        if not isinstance(value, Quantity) or mention.span in taken or _is_led_away(event, mention):
            continue
        if event.frame.type == "possession" and _is_police(event, mention):
            continue
        built = value.unit in BUILT and event.frame.type == "loss"
        counts = built or value.unit in FORMATIONS or is_people(line, mention, value)
        goes_on = last is not None and _goes_on_counting(event, last, mention, value)
        if counts or goes_on or mention.span in behind or _stands_alone(event, mention, value):
            last = mention
            yield replace(value, unit="people") if goes_on or mention.span in behind else value


def _is_police(event: Event, mention: Mention) -> bool:
    end = mention.span.end
    return is_police(event.sentence.line, end, end + PEOPLE_ROOM, event.sentence.scene.words)


def _is_number_of(event: Event) -> bool:
    """Whether the frame is one of a noun for how many there are."""
    return any("host_behind" in need for need in event.frame.needs)


def _goes_on_counting(event: Event, last: Mention, mention: Mention, value: Quantity) -> bool:
    """Whether a bare number counts more people, of another force: "7,000 men in the navy, 32,000 in the army"."""
    line, words = event.sentence.line, event.sentence.scene.words
    if value.unit != "items" or mention.span.start - last.span.end > LIST_ROOM:
        return False
    before, after = line.before(mention.span.start, 1), line.after(mention.span.end, 1)
    if not before or before[0].text not in words.coordinators | {",", ";"}:
        return False
    if not after or after[0].text not in words.owner_prepositions | words.place_prepositions:
        return False
    near = (after[0].end, after[0].end + ARTICLE_ROOM)
    placed = (m.span.start for m in line.mentions if m.kind in {"place", "country"})
    owned = (a.start for a in event.sentence.actors if a.armed)
    return any(near[0] < start <= near[1] for start in (*placed, *owned))


def _is_led_away(event: Event, mention: Mention) -> bool:
    """Whether a preposition parts a number from the noun of a deployment behind it: "20 rebels in an incursion"."""
    if event.voice != "noun" or event.frame.type != "deployment" or mention.span.end > event.start:
        return False
    owners = event.sentence.scene.words.owner_prepositions
    prepositions = event.sentence.scene.pack.words.prepositions - owners
    between = event.sentence.line.between(mention.span.end, event.start)
    return any(word.text in prepositions for word in between)


def _stands_alone(event: Event, mention: Mention, value: Quantity) -> bool:
    """Whether a number without a noun is the subject of a loss: "and six were wounded"."""
    if event.frame.type != "loss" or value.unit != "items" or mention.span.end > event.start:
        return False
    auxiliaries = event.sentence.scene.pack.words.auxiliaries
    between = event.sentence.line.between(mention.span.end, event.start)
    return all(word.text in auxiliaries for word in between)


def _people_place(event: Event) -> tuple[int, int]:
    if event.frame.object == "self" and event.voice == "active":
        return event.scope
    if event.voice == "noun":
        return max(event.clause.start, event.start - 30), event.clause.end
    if event.frame.object == "target" and event.frame.type == "deployment":
        return event.subject
    return event.object


def is_people(line: Line, mention: Mention, value: Quantity) -> bool:
    """Whether a number counts people: by its unit, or by the noun right behind it."""
    if value.unit == "people":
        return True
    if value.unit != "items":
        return False
    end = mention.span.end
    if any(m.kind == "nationality" and 0 < m.span.start - end <= 1 for m in line.mentions):
        return True
    following = line.after(end, 2)
    if following and "headcounts" in line.classes(following[0].start, following[-1].end):
        return True
    return bool(line.classes(end, min(end + PEOPLE_ROOM, line.span.end)) & {"people", "forces", "bases"})
