"""Windows of labelled tokens, and batches of windows of about one length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rostra.training.labels import TokenLabels
from rostra.training.tokens import Tokens

START, PAD, END = 0, 1, 2
"""Numbers of the special pieces."""
IGNORED = -100
"""The tag of a token that the loss leaves out: of an attribution that the window cuts."""


@dataclass(frozen=True, slots=True)
class Window:
    """A window with its special tokens at both ends.

    `tags` are one list a layer. `links` are (first token of a content's piece, of its cue, of its source), 0 for none.
    """

    ids: list[int]
    marks: list[int]
    tags: tuple[list[int], ...]
    links: list[tuple[int, int, int]]


def cuts(sentences: Sequence[tuple[int, int]], size: int, shift: int = 0) -> list[tuple[int, int]]:
    """Stretches of whole sentences of at most `size` tokens that cover a text; the first has `shift` tokens at most.

    A sentence longer than `size` is cut where it must be.
    """
    found, first, room, end = [], 0, shift or size, 0
    for start, end in sentences:
        if end - first > room and start > first:
            found.append((first, start))
            first, room = start, size
        while end - first > size:
            found.append((first, first + size))
            first += size
    if first < end:
        found.append((first, end))
    return found


def window(tokens: Tokens, labels: TokenLabels, first: int, last: int) -> Window:
    """The window of the tokens first..last (end exclusive)."""
    tags = tuple([IGNORED, *layer[first:last], IGNORED] for layer in labels.tags)
    cut = [
        (left, right + 1) for left, right in labels.stretches if left < first <= right or left < last <= right
    ]
    for left, right in (*cut, *labels.unsure):
        for layer in tags:
            for place in range(max(left, first), min(right, last)):
                layer[place - first + 1] = IGNORED
    shift = first - 1
    links = [
        (piece - shift, _from(cue, shift), _from(source, shift))
        for piece, cue in labels.cue_of.items()
        if first <= piece < last and tags[0][piece - shift] != IGNORED
        for source in [labels.source_of[piece]]
    ]
    ids = [START, *tokens.ids[first:last], END]
    return Window(ids, [0, *tokens.marks[first:last], 0], tags, links)


def _from(place: int | None, shift: int) -> int:
    return 0 if place is None else place - shift


def shuffled_batches(windows: list[Window], budget: int, rng: random.Random) -> Iterator[list[Window]]:
    """Batches of at most `budget` tokens with padding, windows of like length together, in random order."""
    order = sorted(windows, key=lambda w: (len(w.ids) // 16, rng.random()))
    batches: list[list[Window]] = [[]]
    for one in order:
        widest = max([len(w.ids) for w in batches[-1]] + [len(one.ids)])
        if batches[-1] and widest * (len(batches[-1]) + 1) > budget:
            batches.append([])
        batches[-1].append(one)
    rng.shuffle(batches)
    yield from (batch for batch in batches if batch)
