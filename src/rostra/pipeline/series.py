"""The series of a case: what is claimed of each holder's stock over time, with the sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rostra.check import Series
from rostra.data import Knowledge
from rostra.model import Claim
from rostra.pipeline.checking import checker_of
from rostra.rules import known_languages, language_pack
from rostra.store import Case, ClaimFilter
from rostra.text import segment


@dataclass(frozen=True, slots=True)
class Told:
    """A series with the sentence of each of its claims, by the claim's id."""

    series: Series
    sentences: Mapping[str, str]


def series_of(case: Case, knowledge: Knowledge, asked: ClaimFilter | None = None) -> Iterator[Told]:
    """Series of two dated statements or more among the claims asked for (default: all), by holder and item."""
    wanted = {claim.id for claim in case.claims(asked)} if asked else None
    for series in checker_of(case, knowledge).series.all():
        if wanted is None or any(point.claim.id in wanted for point in series.points):
            yield Told(series, {point.claim.id: _sentence(case, point.claim) for point in series.points})


def _sentence(case: Case, claim: Claim) -> str:
    document = case.document(claim.document)
    known = document.lang in known_languages()
    abbreviations = language_pack(document.lang).words.abbreviations if known else frozenset()
    sentence = segment(document.text, abbreviations).sentence_at(claim.evidence.start)
    return (sentence.hull(claim.evidence) if sentence else claim.evidence).of(document.text)
