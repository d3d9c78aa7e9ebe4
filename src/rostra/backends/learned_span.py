"""The words of a content as the rules would cut them: without marks and stops at the ends, and without "that"."""

import re
from bisect import bisect_left
from itertools import pairwise

from rostra.backends.learned_words import WORD
from rostra.kernel import Span, trimmed
from rostra.model.quote import QuoteKind
from rostra.rules.cues import CueContext
from rostra.text import Article, Pair

_FEW, _LONGEST_PHRASE = 4, 120
"""Words, and code points, of what may be a phrase and no clause."""
_ENDS = ' \t\r\n\u00a0\u2009\u202f“”"«»‹›„‘`,;:—–-'


def parted(article: Article, span: Span, cue: Span | None) -> list[Span]:
    """The parts of a content whose clause is taken up again ("said X and that Y"): one quote each.

    A content that does not hang on a cue before it stays whole, and so do quoted words.
    """
    if cue is None or cue.start >= span.start:
        return [span]
    context, parts, start = article.pack.cues.context, [], span.start
    for one, other in pairwise(WORD.finditer(article.text, span.start, span.end)):
        taken_up = _low(one) in context.coordinators and _low(other) in context.complementizers
        if taken_up and one.start() > start and not is_quoted(article, one.start()):
            parts.append(Span(start, one.start()))
            start = other.end()
    return [*parts, Span(start, span.end)] if start < span.end else parts


def _low(word: re.Match[str]) -> str:
    return word[0].casefold()


def is_quoted(article: Article, at: int) -> bool:
    """Whether a code point lies in a quotation."""
    return bool(_overlapping(article.quotations, Span(at, at + 1)))


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


def is_verbless(article: Article, content: Span) -> bool:
    """Whether a content without quoted words is one word, or up to four none of which looks like a verb."""
    if _overlapping(article.quotations, content):
        return False
    words = [_low(word) for word in WORD.finditer(content.of(article.text)[:_LONGEST_PHRASE])]
    return len(words) == 1 or (len(words) <= _FEW and not any(_is_verbal(article, word) for word in words))


def _is_verbal(article: Article, word: str) -> bool:
    cues, endings = article.pack.cues, _verbal_endings(article.pack.cues.context)
    return (
        word in cues.forms
        or word in article.pack.words.auxiliaries
        or word in cues.context.infinitive
        or (len(word) > len("was") and word.endswith(endings))
    )


def _verbal_endings(context: CueContext) -> tuple[str, ...]:
    return (*context.past_endings, *context.gerund_endings, *context.infinitive_endings)


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
