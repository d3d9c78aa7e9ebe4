"""A finding in the making: verdict and clauses, before denials, plans and grades are taken into account."""

from dataclasses import dataclass

from rostra.model import ReferenceRow, Verdict


@dataclass(frozen=True, slots=True)
class Draft:
    """What the rows come to. `sources` are those that the verdict rests on."""

    verdict: Verdict
    rule: str
    clauses: tuple[str, ...]
    rows: tuple[ReferenceRow, ...] = ()
    ratio: float | None = None
    searched: str = ""
    sources: tuple[str, ...] = ()
