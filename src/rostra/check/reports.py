"""Who else states the same fact: the reports of a claim, and how many origins they have."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rostra.check.context import CheckContext
from rostra.check.origins import Origins, Report, origins_of
from rostra.check.timing import near
from rostra.model import Claim

MOST_REPORTS = 40
"""Reports of one fact that are compared; further ones can only be fewer origins than there are, never more."""


class Reports:
    """All claims of a case by the fact that they state."""

    def __init__(self, claims: Iterable[Claim], context: CheckContext) -> None:
        self.context = context
        self._facts: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.modality not in {"planned", "conditional"}:
                self._facts[_fact(claim)].append(claim)
        self._known: dict[tuple[str, ...], Origins] = {}

    def of(self, claim: Claim) -> Origins:
        """The reports of the claim's fact at about its time, itself among them, and their origins."""
        when, stated = self.context.time_of(claim), self._facts.get(_fact(claim), ())
        found = [each for each in stated if each != claim and near(when, self.context.time_of(each))]
        if not found:
            return Origins(1, 1, 1.0)
        alike = sorted({each.id: each for each in (*found, claim)}.items())
        ids = tuple(id_ for id_, _ in alike)
        if ids not in self._known:
            self._known[ids] = self._origins([each for _, each in alike])
        return self._known[ids]

    def _origins(self, claims: Sequence[Claim]) -> Origins:
        reports: dict[Report, None] = {}
        for claim in claims:
            reports.setdefault(self.context.report(claim))
            if len(reports) == MOST_REPORTS:
                break
        found = origins_of(list(reports))
        return Origins(len(claims), found.origins, found.n_eff)


def _fact(claim: Claim) -> tuple[object, ...]:
    """What makes two claims one fact, the same for a denial in other words."""
    equipment, quantity = claim.equipment, claim.quantity
    item = (equipment.id or equipment.name.casefold()) if equipment else None
    number = (quantity.low, quantity.high, quantity.unit) if quantity else None
    return claim.type, claim.holder, claim.target, item, number, claim.measure, claim.condition, claim.negated
