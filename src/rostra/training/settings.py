"""What a user chooses for a training run."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """One run. `corpora` are annotated, `unlabelled` is open text that the rules annotate where they are sure.

    Defaults are those of the shipped weights; docs/training.md says what was tried.
    """

    corpora: tuple[Path, ...]
    out: Path
    name: str = ""
    """What the model is called in its card and in every record; the folder's name unless given."""
    edition: str = "1"
    """Its version there."""
    encoder: Path | None = None
    unlabelled: tuple[Path, ...] = ()
    seed: int = 7
    epochs: int = 8
    layers: int = 8
    frozen: int = 0
    """Lowest layers that are not trained."""
    start: Path | None = None
    """Folder of an earlier run whose best state this one begins with."""
    rate: float = 2e-4
    memory: float = 0.998
    """How much of the moving mean of the weights a batch leaves as it was: .998 is a mean over some 500 batches."""
    batch_tokens: int = 2048
    window_tokens: int = 192
    varied: float = 0.4
    repeats: int = 6
    """How often an epoch shows a text of JSON lines: they are few, and nearest to what rostra is for."""
    resume: bool = False
    threads: int = 0
    """0 takes all cores."""
    save_every: int = 50
    """Batches between two states on the disk."""
    patience: int = 2
    """Epochs without a better figure on the held-out texts after which training stops."""
    hold_out: bool = True
