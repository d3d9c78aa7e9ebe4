"""A weapon that destroys or kills is an attack too: "A drone destroyed two depots". An attack is told once."""

from collections.abc import Iterable
from dataclasses import replace

from rostra.claims.arms import is_intransitive
from rostra.claims.events import Event
from rostra.claims.lexicon import Use
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


def is_retold(event: Event, others: Iterable[Event]) -> bool:
    """Whether another strike of the sentence is this one: "bombed and killed by jets", "the raid, which hit the port"."""
    return any(_repeats(event, other) for other in others if other.start != event.start)


def _repeats(event: Event, other: Event) -> bool:
    scene, after = event.sentence.scene, other.clause.index == event.clause.index - 1
    if event.frame.type != "strike" or other.end > event.start:
        return False
    if is_destruction(event):
        joined = after and event.clause.opener in scene.words.coordinators
        return other.voice != "noun" and (joined or other.clause.index == event.clause.index)
    opening = event.sentence.line.after(event.clause.start, 1)
    # "From where they launched raids" names an attack of its own.
    single = " " not in scene.folded[event.start : event.end]
    related = single and bool(opening) and opening[0].text in scene.pack.words.relatives
    return after and related and event.voice == "active" and other.voice == "noun"


def is_destruction(event: Event) -> bool:
    """Whether a strike is told by a verb of loss that names its weapon."""
    return any(use.frame.trigger == event.frame.trigger for use in _losses(event))


def _losses(event: Event) -> Iterable[Use]:
    hits = (hit for hit in event.sentence.line.hits if hit.start == event.start)
    return (use for hit in hits for use in hit.value.uses if use.frame.type == "loss")


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
