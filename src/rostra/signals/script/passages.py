"""Shared passages: the runs of words that two documents have in common, set side by side."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Literal

import numpy as np
import numpy.typing as npt

from rostra.signals.script.corpus import CorpusDocument
from rostra.signals.script.grams import GramIndex, N, word_spans
from rostra.text import fold, segment
from rostra.text.marks import pair_marks

Kind = Literal["shared", "quoted", "citation"]
LEAST_GRAMS = 8
"""Shared shingles from which a pair of documents is kept (METHODS 3.1)."""
_BRIDGE = 5
"""Words that may differ between two runs of one passage, on each side."""
_NEAR = 200
"""Code points around a quotation in which the name of the other actor makes it a citation."""


@dataclass(frozen=True, slots=True)
class Side:
    """One document's side of a passage: code points of its text."""

    document: str
    actor: str
    lang: str
    date: str
    span: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that two actors share: both sides, and how many five-word shingles stand in both.

    kind: "shared"; "quoted", inside quotation marks on at least one side, so some third party's words; "citation",
    inside marks on one side that names the other actor.
    """

    kind: Kind
    shared_grams: int
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class _Run:
    """Words [a, a + length) of one document that are words [b, b + length) of the other."""

    a: int
    b: int
    a_end: int
    b_end: int
    grams: int


def passages_of(
    index: GramIndex,
    documents: Sequence[CorpusDocument],
    pair: tuple[int, int],
    usable: npt.NDArray[np.bool_],
) -> tuple[Passage, ...]:
    """The passages of a pair of documents, in the order of the first; shingles that are not usable start none."""
    first, second = pair
    joined = _joined(_runs(index, first, second, usable))
    if not joined:
        return ()
    spans = word_spans(documents[first].text), word_spans(documents[second].text)
    return tuple(
        _passage(documents[first], documents[second], _located(spans, run), run.grams) for run in joined
    )


def _runs(index: GramIndex, first: int, second: int, usable: npt.NDArray[np.bool_]) -> list[_Run]:
    """Longest common runs that begin with a usable shingle, each word of the first document in one at most."""
    one, other = index.of(first), index.of(second)
    grams = index.gram[one].tolist()
    places: dict[int, list[int]] = {}
    for at, value in enumerate(index.gram[other].tolist()):
        if value >= 0:
            places.setdefault(value, []).append(at)
    a_words, b_words = index.words[one].tolist(), index.words[other].tolist()
    marked = usable[one]
    runs, at, before = [], 0, 0
    while at < len(grams):
        found = places.get(grams[at]) if marked[at] else None
        if not found:
            at += 1
            continue
        start = found[bisect_left(found, before) % len(found)]
        length = _common(a_words, b_words, at, start)
        if length < N:  # two shingles with one hash
            at += 1
            continue
        runs.append(_Run(at, start, at + length, start + length, length - N + 1))
        at, before = at + length, start + length
    return runs


def _common(a: Sequence[int], b: Sequence[int], at: int, start: int) -> int:
    most = min(len(a) - at, len(b) - start)
    return next((step for step in range(most) if a[at + step] != b[start + step]), most)


def _joined(runs: Sequence[_Run]) -> list[_Run]:
    """Runs of one passage made one: few words apart on both sides, and in the same order."""
    joined: list[_Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and 0 <= run.a - last.a_end <= _BRIDGE and 0 <= run.b - last.b_end <= _BRIDGE:
            joined[-1] = _Run(last.a, last.b, run.a_end, run.b_end, last.grams + run.grams)
        else:
            joined.append(run)
    return joined


def _located(
    spans: tuple[list[tuple[int, int]], list[tuple[int, int]]], run: _Run
) -> tuple[tuple[int, int], tuple[int, int]]:
    a, b = spans
    return (a[run.a][0], a[run.a_end - 1][1]), (b[run.b][0], b[run.b_end - 1][1])


def _passage(
    one: CorpusDocument, other: CorpusDocument, spans: tuple[tuple[int, int], tuple[int, int]], grams: int
) -> Passage:
    sides = _side(one, spans[0]), _side(other, spans[1])
    return Passage(_kind((one, other), spans), grams, sides)


def _side(document: CorpusDocument, span: tuple[int, int]) -> Side:
    return Side(
        document.id,
        document.actor,
        document.lang,
        document.date.isoformat(),
        span,
        document.text[span[0] : span[1]],
    )


def _kind(
    documents: tuple[CorpusDocument, CorpusDocument], spans: tuple[tuple[int, int], tuple[int, int]]
) -> Kind:
    inside = [is_quoted(document.text, span) for document, span in zip(documents, spans, strict=True)]
    if not any(inside):
        return "shared"
    if all(inside):
        return "quoted"
    at = inside.index(True)
    named = _names_near(documents[at].text, spans[at], documents[1 - at].actor)
    return "citation" if named else "quoted"


def is_quoted(text: str, span: tuple[int, int]) -> bool:
    """Whether a stretch lies inside a pair of quotation marks of its text."""
    starts, furthest = _quotations(text)
    before = bisect_right(starts, span[0])
    return before > 0 and furthest[before - 1] >= span[1]


@lru_cache(maxsize=4)
def _quotations(text: str) -> tuple[list[int], list[int]]:
    """Where the quotations of a text begin, ascending, and how far those up to each one reach.

    Kept, since a long text is asked for each of its passages.
    """
    pairs = pair_marks(text, segment(text, frozenset()).paragraphs)
    spans = sorted((pair.start, pair.end) for pair in pairs if pair.closed)
    return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))


def _names_near(text: str, span: tuple[int, int], actor: str) -> bool:
    around = fold(text[max(0, span[0] - _NEAR) : span[0]] + " " + text[span[1] : span[1] + _NEAR])
    return fold(actor) in around
