from dataclasses import dataclass

from rostra.kernel import Span
from rostra.model.claim import Claim
from rostra.model.document import Document
from rostra.model.mention import Mention
from rostra.model.quote import Quote
from rostra.model.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Segmentation:
    """Paragraphs and sentences of a text, in order; sentences never cross a paragraph."""

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything that the stages found in one document, in the order of the text."""

    document: Document
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...]
