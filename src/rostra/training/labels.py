"""Spans of characters as tags of tokens, and the way there."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rostra.kernel import Span
from rostra.training.example import Example, outermost, shorn

LAYERS = ("content", "source", "cue")
LABELS = ("O", "B", "I")
TAGS = tuple(f"{layer} {label}" for layer in LAYERS for label in LABELS)
"""The nine tags of a token, layer by layer, in the order of the network's output."""


@dataclass(frozen=True, slots=True)
class TokenLabels:
    """What the network is to say of each token of a text.

    `tags` holds one label (0 outside, 1 first, 2 inside) a token for each of LAYERS. `cue_of` and `source_of` lead
    from a piece of content's first token to the first token of its cue and source, None where it has none.
    `stretches` are the first and last token of each attribution, so that a window does not cut one unseen. `unsure`
    are ranges of tokens that nothing is learned from.
    """

    tags: tuple[list[int], list[int], list[int]]
    cue_of: dict[int, int | None]
    source_of: dict[int, int | None]
    stretches: list[tuple[int, int]]
    unsure: list[tuple[int, int]]


def token_labels(example: Example, spans: Sequence[tuple[int, int]]) -> TokenLabels:
    """Labels of the tokens, given as [start, end) offsets in text order, blanks around them left out."""
    starts = [start for start, _ in spans]
    unsure = _ranges(starts, example.unsure)
    labels = TokenLabels(([0] * len(starts), [0] * len(starts), [0] * len(starts)), {}, {}, [], unsure)
    for one in outermost(example.attributions):
        contents = _ranges(starts, (s for s in (shorn(example.text, c) for c in one.contents) if s))
        sources, cues = _ranges(starts, one.sources), _ranges(starts, one.cues)
        if not contents:
            continue
        for layer, ranges in zip(labels.tags, (contents, sources, cues), strict=True):
            _paint(layer, ranges)
        for first, _ in contents:
            labels.cue_of[first] = cues[0][0] if cues else None
            labels.source_of[first] = sources[0][0] if sources else None
        parts = [*contents, *sources, *cues]
        labels.stretches.append((min(first for first, _ in parts), max(last for _, last in parts) - 1))
    return labels


def _ranges(starts: Sequence[int], spans: Iterable[Span]) -> list[tuple[int, int]]:
    """First token and the one behind the last, for each span that holds the start of a token."""
    found = ((bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans)
    return [(first, last) for first, last in found if first < last]


def _paint(layer: list[int], ranges: Iterable[tuple[int, int]]) -> None:
    for first, last in ranges:
        if not any(layer[first:last]):
            layer[first:last] = [1] + [2] * (last - first - 1)
