"""Weights are used only where they are whole and of the shape that is known."""

import json
from pathlib import Path

import numpy as np
import pytest

from rostra.backends.learned_card import read_card
from rostra.backends.learned_model import load_tagger
from rostra.kernel import EngineError, sha256_hex
from tests.backends.tiny_tagger import network, write_tagger


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_tagger(tmp_path / "weights", {})


def refusal(folder: Path) -> str:
    with pytest.raises(EngineError) as caught:
        load_tagger(folder)
    return str(caught.value)


def test_the_label_names_the_weights_by_version_and_hash(folder: Path) -> None:
    card, _ = read_card(folder)
    assert card.label == f"tiny-1-{card.files[0].sha256[:8]}"


def test_every_file_is_named_with_its_hash(folder: Path) -> None:
    card, _ = read_card(folder)
    assert [file.name for file in card.files] == ["learned/encoder.onnx", "learned/tokenizer.json"]


def test_a_folder_without_weights_is_refused_with_a_remedy(tmp_path: Path) -> None:
    assert "--model" in refusal(tmp_path)


def test_a_changed_file_is_refused(folder: Path) -> None:
    with (folder / "encoder.onnx").open("ab") as file:
        file.write(b"\0")
    assert "encoder.onnx is not the file" in refusal(folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    assert "tokenizer.json cannot be read" in refusal(folder)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"schema": "rostra.quotes-tagger/2"}, "its schema is"),
        ({"layers": []}, "the layers are"),
        ({"temperature": {"content": 0}}, "above 0"),
        ({"trust": {"constant": float("nan")}}, "trust"),
        ({"trust": {"luck": 1.0}}, "luck"),
        ({"max_tokens": None}, "misstates"),
        ({"files": {}}, "is not the file"),
    ],
)
def test_a_card_of_another_kind_is_refused(tmp_path: Path, changed: dict[str, object], words: str) -> None:
    assert words in refusal(write_tagger(tmp_path, {}, **changed))


@pytest.mark.parametrize("text", ["", "[]", "{", '"x"'])
def test_a_card_that_is_no_object_is_refused(folder: Path, text: str) -> None:
    (folder / "model.json").write_text(text, encoding="utf-8")
    assert "model.json" in refusal(folder)


def test_a_network_that_is_none_is_refused(folder: Path) -> None:
    assert "cannot be loaded" in refusal(rewritten(folder, b"no network"))


def test_a_network_without_links_is_refused(folder: Path) -> None:
    assert "cannot be run" in refusal(rewritten(folder, network({"tags": np.zeros((3, 9), np.float32)})))


def rewritten(folder: Path, content: bytes) -> Path:
    (folder / "encoder.onnx").write_bytes(content)
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    card["files"]["encoder.onnx"] = sha256_hex(content)
    (folder / "model.json").write_text(json.dumps(card), encoding="utf-8")
    return folder
