"""The tagger: an encoder, a mark embedding, three layers of tags, and two bilinear links."""

from collections.abc import Mapping
from itertools import product

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from rostra.training.encoder import Array, Encoder, Shape
from rostra.training.labels import LABELS, LAYERS, TAGS

MARKS = 4
"""Kinds of `marks`: bit 0 inside a pair of quotation marks, bit 1 first token of a paragraph."""
LARGEST_SCORE = 70.0
"""Attention counts a score beyond it, either way, as this one: no power of it, nor a sum of them, leaves float32.

Scores of the first shipped weights lie between -61 and 41 on six held-out articles (3,039 tokens).
"""


class Layer(nn.Module):
    """One layer of BERT: attention, then two linear maps, each with its residual and norm behind it."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.dropout = dropout
        self.query = nn.Linear(shape.hidden, shape.hidden)
        self.key = nn.Linear(shape.hidden, shape.hidden)
        self.value = nn.Linear(shape.hidden, shape.hidden)
        self.attended = nn.Linear(shape.hidden, shape.hidden)
        self.attended_norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.wide = nn.Linear(shape.hidden, shape.wide)
        self.narrow = nn.Linear(shape.wide, shape.hidden)
        self.narrow_norm = nn.LayerNorm(shape.hidden, shape.epsilon)

    def forward(self, x: Tensor, seen: Tensor) -> Tensor:
        """`x` [B,T,H] and `seen` [B,1,T,1], 1 for a token and 0 for padding, to [B,T,H]."""
        batch, length, hidden = x.shape
        query, key, value = (
            part(x).view(batch, length, self.heads, hidden // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = self._attend(query, key, value, seen).transpose(1, 2).reshape(batch, length, hidden)
        x = self.attended_norm(x + self.attended(mixed))
        made: Tensor = self.narrow_norm(x + self._drop(self.narrow(functional.gelu(self.wide(x)))))
        return made

    def _attend(self, query: Tensor, key: Tensor, value: Tensor, seen: Tensor) -> Tensor:
        if not self.training:
            return attention(query, key, value, seen)
        # one fused step; without dropout of its weights, whose random numbers cost too much
        barred = (1.0 - seen.transpose(-1, -2)) * -1e4
        return functional.scaled_dot_product_attention(query, key, value, attn_mask=barred.to(query.dtype))

    def _drop(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.dropout, self.training)


def attention(query: Tensor, key: Tensor, value: Tensor, seen: Tensor) -> Tensor:
    """Scaled dot-product attention, [B,heads,T,width] each, `seen` [B,1,T,1], in steps that replay.

    The softmax of onnxruntime gives other last digits with AVX-512 than without. Here powers are summed by a product of
    matrices, which was found to give the same ones (docs/decisions/0032).
    """
    scores = query @ key.transpose(-1, -2) / float(query.shape[-1]) ** 0.5
    powers = scores.clamp(-LARGEST_SCORE, LARGEST_SCORE).exp()
    return (powers @ (value * seen)) / (powers @ seen)


class Body(nn.Module):
    """The encoder: pieces (and marks) to one vector a token."""

    def __init__(self, shape: Shape, pieces: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.frozen = 0
        self.words = nn.Embedding(pieces, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.marks = nn.Embedding(MARKS, shape.hidden)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """`ids`, `mask`, `marks` int64 [B,T] to [B,T,H]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(places)[None] + self.marks(marks))
        x = functional.dropout(x, self.dropout, self.training)
        seen = mask[:, None, :, None].to(x.dtype)
        for number, layer in enumerate(self.layers):
            with torch.set_grad_enabled(torch.is_grad_enabled() and number >= self.frozen):
                x = layer(x, seen)
        return x

    def freeze(self, layers: int) -> None:
        """Keeps the words as they are (all languages share their space), and with them that many lowest layers."""
        self.frozen = layers
        fixed = [
            self.words,
            *([self.positions, self.norm, self.marks] if layers else []),
            *self.layers[:layers],
        ]
        for part in fixed:
            part.requires_grad_(requires_grad=False)


class Tagger(nn.Module):
    """Tags of every token, and vectors that link a content's first token with its cue's and its source's."""

    def __init__(self, body: Body, link_width: int = 64) -> None:
        super().__init__()
        self.body = body
        hidden = body.norm.normalized_shape[0]
        self.tags = nn.Linear(hidden, len(TAGS))
        self.links = nn.Linear(hidden, 4 * link_width)

    def forward(self, ids: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        """Tags [B,T,9], then query and key of the cue, query and key of the source [B,T,width]."""
        x = self.body(ids, mask, marks)
        query_cue, key_cue, query_source, key_source = self.links(x).chunk(4, dim=-1)
        scale = float(query_cue.shape[-1]) ** -0.5
        return self.tags(x), query_cue * scale, key_cue, query_source * scale, key_source


def device_of(tagger: Tagger) -> torch.device:
    """Where the network computes."""
    return tagger.tags.weight.device


def shift(tagger: Tagger, offsets: Mapping[str, float]) -> None:
    """Adds an offset to the bias of each layer's labels B and I."""
    with torch.no_grad():
        for place, (layer, label) in enumerate(product(LAYERS, LABELS)):
            tagger.tags.bias[place] += offsets[layer] if label != "O" else 0.0


def body_of(encoder: Encoder, dropout: float = 0.1) -> Body:
    """A body with the weights of a pre-trained encoder."""
    body = Body(encoder.shape, encoder.pieces, dropout)
    state = {_torch_name(name): torch.from_numpy(np.array(value)) for name, value in encoder.tensors.items()}
    state["marks.weight"] = torch.zeros(MARKS, encoder.shape.hidden)
    body.load_state_dict(state)
    return body


def _torch_name(name: str) -> str:
    return f"{name}.weight" if name in {"words", "positions"} else name


def pooled(body: Body, ids: Tensor, mask: Tensor) -> Array:
    """Mean over the tokens, of length one: what a sentence encoder gives. For tests against the original."""
    with torch.no_grad():
        x = body.eval()(ids, mask, torch.zeros_like(ids))
    weights = mask[..., None].to(x.dtype)
    mean = functional.normalize((x * weights).sum(1) / weights.sum(1), dim=-1)
    found: Array = mean.numpy()
    return found
