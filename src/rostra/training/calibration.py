"""How sure the network may say it is: temperatures and thresholds from the held-out texts.

Temperature scaling after Guo et al. 2017, On Calibration of Modern Neural Networks: one divisor a layer, chosen by
the likelihood of what people marked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rostra.backends.learned_decode import Calibration, Output, Piece, Stretch, decoded
from rostra.training.example import Example
from rostra.training.inference import joined, outputs_of
from rostra.training.labels import LABELS, LAYERS, TokenLabels, token_labels
from rostra.training.network import Tagger
from rostra.training.scoring import Tally, tally
from rostra.training.tokens import tokens_of

Logits = NDArray[np.float64]
_DIVISORS = np.linspace(0.6, 3.0, 49)
OFFSETS = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5)
_THRESHOLDS = tuple(round(0.1 + 0.02 * step, 2) for step in range(41))


@dataclass(frozen=True, slots=True)
class Heard:
    """An example, what the network says of it, and what it should have said."""

    example: Example
    stretch: Stretch
    outputs: list[Output]
    labels: TokenLabels


def hear(tagger: Tagger, examples: Iterable[Example], tokenizer: Tokenizer) -> list[Heard]:
    """The network's words on each example."""
    found = []
    for one in examples:
        tokens = tokens_of(one.text, one.lang, tokenizer)
        labels = token_labels(one, tokens.spans)
        found.append(Heard(one, tokens.stretch, outputs_of(tagger, tokens), labels))
    return found


def temperatures(heard: Sequence[Heard]) -> dict[str, float]:
    """The divisors of the layers and of the links."""
    found = {}
    for number, layer in enumerate(LAYERS):
        rows = np.concatenate([_home_tags(one)[:, number] for one in heard])
        wanted = np.concatenate([np.array(one.labels.tags[number]) for one in heard])
        found[layer] = _likeliest([(rows, wanted)])
    found["link"] = _likeliest([case for one in heard for case in _link_cases(one)])
    return found


def _home_tags(one: Heard) -> Logits:
    homes = [out.tags[_home(out)] for out in one.outputs]
    return np.concatenate(homes).astype(np.float64).reshape(-1, len(LAYERS), 3)


def _home(out: Output) -> slice:
    return slice(1 + out.window.home_first - out.window.first, 1 + out.window.home_last - out.window.first)


def _link_cases(one: Heard) -> Iterable[tuple[Logits, NDArray[np.int64]]]:
    """For each content the scores of all tokens of its window as its source, and which was right."""
    for out in one.outputs:
        for content, source in one.labels.source_of.items():
            inside = out.window.home_first <= content < out.window.home_last
            right = 0 if source is None else source - out.window.first + 1
            if inside and 0 <= right < len(out.tags):
                scores = out.key_source @ out.query_source[content - out.window.first + 1]
                yield scores.astype(np.float64)[None], np.array([right])


def _likeliest(cases: Sequence[tuple[Logits, NDArray[np.int64]]]) -> float:
    def loss(divisor: float) -> float:
        return sum(_surprise(rows / divisor, wanted) for rows, wanted in cases)

    return round(float(min(_DIVISORS, key=loss)), 2) if cases else 1.0


def _surprise(rows: Logits, wanted: NDArray[np.int64]) -> float:
    highest = rows.max(axis=-1, keepdims=True)
    total = np.log(np.exp(rows - highest).sum(axis=-1)) + highest[:, 0]
    return float((total - rows[np.arange(len(rows)), wanted]).sum())


def offsets(heard: Sequence[Heard]) -> dict[str, float]:
    """What is added to the logits of each layer's B and I so that F1 with source is best.

    Trained by cross entropy on tokens most of which are outside, the layers of sources and cues are too shy: a content
    that finds neither is lost. One layer after the other, each over OFFSETS, contents last.
    """
    chosen = dict.fromkeys(LAYERS, 0.0)
    for layer in ("cue", "source", "content"):
        chosen[layer] = max(OFFSETS, key=lambda by: (_f1_with(heard, {**chosen, layer: by}), -by))
    return chosen


def _f1_with(heard: Sequence[Heard], chosen: Mapping[str, float]) -> float:
    total = Tally()
    for one in heard:
        found = decoded(one.stretch, shifted(one.outputs, chosen), Calibration({}))
        total += tally(
            one.example.text, one.example.attributions, joined(p for p in found if p.cue or p.source)
        )
    return total.f1_with_source


def shifted(outputs: Iterable[Output], chosen: Mapping[str, float]) -> list[Output]:
    """The outputs with the offsets added."""
    added = np.array(
        [chosen[layer] * (label != "O") for layer in LAYERS for label in LABELS], dtype=np.float32
    )
    return [output._replace(tags=output.tags + added) for output in outputs]


def with_offsets(heard: Iterable[Heard], chosen: Mapping[str, float]) -> list[Heard]:
    """The same as a network with these offsets would have said it."""
    return [replace(one, outputs=shifted(one.outputs, chosen)) for one in heard]


def decode_all(heard: Sequence[Heard], calibration: Calibration) -> list[list[Piece]]:
    """The pieces of each example; one that found neither cue nor source is none."""
    return [
        [piece for piece in decoded(one.stretch, one.outputs, calibration) if piece.cue or piece.source]
        for one in heard
    ]


def thresholds(heard: Sequence[Heard], calibration: Calibration) -> dict[str, float]:
    """The confidence of content, and of its speaker, from which on F1 is best; of equals the lowest."""
    pieces = decode_all(heard, calibration)
    content = max(_THRESHOLDS, key=lambda t: (tally_of(heard, pieces, t).f1, -t))
    speaker = max(_THRESHOLDS, key=lambda t: (tally_of(heard, pieces, content, t).f1_with_source, -t))
    return {"content": content, "speaker": speaker}


def tally_of(
    heard: Sequence[Heard], pieces: Sequence[list[Piece]], content: float, speaker: float = 0.0
) -> Tally:
    """How the examples fare with these thresholds."""
    total = Tally()
    for one, found in zip(heard, pieces, strict=True):
        kept = [_with_sure_source(p, speaker) for p in found if p.confidence >= content]
        total += tally(one.example.text, one.example.attributions, joined(kept))
    return total


def _with_sure_source(piece: Piece, least: float) -> Piece:
    sure = piece.source is not None and piece.source.confidence >= least
    return piece if sure else piece._replace(source=None)
