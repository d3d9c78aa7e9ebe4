"""What the rules are sure of in open text, as examples for languages that nobody has annotated."""

from collections.abc import Iterable, Iterator

from rostra.data import Knowledge
from rostra.kernel import OffsetMap, Span, sha256_hex
from rostra.model import Document, Quote
from rostra.quotes import find_quotes
from rostra.text import Article
from rostra.training.example import Attribution, Example
from rostra.training.tokens import pack_of

SURE = 0.8
"""Rules at least this right on PolNeAR train teach (see rostra.quotes.attribution); what the others find is left open."""


def silver(id_: str, text: str, lang: str, knowledge: Knowledge) -> Example:
    """The text with the quotes of sure rules; of a sentence with other signs of an attribution nothing is learned."""
    article = Article(_document(text, lang), pack_of(lang), knowledge)
    quotes = [quote for quote in find_quotes(article) if quote.kind != "turn"]
    sure = [quote for quote in quotes if is_sure(quote)]
    taught = [
        Attribution((q.content,), (q.cue,) if q.cue else (), (q.speaker,) if q.speaker else ()) for q in sure
    ]
    return Example(id_, text, lang, tuple(taught), "silver", tuple(_open(article, quotes, sure)))


def is_sure(quote: Quote) -> bool:
    """Whether a rule that is mostly right found it, with its speaker and cue."""
    return quote.confidence >= SURE and quote.speaker is not None and quote.cue is not None


def _open(article: Article, quotes: Iterable[Quote], sure: Iterable[Quote]) -> Iterator[Span]:
    """Sentences that hold an unsure quote, or words in quotation marks that no sure quote explains."""
    explained = [span for quote in sure for span in (quote.content, quote.speaker, quote.cue) if span]
    signs = [
        span
        for quote in quotes
        if not is_sure(quote)
        for span in (quote.content, quote.cue, quote.speaker)
        if span
    ]
    signs += [
        Span(pair.start, pair.end)
        for pair in article.quotations
        if not any(span.start < pair.end and pair.start < span.end for span in explained)
    ]
    for sentence in article.segments.sentences:
        if any(sign.overlaps(sentence) for sign in signs):
            yield sentence


def _document(text: str, lang: str) -> Document:
    raw = sha256_hex(text.encode("utf-8", "surrogatepass"))
    empty = (None, None, None, None)
    return Document(
        Document.make_id(raw, text), text, lang, *empty, raw, "utf-8", OffsetMap.identity(len(text))
    )
