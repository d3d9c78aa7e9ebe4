"""Counts of what somebody has: numbers of arms and bases behind a verb, thousands before a noun for forces."""

from collections.abc import Iterator

from rostra.claims.events import Event
from rostra.claims.positions import names_place
from rostra.claims.scene import Line
from rostra.model import Mention, Quantity
from rostra.rules.claimwords import ClaimWords

DIRECT_ROOM = 30
"""Code points between a verb of holding, a number and what it counts."""
NUMBER_ROOM = 12
"""Code points between a number and the arms that it counts."""
SMALLEST_HOST = 1000
"""Fewer counted people are a party that does something, not the strength of a force."""


def is_police(line: Line, start: int, end: int, words: ClaimWords) -> bool:
    """Whether those counted are policemen and nobody else: "40,000 members of the police"."""
    joints = words.coordinators | {","}
    first = next((h.start for h in line.hits if "police" in h.value.classes and start <= h.start < end), None)
    return first is not None and not any(word.text in joints for word in line.between(start, first))


def has_counted_base(event: Event) -> bool:
    """Whether a number stands right behind the verb, and a word for bases behind it: "has 40 barracks"."""
    first, line = _first_count(event), event.sentence.line
    return first is not None and "bases" in line.classes(
        first[0], min(first[1] + DIRECT_ROOM, event.object[1])
    )


def has_counted_arms(event: Event) -> bool:
    """Whether a number stands right behind the verb, and arms right behind it: "there are two more howitzers"."""
    first = _first_count(event)
    if first is None:
        return False
    counted = event.sentence.line.inside(first[0], event.object[1], "equipment")
    return any(arms.span.start - first[1] <= NUMBER_ROOM for arms in counted)


def _first_count(event: Event) -> tuple[int, int] | None:
    """The first number of the object where it stands right behind the verb."""
    first = next(iter(event.sentence.line.numbers(*event.object)), None)
    return first if first is not None and first[0] - event.end <= DIRECT_ROOM else None


def is_host(event: Event) -> bool:
    """Whether thousands are counted right before a noun for forces, and nothing is told of them: "230,000 men of the army"."""
    line = event.sentence.line
    before = (m for m in line.inside(event.clause.start, event.start, "quantity"))
    counts = [m.value for m in before if 0 <= event.start - m.span.end <= 1]
    if not any(isinstance(v, Quantity) and _is_large(v) for v in counts):
        return False
    words = event.sentence.scene.words
    after = [
        w for w in line.after(event.end, 2) if w.text in words.place_prepositions - words.owner_prepositions
    ]
    if after and names_place(event, after[0].end):
        return False
    others = (h for h in line.hits if event.clause.start <= h.start < event.clause.end)
    return not any(use.frame.kind == "verb" for hit in others for use in hit.value.uses)


def hosts_behind(event: Event) -> Iterator[Mention]:
    """Bare thousands behind a noun for a number of forces: "the number of troops rose to 121,000"."""
    line, closed = event.sentence.line, event.sentence.scene.pack.words.prepositions
    for mention in line.inside(event.end, event.clause.end, "quantity"):
        value, after = mention.value, line.after(mention.span.end, 1)
        bare = not after or not after[0].text[0].isalnum() or after[0].text in closed
        if isinstance(value, Quantity) and value.unit == "items" and bare and _is_large(value):
            yield mention


def _is_large(value: Quantity) -> bool:
    return (value.low or value.high or 0) >= SMALLEST_HOST


def is_share(event: Event) -> bool:
    """Whether a percentage stands in the clause."""
    found = event.sentence.line.inside(event.clause.start, event.clause.end, "quantity")
    return any(isinstance(m.value, Quantity) and m.value.unit in {"percent", "%"} for m in found)


def is_counted(event: Event) -> bool:
    """Whether a number stands right before the trigger: "400 troops in"."""
    start = max(event.clause.start, event.start - DIRECT_ROOM)
    return any(True for _ in event.sentence.line.inside(start, event.end, "quantity"))
