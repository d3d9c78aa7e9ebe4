"""What a sentence only recalls or rehearses: "condemned the attack", "the two wounded were moved", "simulated strikes"."""

from rostra.claims.events import Event

SUPPORT_ROOM = 30
"""Code points beside a noun in which a verb says that it took place."""
PHRASE_WORDS = 4
"""Words before a participle among which the article of its noun stands."""
_ARGUMENTS = ("equipment", "quantity", "date", "money", "country", "nationality", "place", "organisation")


def is_recalled(event: Event) -> bool:
    """Whether a noun only points back at an attack or at losses told before: definite, with nothing of its own to say.

    "Condemned the attack" recalls; "the attack on the convoy", "the attack took place at dawn" state a fact. A move
    of troops that is any ("a retreat in time is a victory") tells as little.
    """
    if event.voice != "noun":
        return _is_known_victim(event)
    line, scene = event.sentence.line, event.sentence.scene
    before, after = line.before(event.start, 1), line.after(event.end, 2)
    if after and after[0].text == ",":
        # "The bombardment, which lasted six hours": a clause of its own tells of it too.
        after = after[1:]
    fallen = event.frame.type == "loss" and event.frame.object == "fact"
    moved = event.frame.type == "deployment" and event.frame.object == "fact"
    known = scene.words.definite if event.frame.type == "strike" or fallen else frozenset[str]()
    if not before or before[0].text not in (scene.words.singles if moved else known):
        return False
    related = bool(after) and after[0].text in scene.pack.words.relatives
    return not (related or _happens(event) or _is_done(event) or _is_against(event) or _says_more(event))


def _is_against(event: Event) -> bool:
    """Whether an attack names its aim at once, in a text about arms: "the suicide attack against the headquarters"."""
    scene = event.sentence.scene
    against = scene.words.strict_target_prepositions
    near = (word for word in event.sentence.line.after(event.end, 2) if word.end <= event.clause.end)
    return event.frame.type == "strike" and scene.is_military and any(word.text in against for word in near)


def _happens(event: Event) -> bool:
    """Whether a verb right beside the noun says that it took place: "the attack began", "repelled the attack"."""
    line = event.sentence.line
    start = max(event.clause.start, event.start - SUPPORT_ROOM)
    behind = line.classes(event.end, min(event.end + SUPPORT_ROOM, event.clause.end))
    return "support" in behind | line.classes(start, event.start)


def _is_done(event: Event) -> bool:
    """Whether forces before the noun do it: no other fact and no reaction stands between."""
    line, clause, reactions = event.sentence.line, event.clause, event.sentence.scene.words.reactions
    for actor in event.sentence.actors:
        if actor.armed and clause.start <= actor.start and actor.end <= event.start:
            between = {word.text for word in line.between(actor.end, event.start)}
            other = any(hit.value.uses and actor.end <= hit.start < event.start for hit in line.hits)
            if not other and not between & reactions:
                return True
    return False


def _says_more(event: Event) -> bool:
    """Whether the noun's own phrase names a doer, an aim, a place, a time or a number."""
    line, ends = event.sentence.line, event.sentence.scene.words.phrase_ends
    following = line.between(event.end, event.clause.end)
    end = next((word.start for word in following if word.text in ends), event.clause.end)
    if any(True for _ in line.inside(event.end, end, *_ARGUMENTS)):
        return True
    told = any(a.start >= event.end and a.end <= end for a in event.sentence.actors)
    return told or bool(line.classes(event.end, end) & {"people", "bases", "terrain", "munitions"})


def _is_known_victim(event: Event) -> bool:
    """Whether a participle only says which people a sentence goes on about: "the two wounded reporters were moved"."""
    if event.frame.type != "loss" or event.tags != {"participle"}:
        return False
    line, scene = event.sentence.line, event.sentence.scene
    after, before = line.after(event.end, 1), line.before(event.start, PHRASE_WORDS)
    auxiliaries = scene.pack.words.auxiliaries
    if before and before[-1].text in scene.words.definite - scene.words.reflexives:
        return True
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
        before |= {word.text for word in line.after(event.end, 2)}
    return bool(before & simulated)
