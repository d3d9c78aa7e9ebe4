"""Attention in steps that replay, and the graph that is written of it."""

from pathlib import Path

import pytest

WHY = "torch is not installed (pip install 'rostra[train]'); continuous integration does without it"
torch = pytest.importorskip("torch", reason=WHY)
onnx = pytest.importorskip("onnx", reason=WHY)

from torch import Tensor  # noqa: E402 - behind the gate
from torch.nn import functional  # noqa: E402

from rostra.training.export import write_onnx  # noqa: E402
from rostra.training.network import Layer, Tagger, attention, body_of  # noqa: E402
from tests.training.test_quotes import SHAPE, random_encoder  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
WIDTH, TOKENS = 8, 11


def attended(scale: float, tokens: int, padding: int = 0) -> Tensor:
    query, key, value = (part[:, :, : tokens + padding] for part in some(scale))
    return attention(query, key, value, seen(tokens)[:, :, : tokens + padding])


def some(scale: float = 1.0) -> Tensor:
    return scale * torch.randn(3, 2, 3, TOKENS, WIDTH, generator=torch.Generator().manual_seed(5))


def seen(tokens: int) -> Tensor:
    mask = torch.zeros(2, 1, TOKENS, 1)
    mask[:, :, :tokens] = 1.0
    return mask


def test_it_is_the_attention_of_torch() -> None:
    query, key, value = some()
    expected = functional.scaled_dot_product_attention(query, key, value)
    assert torch.allclose(attended(1.0, TOKENS), expected, atol=1e-6)


def test_padding_changes_nothing() -> None:
    assert torch.allclose(attended(1.0, 6, padding=5)[:, :, :6], attended(1.0, 6), atol=1e-6)


def test_scores_without_measure_leave_figures() -> None:
    assert bool(attended(1e4, TOKENS).isfinite().all())


def test_a_layer_attends_alike_in_training_and_in_use() -> None:
    torch.manual_seed(5)
    layer, x, mask = Layer(SHAPE, dropout=0.0), torch.randn(2, TOKENS, SHAPE.hidden), seen(7)
    assert torch.allclose(layer.train()(x, mask)[:, :7], layer.eval()(x, mask)[:, :7], atol=1e-5)


def test_the_graph_has_no_softmax(tmp_path: Path) -> None:
    """It is the one step of onnxruntime that a processor with AVX-512 rounds otherwise (docs/decisions/0032)."""
    write_onnx(tmp_path / "encoder.onnx", Tagger(body_of(random_encoder()), 8))
    steps = {node.op_type for node in onnx.load(tmp_path / "encoder.onnx").graph.node}
    assert not steps & {"Softmax", "LogSoftmax", "ReduceSum", "ReduceLogSumExp"}
