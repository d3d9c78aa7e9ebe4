"""Grades on two axes that are never multiplied (STANAG 2511), with what each rests on in words.

Reliability belongs to the source and comes from whoever keeps its history; F until then. Credibility belongs to the
information and is computed from independent origins; 6 until something is known:

| the finding | credibility |
|---|---|
| supported by two or more independent sources of the record, n_eff at least 2 | 1 |
| supported by sources whose independence is not certain, or by one beside an independent report | 2 |
| supported by one source; or open, and stated by two or more independent origins | 3 |
| sources of the record disagree | 4 |
| refuted | 5 |
| all else | 6 |
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from rostra.check.independence import INDEPENDENT
from rostra.check.origins import NOTHING, Origins
from rostra.model import Credibility, Finding, Grade, Reliability, Verdict

_BEST_FIRST: tuple[Reliability, ...] = get_args(Reliability)
_ON_RECORD = frozenset({"supported", "refuted", "conflicting"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What a finding rests on: the origins of the rows that decide it, and those of the reports of its claim."""

    record: Origins = NOTHING
    reports: Origins = NOTHING


def graded(verdict: Verdict, letters: Sequence[Reliability], standing: Standing) -> Grade:
    """The grade of a finding from the letters of the sources it rests on and the number of their origins."""
    best = next((letter for letter in _BEST_FIRST if letter in letters), Grade().reliability)
    return Grade(best, credibility(verdict, standing))


def credibility(verdict: Verdict, standing: Standing) -> Credibility:
    """The figure by the table at the top of this module."""
    if verdict == "supported":
        return _supported(standing)
    if verdict in {"refuted", "conflicting"}:
        return (5 if verdict == "refuted" else 4) if standing.record.origins else 6
    return 3 if _independent(standing.reports) else 6


def _supported(standing: Standing) -> Credibility:
    if not standing.record.origins:
        return 6
    if _independent(standing.record):
        return 1
    return 2 if standing.record.origins >= 2 or _independent(standing.reports) else 3


def _independent(origins: Origins) -> bool:
    return origins.origins >= 2 and origins.n_eff >= INDEPENDENT


def basis(verdict: Verdict, standing: Standing) -> str:
    """In words what a grade was computed from: "2 independent sources, n_eff 2.00; 5 reports of 1 origin"."""
    record, reports = standing.record, standing.reports
    parts = []
    if verdict in _ON_RECORD and record.origins:
        noun = "1 source" if record.origins == 1 else f"{record.origins} independent sources"
        parts.append(f"{noun} of the record, n_eff {record.n_eff:.2f}")
    if reports.reports:
        many, origins = _counted(reports.reports, "report"), _counted(reports.origins, "origin")
        parts.append(f"{many} of {origins}, n_eff {reports.n_eff:.2f}")
    return "; ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def decided(finding: Finding, figure: Credibility, why: str) -> Finding:
    """The finding with a person's figure of credibility; what was computed is kept beside it, with the reason."""
    computed = finding.computed or finding.grade
    words = f"credibility {figure} by a person's decision: {why}; computed {computed} from {finding.basis or 'nothing'}"
    grade = Grade(finding.grade.reliability, figure)
    return replace(finding, grade=grade, computed=computed, basis=words)
