"""A BERT encoder in a folder as sentence-transformers writes it: `config.json`, `model.safetensors`, `tokenizer.json`."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from rostra.kernel import Place, SourceError
from rostra.training.encoder import Array, Encoder, Shape
from rostra.training.unigram import SPECIAL

_FILES = ("config.json", "model.safetensors", "tokenizer.json")
_PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "attended",
    "attention.output.LayerNorm": "attended_norm",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "narrow_norm",
}
_LAYER = re.compile(r"encoder\.layer\.(\d+)\.(.+)\.(weight|bias)")
_OWN_NAMES = ("[CLS]", "[PAD]", "[SEP]", "[UNK]")
"""What BERT calls the pieces of SPECIAL."""


def is_sentence_encoder(folder: Path) -> bool:
    """Whether the folder holds what is read."""
    return all((folder / name).is_file() for name in _FILES)


def read_sentence_encoder(folder: Path) -> Encoder:
    """The encoder of the folder. Raises SourceError where it is no BERT with float32 weights."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    if config.get("model_type") != "bert":
        raise SourceError(
            "no BERT encoder", place=Place(str(folder)), remedy="give a folder of a BERT encoder"
        )
    tensors = dict(_tensors(folder / "model.safetensors"))
    tensors["positions"] = tensors["positions"] + tensors.pop("types")[0]
    order, tokenizer = _with_our_specials(json.loads((folder / "tokenizer.json").read_text(encoding="utf-8")))
    tensors["words"] = tensors["words"][order]
    shape = Shape(
        config["hidden_size"],
        config["num_hidden_layers"],
        config["num_attention_heads"],
        config["intermediate_size"],
        config["max_position_embeddings"],
        config["layer_norm_eps"],
    )
    return Encoder(str(config.get("_name_or_path") or folder.parent.name), shape, tensors, tokenizer)


def _tensors(path: Path) -> Iterator[tuple[str, Array]]:
    """The tensors under our names: a length, a JSON directory, then the numbers (the safetensors format)."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    for name, entry in json.loads(raw[8 : 8 + size]).items():
        ours = _name(name.removeprefix("bert."))
        if ours is None:
            continue
        if entry["dtype"] != "F32":
            raise SourceError(
                "weights are not float32", place=Place(str(path)), remedy="save them as float32"
            )
        start, end = (8 + size + offset for offset in entry["data_offsets"])
        yield ours, np.frombuffer(raw[start:end], "<f4").reshape(entry["shape"])


def _name(name: str) -> str | None:
    kept = {
        "embeddings.word_embeddings.weight": "words",
        "embeddings.position_embeddings.weight": "positions",
        "embeddings.token_type_embeddings.weight": "types",
        "embeddings.LayerNorm.weight": "norm.weight",
        "embeddings.LayerNorm.bias": "norm.bias",
    }
    found = _LAYER.fullmatch(name)
    if found and found[2] in _PARTS:
        return f"layers.{found[1]}.{_PARTS[found[2]]}.{found[3]}"
    return kept.get(name)


def _with_our_specials(tokenizer: dict[str, Any]) -> tuple[list[int], str]:
    """The tokenizer with the special pieces first, under our names; and which piece stood where."""
    vocabulary = tokenizer["model"]["vocab"]
    names = sorted(
        vocabulary, key=lambda name: (_OWN_NAMES.index(name) if name in _OWN_NAMES else 4, vocabulary[name])
    )
    order = [vocabulary[name] for name in names]
    ours = dict(zip(_OWN_NAMES, SPECIAL, strict=True))
    tokenizer["model"]["vocab"] = {ours.get(name, name): place for place, name in enumerate(names)}
    tokenizer["model"]["unk_token"] = SPECIAL[3]
    tokenizer["added_tokens"] = []
    tokenizer["post_processor"] = tokenizer["truncation"] = tokenizer["padding"] = None
    return order, json.dumps(tokenizer, ensure_ascii=False)
