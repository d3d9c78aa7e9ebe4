"""A fact that an event states, and when it only sums up or prices another fact of its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from rostra.claims.arms import Holding
from rostra.claims.events import Event
from rostra.claims.modality import Mood
from rostra.model import ClaimType


@dataclass(frozen=True, slots=True)
class Found:
    """An event that states a fact, with what it is about."""

    event: Event
    type: ClaimType
    holding: Holding
    mood: Mood


def is_vague(one: Found, found: Sequence[Found]) -> bool:
    """Whether a noun only sums up what its sentence tells: "military aid that includes 20 tanks", its sum, "an arms deal"."""
    arms = one.holding.equipment
    bare = arms is None or (one.type == "acquisition" and arms.name == "weapon")
    if one.type not in {"delivery", "acquisition"} or one.event.voice != "noun":
        return False
    if not bare or one.holding.quantity:
        return False
    paid = one.type == "delivery" and any(
        o.type == "spending" and o.event.clause.index == one.event.clause.index for o in found
    )
    return paid or any(
        o.type == one.type and o.event is not one.event and o.holding.equipment not in {None, arms}
        for o in found
    )


def is_priced(one: Found, found: Sequence[Found]) -> bool:
    """Whether a noun of buying, or a budget without a sum, only says what the money of another claim is for."""
    if one.event.voice != "noun" or one.type not in {"acquisition", "spending"}:
        return False
    return any(
        other.type == "spending"
        and other.event is not one.event
        and other.holding.quantity is not None
        and (
            (
                other.holding.quantity == one.holding.quantity
                and one.type == "acquisition"
                and other.event.start < one.event.start
                and other.event.voice != "noun"
            )
            or (one.holding.quantity is None and one.type == "spending")
        )
        for other in found
    )


def is_paid_for(one: Found, found: Sequence[Found]) -> bool:
    """Whether the money of a spending is already the price of a purchase."""
    return one.type == "spending" and any(
        other.type == "acquisition"
        and other.holding.quantity == one.holding.quantity is not None
        and (other.event.voice != "noun" or one.event.voice == "noun" or other.event.start < one.event.start)
        for other in found
    )
