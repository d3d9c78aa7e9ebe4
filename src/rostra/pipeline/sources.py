"""The sources of a case: when and by whom its claims were published, whom their texts credit, which letters they have."""

from dataclasses import dataclass
from functools import lru_cache
from typing import cast
from urllib.parse import urlsplit

from rostra.check import Report, agency, credited
from rostra.kernel import PartialDate
from rostra.model import Claim, Document, Reliability
from rostra.store import Case
from rostra.text import fold


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, by whom, and the agencies that it credits."""

    date: PartialDate | None
    outlet: str | None
    wires: frozenset[str]


class Sources:
    """What a check asks of the sources of a case; each document is read once for it."""

    def __init__(self, case: Case) -> None:
        self._letters = {
            _key(each.subject): cast("Reliability", each.value) for each in case.decisions("source")
        }
        self._documents = {document.id: _published(document) for document in case.documents()}
        self._text = lru_cache(maxsize=64)(lambda id_: case.document(id_).text)

    def said(self, claim: Claim) -> PartialDate | None:
        """The day of the claim's document."""
        return self._documents[claim.document].date

    def text(self, claim: Claim) -> str:
        """The text of the claim's document."""
        return self._text(claim.document)

    def report(self, claim: Claim) -> Report:
        """Who vouches for the claim, who published it, whom it credits, and its words."""
        published = self._documents[claim.document]
        words = claim.evidence.of(self._text(claim.document))
        return Report(claim.attributed_to, published.outlet, published.wires, words, claim.document)

    def reliability(self, source: str) -> Reliability:
        """The letter that a person last gave the source; F until then."""
        return self._letters.get(_key(source), "F")

    @staticmethod
    def origin(source: str) -> str:
        """What a register calls itself, in one spelling; a table that names an agency has that agency's origin."""
        return agency(source) or _key(source)


def _published(document: Document) -> Published:
    outlet = document.outlet or (urlsplit(document.url).hostname if document.url else None)
    own = agency(outlet)
    return Published(
        document.date, outlet, credited(document.text) | (frozenset({own}) if own else frozenset())
    )


def _key(source: str) -> str:
    return " ".join(fold(source).split())
