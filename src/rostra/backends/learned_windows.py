"""A text as the tagger reads it: sub-words with their places, packed sentence by sentence into windows.

Every window is read by itself and without padding: the activations of a quantised model are scaled over all that is
read at once, so a neighbour in a batch would change the figures of a document (docs/decisions/0032).
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rostra.kernel import Span
from rostra.text import Pair

Integers = NDArray[np.int64]
Encode = Callable[[str], tuple[Sequence[int], Sequence[tuple[int, int]]]]
"""Ids of the sub-words of a string, and where each starts and ends in it (code points); no special ones."""

EDGES = 2
"""Tokens that open and close a window."""
OVERLAP = 2
"""Sentences that two neighbouring windows share: the first counts in the earlier window, the second in the later."""
LONGEST_PIECE = 2000
"""Code points encoded at once; a longer sentence is encoded in pieces, cut at blanks where it has some."""


class Tokens(NamedTuple):
    """The sub-words of a stretch of text: ids and offsets, arrays of one length; `sentences` are ranges of them."""

    ids: Integers
    starts: Integers
    ends: Integers
    sentences: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return int(self.ids.size)


class Window(NamedTuple):
    """Tokens [first, last) read at once; those of [home_first, home_last) take their figures from this window."""

    first: int
    last: int
    home_first: int
    home_last: int


@dataclass(slots=True)
class _Growing:
    ids: list[int]
    starts: list[int]
    ends: list[int]


def tokenized(text: str, sentences: Iterable[Span], encode: Encode) -> Tokens:
    """The sub-words of some sentences of a text, each sentence encoded by itself."""
    grown = _Growing([], [], [])
    ranges: list[tuple[int, int]] = []
    for sentence in sentences:
        first = len(grown.ids)
        for start, end in _pieces(text, sentence):
            ids, offsets = encode(text[start:end])
            grown.ids.extend(ids)
            grown.starts.extend(start + begin for begin, _ in offsets)
            grown.ends.extend(start + stop for _, stop in offsets)
        if len(grown.ids) > first:
            ranges.append((first, len(grown.ids)))
    return Tokens(_array(grown.ids), _array(grown.starts), _array(grown.ends), tuple(ranges))


def _array(values: list[int]) -> Integers:
    return np.array(values, dtype=np.int64)


def _pieces(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    start = sentence.start
    while sentence.end - start > LONGEST_PIECE:
        blank = text.rfind(" ", start + 1, start + LONGEST_PIECE)
        cut = blank if blank > start else start + LONGEST_PIECE
        yield start, cut
        start = cut
    yield start, sentence.end


def windows(sentences: Sequence[tuple[int, int]], max_tokens: int, overlap: int = OVERLAP) -> list[Window]:
    """Windows of whole sentences of at most `max_tokens` with their edges; a longer sentence is cut.

    The homes of the windows are all tokens, once each, in order.
    """
    room = max_tokens - EDGES
    units = [unit for sentence in sentences for unit in _cut(sentence, room)]
    found: list[Window] = []
    at = 0
    while at < len(units):
        end = _filled(units, at, room)
        shared = 0 if end == len(units) else _shared(units, at, end, overlap, room)
        home = found[-1].home_last if found else units[at][0]
        found.append(Window(units[at][0], units[end - 1][1], home, units[end - 1 - shared // 2][1]))
        at = end - shared
    return found


def _cut(sentence: tuple[int, int], room: int) -> Iterator[tuple[int, int]]:
    for start in range(sentence[0], sentence[1], room):
        yield start, min(start + room, sentence[1])


def _filled(units: Sequence[tuple[int, int]], at: int, room: int) -> int:
    """The first unit from `at` on that no longer fits."""
    last = bisect_right(units, units[at][0] + room, key=lambda unit: unit[1])
    return max(last, at + 1)


def _shared(units: Sequence[tuple[int, int]], at: int, end: int, overlap: int, room: int) -> int:
    """How many of the last units are read again: at most `overlap`, a third of the room, and so that the next one fits."""
    shared = 0
    while shared < min(overlap, end - at - 1):
        start = units[end - 1 - shared][0]
        if units[end - 1][1] - start > room // 3 or units[end][1] - start > room:
            break
        shared += 1
    return shared


def marked(tokens: Tokens, pairs: Iterable[Pair], paragraphs: Iterable[Span] = ()) -> Integers:
    """Bits for each token: 1 inside a pair of quotation marks, the marks included; 2 for the first of a paragraph."""
    marks = np.zeros(len(tokens), dtype=np.int64)
    for pair in pairs:
        marks[slice(*covered(tokens, pair.start, pair.end))] = 1
    for paragraph in paragraphs:
        first, last = covered(tokens, paragraph.start, paragraph.end)
        marks[first : min(first + 1, last)] |= 2
    return marks


def covered(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The range of tokens that share a code point with a stretch of the text."""
    first = int(np.searchsorted(tokens.ends, start, side="right"))
    return first, max(first, int(np.searchsorted(tokens.starts, end, side="left")))
