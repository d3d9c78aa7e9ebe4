"""From the figures of the tagger to contents with their cue and source: pure, and the same at training and at use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rostra.backends.learned_trust import UNFITTED, Evidence, Trust
from rostra.backends.learned_viterbi import LABELS, Borders, Flags, best_labels, runs
from rostra.backends.learned_windows import Tokens, Window, covered
from rostra.kernel import Span, trimmed
from rostra.text import Pair

Reals = NDArray[np.float32]
LAYERS = ("content", "source", "cue")
CUE_DISTANCE, SOURCE_DISTANCE, FARTHEST = 0.05, 0.06, 60
"""What each token between content and cue, and between cue and source, takes from a link's score, up to sixty tokens.

Swept on 23 held-out articles of PolNeAR train (n 618), November 2026: without, content F1 .699, with speaker .645,
quoted segments with speaker .881; with the cost of sources (.03 to .3) .699, .658, .894; with both (cues .03 to .1)
.706, .667, .904. A cue far off joined pieces that do not belong together.
"""
_EDGES = " \t\r\n\u00a0\u2009\u202f"


class Output(NamedTuple):
    """What the tagger says of one window, arrays [tokens of the window + 2, width]; row 0 is the opening token.

    `tags` are the logits of three layers side by side, the others the vectors of the links.
    """

    window: Window
    tags: Reals
    query_cue: Reals
    key_cue: Reals
    query_source: Reals
    key_source: Reals


class Stretch(NamedTuple):
    """A text, the sub-words of a stretch of it, its outermost quotations, and what is content whatever the tagger says."""

    text: str
    tokens: Tokens
    pairs: Sequence[Pair]
    held: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class Calibration:
    """How logits become confidences.

    `temperature`: what they are divided by, for each layer and for the links. `trust`: what chance of being right the
    evidence for a content gives it.
    """

    temperature: Mapping[str, float] = field(default_factory=dict)
    trust: Trust = UNFITTED

    def of(self, name: str) -> float:
        """The divisor of a layer or of the links, 1 where none is given."""
        return self.temperature.get(name, 1.0)


class Linked(NamedTuple):
    """A cue or a source, and how sure its link is."""

    span: Span
    confidence: float


class Piece(NamedTuple):
    """One stretch of content with its cue and source; pieces of one content have the same ones."""

    content: Span
    confidence: float
    cue: Linked | None
    source: Linked | None
    sourceless: float
    """How sure it is that no source is named."""
    evidence: Evidence = Evidence(0.0, 0.0, 0.0)
    """What its confidence rests on."""


def decoded(stretch: Stretch, outputs: Sequence[Output], calibration: Calibration) -> list[Piece]:
    """The contents of a stretch in order. Never raises on odd figures; spans lie inside the text."""
    if not outputs:
        return []
    logits = _joined(outputs)
    borders = borders_of(stretch)
    labels = best_labels(logits, borders, _held(stretch))
    sure = _probabilities(logits, calibration)
    finds = [_Found(layer, runs(labels[index]), sure[:, index]) for index, layer in enumerate(LAYERS)]
    return list(_pieces(stretch, outputs, finds, calibration))


def content_share(outputs: Sequence[Output], calibration: Calibration) -> NDArray[np.float64]:
    """For each token the probability that it is content, marks or no."""
    return 1.0 - _probabilities(_joined(outputs), calibration)[:, 0, 0]


def _joined(outputs: Sequence[Output]) -> NDArray[np.float64]:
    """Logits [n, layers, labels] of all tokens, each from its home."""
    homes = [
        out.tags[1 + out.window.home_first - out.window.first : 1 + out.window.home_last - out.window.first]
        for out in outputs
    ]
    return np.nan_to_num(np.concatenate(homes)).astype(np.float64).reshape(-1, len(LAYERS), LABELS)


def _probabilities(logits: NDArray[np.float64], calibration: Calibration) -> NDArray[np.float64]:
    divisors = np.array([calibration.of(layer) for layer in LAYERS])
    return _softmax(logits / divisors[None, :, None])


def _softmax(values: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def borders_of(stretch: Stretch) -> Borders:
    """Where the marks and words of a stretch let a content begin and end."""
    tokens, text = stretch.tokens, stretch.text
    borders = Borders.none(len(tokens))
    borders.glued[:] = _glued(tokens, text)
    for number, pair in enumerate(stretch.pairs):
        first, last = covered(tokens, pair.start, pair.end)
        if first >= last:
            continue
        inner_first, inner_last = _inner(stretch, pair, first, last)
        borders.pair[first:last] = number
        borders.may_begin[inner_first + 1 : last] = False
        borders.may_end[first : inner_last - 1] = False
    return borders


def _inner(stretch: Stretch, pair: Pair, first: int, last: int) -> tuple[int, int]:
    """The first word of a quotation, and one past its last: a stop before the closing mark may be left out."""
    inner_first, inner_last = covered(stretch.tokens, pair.inner_start, pair.inner_end)
    inner_first, inner_last = min(max(inner_first, first), last - 1), max(min(inner_last, last), first + 1)
    while inner_last - 1 > inner_first and not _is_word(stretch, inner_last - 1):
        inner_last -= 1
    return inner_first, max(inner_last, inner_first + 1)


def _is_word(stretch: Stretch, token: int) -> bool:
    words = stretch.text[stretch.tokens.starts[token] : stretch.tokens.ends[token]]
    return any(char.isalnum() for char in words)


def _glued(tokens: Tokens, text: str) -> Flags:
    """Whether a token goes on with the word that the token before it began."""
    touching = np.zeros(len(tokens), dtype=np.bool_)
    touching[1:] = (tokens.starts[1:] == tokens.ends[:-1]) & (tokens.ends[1:] > tokens.starts[1:])
    for index in np.flatnonzero(touching).tolist():
        at = int(tokens.starts[index])
        touching[index] = at > 0 and text[at].isalnum() and text[at - 1].isalnum()
    return touching


def _held(stretch: Stretch) -> Flags:
    held = np.zeros(len(stretch.tokens), dtype=np.bool_)
    for span in stretch.held:
        held[slice(*covered(stretch.tokens, span.start, span.end))] = True
    return held


@dataclass(frozen=True, slots=True)
class _Found:
    """The spans of one layer as ranges of tokens, and the probabilities [n, labels] of the layer."""

    layer: str
    ranges: list[tuple[int, int]]
    sure: NDArray[np.float64]

    def evidence(self, first: int, last: int) -> Evidence:
        """For the span of the tokens first..last (end exclusive); behind the last token of all there is nothing."""
        beyond = 1.0 - self.sure[last, 0] if last < len(self.sure) else 0.0
        inside = 1.0 - self.sure[first:last, 0].mean()
        return Evidence(float(inside), float(self.sure[first, 1]), float(beyond))


def _pieces(
    stretch: Stretch, outputs: Sequence[Output], finds: Sequence[_Found], calibration: Calibration
) -> Iterator[Piece]:
    contents, sources, cues = finds
    temperature = calibration.of("link")
    homes = np.array([out.window.home_first for out in outputs])
    for content in contents.ranges:
        span = _span(stretch, *content)
        if span is None:
            continue
        out = outputs[int(np.searchsorted(homes, content[0], side="right")) - 1]
        cue = _chosen(out, _Asked("cue", content, content, CUE_DISTANCE), cues.ranges, temperature)
        asked = _Asked("source", content, cue.range, SOURCE_DISTANCE)
        source = _chosen(out, asked, sources.ranges, temperature)
        evidence = contents.evidence(*content)
        sure = calibration.trust.confidence(evidence)
        yield Piece(span, sure, _linked(stretch, cue), _linked(stretch, source), source.none, evidence)


def _span(stretch: Stretch, first: int, last: int) -> Span | None:
    start, end = int(stretch.tokens.starts[first]), int(stretch.tokens.ends[last - 1])
    return trimmed(stretch.text, start, end, _EDGES)


class _Asked(NamedTuple):
    """What a content looks for, near which tokens (None: anywhere), and what each token of distance costs."""

    role: str
    content: tuple[int, int]
    near: tuple[int, int] | None
    cost: float


class _Chosen(NamedTuple):
    """The tokens chosen, how sure the choice is, and how sure it was that there are none."""

    range: tuple[int, int] | None
    confidence: float
    none: float


def _chosen(out: Output, asked: _Asked, ranges: Iterable[tuple[int, int]], temperature: float) -> _Chosen:
    """The cue or source that a content chooses among those that begin in its window; None may win."""
    window = out.window
    near = [found for found in ranges if window.first <= found[0] < window.last]
    query, keys = (out.query_cue, out.key_cue) if asked.role == "cue" else (out.query_source, out.key_source)
    rows = [0, *(begin + 1 - window.first for begin, _ in near)]
    asking = query[asked.content[0] + 1 - window.first].astype(np.float64)
    # in double precision: a processor of another kind, which adds in another order, gives the same two digits
    scores = np.nan_to_num(keys[rows].astype(np.float64) @ asking)
    scores[1:] -= asked.cost * np.array([_distance(found, asked.near) for found in near])
    sure = _softmax(scores / temperature)
    best = int(sure.argmax())
    return _Chosen(near[best - 1] if best else None, round(float(sure[best]), 2), round(float(sure[0]), 2))


def _distance(one: tuple[int, int], other: tuple[int, int] | None) -> int:
    """Tokens between two ranges, at most FARTHEST; 0 where they touch, overlap, or there is no other."""
    if other is None:
        return 0
    return min(FARTHEST, max(other[0] - one[1], one[0] - other[1], 0))


def _linked(stretch: Stretch, chosen: _Chosen) -> Linked | None:
    span = _span(stretch, *chosen.range) if chosen.range else None
    return Linked(span, chosen.confidence) if span else None
