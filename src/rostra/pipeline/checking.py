"""The claims of a case against its reference rows and against each other."""

from collections.abc import Callable, Mapping
from itertools import chain, islice
from typing import cast

from rostra.check import CatalogueArsenal, CheckContext, Checker, catalogue_rows, decided
from rostra.data import Knowledge
from rostra.model import Claim, Credibility, Finding
from rostra.pipeline.evidence import evidence_of_finding
from rostra.pipeline.referencing import naming
from rostra.pipeline.sources import Sources
from rostra.store import Case, Checked, Decision

BATCH = 500
"""Claims whose findings go into the case at once: one transaction, and little to lose when interrupted."""


def check_case(
    case: Case, knowledge: Knowledge, *, told: Callable[[Finding, Claim], None] | None = None
) -> None:
    """Checks every claim of a case anew; `told` hears of each finding."""
    checking = Checking(case, knowledge)
    claims = case.claims()
    while batch := list(islice(claims, BATCH)):
        found = [(finding, claim) for claim in batch for finding in checking.of(claim)]
        for finding, claim in found:
            if told:
                told(finding, claim)
        findings = tuple(finding for finding, _ in found)
        evidence = tuple(evidence_of_finding(each, packs=knowledge.packs) for each in findings)
        case.add_findings(Checked(tuple(claim.id for claim in batch), findings, evidence))


class Checking:
    """The findings on the claims of a case, as they stand with its rows, its claims and what persons decided."""

    def __init__(self, case: Case, knowledge: Knowledge) -> None:
        self._by_person = {each.subject: each for each in case.decisions("finding")}
        self._checker = checker_of(case, knowledge)

    def of(self, claim: Claim) -> tuple[Finding, ...]:
        """The findings on one claim; nothing is stored."""
        return tuple(_decided(finding, self._by_person) for finding in self._checker.check(claim))


def checker_of(case: Case, knowledge: Knowledge) -> Checker:
    """What checks the claims of a case: its rows, the catalogue's figures, its claims and who published them."""
    rows = chain(case.reference_rows(), catalogue_rows(knowledge.equipment))
    return Checker(rows, _context(case, knowledge), statements=case.claims())


def _decided(finding: Finding, by_person: Mapping[str, Decision]) -> Finding:
    """The finding with the last figure that a person gave it."""
    decision = by_person.get(finding.id)
    if decision is None or not decision.value.isdigit():
        return finding
    figure = cast("Credibility", int(decision.value))
    return decided(finding, figure, f"{decision.reason} ({decision.made[:10]})")


def _context(case: Case, knowledge: Knowledge) -> CheckContext:
    sources = Sources(case)
    return CheckContext(
        CatalogueArsenal(knowledge.equipment),
        naming(knowledge).state,
        sources.said,
        sources.text,
        sources.reliability,
        sources.origin,
        sources.report,
    )
