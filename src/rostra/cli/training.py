"""How a training run looks on the terminal."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from rostra.report.terminal import console
from rostra.training.progress import Stage
from rostra.training.scoring import Tally

_SMOOTHING = 0.95


@contextmanager
def progress(epochs: int) -> Iterator[Callable[[Stage], None]]:
    """A bar over the batches of an epoch; each epoch leaves a line with what it reached."""
    screen = console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TimeRemainingColumn(),
        TextColumn("loss {task.fields[loss]:.3f}"),
    )
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("reading", total=None, loss=0.0)
        mean = 0.0

        def tell(stage: Stage) -> None:
            nonlocal mean
            if stage.tally is not None:
                screen.print(line(stage.epoch, stage.tally))
                return
            mean = stage.loss if stage.batch == 1 else _SMOOTHING * mean + (1 - _SMOOTHING) * stage.loss
            name = f"epoch {stage.epoch + 1}/{epochs}"
            bar.update(task, description=name, completed=stage.batch, total=stage.batches, loss=mean)

        yield tell


def line(epoch: int, tally: Tally) -> str:
    """What an epoch reached on the held-out texts."""
    if not tally.wanted:
        return f"epoch {epoch + 1}: no text is held out"
    return f"epoch {epoch + 1}: content F1 {tally.f1:.3f}, with source {tally.f1_with_source:.3f} (n {tally.wanted})"


def table(tallies: Mapping[str, Tally]) -> Table:
    """The held-out texts by where they come from."""
    made = Table(title="Held-out texts", title_justify="left")
    made.add_column("texts")
    for name in ("n", "precision", "recall", "content F1", "with source"):
        made.add_column(name, justify="right")
    for name, one in tallies.items():
        rates = (one.precision, one.recall, one.f1, one.f1_with_source)
        made.add_row(name, str(one.wanted), *(f"{rate:.3f}" for rate in rates))
    return made
