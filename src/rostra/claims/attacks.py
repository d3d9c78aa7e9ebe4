"""A weapon that destroys or kills is an attack too: "A drone destroyed two depots"."""

from dataclasses import replace

from rostra.claims.arms import is_intransitive
from rostra.claims.events import Event
from rostra.claims.modality import Mood

BY_ROOM = 30
"""Code points behind "by" in which the weapon is named."""


def attack_in(event: Event, mood: Mood) -> Event | None:
    """The strike that a loss tells of, where its clause names the weapon or aircraft that did it; else None."""
    if event.frame.object != "lost" or event.frame.type != "loss" or mood != Mood("asserted", negated=False):
        return None
    if is_intransitive(event) or not _names_weapon(event):
        return None
    return replace(event, frame=replace(event.frame, type="strike", object="target"))


def _names_weapon(event: Event) -> bool:
    """Whether munitions or a platform are the doer: before the verb, or behind its "by"."""
    line, agents = event.sentence.line, event.sentence.scene.words.agent_prepositions
    if event.voice == "active":
        ranges = [(max(event.subject[0], event.clause.start), event.start)]
    elif event.voice == "passive":
        ends = [word.end for word in line.after(event.end, 3) if word.text in agents]
        ranges = [(end, min(end + BY_ROOM, event.clause.end)) for end in ends]
    else:
        return False
    return any(
        m.equipment_class == "platform" or "munitions" in line.classes(m.span.start, m.span.end)
        for start, end in ranges
        for m in line.inside(start, end, "equipment")
    )
