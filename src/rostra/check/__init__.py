"""Claims against the open record: intervals, guards, states kept apart, and a relation spelled out."""

from rostra.check.arsenal import Arsenal, CatalogueArsenal, Item, NoArsenal
from rostra.check.checking import Checker, check_claims
from rostra.check.context import CheckContext
from rostra.check.credits import agency, credited
from rostra.check.grades import Standing, decided, graded
from rostra.check.independence import clusters, n_eff
from rostra.check.origins import Origins, Report, containment, origins_of
from rostra.check.published import catalogue_rows
from rostra.check.series import Point, Series, Step

__all__ = [
    "Arsenal",
    "CatalogueArsenal",
    "CheckContext",
    "Checker",
    "Item",
    "NoArsenal",
    "Origins",
    "Point",
    "Report",
    "Series",
    "Standing",
    "Step",
    "agency",
    "catalogue_rows",
    "check_claims",
    "clusters",
    "containment",
    "credited",
    "decided",
    "graded",
    "n_eff",
    "origins_of",
]
