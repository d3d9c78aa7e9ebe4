"""Claims that both actors make, whatever their language: the same type, holder, object and number."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rostra.signals.script.narratives import Narrative


@dataclass(frozen=True, slots=True)
class ClaimUse:
    """One document's claim in comparable form. `key` is type, holder, object and quantity in canonical names."""

    document: str
    actor: str
    lang: str
    date: dt.date
    key: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class SharedClaim:
    """A claim that both actors make: its key, and every use, by date."""

    key: tuple[str, ...]
    uses: tuple[ClaimUse, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages that it is made in."""
        return tuple(sorted({use.lang for use in self.uses}))


def shared_claims(uses: Iterable[ClaimUse], actors: tuple[str, str]) -> tuple[SharedClaim, ...]:
    """Claims of both actors, the earliest first."""
    by_key: dict[tuple[str, ...], list[ClaimUse]] = {}
    for use in uses:
        if use.actor in actors:
            by_key.setdefault(use.key, []).append(use)
    shared = [
        SharedClaim(key, tuple(sorted(found, key=lambda use: (use.date, use.document))))
        for key, found in by_key.items()
        if {use.actor for use in found} == set(actors)
    ]
    return tuple(sorted(shared, key=lambda claim: (claim.uses[0].date, claim.key)))


def as_narratives(claims: Sequence[SharedClaim]) -> tuple[Narrative, ...]:
    """Shared claims as narratives of the leader test."""
    return tuple(
        Narrative(
            "; ".join(part for part in claim.key if part),
            {
                actor: tuple(sorted({use.date for use in claim.uses if use.actor == actor}))
                for actor in sorted({use.actor for use in claim.uses})
            },
        )
        for claim in claims
    )
