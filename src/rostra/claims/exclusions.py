"""The second half that a verb needs, and the dead who are moved."""

from rostra.claims.events import Event

_OPEN = frozenset({"threat", "capability"})
"""Types whose verb may open a clause of its own for its second half."""
PARTICLE_ROOM = 7
"""Words behind a verb within which its second half stands ("shot two of the drones down")."""
DEAD_ROOM = 40
"""Code points around a verb in which a coffin stands that it moves."""


def has_particle(event: Event) -> bool:
    """Whether the second half of a verb stands close behind it in its clause; what is vowed opens a clause of its own."""
    following = event.sentence.line.after(event.end, PARTICLE_ROOM)
    end = event.sentence.line.span.end if event.frame.type in _OPEN else event.clause.end
    return any(word.text in event.frame.particles and word.start < end for word in following)


def carries_dead(event: Event) -> bool:
    """Whether it is the dead who are moved: "the soldier's body was flown home"."""
    start = max(event.clause.start, event.start - DEAD_ROOM)
    end = min(event.clause.end, event.end + DEAD_ROOM)
    return "corpses" in event.sentence.line.classes(start, end)
