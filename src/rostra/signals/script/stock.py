"""Stock phrases: what both actors say, and everybody else."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rostra.signals.script.corpus import CorpusDocument
from rostra.signals.script.grams import GramIndex, Ints, N, word_spans
from rostra.signals.script.passages import LEAST_GRAMS

MOST_LISTED = 50


@dataclass(frozen=True, slots=True)
class StockPhrase:
    """A phrase left out of the comparison: its words in one document, and in how many documents it stands."""

    text: str
    documents: int
    example: str


def stock_phrases(
    index: GramIndex, documents: Sequence[CorpusDocument], side: Ints, common: npt.NDArray[np.bool_]
) -> tuple[StockPhrase, ...]:
    """The most frequent phrases of at least eight stock shingles in a document of either actor; each once."""
    found: dict[int, StockPhrase] = {}
    frequency = index.documents_with(np.ones(len(side), dtype=bool))
    for number in np.flatnonzero(side >= 0).tolist():
        place = index.of(number)
        if not common[place].any():
            continue
        spans = word_spans(documents[number].text)
        for start, end in stretches(common[place]):
            words = documents[number].text[spans[start][0] : spans[end + N - 2][1]]
            often = int(frequency[place.start + start : place.start + end].max())
            found.setdefault(
                int(index.gram[place.start + start]), StockPhrase(words, often, documents[number].id)
            )
    ranked = sorted(found.values(), key=lambda phrase: (-phrase.documents, phrase.text))
    return tuple(ranked[:MOST_LISTED])


def stretches(marks: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches [start, end) of at least LEAST_GRAMS marks in a row."""
    padded = np.concatenate([[False], marks, [False]])
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return [
        (int(start), int(end))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if end - start >= LEAST_GRAMS
    ]
