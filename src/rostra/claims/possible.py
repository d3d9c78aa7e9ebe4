"""What a frame needs of its sentence at the least: asked before its clause is read, for it turns most readings down."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from rostra.rules.frames import Frame

if TYPE_CHECKING:
    from rostra.claims.actors import Actor
    from rostra.claims.scene import Line

_ARMS, _MONEY, _NUMBER, _ARMED = "equipment named", "money named", "a number", "an armed actor"
_AT_LEAST: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        ("arms", "object_arms", "subject_arms", "platform", "named_arms", "line_arms"), frozenset({_ARMS})
    ),
    **dict.fromkeys(
        ("object_counted_force", "object_counted_base", "object_counted_arms", "object_sent", "counted"),
        frozenset({_NUMBER}),
    ),
    **dict.fromkeys(("force", "object_force"), frozenset({_ARMED})),
    **dict.fromkeys(("munition", "object_munition", "subject_munition"), frozenset({"munitions"})),
    **dict.fromkeys(("mission", "subject_mission"), frozenset({"missions"})),
    **{name: frozenset({name}) for name in ("exercise", "trial", "peace", "threatening", "sea")},
    "nuclear": frozenset({"nuclear", "munitions"}),
    "object_base": frozenset({"bases"}),
    "money": frozenset({_MONEY}),
}
"""For a condition the things of which one must be in the sentence; any other condition is left to its own test."""

Asked = tuple[tuple[frozenset[str], ...], ...]
"""For each alternative of a frame's needs what it asks at the least; empty where one asks nothing that is known here."""


def asked_of(frame: Frame) -> Asked:
    """What the alternatives of a frame ask of a sentence."""
    asked = tuple(
        tuple(_AT_LEAST[name] for name in sorted(need) if name in _AT_LEAST) for need in frame.needs
    )
    return asked if all(asked) else ()


def present_in(line: "Line", actors: "Sequence[Actor]") -> frozenset[str]:
    """The classes of a sentence's words, and whether it names arms, money and somebody armed."""
    found = {name for hit in line.hits for name in hit.value.classes}
    kinds = {mention.kind for mention in line.mentions}
    found |= {_ARMS} if "equipment" in kinds else set()
    found |= {_NUMBER} if "quantity" in kinds or "vague" in found else set()
    found |= {_MONEY} if "money" in kinds else set()
    found |= {_ARMED} if any(actor.armed for actor in actors) else set()
    return frozenset(found)


def is_possible(asked: Asked, present: AbstractSet[str]) -> bool:
    """Whether a sentence has what one of the alternatives asks at the least."""
    if not asked:
        return True
    return any(all(not one.isdisjoint(present) for one in alternative) for alternative in asked)
