from dataclasses import dataclass
from typing import Literal

from rostra.kernel import content_id

Verdict = Literal["supported", "refuted", "conflicting", "not_enough_info", "not_comparable"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]


@dataclass(frozen=True, slots=True)
class Grade:
    """Two axes, rated apart and never multiplied (STANAG 2511): F6, "cannot be judged", until something is known."""

    reliability: Reliability = "F"
    credibility: Credibility = 6

    def __str__(self) -> str:
        return f"{self.reliability}{self.credibility}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the open record says of one claim: a verdict on the claim, never on a person.

    `relation` spells out how claim and record stand to each other. `rows` and `claims` are the ids compared,
    `searched` says what was looked through. `ratio` is claim over record at the nearest bounds, where it means
    something. `basis` says what the grade was made from; `computed` is what it would be without the decision of a
    person that stands over it.
    """

    claim: str
    verdict: Verdict
    relation: str
    rule: str
    rows: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    ratio: float | None = None
    searched: str = ""
    grade: Grade = Grade()
    basis: str = ""
    computed: Grade | None = None

    @property
    def id(self) -> str:
        """Id from the claim, what it was compared with, and the outcome."""
        return content_id("n", self.claim, self.verdict, self.rule, self.rows, self.claims)
