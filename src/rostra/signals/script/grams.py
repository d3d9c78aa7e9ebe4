"""An exact index of five-word shingles over a corpus, in arrays: linear in time and memory."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, permutations

import numpy as np
import numpy.typing as npt

from rostra.text import fold

N = 5
WORD = re.compile(r"\w+")
Ints = npt.NDArray[np.int64]

_MIX = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
    dtype=np.uint64,
)
"""Odd multipliers, one for each place of a shingle."""


@dataclass(frozen=True, slots=True, eq=False)
class GramIndex:
    """Words and shingles of n documents.

    `words` (w,) are vocabulary numbers of all words in order, `starts` (n + 1,) where each document begins in it,
    `document` (w,) the document of each word. `gram` (w,) numbers the shingle that begins at each word from 0 on,
    -1 where none does. `order` holds one place for each (shingle, document), sorted by shingle; shingle g's are
    order[edges[g]:edges[g + 1]].
    """

    words: Ints
    starts: Ints
    document: Ints
    gram: Ints
    order: Ints
    edges: Ints

    def of(self, document: int) -> slice:
        """Where the words of a document stand."""
        return slice(int(self.starts[document]), int(self.starts[document + 1]))

    def documents_with(self, chosen: npt.NDArray[np.bool_]) -> Ints:
        """In how many of the chosen documents (n,) the shingle at each place occurs, (w,); 0 where none begins."""
        if len(self.edges) < 2:
            return np.zeros(len(self.words), np.int64)
        counts = np.add.reduceat(chosen[self.document[self.order]].astype(np.int64), self.edges[:-1])
        return np.where(self.gram >= 0, counts[self.gram], 0)


def index_grams(texts: Sequence[str]) -> GramIndex:
    """The index of texts; words are compared folded (case, accents and widths do not count)."""
    vocabulary: dict[str, int] = {}
    number = vocabulary.setdefault
    each = [
        np.fromiter((number(word, len(vocabulary) + 1) for word in WORD.findall(fold(text))), np.int64)
        for text in texts
    ]
    starts = np.concatenate([[0], np.cumsum([len(words) for words in each], dtype=np.int64)])
    words = np.concatenate([np.zeros(0, np.int64), *each])
    document = np.repeat(np.arange(len(each), dtype=np.int64), np.diff(starts))
    return GramIndex(words, starts, document, *_sorted(_hashed(words, document), document))


def _sorted(hashes: npt.NDArray[np.uint64], document: Ints) -> tuple[Ints, Ints, Ints]:
    """Numbers of the shingles (w,), one place for each shingle and document, and where each shingle's places begin."""
    order = np.argsort(hashes, kind="stable")
    order = order[np.searchsorted(hashes[order], np.uint64(1)) :]
    new = _changes(hashes[order])
    gram = np.full(len(hashes), -1, np.int64)
    gram[order] = np.cumsum(new) - 1
    once = order[new | _changes(document[order])]
    return gram, once, np.append(np.flatnonzero(_changes(gram[once])), len(once))


def _hashed(words: Ints, document: Ints) -> npt.NDArray[np.uint64]:
    """A 64-bit hash for each place whose next four words belong to the same document, else 0."""
    hashes = np.zeros(len(words), np.uint64)
    if len(words) < N:
        return hashes
    last = len(words) - N + 1
    mixed = np.zeros(last, np.uint64)
    for place in range(N):
        mixed = (mixed + words[place : place + last].astype(np.uint64)) * _MIX[place]
        mixed ^= mixed >> np.uint64(29)
    whole = document[:last] == document[N - 1 :]
    hashes[:last] = np.where(whole, np.maximum(mixed, np.uint64(1)), np.uint64(0))
    return hashes


def _changes(values: npt.NDArray[np.int64] | npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Where a value differs from the one before it; the first always does."""
    changed = np.ones(len(values), dtype=bool)
    changed[1:] = values[1:] != values[:-1]
    return changed


@lru_cache(maxsize=4)
def word_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of a text, in code points; folding moves no offset."""
    return [match.span() for match in WORD.finditer(fold(text))]


def pairs_sharing(
    index: GramIndex, usable: npt.NDArray[np.bool_], side: Ints, most: int
) -> dict[tuple[int, int], int]:
    """Pairs of a document on side 0 and one on side 1, with how many usable shingles they share.

    `usable` (w,) marks the places whose shingle counts, `side` (n,) is 0, 1 or -1; a shingle in more than `most`
    documents does not count.
    """
    sizes = np.diff(index.edges)
    begins = index.edges[:-1]
    counted = usable[index.order[begins]]
    total = len(index.starts) - 1
    keys = chain.from_iterable(
        _pair_keys(index, begins[counted & (sizes == size)], size, side) for size in range(2, most + 1)
    )
    pairs, counts = np.unique(np.concatenate([np.zeros(0, np.int64), *keys]), return_counts=True)
    return {
        (int(pair) // total, int(pair) % total): int(count) for pair, count in zip(pairs, counts, strict=True)
    }


def _pair_keys(index: GramIndex, begins: Ints, size: int, side: Ints) -> list[Ints]:
    """For every shingle in `size` documents, a number for each pair of one document of each side."""
    documents = index.document[index.order[begins[:, None] + np.arange(size)]]
    sides = side[documents]
    total = len(index.starts) - 1
    keys = []
    for one, other in permutations(range(size), 2):
        across = (sides[:, one] == 0) & (sides[:, other] == 1)
        if across.any():
            keys.append(documents[across, one] * total + documents[across, other])
    return keys
