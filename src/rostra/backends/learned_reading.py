"""One article read by the tagger: the contents it finds, and how much of any words it takes for content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rostra.backends.learned_decode import Output, Piece, Stretch, content_share, decoded
from rostra.backends.learned_gate import stretches
from rostra.backends.learned_model import Tagger
from rostra.backends.learned_windows import Tokens, covered, marked, tokenized, windows
from rostra.kernel import Span
from rostra.text import Article, Pair


@dataclass(frozen=True, slots=True)
class _Read:
    """A stretch of the article with the probability of each token to be content."""

    tokens: Tokens
    shares: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger found in an article: contents in order of the text."""

    pieces: tuple[Piece, ...]
    _read: tuple[_Read, ...]

    def share(self, span: Span) -> float | None:
        """Mean probability that the words of a span are content; None where they were not read."""
        for read in self._read:
            first, last = covered(read.tokens, span.start, span.end)
            if last > first:
                return float(read.shares[first:last].mean())
        return None


def read(tagger: Tagger, article: Article, held: Sequence[Span]) -> Reading:
    """Reads an article; `held` are words that are content whatever the tagger says."""
    pieces: list[Piece] = []
    parts: list[_Read] = []
    for sentences in stretches(article):
        stretch = _stretch(tagger, article, sentences, held)
        outputs = list(_outputs(tagger, article, stretch))
        if outputs:
            pieces += decoded(stretch, outputs, tagger.card.calibration)
            parts.append(_Read(stretch.tokens, content_share(outputs, tagger.card.calibration)))
    return Reading(tuple(pieces), tuple(parts))


def _stretch(tagger: Tagger, article: Article, sentences: Sequence[Span], held: Sequence[Span]) -> Stretch:
    whole = sentences[0].hull(sentences[-1])
    tokens = tokenized(article.text, sentences, tagger.encode)
    return Stretch(
        article.text, tokens, _overlapping(article.quotations, whole), [h for h in held if h.overlaps(whole)]
    )


def _overlapping(pairs: Sequence[Pair], whole: Span) -> list[Pair]:
    return [pair for pair in pairs if pair.start < whole.end and whole.start < pair.end]


def _outputs(tagger: Tagger, article: Article, stretch: Stretch) -> Iterator[Output]:
    marks = marked(stretch.tokens, stretch.pairs, article.segments.paragraphs)
    for window in windows(stretch.tokens.sentences, tagger.card.max_tokens):
        yield tagger.run(stretch.tokens, marks, window)
