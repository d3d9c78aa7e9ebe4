"""Numbers of people that a claim counts: the dead, the deployed, those called up."""

from collections.abc import Iterator, Sequence

from rostra.claims.counting import BUILT, FORMATIONS
from rostra.claims.events import Event
from rostra.claims.scene import Line
from rostra.model import Mention, Quantity

PEOPLE_ROOM = 26
"""Code points behind a number in which the people it counts are named."""


def people_of(event: Event, counted: Sequence[tuple[Mention, Quantity | None]]) -> Iterator[Quantity]:
    """Numbers of people, and bare numbers that count no equipment, beside a verb of loss or deployment."""
    if event.frame.type not in {"loss", "deployment", "mobilisation", "exercise", "possession"}:
        return
    taken = {quantity.span for _, quantity in counted if quantity}
    line = event.sentence.line
    start, end = _people_place(event)
    for mention in line.inside(start, end, "quantity"):
        value = mention.value
        if not isinstance(value, Quantity) or mention.span in taken:
            continue
        built = value.unit in BUILT and event.frame.type == "loss"
        counts = built or value.unit in FORMATIONS or is_people(line, mention, value)
        if counts or _stands_alone(event, mention, value):
            yield value


def _stands_alone(event: Event, mention: Mention, value: Quantity) -> bool:
    """Whether a number without a noun is the subject of a loss: "and six were wounded"."""
    if event.frame.type != "loss" or value.unit != "items" or mention.span.end > event.start:
        return False
    auxiliaries = event.sentence.scene.pack.words.auxiliaries
    between = event.sentence.line.between(mention.span.end, event.start)
    return all(word.text in auxiliaries for word in between)


def _people_place(event: Event) -> tuple[int, int]:
    if event.frame.object == "self" and event.voice == "active":
        return event.clause.start, event.clause.end
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
