"""Attacks that a sentence only recalls or rehearses: "condemned the attack", "simulated strikes", rockets of a drill."""

from rostra.claims.events import Event
from rostra.claims.evidence import has_support

SIMULATED_ROOM = 3
"""Words beside an attack among which one says that it was only simulated."""
_ARGUMENTS = ("equipment", "quantity", "date", "money", "country", "nationality", "place", "organisation")


def is_recalled(event: Event) -> bool:
    """Whether a noun of attack only points back at one told before: definite, and with nothing of its own to say.

    "Condemned the attack" recalls; "the attack on the convoy", "the attack took place at dawn" state a fact.
    """
    if event.voice != "noun" or event.frame.type != "strike":
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
            if not between & reactions:
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
    """Whether a word beside an attack says that it was only simulated: "simulated strikes", "simularon ataques"."""
    if event.frame.type != "strike":
        return False
    line = event.sentence.line
    near = {w.text for w in line.before(event.start, SIMULATED_ROOM) + line.after(event.end, SIMULATED_ROOM)}
    return bool(near & event.sentence.scene.words.simulated)


def is_drill(event: Event) -> bool:
    """Whether missiles are fired in a sentence about an exercise, and no war is told: that is a test, no attack."""
    scene, line = event.sentence.scene, event.sentence.line
    if event.frame.type != "strike" or event.voice == "noun" or scene.at_war:
        return False
    if not any(use.frame.type == "exercise" for hit in line.hits for use in hit.value.uses):
        return False
    return "munitions" in line.classes(event.end, event.clause.end) and "people" not in line.classes(
        event.end, event.clause.end
    )
