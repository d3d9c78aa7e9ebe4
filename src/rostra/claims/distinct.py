"""One fact once: what a threat, an ability or a price of the same sentence already says is no claim of its own."""

from collections.abc import Sequence
from dataclasses import replace

from rostra.claims.arms import COUNTED
from rostra.claims.attacks import is_retold
from rostra.claims.events import Event
from rostra.claims.evidence import has_support, says_only
from rostra.claims.found import Found, is_paid_for, is_priced, is_vague
from rostra.claims.modality import is_condition
from rostra.claims.movement import own_holding
from rostra.claims.stock import is_in_passing
from rostra.model import ClaimType
from rostra.rules.wordsets import either

APART = 6
"""Words between two nouns of one type from which they are two facts."""
ABILITY_ROOM = 25
"""Code points behind "able to" in which a verb says what for."""
JOINED_ROOM = 6
"""Code points between two verbs that a conjunction joins."""
ORDERED_WORDS = 8
"""Words before a noun among which a contract stands that is for it."""
INFINITIVE_ROOM = 3
"""Words behind a threat within which the act that is threatened begins: "threatened to fire"."""
OBJECT_WORDS = 3
"""Words between a verb of attack and the noun that is its object."""
THREATENED: frozenset[ClaimType] = frozenset({"strike", "loss", "deployment", "test"})


def distinct(found: Sequence[Found]) -> list[Found]:
    """One fact once. What somebody is able to do is the capability alone; a verb takes in the noun that it governs."""
    kept: list[Found] = []
    for told in found:
        held = own_holding(told.event, told.holding, [k.holding for k in kept])
        one = replace(told, holding=held)
        if (
            is_priced(one, found)
            or _is_ability(one, found)
            or _is_condition(one, found)
            or _is_threatened(one, found)
            or _is_announced(one, found)
            or is_paid_for(one, found)
            or _is_deployed(one, found)
            or _is_drilled(one, found)
            or is_in_passing(one.event, [other.event for other in found])
            or _is_joined(one, found)
            or _is_ordered(one, found)
            or _is_whereabouts(one, found)
            or is_vague(one, found)
            or is_retold(one.event, (other.event for other in found if other.type == one.type == "strike"))
            or any(_same(one, other) for other in kept)
        ):
            continue
        kept.append(_as_part(one, kept, found))
    return kept


def _as_part(one: Found, kept: Sequence[Found], found: Sequence[Found]) -> Found:
    """What is only a part of a count before it has its type: "3,500 troops were deployed, including 90 scouts".

    So has what somebody comes with where the sentence tells of a deployment: "with eight ships, deployed in the gulf".
    """
    event = one.event
    if one.type == "possession" and all("endowed" in need for need in event.frame.needs):
        there = "elsewhere" in event.sentence.line.classes(event.end, event.clause.end)
        away = there or any(other.type == "deployment" for other in found)
        return replace(one, type="deployment") if away else one
    if one.type != "possession" or event.clause.opener not in {"", ","} or event.clause.start != event.start:
        return one
    whole = [
        other
        for other in kept
        if other.type in COUNTED and other.holding.quantity and other.event.clause.index < event.clause.index
    ]
    return replace(one, type=whole[-1].type) if whole else one


def _is_condition(one: Found, found: Sequence[Found]) -> bool:
    """Whether an act is only what a threat of the same sentence answers: "If Valdoria attacks us, we will respond"."""
    return (
        one.type == "threat"
        and one.event.frame.type != "threat"
        and is_condition(one.event)
        and any(other.type == "threat" and not is_condition(other.event) for other in found)
    )


def _is_ability(one: Found, found: Sequence[Found]) -> bool:
    """Whether a fact is only what somebody is able to do: "able to strike", "capacidad de fabricar"."""
    event = one.event
    if one.type == "capability" or event.voice == "passive":
        return False
    words, closed = event.sentence.scene.words, event.sentence.scene.pack.words
    for other in found:
        room = ABILITY_ROOM * (2 if event.voice == "noun" and has_support(event) else 1)
        if other.type == "capability" and other.event.start <= event.start < other.event.end:
            return True
        if other.type == "capability" and 0 <= event.start - other.event.end <= room:
            between = {word.text for word in event.sentence.line.between(other.event.end, event.start)}
            if not between & (either(words.coordinators, closed.auxiliaries, words.subordinators)):
                return True
    return False


def _is_threatened(one: Found, found: Sequence[Found]) -> bool:
    """Whether an act is only what the threat before it is about, or the condition of the threat."""
    return one.type in THREATENED and any(
        other.type == "threat" and other is not one and _is_threatened_by(one, other) for other in found
    )


def _is_threatened_by(one: Found, other: Found) -> bool:
    if other.event.clause.index == one.event.clause.index:
        return other.event.start < one.event.start
    if one.event.voice == "noun" and says_only(other.event):
        return one.event.clause.index == other.event.clause.index + 1
    clause, scene = one.event.clause, one.event.sentence.scene
    opener = {word.text for word in one.event.sentence.line.after(clause.start, 1)} | {clause.opener}
    if opener & scene.words.conditions:
        return True
    if opener & scene.pack.words.relatives and other.event.clause.index + 1 == clause.index:
        return one.type == "deployment" and other.event.voice != "noun"
    between = [word.text for word in one.event.sentence.line.between(other.event.end, one.event.start)]
    return 0 < len(between) <= INFINITIVE_ROOM and between[-1] in scene.words.infinitive_markers


def _is_announced(one: Found, found: Sequence[Found]) -> bool:
    """Whether a verb of threat only announces the threat that stands behind it: "threatened that it would attack"."""
    return (
        one.type == "threat"
        and says_only(one.event)
        and any(
            other.type == "threat" and other.event.start > one.event.end and other.event.voice != "noun"
            for other in found
            if not is_condition(other.event)
        )
    )


def _is_drilled(one: Found, found: Sequence[Found]) -> bool:
    """Whether those somebody comes with only take part in an exercise: "the largest manoeuvres, with 36,000 men"."""
    endowed = one.type == "possession" and all("endowed" in need for need in one.event.frame.needs)
    return endowed and any(other.type == "exercise" for other in found)


def _is_deployed(one: Found, found: Sequence[Found]) -> bool:
    """Whether ships or aircraft that somebody has are deployed in the same clause: "has two ships stationed in the gulf"."""
    if one.type == "possession" and one.event.voice == "noun" and one.holding.quantity:
        return any(o.type == "deployment" and o.holding.quantity == one.holding.quantity for o in found)
    if one.type != "possession" or not one.holding.equipment:
        return False
    spans = {m.span for m in one.event.sentence.line.mentions if m.equipment_class == "platform"}
    return one.holding.equipment.span in spans and any(
        other.type == "deployment"
        and other.event.clause.index == one.event.clause.index
        and other.holding.equipment == one.holding.equipment
        and other.holding.quantity in {None, one.holding.quantity}
        for other in found
    )


def _is_whereabouts(one: Found, found: Sequence[Found]) -> bool:
    """Whether a participle only says where that was which is hit: "sank a ship moored in the harbour"."""
    event = one.event
    if one.type == "deployment" and event.voice == "noun" and _is_attacked(one, found):
        return True
    if one.type != "deployment" or event.frame.object != "self":
        return False
    before = {word.text for word in event.sentence.line.before(event.start, 2)}
    bare = event.tags == {"participle"} and not before & event.sentence.scene.pack.words.auxiliaries
    return (bare or event.voice == "noun") and any(
        other.type in {"loss", "strike"}
        and other.event.voice != "noun"
        and other.event.end < event.start
        and other.event.clause.index == event.clause.index
        for other in found
    )


def _is_ordered(one: Found, found: Sequence[Found]) -> bool:
    """Whether a noun only says what a contract is for: "awarded a contract for the construction of two frigates"."""
    event = one.event
    if event.voice != "noun" or one.type not in {"production", "delivery"}:
        return False
    scene, before = event.sentence.scene, event.sentence.line.before(event.start, ORDERED_WORDS)
    last = next((word for word in reversed(before) if word.text in scene.pack.words.prepositions), None)
    return (last is not None and last.text in scene.words.goal_prepositions) and any(
        other.type == "acquisition"
        and other.event.clause.index == event.clause.index
        and before[0].start <= other.event.end <= last.start
        for other in found
    )


def _is_joined(one: Found, found: Sequence[Found]) -> bool:
    """Whether the next verb says the same of the same object: "intercepted and destroyed two drones"."""
    event = one.event
    if event.voice != "active" or event.clause.end - event.end > 1:
        return False
    coordinators = event.sentence.scene.words.coordinators
    return any(
        other.type == one.type
        and other.holding == one.holding
        and other.event.voice == "active"
        and other.event.clause.index == event.clause.index + 1
        and other.event.clause.opener in coordinators
        and other.event.start - event.end <= JOINED_ROOM
        for other in found
    )


def _is_attacked(one: Found, found: Sequence[Found]) -> bool:
    """Whether a noun of deployment is the object of an attack: "attacked a joint patrol"."""
    return any(
        other.type == "strike"
        and other.event.voice == "active"
        and one.event.start >= other.event.end
        and len(one.event.sentence.line.between(other.event.end, one.event.start)) <= OBJECT_WORDS
        for other in found
    )


def _same(one: Found, other: Found) -> bool:
    if one.type == other.type and one.event is not other.event:
        number = one.holding.quantity
        if number is not None and number == other.holding.quantity:
            return True
    if one.type != other.type or one.event.clause.index != other.event.clause.index:
        return False
    if (
        one.event is other.event
        or _is_counted_apart(one, other)
        or (one.type == "capability" != one.event.frame.type)
    ):
        return False
    if one.holding.quantity and other.holding.quantity and one.holding.quantity != other.holding.quantity:
        return False
    return not _apart(other.event, one.event)


def _is_counted_apart(one: Found, other: Found) -> bool:
    """Whether another verb of loss has a number of its own: "a man was killed and 13 others were injured"."""
    verbs = one.event.voice != "noun" and other.event.voice != "noun"
    told = one.holding.quantity is not None and other.holding.quantity is None
    return one.type == "loss" and verbs and told and one.event.frame is not other.event.frame


def _apart(first: Event, second: Event) -> bool:
    """Whether a noun states a fact beside that of the trigger before it: behind "and", or behind a preposition."""
    if second.voice != "noun" or (first.frame.type == "exercise" and first.voice != "noun"):
        # "Took part in the drills": the verb and its noun are one.
        return False
    words, closed = second.sentence.scene.words, second.sentence.scene.pack.words
    between = [word.text for word in second.sentence.line.between(first.end, second.start)]
    if first.voice == "noun":
        return bool(set(between) & words.coordinators) or len(between) > APART
    return any(text in closed.prepositions for text in between[1:-1]) and len(between) > 3
