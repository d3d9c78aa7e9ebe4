"""A pre-trained encoder as plain arrays, whatever package carried it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

LAYER_TENSORS = ("query", "key", "value", "attended", "attended_norm", "wide", "narrow", "narrow_norm")
"""What each layer holds, each as `layers.N.NAME.weight` and `.bias`."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a BERT-like encoder (post-norm, GELU, learned positions)."""

    hidden: int
    layers: int
    heads: int
    wide: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Encoder:
    """An encoder: its shape, float32 tensors by name, and the `tokenizers` JSON text of its tokenizer.

    Tensors: `words` [pieces, hidden], `positions` [positions, hidden], `norm.weight`, `norm.bias` [hidden] and
    LAYER_TENSORS. The vector of the first token type is already added to `positions`.
    """

    name: str
    shape: Shape
    tensors: Mapping[str, Array]
    tokenizer: str

    @property
    def pieces(self) -> int:
        """How many pieces the vocabulary holds."""
        return len(self.tensors["words"])


def with_layers(encoder: Encoder, kept: Sequence[int]) -> Encoder:
    """The encoder with these of its layers, in this order."""
    tensors = {name: value for name, value in encoder.tensors.items() if not name.startswith("layers.")}
    for place, old in enumerate(kept):
        for part in LAYER_TENSORS:
            for end in ("weight", "bias"):
                tensors[f"layers.{place}.{part}.{end}"] = encoder.tensors[f"layers.{old}.{part}.{end}"]
    return replace(encoder, shape=replace(encoder.shape, layers=len(kept)), tensors=tensors)


def layer_choice(total: int, wanted: int) -> tuple[int, ...]:
    """The lowest layers: the upper ones of a sentence encoder serve its pooling, not its tokens (docs/training.md)."""
    return tuple(range(min(total, wanted)))
