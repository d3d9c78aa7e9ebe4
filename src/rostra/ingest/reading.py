"""What one source gives when it is read."""

from dataclasses import dataclass

from rostra.ingest.furniture import Dropped
from rostra.model import Document, Refusal


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, the raw bytes it was read from, and the name of its source.

    `dropped` are stretches of the decoded raw text that were taken off, with the codes of the rules. `notes` are
    refusals that did not stop the reading: a language that could not be told, for one.
    """

    document: Document
    raw: bytes
    source: str
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[Refusal, ...] = ()
