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

CLAIM_STATES: Mapping[ClaimType, ReferenceState] = {
    "possession": "held",
    "deployment": "deployed",
    "delivery": "delivered",
    "acquisition": "ordered",
    "loss": "lost",
    "capability": "catalogue",
}
"""The state that a claim of each type is about. Types that are not here have no rows to stand against."""

BEARINGS: Mapping[tuple[ReferenceState, ReferenceState], Bearing] = {
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


def bearing(claim: ReferenceState, row: ReferenceState) -> Bearing:
    """What a row in one state says of a claim in another."""
    return BEARINGS.get((claim, row), "none")
