"""What a reading came to, counted as it goes: a summary of ten thousand documents needs no more room than of one."""

import math
from collections import Counter
from dataclasses import dataclass, field

from rostra.model import Annotation, Claim, ClaimType, Finding, QuoteKind, Refusal, Verdict
from rostra.report.speakers import speaker_label

REFUSALS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with its claim, the most telling of its verdict."""

    finding: Finding
    claim: Claim

    @property
    def weight(self) -> tuple[bool, bool, float, int]:
        """A finding tells more when it cites rows, on a number, far from the record, when it cites more."""
        finding = self.finding
        far = abs(math.log(finding.ratio)) if finding.ratio and finding.ratio > 0 else 0.0
        cited = len(finding.rows) + len(finding.claims)
        return bool(cited), self.claim.quantity is not None, far, cited


@dataclass(slots=True)
class Tally:
    """Counts of what was read. Findings are the only thing kept, one a verdict, and the first refusals."""

    documents: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    speakers: Counter[str] = field(default_factory=Counter)
    kinds: Counter[QuoteKind] = field(default_factory=Counter)
    claims: Counter[ClaimType] = field(default_factory=Counter)
    mentions: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    telling: dict[Verdict, Told] = field(default_factory=dict)
    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    def read(self, annotation: Annotation) -> None:
        """Counts a document with everything found in it, its refusals included."""
        self.documents += 1
        self.languages[annotation.document.lang] += 1
        self.mentions += len(annotation.mentions)
        for quote in annotation.quotes:
            self.speakers[speaker_label(annotation.document, quote)] += 1
            self.kinds[quote.kind] += 1
        self.claims.update(claim.type for claim in annotation.claims)
        for refusal in annotation.refusals:
            self.refuse(refusal)

    def refuse(self, refusal: Refusal) -> None:
        """Counts a refusal and keeps the first ones."""
        self.refused += 1
        if len(self.refusals) < REFUSALS_SHOWN:
            self.refusals.append(refusal)

    def find(self, finding: Finding, claim: Claim) -> None:
        """Counts a finding and keeps it when it tells more than those of the same verdict before it."""
        self.verdicts[finding.verdict] += 1
        kept = self.telling.get(finding.verdict)
        told = Told(finding, claim)
        if kept is None or told.weight > kept.weight:
            self.telling[finding.verdict] = told
