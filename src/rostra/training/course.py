"""One training run from its first batch to its best state; a kill costs at most `save_every` batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from rostra.kernel import Place, SourceError
from rostra.training import checkpoint
from rostra.training.augment import varied
from rostra.training.batches import Window, cuts, shuffled_batches, window
from rostra.training.corpora import Corpus
from rostra.training.example import Example
from rostra.training.inference import measured
from rostra.training.labels import token_labels
from rostra.training.network import Tagger, device_of
from rostra.training.optimising import loss_of, optimiser, set_rate, tensors_of
from rostra.training.progress import Stage, Tell
from rostra.training.settings import Settings
from rostra.training.tokens import tokens_of

STATE, BEST = "state.pt", "best.pt"
SILVER_PART = 3
"""Windows of open text are a third as long: around what the rules are sure of, not pages without a label."""
EMPTY_SILVER = 0.03
"""Share of the windows of open text that are learned although the rules are sure of nothing in them."""
CLIPPED = 1.0
"""Longest gradient."""


@dataclass(slots=True)
class _Place:
    """How far a run has come; what a resumed run begins with."""

    epoch: int = 0
    batch: int = 0
    step: int = 0
    best: float = -1.0
    worse: int = 0


class Course:
    """A network, its optimiser, and the corpus that it goes through."""

    def __init__(self, settings: Settings, corpus: Corpus, tagger: Tagger, tokenizer: Tokenizer) -> None:
        self.settings = settings
        self.corpus = corpus
        self.tagger = tagger
        self.tokenizer = tokenizer
        tagger.to("cuda" if torch.cuda.is_available() else "cpu")
        tagger.body.freeze(settings.frozen)
        self.optimiser = optimiser(tagger, settings.rate)
        self.mean = AveragedModel(tagger, multi_avg_fn=get_ema_multi_avg_fn(settings.memory))
        """The weights' moving mean: steadier than any one state, so it is what is measured and kept."""
        self.place = _Place()
        settings.out.mkdir(parents=True, exist_ok=True)
        if settings.threads:
            torch.set_num_threads(settings.threads)

    def run(self, tell: Tell, stop_after: int | None = None) -> None:
        """Trains until the last epoch or until the held-out texts get no better; `stop_after` steps, for tests."""
        torch.manual_seed(self.settings.seed)
        if self.settings.resume:
            self._resume()
        total = len(self.batches(0)) * self.settings.epochs
        self.tagger.train()
        while self.place.epoch < self.settings.epochs and self.place.worse < self.settings.patience:
            for _ in self._epoch(total, tell):
                if stop_after is not None and self.place.step >= stop_after:
                    return
            self._judge(tell)

    def batches(self, epoch: int) -> list[list[Window]]:
        """The batches of an epoch: the same for the same seed, other variants and windows in each epoch."""
        rng = random.Random(self.settings.seed * 1000 + epoch)  # noqa: S311 - an order, no secret
        windows = [w for group in self.corpus.taught for w in self._windows(group, rng)]
        return list(shuffled_batches(windows, self.settings.batch_tokens, rng))

    def _windows(self, group: Sequence[Example], rng: random.Random) -> Iterator[Window]:
        part = SILVER_PART if group[0].origin == "silver" else 1
        size = self.settings.window_tokens // part - 2
        for _ in range(self.settings.repeats if group[0].origin == "gold" else 1):
            one = rng.choice(group)
            tokens = tokens_of(varied(one.text, rng, self.settings.varied), one.lang, self.tokenizer)
            labels = token_labels(one, tokens.spans)
            for first, last in cuts(tokens.sentences, size, rng.randint(size // 8, size)):
                made = window(tokens, labels, first, last)
                if one.origin != "silver" or made.links or rng.random() < EMPTY_SILVER:
                    yield made

    def _epoch(self, total: int, tell: Tell) -> Iterator[None]:
        batches = self.batches(self.place.epoch)
        while self.place.batch < len(batches):
            loss = self._learn(batches[self.place.batch], total)
            self.place.batch += 1
            self.place.step += 1
            tell(Stage(self.place.epoch, self.place.batch, len(batches), loss))
            if self.place.step % self.settings.save_every == 0:
                self._save()
            yield
        self.place.epoch += 1
        self.place.batch = 0

    def _learn(self, windows: list[Window], total: int) -> float:
        set_rate(self.optimiser, self.place.step, total)
        device = device_of(self.tagger)
        batch = {name: value.to(device) for name, value in tensors_of(windows).items()}
        with torch.autocast(device.type, dtype=torch.bfloat16):
            loss = loss_of(self.tagger, batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it without types
        torch.nn.utils.clip_grad_norm_(self.tagger.parameters(), CLIPPED)
        self.optimiser.step()
        self.mean.update_parameters(self.tagger)
        return float(loss.detach())

    def _judge(self, tell: Tell) -> None:
        """Measures the mean on the held-out texts and keeps the best one; without such texts, the last."""
        found = measured(self.mean.module, self.corpus.held, self.tokenizer)
        tell(Stage(self.place.epoch - 1, 0, 0, 0.0, found))
        better = found.f1_with_source > self.place.best or not self.corpus.held
        self.place.worse = 0 if better else self.place.worse + 1
        if better:
            self.place.best = found.f1_with_source
            checkpoint.save(self.settings.out / BEST, {"tagger": self.mean.module.state_dict()})
        self._save()

    def _save(self) -> None:
        place = {name: getattr(self.place, name) for name in _Place.__slots__}
        state: dict[str, Any] = {
            "tagger": self.tagger.state_dict(),
            "mean": self.mean.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "place": place,
            "random": torch.get_rng_state(),
        }
        checkpoint.save(self.settings.out / STATE, state)

    def _resume(self) -> None:
        state = checkpoint.load(self.settings.out / STATE)
        if state is None:
            return
        self.tagger.load_state_dict(state["tagger"])
        self.mean.load_state_dict(state["mean"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.place = _Place(**state["place"])
        torch.set_rng_state(state["random"])


def begin_with(run: Path, tagger: Tagger) -> None:
    """Takes over the best state of an earlier run. Raises SourceError where it has none, or one of another shape."""
    state = checkpoint.load(run / BEST)
    try:
        tagger.load_state_dict((state or {})["tagger"])
    except (KeyError, RuntimeError) as error:
        raise SourceError(
            "no state to start from that fits the encoder",
            place=Place(str(run / BEST)),
            remedy="name the folder of a run with the same encoder, layers and vocabulary",
        ) from error


def best_state(out: Path, tagger: Tagger) -> Tagger:
    """The tagger with the best state of a run."""
    state = checkpoint.load(out / BEST)
    if state is not None:
        tagger.load_state_dict(state["tagger"])
    return tagger.to("cpu").eval()
