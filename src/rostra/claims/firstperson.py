"""Verbs that say "we" by their ending: the holder is the side of whoever speaks."""

from rostra.claims.events import Event
from rostra.claims.speakers import Voice


def is_first_person(event: Event) -> bool:
    """Whether the verb itself says "we": "tenemos"."""
    endings = tuple(event.sentence.scene.words.first_person_endings)
    verb = event.sentence.line.between(event.start, event.end)
    return bool(endings) and event.voice == "active" and any(word.text.endswith(endings) for word in verb)


def own_side(event: Event, voice: Voice, home: str | None) -> str | None:
    """The speaker's state; else `home`, the text's main one, unless it is only where "we" have something."""
    if voice.state:
        return voice.state
    clause = event.clause
    placed = {a.name for a in event.sentence.actors if clause.start <= a.start < clause.end}
    return None if home in placed else home
