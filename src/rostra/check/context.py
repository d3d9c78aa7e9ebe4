"""What a check is given beside claims and rows, and the conventions that it follows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rostra.check.arsenal import Arsenal, NoArsenal
from rostra.check.origins import Report
from rostra.kernel import PartialDate
from rostra.model import Claim, ReferenceState, Reliability

STALE_YEARS: Mapping[ReferenceState, int] = {
    "held": 5,
    "operational": 5,
    "deployed": 1,
    "displayed": 5,
    "delivered": 30,
    "ordered": 30,
    "lost": 30,
}
"""After how many years a row no longer speaks for a claim: stocks change in a few years, a position in months, and
thirty years is the usual service life of what was delivered. Conventions, published, not measured."""


def _no_country(_name: str) -> None:
    return None


def _not_said(_claim: Claim) -> None:
    return None


def _no_text(_claim: Claim) -> None:
    return None


def _cannot_be_judged(_source: str) -> Reliability:
    return "F"


def _itself(source: str) -> str:
    return source.casefold()


def _by_speaker(claim: Claim) -> Report:
    return Report(claim.attributed_to, document=claim.document)


@dataclass(frozen=True, slots=True)
class CheckContext:
    """The knowledge of a check, as callables so that its owner may be anything.

    `country` gives the canonical name of a state, `said` the day on which a claim was made (its document's date),
    `text` the text that its spans count in (to read what a number counts; without it a bare number stays bare),
    `reliability` the letter of a source (register, outlet or speaker), `origin` the origin of a register: what has one
    origin is one source; `report` who vouches for a claim, who published it and in which words.
    """

    arsenal: Arsenal = field(default_factory=NoArsenal)
    country: Callable[[str], str | None] = _no_country
    said: Callable[[Claim], PartialDate | None] = _not_said
    text: Callable[[Claim], str | None] = _no_text
    reliability: Callable[[str], Reliability] = _cannot_be_judged
    origin: Callable[[str], str] = _itself
    report: Callable[[Claim], Report] = _by_speaker
    stale_years: Mapping[ReferenceState, int] = field(default_factory=lambda: STALE_YEARS)

    def state(self, name: str) -> str:
        """The canonical name of a state, or the name as written."""
        return self.country(name) or name

    def time_of(self, claim: Claim) -> PartialDate | None:
        """The days that a claim is about: those it names, else the day it was made."""
        return claim.when or self.said(claim)
