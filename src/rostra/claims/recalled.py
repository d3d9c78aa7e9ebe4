"""Attacks that a sentence only recalls or rehearses: "condemned the attack", "simulated strikes", rockets of a drill."""

from rostra.claims.events import Event
from rostra.claims.evidence import has_support

AIM_ROOM = 40
"""Code points behind "against" in which somebody is named."""
_ARGUMENTS = ("equipment", "quantity", "date", "money", "country", "nationality", "place", "organisation")


def is_recalled(event: Event) -> bool:
    """Whether a noun only points back at an attack or at losses told before: definite, with nothing of its own to say.

    "Condemned the attack" recalls; "the attack on the convoy", "the attack took place at dawn" state a fact.
    """
    fallen = event.frame.type == "loss" and event.frame.object == "fact"
    if event.voice != "noun" or (event.frame.type != "strike" and not fallen):
        return False
    line, scene = event.sentence.line, event.sentence.scene
    before = line.before(event.start, 1)
    if not before or before[0].text not in scene.words.definite or has_support(event):
        return False
    after = line.after(event.end, 1)
    if after and after[0].text in scene.pack.words.relatives:
        return False
    clause, reactions = event.clause, scene.words.reactions
    for actor in event.sentence.actors:
        if actor.armed and clause.start <= actor.start and actor.end <= event.start:
            between = {word.text for word in line.between(actor.end, event.start)}
            other = any(hit.value.uses and actor.end <= hit.start < event.start for hit in line.hits)
            if not other and not between & reactions:
                return False
    end = next(
        (w.start for w in line.between(event.end, event.clause.end) if w.text in scene.words.phrase_ends),
        event.clause.end,
    )
    if any(True for _ in line.inside(event.end, end, *_ARGUMENTS)):
        return False
    told = any(a.start >= event.end and a.end <= end for a in event.sentence.actors)
    return not told and not line.classes(event.end, end) & {"people", "bases", "terrain", "munitions"}


def is_simulated(event: Event) -> bool:
    """Whether a word before an attack or a siege says that it was only simulated: "simulated strikes"."""
    if event.frame.type not in {"strike", "deployment"}:
        return False
    line, simulated = event.sentence.line, event.sentence.scene.words.simulated
    before = {word.text for word in line.between(event.clause.start, event.start)}
    if event.frame.type == "strike":
        before |= {word.text for word in line.after(event.end, 1)}
    return bool(before & simulated)


def is_drill(event: Event) -> bool:
    """Whether missiles are fired in a sentence about an exercise and at nobody: that is a test, no attack."""
    line = event.sentence.line
    if event.frame.type != "strike" or event.voice == "noun":
        return False
    if not any(use.frame.type == "exercise" for hit in line.hits for use in hit.value.uses):
        return False
    scope = event.clause.start, event.clause.end
    return "munitions" in line.classes(*scope) and not _is_aimed(event)


def _is_aimed(event: Event) -> bool:
    """Whether "against" and somebody follow."""
    against = event.sentence.scene.words.strict_target_prepositions
    ends = [w.end for w in event.sentence.line.between(event.end, event.clause.end) if w.text in against]
    return any(0 < a.start - end <= AIM_ROOM for end in ends for a in event.sentence.actors)
