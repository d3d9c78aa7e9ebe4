"""A person's decisions on grades: kept with their reasons, and in force at once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast, get_args

from rostra.data import Knowledge
from rostra.kernel import QueryError
from rostra.model import Credibility, Finding, Reliability, Verdict
from rostra.pipeline.checking import check_case
from rostra.store import Case, Decision
from rostra.text import fold

COMPUTED = "computed"
"""The figure that lets what is computed stand again."""


def grade_source(case: Case, knowledge: Knowledge, decision: Decision) -> tuple[Decision, int]:
    """Gives a register, outlet or speaker a letter, checks the case anew, and tells how many findings bear it."""
    if decision.value not in get_args(Reliability):
        raise QueryError(f"{decision.value!r} is no reliability", remedy="give a letter from A to F")
    before = {finding.id: finding.grade for finding in case.findings()}
    kept = case.decide(decision)
    check_case(case, knowledge)
    return kept, sum(finding.grade != before.get(finding.id) for finding in case.findings())


def grade_finding(case: Case, knowledge: Knowledge, decision: Decision) -> Finding:
    """Gives a finding a figure of credibility, or takes the figure of a person back; the finding as it stands then."""
    id_ = case.find(decision.subject)
    finding = case.get(id_)
    if not isinstance(finding, Finding):
        raise QueryError(
            f"{id_} is no finding", remedy="give the id of a finding; `rostra findings` lists them"
        )
    if decision.value not in {*map(str, get_args(Credibility)), COMPUTED}:
        raise QueryError(f"{decision.value!r} is no credibility", remedy="give 1 to 6, or computed")
    case.decide(replace(decision, subject=id_))
    check_case(case, knowledge)
    return cast("Finding", case.get(id_))


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source as a person needs it to judge: its letter, how it came to it, and what its claims came to so far.

    `verdicts` count the findings on what it stated as an outlet or speaker, `rows` the rows that it gave as a register.
    None of them is turned into a letter.
    """

    name: str
    letter: Reliability
    history: tuple[Decision, ...]
    verdicts: Mapping[Verdict, int]
    rows: int

    @property
    def known(self) -> bool:
        """Whether the case has anything of it."""
        return bool(self.verdicts or self.rows)


def source_record(case: Case, name: str) -> SourceRecord:
    """What a case knows of a source, by its whole name in any case of letters."""
    history, key = case.decisions("source", name), _plain(name)
    outlets = {document.id for document in case.documents() if _plain(document.outlet) == key}
    claims = {c.id for c in case.claims() if c.document in outlets or _plain(c.attributed_to) == key}
    verdicts = Counter(finding.verdict for finding in case.findings() if finding.claim in claims)
    rows = sum(_plain(row.source) == key for row in case.reference_rows())
    letter = cast("Reliability", history[-1].value) if history else "F"
    return SourceRecord(name, letter, history, dict(sorted(verdicts.items())), rows)


def _plain(name: str | None) -> str:
    return " ".join(fold(name or "").split())
