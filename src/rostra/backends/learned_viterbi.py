"""The best labels of a stretch under the constraints of words and of quotation marks.

Three layers are read side by side, each with labels O, B and I. A content that begins strictly inside a pair of marks
ends in it; one that begins before a pair does not end strictly inside it; no label begins or ends within a word.
Written as a machine of six states, of which the layers without marks use three.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

LABELS = 3
OUT, FREE_BEGIN, INNER_BEGIN, FREE, HELD, INNER = range(6)
"""Outside; begun freely; begun strictly inside a pair; then the same within: HELD began before the pair it is in."""
_LABEL_OF = np.array([0, 1, 1, 2, 2, 2])
_BEGINS = {FREE_BEGIN, INNER_BEGIN}
_GOES_ON = {FREE_BEGIN: FREE, INNER_BEGIN: INNER, FREE: FREE, HELD: HELD, INNER: INNER}
STAY, ENTER, EXIT, SWAP = range(4)
_FORBIDDEN = -1e6
"""Far below any sum of logits, and finite: where marks contradict each other there still is a best path."""


class Borders(NamedTuple):
    """What the marks and words say of each token, arrays of one length.

    `pair` is the number of the pair that holds it, -1 outside; `may_begin` and `may_end` whether a content that crosses
    the pair's border may begin or end there; `glued` whether it goes on with the word of the token before.
    """

    pair: Integers
    may_begin: Flags
    may_end: Flags
    glued: Flags

    @classmethod
    def none(cls, length: int) -> "Borders":
        """No marks, and every token a word."""
        free = np.ones(length, dtype=np.bool_)
        return cls(np.full(length, -1, dtype=np.int64), free, free.copy(), ~free)


def _moved(state: int, move: int) -> int | None:
    """The state in which a content goes on; None where it cannot."""
    state = _GOES_ON[state]
    if move == STAY:
        return state
    if state == INNER:
        return None
    if move == EXIT:
        return FREE
    return HELD


def _matrix(move: int, may_end: bool, may_begin: bool, glued: bool) -> Floats:
    """0 where a state may follow another, else forbidden."""
    matrix = np.full((6, 6), _FORBIDDEN)
    begin = FREE_BEGIN if may_begin else INNER_BEGIN
    for state in range(6):
        goes_on = OUT if state == OUT else _moved(state, move)
        if goes_on is not None:
            matrix[state, goes_on] = 0.0
        ends = state == OUT or _GOES_ON[state] != HELD or may_end
        if ends and not glued:
            matrix[state, OUT] = matrix[state, begin] = 0.0
    return matrix


_BOTH = (False, True)
_MATRICES = np.stack(
    [
        _matrix(move, may_end, may_begin, glued)
        for move in range(4)
        for may_end in _BOTH
        for may_begin in _BOTH
        for glued in _BOTH
    ]
)


def best_labels(logits: Floats, borders: Borders, held: Flags) -> Integers:
    """Labels [layers, n] for logits [n, layers, 3]; the first layer obeys the marks, and is never O where `held`."""
    length, layers, _ = logits.shape
    if not length:
        return np.zeros((layers, 0), dtype=np.int64)
    emitted = np.nan_to_num(logits).astype(np.float64)[:, :, _LABEL_OF]
    emitted[held, 0, OUT] += _FORBIDDEN
    allowed = _MATRICES[_kinds(borders, layers)]
    came_from = np.zeros((length, layers, 6), dtype=np.int64)
    reached = np.empty((layers, 6, 6))
    score = np.full((layers, 6), 2 * _FORBIDDEN)
    score[:, OUT] = score[:, FREE_BEGIN] = 0.0
    score[0, FREE_BEGIN], score[0, INNER_BEGIN] = (
        (0.0, _FORBIDDEN) if borders.may_begin[0] else (_FORBIDDEN, 0.0)
    )
    score += emitted[0]
    for at in range(1, length):
        # In place: a step is a few numbers, and making arrays for them took longer than the sums.
        np.add(score[:, :, None], allowed[at], out=reached)
        reached.argmax(axis=1, out=came_from[at])
        np.maximum.reduce(reached, axis=1, out=score)
        score += emitted[at]
    return _LABEL_OF[_traced(score, came_from)]


def _kinds(borders: Borders, layers: int) -> Integers:
    """Which matrix leads to each token in each layer."""
    before, pair = np.roll(borders.pair, 1), borders.pair
    move = np.select([before == pair, before < 0, pair < 0], [STAY, ENTER, EXIT], SWAP)
    marks = 8 * move + 4 * np.roll(borders.may_end, 1) + 2 * borders.may_begin
    free = np.full(len(pair), 8 * STAY + 4 + 2)
    return np.stack([marks, *[free] * (layers - 1)], axis=1) + borders.glued[:, None]


def _traced(score: Floats, came_from: Integers) -> Integers:
    """States [layers, n] of the best path, followed from its end."""
    length, layers, _ = came_from.shape
    states = np.zeros((layers, length), dtype=np.int64)
    rows = np.arange(layers)
    state = score.argmax(axis=1)
    for at in range(length - 1, -1, -1):
        states[:, at] = state
        state = came_from[at, rows, state]
    return states


def runs(labels: Integers) -> list[tuple[int, int]]:
    """Ranges [first, last) of the stretches that begin with B and go on with I."""
    found: list[tuple[int, int]] = []
    begins = np.flatnonzero(labels == 1).tolist()
    outs = np.flatnonzero(labels != 2).tolist()
    after = np.searchsorted(outs, begins, side="right").tolist()
    for begin, index in zip(begins, after, strict=True):
        found.append((begin, outs[index] if index < len(outs) else len(labels)))
    return found
