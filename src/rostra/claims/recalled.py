"""What a sentence only recalls or rehearses: "condemned the attack", "the two wounded were moved", "simulated strikes"."""

from rostra.claims.events import Event
from rostra.claims.evidence import has_support
from rostra.claims.modality import tags_of

PHRASE_WORDS = 4
"""Words before a participle among which the article of its noun stands."""
_ARGUMENTS = ("equipment", "quantity", "date", "money", "country", "nationality", "place", "organisation")


def is_recalled(event: Event) -> bool:
    """Whether a noun only points back at an attack or at losses told before: definite, with nothing of its own to say.

    "Condemned the attack" recalls; "the attack on the convoy", "the attack took place at dawn" state a fact.
    """
    if event.voice != "noun":
        return _is_known_victim(event)
    fallen = event.frame.type == "loss" and event.frame.object == "fact"
    if event.frame.type != "strike" and not fallen:
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


def _is_known_victim(event: Event) -> bool:
    """Whether a participle only says which people a sentence goes on about: "the two wounded reporters were moved"."""
    if event.frame.type != "loss" or tags_of(event) != {"participle"}:
        return False
    line, scene = event.sentence.line, event.sentence.scene
    after, before = line.after(event.end, 1), line.before(event.start, PHRASE_WORDS)
    auxiliaries = scene.pack.words.auxiliaries
    if not after or after[0].text not in auxiliaries | {","}:
        return False
    opening = [i for i, word in enumerate(before) if word.text in scene.words.definite]
    return bool(opening) and not any(word.text in auxiliaries for word in before[opening[-1] :])


def is_simulated(event: Event) -> bool:
    """Whether a word before an attack or a siege says that it was only simulated: "simulated strikes"."""
    if event.frame.type not in {"strike", "deployment"}:
        return False
    line, simulated = event.sentence.line, event.sentence.scene.words.simulated
    before = {word.text for word in line.between(event.clause.start, event.start)}
    if event.frame.type == "strike":
        before |= {word.text for word in line.after(event.end, 1)}
    return bool(before & simulated)
