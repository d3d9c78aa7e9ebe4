"""Who owns the arms of a possession: behind "in the hands of", in "the depots of", before or behind "with 40 guns"."""

from collections.abc import Sequence

from rostra.claims.events import Event
from rostra.rules.wordsets import either

Run = tuple[int, int, str]
"""Start and end of those who act together, and their name."""
LED_ROOM = 30
"""Code points behind a preposition in which the owner ends that it leads to ("in the hands of the rebels")."""


def first_of(runs: Sequence[Run], start: int, end: int) -> str | None:
    """The first of those who act between two offsets."""
    return next((name for begin, stop, name in runs if start <= begin and stop <= end), None)


def led_owner(event: Event, runs: Sequence[Run]) -> str | None:
    """Who stands behind the preposition that a trigger ends with: "in the hands of the rebels"."""
    scene, last = event.sentence.scene, event.sentence.line.before(event.end, 1)
    marks = either(scene.words.owner_prepositions, scene.words.agent_prepositions)
    if event.frame.type == "possession" and all("endowed" in need for need in event.frame.needs):
        return _endowed(event, runs)
    if event.frame.type != "possession" or event.voice != "noun" or not last or last[0].text not in marks:
        return None
    return first_of(runs, event.end, min(event.end + LED_ROOM, event.clause.end))


def _endowed(event: Event, runs: Sequence[Run]) -> str | None:
    """Who stands before ", with 40 guns" or behind the comma of "With 40 guns, ..."."""
    before = [run for run in runs if 0 <= event.start - run[1] <= 3]
    if before:
        return before[-1][2]
    line = event.sentence.line
    comma = next((word.end for word in line.between(event.end, line.span.end) if word.text == ","), event.end)
    return first_of(runs, comma, line.span.end)


def keeper_of(event: Event, runs: Sequence[Run]) -> str | None:
    """The owner of the depots or of the arsenal in a claim of possession: "40 guns in the depots of Valdoria"."""
    if event.frame.type != "possession":
        return None
    words, line = event.sentence.scene.words, event.sentence.line
    for hit in line.hits:
        if "stores" not in hit.value.classes or not event.clause.start <= hit.start < event.clause.end:
            continue
        last = [word for word in line.after(hit.start, 5) if word.text in words.owner_prepositions]
        if last and 0 <= last[0].end - hit.end <= LED_ROOM:
            return first_of(runs, last[0].end, min(last[0].end + LED_ROOM, event.clause.end))
    return None
