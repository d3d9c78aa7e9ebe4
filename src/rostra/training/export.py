"""The trained network as files that the learned engine reads: int8 ONNX, tokenizer, and what is said of them."""

import json
import logging
import warnings
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from rostra.backends.learned_trust import UNFITTED, Trust
from rostra.kernel import sha256_hex
from rostra.training.labels import LABELS, LAYERS
from rostra.training.network import Tagger

SCHEMA = "rostra.quotes-tagger/1"
OPSET = 17
INPUTS = ("input_ids", "attention_mask", "marks")
OUTPUTS = ("tags", "query_cue", "key_cue", "query_source", "key_source")
MAX_TOKENS = 256


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of a model: who it is, what it learned from, and how sure its figures are."""

    name: str
    version: str
    languages: tuple[str, ...]
    trained_on: tuple[str, ...]
    temperature: Mapping[str, float] = field(default_factory=dict)
    trust: Trust = UNFITTED
    threshold: Mapping[str, float] = field(default_factory=dict)
    figures: Mapping[str, float] = field(default_factory=dict)


def write_model(folder: Path, tagger: Tagger, tokenizer: str, description: Description) -> None:
    """Writes `encoder.onnx`, `tokenizer.json` and `model.json` with the hashes of both."""
    folder.mkdir(parents=True, exist_ok=True)
    write_onnx(folder / "encoder.onnx", tagger)
    (folder / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    files = {name: sha256_hex((folder / name).read_bytes()) for name in ("encoder.onnx", "tokenizer.json")}
    card = json.dumps(_card(tagger, description, files), ensure_ascii=False, indent=2)
    (folder / "model.json").write_text(card + "\n", encoding="utf-8")


def _card(tagger: Tagger, description: Description, files: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": description.name,
        "version": description.version,
        "schema": SCHEMA,
        "max_tokens": MAX_TOKENS,
        "layers": [{"name": layer, "labels": list(LABELS)} for layer in LAYERS],
        "link_width": tagger.links.out_features // 4,
        "temperature": dict(description.temperature),
        "trust": asdict(description.trust),
        "threshold": dict(description.threshold),
        "languages": list(description.languages),
        "trained_on": list(description.trained_on),
        "figures": dict(description.figures),
        "files": dict(files),
    }


def write_onnx(path: Path, tagger: Tagger) -> None:
    """The network in int8, each output channel with its own scale.

    Weights have seven bits, so that processors with and without VNNI agree: without it, sums of pairs of eight-bit
    products overflow sixteen bits. Between them, `network.attention` takes steps that they round alike.
    """
    whole = path.with_suffix(".float.onnx")
    _write_float(whole, tagger.eval())
    logging.getLogger().setLevel(logging.ERROR)
    quantize_dynamic(whole, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    whole.unlink()


def _write_float(path: Path, tagger: Tagger) -> None:
    ids = torch.full((2, 8), 4)
    axes = {name: {0: "batch", 1: "tokens"} for name in (*INPUTS, *OUTPUTS)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            tagger,
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            path,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
