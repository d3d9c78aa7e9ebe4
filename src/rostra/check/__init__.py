"""Claims against the open record: intervals, guards, states kept apart, and a relation spelled out."""

from rostra.check.arsenal import Arsenal, CatalogueArsenal, Item, NoArsenal
from rostra.check.checking import Checker, check_claims
from rostra.check.context import CheckContext
from rostra.check.grades import clusters, graded, n_eff

__all__ = [
    "Arsenal",
    "CatalogueArsenal",
    "CheckContext",
    "Checker",
    "Item",
    "NoArsenal",
    "check_claims",
    "clusters",
    "graded",
    "n_eff",
]
