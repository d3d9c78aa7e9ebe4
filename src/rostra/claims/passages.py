"""Passages about arms in a long text about other things: the pages on defence of a speech on the state of a nation."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from rostra.claims.gate import counts_of, is_about_arms, military_words
from rostra.claims.lexicon import Lexeme
from rostra.kernel import Span
from rostra.model import Mention
from rostra.text import Article, Hit

LONGEST_ARTICLE = 1500
"""Code points up to which a text has one subject (a report of 600 words)."""
LONG_SPEECH = 8000
"""Code points from which a text has pages on many subjects."""
PASSAGE = 600
"""Code points of a passage: that many or more, to the end of a paragraph."""
SPARSE = 500
"""Code points for each military word in a text whose every sentence can be about arms (a speech to soldiers)."""
STRONG = 4
"""Words of things military that make a passage one about arms."""


def is_sparse(article: Article, counts: Counter[str], mentions: Sequence[Mention]) -> bool:
    """Whether a long text has so few military words that only some of its passages can be about arms."""
    length = len(article.folded)
    return length > LONG_SPEECH and military_words(counts, mentions) * SPARSE < length


def hits_in_passages(
    article: Article, hits: Sequence[Hit[Lexeme]], mentions: Sequence[Mention]
) -> list[Hit[Lexeme]]:
    """The hits in the passages about arms of a long text; none in a short one, which has one subject."""
    if len(article.folded) <= LONGEST_ARTICLE:
        return []
    starts, places = [hit.start for hit in hits], [m.span.start for m in mentions]
    kept: list[Hit[Lexeme]] = []
    for span in _passages(article):
        inside = hits[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        named = mentions[bisect_left(places, span.start) : bisect_left(places, span.end)]
        if _is_about(counts_of(article, inside), named):
            kept.extend(inside)
    return kept


def _passages(article: Article) -> Iterator[Span]:
    start: int | None = None
    for paragraph in article.segments.paragraphs:
        start = paragraph.start if start is None else start
        if paragraph.end - start >= PASSAGE:
            yield Span(start, paragraph.end)
            start = None
    if start is not None:
        yield Span(start, len(article.folded))


def _is_about(counts: Counter[str], mentions: Sequence[Mention]) -> bool:
    """Whether a passage has many military words, some of them forces or weapons, and few of sport or business."""
    arms = any(m.equipment_class == "platform" or m.kind == "military_unit" for m in mentions)
    armed = arms or counts["forces"] + counts["groups"] + counts["munitions"] > 0
    return armed and military_words(counts, mentions) >= STRONG and is_about_arms(counts, mentions)
