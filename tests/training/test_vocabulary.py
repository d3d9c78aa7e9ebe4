import numpy as np
import pytest

from rostra.training.encoder import Encoder, Shape, layer_choice, with_layers
from rostra.training.unigram import SPECIAL, is_unigram, pieces_of, tokenizer_json
from rostra.training.vocabulary import count_pieces, holds_mark, is_kept_anyway, pruned

tokenizers = pytest.importorskip("tokenizers")
PIECES = [
    *((name, 0.0) for name in SPECIAL),
    ("▁ship", -3.0),
    ("▁sh", -4.0),
    ("ip", -4.0),
    ("s", -5.0),
    (",”", -5.0),
    (",", -6.0),
    ("”", -6.0),
    ("你", -7.0),
]


def encoder() -> Encoder:
    words = np.arange(2 * len(PIECES), dtype=np.float32).reshape(-1, 2)
    return Encoder("small", Shape(2, 1, 1, 4, 8, 1e-12), {"words": words}, tokenizer_json(PIECES))


def test_offsets_are_code_points_of_the_text() -> None:
    found = tokenizers.Tokenizer.from_str(tokenizer_json(PIECES)).encode(
        "ships  ship", add_special_tokens=False
    )
    assert found.tokens == ["▁ship", "s", "▁ship"]
    assert found.offsets[1] == (4, 5)


def test_special_pieces_frame_a_text() -> None:
    assert tokenizers.Tokenizer.from_str(tokenizer_json(PIECES)).encode("ship").ids == [0, 4, 2]


def test_pieces_are_read_back() -> None:
    assert pieces_of(tokenizer_json(PIECES)) == PIECES
    assert is_unigram(tokenizer_json(PIECES))


def test_pruning_keeps_the_vectors_of_the_pieces_that_stay() -> None:
    found = pruned(encoder(), {"▁ship", ",”"})
    kept = [piece for piece, _ in pieces_of(found.tokenizer)]
    assert kept == [*SPECIAL, "▁ship", "s", ",", "”"]
    assert found.tensors["words"][4].tolist() == [8.0, 9.0]


@pytest.mark.parametrize(
    ("piece", "kept"),
    [("▁", True), ("s", True), ("▁я", True), ("“", True), ("7", True), ("ip", False), ("你", False)],
)
def test_letters_of_the_scripts_digits_and_signs_always_stay(piece: str, kept: bool) -> None:
    assert is_kept_anyway(piece) == kept


@pytest.mark.parametrize(
    ("piece", "joined"), [(",”", True), ("”", False), ("▁“", False), ("’s", False), ("«А", True)]
)
def test_a_quotation_mark_stands_alone(piece: str, joined: bool) -> None:
    assert holds_mark(piece) == joined


def test_pieces_are_counted() -> None:
    counts = count_pieces(tokenizers.Tokenizer.from_str(tokenizer_json(PIECES)), ["ships ship", "ship"])
    assert counts["▁ship"] == 3


def test_the_lowest_layers_stay() -> None:
    assert layer_choice(12, 8) == tuple(range(8))
    assert layer_choice(6, 8) == tuple(range(6))


def test_layers_are_numbered_anew() -> None:
    parts = ("query", "key", "value", "attended", "attended_norm", "wide", "narrow", "narrow_norm")
    tensors = {
        f"layers.{n}.{p}.{e}": np.full(1, n, dtype=np.float32)
        for n in range(3)
        for p in parts
        for e in ("weight", "bias")
    }
    found = with_layers(Encoder("three", Shape(2, 3, 1, 4, 8, 1e-12), tensors, ""), (0, 2))
    assert (found.shape.layers, found.tensors["layers.1.wide.bias"].tolist()) == (2, [2.0])
