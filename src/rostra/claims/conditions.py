"""What a frame needs beside its trigger. Each condition is a small predicate over an event."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from rostra.claims.amounts import has_sum, is_paid
from rostra.claims.civil import is_civil, is_mishap
from rostra.claims.events import Event
from rostra.claims.exclusions import carries_dead, has_particle
from rostra.claims.forbidden import is_forbidden
from rostra.claims.grounds import describes_place
from rostra.claims.happenings import HAPPENINGS
from rostra.claims.martial import VIOLENT, is_of_arms
from rostra.claims.movement import MOVEMENT
from rostra.claims.positions import (
    has_acting_subject,
    has_armed_agent,
    has_target,
    is_direct,
    is_endowed,
    is_fronted,
    is_given,
    is_inverted,
    is_located,
    is_sent_to_place,
    names_place,
    names_somewhere,
    says_force,
)
from rostra.claims.stock import STOCK, is_peaceful
from rostra.claims.strength import (
    DIRECT_ROOM,
    has_counted_arms,
    has_counted_base,
    hosts_behind,
    is_counted,
    is_host,
    is_police,
    is_share,
)
from rostra.claims.whereabouts import is_held_ground, is_placed, is_posted
from rostra.model import Quantity

PEOPLE_NEAR = 45
"""Code points beside a verb in which the people stand that it is about."""


def fits(event: Event) -> bool:
    """Whether one of the frame's alternatives holds and no word takes the trigger out of the subject."""
    frame = event.frame
    if frame.particles and not has_particle(event):
        return False
    # What is needed is asked first: it turns down most, and what takes a trigger out looks at the whole sentence.
    if not any(all(CONDITIONS[name](event) for name in _in_order(need)) for need in frame.needs):
        return False
    return not (_is_of_peace(event) or (frame.forbids and is_forbidden(event)))


_FAR = frozenset(
    {"placed", "posted", "located", "held_ground", "object_place", "fronted", "host_behind", "to_place"}
)
"""Conditions that look for a place in the whole clause: asked after the others."""


@cache
def _in_order(need: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(need, key=lambda name: (name in _FAR, name)))


def _is_of_peace(event: Event) -> bool:
    """Whether the trigger tells of something else: a place, a crime, an accident, no arms at all, a thing of the past."""
    kind = event.frame.type
    if kind == "deployment" and (describes_place(event) or carries_dead(event)):
        return True
    if (kind in VIOLENT and is_civil(event)) or is_mishap(event) or not is_of_arms(event):
        return True
    return is_peaceful(event) or (kind in {"strike", "loss"} and "bygone" in _classes(event))


def _arms(event: Event, start: int, end: int) -> bool:
    return any(True for _ in event.sentence.line.inside(start, end, "equipment"))


def _armed(event: Event, start: int, end: int) -> bool:
    return any(a.armed and start <= a.start and a.end <= end for a in event.sentence.actors)


def _classes(event: Event, *, clause: bool = False) -> set[str]:
    """Classes of the words around the trigger; its own do not count, or every attack would prove a war."""
    line = event.sentence.line
    start, end = event.scope if clause else (line.span.start, line.span.end)
    found = line.classes(start, event.start) | line.classes(event.end, end)
    own = (
        line.classes(event.start, event.end) - {"war"}
        if " " in event.sentence.scene.folded[event.start : event.end]
        else set()
    )
    return found | own


def _is_military(event: Event) -> bool:
    found = _classes(event)
    return bool(found & {"military", "groups", "forces", "munitions"}) or _arms(event, *_whole(event))


def _whole(event: Event) -> tuple[int, int]:
    return event.sentence.line.span.start, event.sentence.line.span.end


def _has_platform(event: Event) -> bool:
    mentions = event.sentence.line.inside(*event.scope, "equipment")
    return any(mention.equipment_class == "platform" for mention in mentions)


def _has_actor(event: Event) -> bool:
    return any(a.name for a in event.sentence.actors)


def _has_state(event: Event) -> bool:
    return any(a.sort in {"state", "force", "group"} for a in event.sentence.actors)


def _has_people(event: Event) -> bool:
    line = event.sentence.line
    return "people" in line.classes(*event.scope) or any(
        isinstance(m.value, Quantity) and m.value.unit == "people"
        for m in line.inside(*event.scope, "quantity")
    )


def _has_people_near(event: Event) -> bool:
    """Whether people stand right beside the verb where its object does: "left 40 dead", "troops killed by"."""
    start, end = event.object
    near = (
        (start, min(start + PEOPLE_NEAR, end))
        if event.object[0] >= event.end
        else (max(start, end - PEOPLE_NEAR), end)
    )
    found = event.sentence.line.inside(*near, "quantity")
    counted = any(isinstance(m.value, Quantity) and m.value.unit == "people" for m in found)
    return counted or "people" in event.sentence.line.classes(*near)


def _has_counted_force(event: Event) -> bool:
    """Whether a number and a word for forces or people stand in the object: "has 30,000 soldiers", but no police."""
    line = event.sentence.line
    if "police" in line.classes(event.clause.start, event.start) and event.voice == "active":
        return False
    for start, end in line.numbers(*event.object):
        if start - event.end > DIRECT_ROOM or _only_joins(event, start):
            return False
        room = (end, min(end + DIRECT_ROOM, event.object[1]))
        behind = (hit for hit in line.hits if 0 <= hit.start - end <= 1)
        near = line.classes(start, room[1]).union(*(hit.value.classes for hit in behind))
        if near & {"people", "forces"} and not is_police(line, *room, event.sentence.scene.words):
            return "forces" in near or _armed(event, *_whole(event)) or _is_martial(event)
    return False


def _only_joins(event: Event, start: int) -> bool:
    """Whether "with" stands between a verb and a number, which then is no object: "the one we have, with 300 men"."""
    tools = event.sentence.scene.words.tool_prepositions
    between = [word.text for word in event.sentence.line.between(event.end, start)]
    return bool(tools.intersection(between)) and not any(t[0].isalnum() and t not in tools for t in between)


def _has_sent_force(event: Event) -> bool:
    """Whether a participle says of a counted force that it is somewhere: "has 300 soldiers deployed"."""
    if not _has_counted_force(event):
        return False
    return any(
        use.frame.type == "deployment" and use.frame.object != "self" and "participle" in use.tags
        for hit in event.sentence.line.hits
        if event.object[0] < hit.start < event.object[1]
        for use in hit.value.uses
    )


def _is_martial(event: Event) -> bool:
    """Whether the sentence has a word for things military, or stands in a text about arms."""
    return "military" in _classes(event) or event.sentence.scene.is_military


def _has_measure(event: Event) -> bool:
    units = (
        m.value.unit
        for m in event.sentence.line.inside(*event.scope, "quantity")
        if isinstance(m.value, Quantity)
    )
    return any(unit not in {"items", "people"} for unit in units)


def _has_place(event: Event) -> bool:
    mentions = event.sentence.line.inside(*_whole(event), "place", "country")
    return any(True for _ in mentions) or bool(_classes(event, clause=True) & {"terrain", "bases"})


def _is_fleet(event: Event) -> bool:
    """Whether ships or aircraft are what is sent: they stay with who sends them."""
    return "fleet" in event.sentence.line.classes(*event.object)


def _goes_somewhere(event: Event) -> bool:
    return event.voice == "active" or _has_place(event)


def _has_named_arms(event: Event) -> bool:
    mentions = event.sentence.line.inside(*event.scope, "equipment")
    return any(mention.id or mention.candidates for mention in mentions)


CONDITIONS: Mapping[str, Callable[[Event], bool]] = MappingProxyType(
    {
        **HAPPENINGS,
        **MOVEMENT,
        "none": lambda _: True,
        "direct": is_direct,
        "inverted": is_inverted,
        "text": lambda event: event.sentence.scene.is_military,
        "arms": lambda event: _arms(event, *event.scope),
        "object_arms": lambda event: _arms(event, *event.object),
        "subject_arms": lambda event: _arms(event, *event.subject),
        "platform": _has_platform,
        "named_arms": _has_named_arms,
        "munition": lambda event: "munitions" in _classes(event, clause=True),
        "nuclear": lambda event: bool(_classes(event, clause=True) & {"nuclear", "munitions"}),
        "subject_mission": lambda event: "missions" in event.sentence.line.classes(*event.subject),
        "endowed": is_endowed,
        "force": lambda event: _armed(event, *event.scope),
        "object_force": lambda event: _armed(event, *event.object),
        "subject_actor": has_acting_subject,
        "agent_force": has_armed_agent,
        "subject_force": lambda event: _armed(event, *event.subject) or says_force(event),
        "object_military": lambda event: bool(
            event.sentence.line.classes(*event.object) & {"military", "forces"}
        ),
        "military": _is_military,
        "actor": _has_actor,
        "state": _has_state,
        "target": has_target,
        "people": _has_people,
        "object_people": _has_people_near,
        "money": lambda event: any(True for _ in event.sentence.line.inside(*_whole(event), "money")),
        "measure": _has_measure,
        "located": is_located,
        "placed": is_placed,
        "posted": is_posted,
        "held_ground": is_held_ground,
        "fronted": is_fronted,
        "given": is_given,
        "kept": lambda event: _is_fleet(event) or (not is_given(event) and _goes_somewhere(event)),
        "to_place": is_sent_to_place,
        "share": is_share,
        "counted": is_counted,
        "object_name": names_somewhere,
        "line_arms": lambda event: _arms(event, event.sentence.line.span.start, event.start),
        "object_place": lambda event: names_place(event, event.end),
        "object_war": lambda event: "war" in event.sentence.line.classes(*event.object),
        "place": _has_place,
        "testing": lambda event: event.sentence.scene.at_test,
        "object_munition": lambda event: "munitions" in event.sentence.line.classes(*event.object),
        "subject_munition": lambda event: "munitions" in event.sentence.line.classes(*event.subject),
        "object_base": lambda event: "bases" in event.sentence.line.classes(*event.object),
        "object_counted_force": _has_counted_force,
        "object_counted_base": has_counted_base,
        "object_counted_arms": has_counted_arms,
        "object_sent": _has_sent_force,
        "mission": lambda event: "missions" in _classes(event),
        "sum": has_sum,
        "object_money": is_paid,
        "sea": lambda event: "sea" in _classes(event),
        "war": lambda event: "war" in _classes(event) or event.sentence.scene.at_war,
        "host": is_host,
        "host_behind": lambda event: any(True for _ in hosts_behind(event)),
        "exercise": lambda event: "exercise" in _classes(event, clause=True),
        "threatening": lambda event: "threatening" in _classes(event),
        "trial": lambda event: "trial" in _classes(event),
        "peace": lambda event: "peace" in _classes(event),
        **STOCK,
    }
)
