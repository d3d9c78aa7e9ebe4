"""The words of a content as the rules would cut them: without marks and stops at the ends, and without "that"."""

from bisect import bisect_left

from rostra.kernel import Span, trimmed
from rostra.model.quote import QuoteKind
from rostra.text import Article, Pair

_ENDS = ' \t\r\n\u00a0\u2009\u202f“”"«»‹›„‘`,;:—–-'


def content_span(article: Article, span: Span) -> Span | None:
    """The span without what is no part of what was said; None where nothing is left."""
    kept = trimmed(article.text, span.start, span.end, _ENDS + ".")
    if kept is None:
        return None
    end = kept.end
    if article.text[end : end + 1] == "." and not _ends_sentence(article, end + 1):
        end += 1
    comma = article.text[end : end + 2]
    if len(comma) > 1 and comma[0] == "," and comma[1] in '”"»' and end < span.end:
        end += 1  # a comma inside the closing mark stays
    return _without_complementizer(article, Span(kept.start, end))


def _ends_sentence(article: Article, end: int) -> bool:
    sentence = article.segments.sentence_at(end - 1)
    return sentence is None or article.text[end : sentence.end].strip("”\"»’') ") == ""


def _without_complementizer(article: Article, span: Span) -> Span:
    word, blank, _ = article.text[span.start : span.start + 20].partition(" ")
    if blank and word.casefold() in article.pack.cues.context.complementizers and len(word) + 1 < len(span):
        return Span(span.start + len(word) + 1, span.end)
    return span


def kind_of(article: Article, content: Span) -> QuoteKind:
    """Direct where the content lies in a quotation, mixed where it holds one or a part of one."""
    pairs = _overlapping(article.quotations, content)
    if any(pair.start <= content.start and content.end <= pair.end for pair in pairs):
        return "direct"
    return "mixed" if pairs else "indirect"


def _overlapping(pairs: tuple[Pair, ...], span: Span) -> tuple[Pair, ...]:
    """The quotations that share a code point with a span; they are in order and do not overlap."""
    first = bisect_left(pairs, span.start, key=lambda pair: pair.end - 1)
    last = bisect_left(pairs, span.end, key=lambda pair: pair.start)
    return pairs[first:last]
