"""Rostra inside a pipeline of spaCy: `nlp.add_pipe("rostra_quotes")` and `nlp.add_pipe("rostra_claims")`.

`doc.spans["rostra_quotes"]` and `doc.spans["rostra_claims"]` hold the contents and the evidence, labelled by kind and type;
`span._.rostra` is the record of rostra, `span._.speaker` the full name of a quote's speaker. Tokens that a record cuts
through are taken whole.
"""

from collections.abc import Callable, Iterable
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan

from rostra.kernel import InvalidRecord, OffsetMap, Span, sha256_hex
from rostra.model import Annotation, Claim, Document, Quote
from rostra.plugins import engine

_STORED = "rostra"


Found = Iterable[tuple[Quote | Claim, Span, str]]
"""Records with the span that stands for each, and its label."""


@Language.factory("rostra_quotes", default_config={"engine": "rules"}, assigns=["doc.spans"])
def rostra_quotes(nlp: Language, name: str, engine: str) -> Callable[[Doc], Doc]:
    """The component that adds quotes."""

    def quotes(found: Annotation) -> Found:
        return ((quote, quote.content, quote.kind) for quote in found.quotes)

    return _adding(name, lambda doc: quotes(_annotation(doc, str(nlp.lang), engine)))


@Language.factory("rostra_claims", default_config={"engine": "rules"}, assigns=["doc.spans"])
def rostra_claims(nlp: Language, name: str, engine: str) -> Callable[[Doc], Doc]:
    """The component that adds claims."""

    def claims(found: Annotation) -> Found:
        return ((claim, claim.evidence, claim.type) for claim in found.claims)

    return _adding(name, lambda doc: claims(_annotation(doc, str(nlp.lang), engine)))


def _adding(group: str, found_in: Callable[[Doc], Found]) -> Callable[[Doc], Doc]:
    """A component that puts what it finds into the span group of its own name."""
    _declare()

    def add(doc: Doc) -> Doc:
        spans = [_labelled(doc, record, span, label) for record, span, label in found_in(doc)]
        doc.spans[group] = SpanGroup(doc, name=group, spans=spans)
        return doc

    return add


def _declare() -> None:
    if not DocSpan.has_extension("rostra"):
        DocSpan.set_extension("rostra", default=None)
        DocSpan.set_extension("speaker", getter=_speaker)


def _speaker(span: DocSpan) -> str | None:
    record = span._.rostra
    if isinstance(record, Quote):
        return record.speaker_name
    return record.attributed_to if isinstance(record, Claim) else None


def _annotation(doc: Doc, lang: str, engine_name: str) -> Annotation:
    """Both components share one reading of a document."""
    key = f"{_STORED}.{engine_name}"
    if key not in doc.user_data:
        doc.user_data[key] = engine(engine_name).annotate(_document(doc.text, lang))
    return cast("Annotation", doc.user_data[key])


def _document(text: str, lang: str) -> Document:
    sha256 = sha256_hex(text.encode("utf-8", "surrogatepass"))
    offsets = OffsetMap.identity(len(text))
    id_ = Document.make_id(sha256, text)
    return Document(id_, text, lang, None, None, None, None, sha256, "utf-8", offsets)


def _labelled(doc: Doc, record: Quote | Claim, span: Span, label: str) -> DocSpan:
    words = doc.char_span(span.start, span.end, label=label, alignment_mode="expand")
    if words is None:  # cannot be: expanded to whole tokens, every span of the text has some
        raise InvalidRecord(f"{record.id} lies outside its document")
    words._.rostra = record
    return words
