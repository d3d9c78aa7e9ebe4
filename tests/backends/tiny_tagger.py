"""A tagger of a few words, written by hand: it looks each word up, so a test says itself what is content, cue and source.

The network is ONNX of four lookups; its bytes are put together here (protocol buffers, onnx.proto3), so that no test
needs a library for making networks, nor weights.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers

from rostra.kernel import sha256_hex

WIDTH = 2
CONTENT, SOURCE, CUE = 0, 3, 6
UNKNOWN = "<unk>"
EDGES = ("<s>", "</s>", UNKNOWN)


def write_tagger(folder: Path, words: Mapping[str, Mapping[str, Any]], **changed: Any) -> Path:
    """Writes weights that know some words: each maps to `labels` (layer to B or I), and vectors of the links."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = {word: index for index, word in enumerate([*EDGES, *words])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=UNKNOWN))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    written = {
        "encoder.onnx": network(_tables(vocabulary, words)),
        "tokenizer.json": tokenizer.to_str().encode(),
    }
    for name, content in written.items():
        (folder / name).write_bytes(content)
    (folder / "model.json").write_text(json.dumps(card(written) | changed), encoding="utf-8")
    return folder


def card(written: Mapping[str, bytes]) -> dict[str, Any]:
    """A lawful card for some files."""
    return {
        "name": "tiny",
        "version": "1",
        "schema": "rostra.quotes-tagger/1",
        "max_tokens": 32,
        "layers": [{"name": name, "labels": ["O", "B", "I"]} for name in ("content", "source", "cue")],
        "link_width": WIDTH,
        "temperature": {"content": 1.0, "source": 1.0, "cue": 1.0, "link": 1.0},
        "threshold": {},
        "trained_on": [],
        "languages": ["en"],
        "files": {name: sha256_hex(content) for name, content in written.items()},
    }


def _tables(vocabulary: Mapping[str, int], words: Mapping[str, Mapping[str, Any]]) -> dict[str, np.ndarray]:
    tables = {"tags": np.zeros((len(vocabulary), 9), np.float32)}
    tables["tags"][:, [CONTENT, SOURCE, CUE]] = 4.0
    for name in ("query_cue", "key_cue", "query_source", "key_source"):
        tables[name] = np.zeros((len(vocabulary), WIDTH), np.float32)
    for word, entry in words.items():
        for layer, label in entry.get("labels", {}).items():
            tables["tags"][vocabulary[word], layer : layer + 3] = {"B": (0, 6, 2), "I": (0, 2, 6)}[label]
        for name in entry.keys() - {"labels"}:
            tables[name][vocabulary[word]] = entry[name]
    return tables


def network(tables: Mapping[str, np.ndarray]) -> bytes:
    """An ONNX model: one lookup of the words' ids for each table."""
    graph = b"".join(_field(1, _lookup(name)) for name in tables)
    graph += _field(2, b"tiny")
    graph += b"".join(_field(5, _tensor(f"table_{name}", table)) for name, table in tables.items())
    graph += b"".join(_field(11, _value(name, 7)) for name in ("input_ids", "attention_mask", "marks"))
    graph += b"".join(_field(12, _value(name, 1)) for name in tables)
    return _field(1, 8) + _field(7, graph) + _field(8, _field(1, b"") + _field(2, 17))


def _lookup(name: str) -> bytes:
    return _strings(1, (f"table_{name}", "input_ids")) + _strings(2, (name,)) + _strings(4, ("Gather",))


def _tensor(name: str, table: np.ndarray) -> bytes:
    dims = b"".join(_field(1, size) for size in table.shape)
    return dims + _field(2, 1) + _strings(8, (name,)) + _field(9, table.tobytes())


def _value(name: str, kind: int) -> bytes:
    axes = b"".join(_field(1, _strings(2, (axis,))) for axis in ("batch", "tokens"))
    shape = _field(2, axes + (_field(1, _strings(2, (f"{name}_width",))) if kind == 1 else b""))
    return _strings(1, (name,)) + _field(2, _field(1, _field(1, kind) + shape))


def _strings(number: int, values: Iterable[str]) -> bytes:
    return b"".join(_field(number, value.encode()) for value in values)


def _field(number: int, value: int | bytes) -> bytes:
    """One field of a protocol buffer: an integer, or bytes with their length."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes((*found, value))
