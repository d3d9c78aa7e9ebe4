"""One claim against the open record: the door of this room."""

from collections.abc import Iterable
from dataclasses import replace

from rostra.check.capability import check_capability
from rostra.check.context import CheckContext
from rostra.check.copies import Copies
from rostra.check.drafts import Draft
from rostra.check.grades import Standing, basis, graded
from rostra.check.holdings import check_count
from rostra.check.matching import RowIndex
from rostra.check.outcomes import flipped
from rostra.check.reports import Reports
from rostra.check.series import SeriesBook
from rostra.check.statements import Statements
from rostra.check.states import CLAIM_STATES, UNCOUNTED
from rostra.check.steps import finding_of
from rostra.check.vague import with_vague_number
from rostra.check.wording import sentence
from rostra.model import Claim, Finding, ReferenceRow, Reliability

_NO_CONTEXT = CheckContext()
_ALWAYS = {"possession", "delivery", "capability"}
"""Claims of these types have a finding whatever they name; others when they name a holder and equipment."""
_DECISIVE = {"supported", "refuted", "conflicting"}


class Checker:
    """The rows of a case, indexed once; checks claims one by one, so that a case of any size can stream."""

    def __init__(
        self,
        rows: Iterable[ReferenceRow],
        context: CheckContext = _NO_CONTEXT,
        *,
        statements: Iterable[Claim] = (),
    ) -> None:
        self.context = context
        kept, stated = tuple(rows), tuple(statements)
        self.index = RowIndex(kept, context)
        self.statements = Statements(stated, context)
        self.reports = Reports(stated, context)
        self.series = SeriesBook(stated, self.index)
        self.copies = Copies(kept, context.origin)

    def check(self, claim: Claim) -> tuple[Finding, ...]:
        """What the record says of one claim; empty for a type that no row can speak of."""
        found = []
        if claim.type in _ALWAYS or (claim.type in CLAIM_STATES and claim.holder and claim.equipment):
            finding = self._against_rows(claim)
            found += [finding] if finding.rows or claim.type not in UNCOUNTED else []
        contradiction, step = self.statements.against(claim), self.series.step_to(claim)
        unexplained = finding_of(step, self.index) if step else None
        return (*found, *filter(None, (contradiction, unexplained)))

    def _against_rows(self, claim: Claim) -> Finding:
        stated, reading = with_vague_number(claim, self.context)
        draft = (
            check_capability(stated, self.index)
            if claim.type == "capability"
            else check_count(stated, self.index)
        )
        told = replace(draft, clauses=(*draft.clauses, reading)) if draft.rows else draft
        return self._finding(claim, _of_a_plan(claim, _of_a_denial(claim, told)))

    def _finding(self, claim: Claim, draft: Draft) -> Finding:
        standing = Standing(self.copies.origins(draft.sources), self.reports.of(claim))
        return Finding(
            claim=claim.id,
            verdict=draft.verdict,
            relation=sentence(*draft.clauses),
            rule=draft.rule,
            rows=tuple(row.id for row in draft.rows),
            ratio=draft.ratio,
            searched=draft.searched,
            grade=graded(draft.verdict, self._letters(claim, draft), standing),
            basis=basis(draft.verdict, standing),
        )

    def _letters(self, claim: Claim, draft: Draft) -> list[Reliability]:
        """The letters of the sources that the verdict rests on; where it is open, of who vouches for the claim."""
        if draft.verdict in _DECISIVE and draft.sources:
            return [self.context.reliability(self.copies.name(source)) for source in draft.sources]
        report = self.context.report(claim)
        voices = (report.speaker, report.outlet)
        return [self.context.reliability(voice) for voice in voices if voice]


def _of_a_denial(claim: Claim, draft: Draft) -> Draft:
    """A denial is refuted by what supports the claim that it denies, and the other way round."""
    if not claim.negated:
        return draft
    return replace(draft, verdict=flipped(draft.verdict), ratio=None)


def _of_a_plan(claim: Claim, draft: Draft) -> Draft:
    """What is planned or would be is not settled by what is."""
    if claim.modality not in {"planned", "conditional"} or draft.verdict not in _DECISIVE:
        return draft
    what = "planned" if claim.modality == "planned" else "conditional"
    clause = f"the claim is {what}, and the record of what is does not settle it"
    return replace(
        draft, verdict="not_enough_info", rule="K350", clauses=(*draft.clauses, clause), sources=()
    )


def check_claims(
    claims: Iterable[Claim], rows: Iterable[ReferenceRow], *, context: CheckContext = _NO_CONTEXT
) -> tuple[Finding, ...]:
    """Findings on claims, in their order: against the rows, and against each other. Never raises on lawful records."""
    kept = tuple(claims)
    checker = Checker(rows, context, statements=kept)
    return tuple(finding for claim in kept for finding in checker.check(claim))
