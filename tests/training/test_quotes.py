"""The whole way from texts to a model, with an encoder of random weights: no language, but every step."""

import json
from pathlib import Path

import pytest

WHY = "torch is not installed (pip install 'rostra[train]'); continuous integration does without it"
torch = pytest.importorskip("torch", reason=WHY)
pytest.importorskip("onnx", reason=WHY)

import numpy as np  # noqa: E402 - behind the gate

from rostra.backends.learned_model import load_tagger  # noqa: E402
from rostra.training.checkpoint import load, save  # noqa: E402
from rostra.training.corpora import Corpus, split  # noqa: E402
from rostra.training.course import BEST, STATE, Course  # noqa: E402
from rostra.training.encoder import LAYER_TENSORS, Encoder, Shape  # noqa: E402
from rostra.training.network import Tagger, body_of  # noqa: E402
from rostra.training.quotes import train_on  # noqa: E402
from rostra.training.settings import Settings  # noqa: E402
from rostra.training.unigram import SPECIAL, tokenizer_json  # noqa: E402
from tests.training.written import examples  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
SHAPE = Shape(32, 2, 4, 64, 128, 1e-12)
WIDE = {"wide": (64, 32), "narrow": (32, 64)}


def random_encoder() -> Encoder:
    words = sorted({word for one in examples() for word in one.text.split()} | set("“”.,:"))
    letters = sorted({letter for one in examples() for letter in one.text})
    pieces = [
        *((name, 0.0) for name in SPECIAL),
        *((f"▁{word}", -5.0) for word in words),
        *((c, -9.0) for c in letters),
    ]
    rng = np.random.default_rng(3)

    def some(*shape: int) -> np.ndarray:
        return rng.normal(0, 0.1, shape).astype(np.float32)

    tensors = {
        "words": some(len(pieces), 32),
        "positions": some(128, 32),
        "norm.weight": some(32) + 1,
        "norm.bias": some(32),
    }
    for layer in range(SHAPE.layers):
        for part in LAYER_TENSORS:
            rows, columns = WIDE.get(part, (32, 32))
            weight = some(32) + 1 if part.endswith("norm") else some(rows, columns)
            tensors[f"layers.{layer}.{part}.weight"] = weight
            tensors[f"layers.{layer}.{part}.bias"] = some(rows)
    return Encoder("random", SHAPE, tensors, tokenizer_json(pieces))


def settings(out: Path, **changes: object) -> Settings:
    chosen = {
        "epochs": 1,
        "batch_tokens": 128,
        "window_tokens": 48,
        "threads": 1,
        "save_every": 2,
        "rate": 1e-3,
        **changes,
    }
    return Settings((), out, **chosen)  # type: ignore[arg-type]  # a test's own choices


def course(chosen: Settings, corpus: Corpus) -> Course:
    torch.manual_seed(chosen.seed)
    encoder = random_encoder()
    from tokenizers import Tokenizer

    return Course(chosen, corpus, Tagger(body_of(encoder), 8), Tokenizer.from_str(encoder.tokenizer))


def test_a_run_ends_in_a_model_that_the_engine_loads(tmp_path: Path) -> None:
    trained = train_on(settings(tmp_path), split(examples(20)), random_encoder(), lambda _: None)
    tagger = load_tagger(tmp_path)
    assert tagger.encode("Valdoria")[0]
    assert set(trained.threshold) == {"content", "speaker"}
    assert json.loads((tmp_path / "model.json").read_text(encoding="utf-8"))["max_tokens"] == 256


def test_a_model_is_called_by_its_folder_unless_a_name_is_given(tmp_path: Path) -> None:
    cards = []
    for chosen in (settings(tmp_path / "desk"), settings(tmp_path / "b", name="harbour", edition="2026.11")):
        train_on(chosen, split(examples(20)), random_encoder(), lambda _: None)
        cards.append(load_tagger(chosen.out).card)
    assert [(card.name, card.version) for card in cards] == [("desk", "1"), ("harbour", "2026.11")]


def test_a_killed_run_that_is_resumed_ends_as_one_that_was_not(tmp_path: Path) -> None:
    corpus = split(examples(20))
    course(settings(tmp_path / "whole"), corpus).run(lambda _: None)
    course(settings(tmp_path / "parts"), corpus).run(lambda _: None, stop_after=4)
    course(settings(tmp_path / "parts", resume=True), corpus).run(lambda _: None)
    whole, parts = (load(tmp_path / name / STATE) for name in ("whole", "parts"))
    assert whole is not None
    assert parts is not None
    for part in ("tagger", "mean"):
        assert all(torch.equal(whole[part][name], parts[part][name]) for name in whole[part])


def test_the_mean_of_the_states_is_kept_and_lags_behind_the_last(tmp_path: Path) -> None:
    made = course(settings(tmp_path, memory=0.9), Corpus(tuple((one,) for one in examples(20)), ()))
    first = made.tagger.tags.weight.detach().clone()
    made.run(lambda _: None)
    best = load(tmp_path / BEST)
    assert best is not None
    kept, last = best["tagger"]["tags.weight"], made.tagger.tags.weight.detach()
    assert 0 < float((kept - first).norm()) < float((last - first).norm())


def test_the_loss_falls(tmp_path: Path) -> None:
    losses: list[float] = []
    chosen = settings(tmp_path, epochs=6, rate=3e-3)
    course(chosen, Corpus(tuple((one,) for one in examples(20)), ())).run(lambda s: losses.append(s.loss))
    assert min(losses[-4:]) < losses[0] / 2


def test_a_state_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path / BEST, {"step": 1})
    monkeypatch.setattr(torch, "save", lambda state, out: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        save(tmp_path / BEST, {"step": 2})
    monkeypatch.undo()
    assert load(tmp_path / BEST) == {"step": 1}
