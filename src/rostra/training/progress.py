"""What a run tells while it goes on."""

from collections.abc import Callable
from dataclasses import dataclass

from rostra.training.scoring import Tally


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a run stands, told after every batch; `tally` only after an epoch."""

    epoch: int
    batch: int
    batches: int
    loss: float
    tally: Tally | None = None


Tell = Callable[[Stage], None]
