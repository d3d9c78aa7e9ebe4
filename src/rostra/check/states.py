"""Ordered, delivered, held, operational, deployed, displayed, lost: kept apart, and what each can say of another."""

from collections.abc import Mapping
from typing import Literal

from rostra.model import ClaimType, ReferenceState

Bearing = Literal["same", "floor", "ceiling", "cover", "none"]
"""What a row in one state says of a claim in another.

same: the count itself. floor: at least so many (what is deployed or was delivered is or was held). ceiling: no more
than so many (what is deployed must be held). cover: large enough or not, but it settles nothing. none: named, never
reckoned with (what is ordered is not delivered).
"""

ClaimState = ReferenceState | Literal["exercised", "mobilised", "fired", "tested", "produced", "spent"]
"""What a claim is about: a state that registers document, or something done with arms, which they never count."""

CLAIM_STATES: Mapping[ClaimType, ClaimState] = {
    "possession": "held",
    "deployment": "deployed",
    "delivery": "delivered",
    "acquisition": "ordered",
    "loss": "lost",
    "capability": "catalogue",
    "exercise": "exercised",
    "mobilisation": "mobilised",
    "strike": "fired",
    "test": "tested",
    "production": "produced",
    "spending": "spent",
}
"""The state that a claim of each type is about. A threat is none: the record of what is does not speak of it."""

UNCOUNTED: frozenset[ClaimType] = frozenset(
    {"exercise", "mobilisation", "strike", "test", "production", "spending"}
)
"""Types that no register counts: a finding tells what bounds them, and without rows there is nothing to tell."""

OF_A_STOCK: frozenset[ClaimState] = frozenset(
    {"held", "deployed", "exercised", "mobilised", "fired", "tested"}
)
"""States that rest on what is left of the deliveries: losses and transfers to others are taken off."""

BEARINGS: Mapping[tuple[ClaimState, ReferenceState], Bearing] = {
    ("held", "held"): "same",
    ("held", "operational"): "floor",
    ("held", "deployed"): "floor",
    ("held", "displayed"): "floor",
    ("held", "delivered"): "floor",
    ("deployed", "deployed"): "same",
    ("deployed", "held"): "ceiling",
    ("deployed", "delivered"): "cover",
    ("delivered", "delivered"): "same",
    ("ordered", "ordered"): "same",
    ("ordered", "delivered"): "floor",
    ("lost", "lost"): "same",
    ("lost", "held"): "cover",
    ("lost", "delivered"): "cover",
    ("exercised", "held"): "ceiling",
    ("exercised", "delivered"): "cover",
    ("mobilised", "held"): "ceiling",
    ("mobilised", "delivered"): "cover",
    ("fired", "held"): "cover",
    ("fired", "delivered"): "cover",
    ("tested", "held"): "cover",
    ("tested", "delivered"): "cover",
    ("spent", "ordered"): "cover",
}
"""Bearing by the claim's state and the row's; every other pair has none."""

FLOWS: frozenset[ReferenceState] = frozenset({"ordered", "delivered", "lost"})
"""States whose rows are events, summed over time; the others are stocks, of which the newest counts."""

NOUNS: Mapping[ReferenceState, str] = {
    "ordered": "orders",
    "delivered": "deliveries",
    "held": "holding",
    "operational": "operational stock",
    "deployed": "deployment",
    "displayed": "display",
    "lost": "losses",
    "catalogue": "figure",
}


def bearing(claim: ClaimState, row: ReferenceState) -> Bearing:
    """What a row in one state says of a claim in another."""
    return BEARINGS.get((claim, row), "none")
