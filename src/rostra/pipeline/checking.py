"""The claims of a case against its reference rows and against each other."""

from collections.abc import Callable
from itertools import islice

from rostra.check import CatalogueArsenal, CheckContext, Checker
from rostra.data import Knowledge
from rostra.kernel import PartialDate
from rostra.model import Claim, Finding
from rostra.pipeline.evidence import evidence_of_finding
from rostra.pipeline.referencing import naming
from rostra.store import Case, Checked

BATCH = 500
"""Claims whose findings go into the case at once: one transaction, and little to lose when interrupted."""


def check_case(
    case: Case, knowledge: Knowledge, *, told: Callable[[Finding, Claim], None] | None = None
) -> None:
    """Checks every claim of a case anew; `told` hears of each finding."""
    checker = Checker(case.reference_rows(), _context(case, knowledge), statements=case.claims())
    claims = case.claims()
    while batch := list(islice(claims, BATCH)):
        found = [(finding, claim) for claim in batch for finding in checker.check(claim)]
        for finding, claim in found:
            if told:
                told(finding, claim)
        findings = tuple(finding for finding, _ in found)
        evidence = tuple(map(evidence_of_finding, findings))
        case.add_findings(Checked(tuple(claim.id for claim in batch), findings, evidence))


def _context(case: Case, knowledge: Knowledge) -> CheckContext:
    dates = {document.id: document.date for document in case.documents()}

    def said(claim: Claim) -> PartialDate | None:
        return dates.get(claim.document)

    def text(claim: Claim) -> str:
        return case.document(claim.document).text

    return CheckContext(CatalogueArsenal(knowledge.equipment), naming(knowledge).state, said, text)
