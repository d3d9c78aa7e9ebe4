"""Replaying a case, and a page with its case, with a progress bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from rostra.cli.reporting import report_for
from rostra.pipeline.replay import Replayed, Told, Wanted
from rostra.pipeline.replay import replay as replay_all
from rostra.report.replaying import page_differences
from rostra.report.seal import read_seal
from rostra.report.terminal import console
from rostra.store import Case


def replay_case(path: Path, model: str | None, told: Told | None = None) -> Replayed:
    """The whole case, from the raw bytes of its documents and registers."""
    with Case.open(path, "read") as case:
        return replay_all(case, Wanted(model=model), told)


def replay_page(page: Path, path: Path, model: str | None, told: Told | None = None) -> Replayed:
    """The documents of a page from their raw bytes, then the page from them. Raises SourceError for another page."""
    raw = page.read_bytes()
    seal = read_seal(raw.decode("utf-8", "replace"))
    with Case.open(path, "read") as case:
        replayed = replay_all(case, Wanted(seal.filter(), model), told)
        if any(each.field == "record" for each in replayed.differences):
            return replayed  # a record of the case cannot be read: no page can be made of it
        report = report_for(case, seal.title, seal.dated, seal.filter())
    found = [*replayed.differences, *page_differences(raw, seal, report)]
    return replace(replayed, differences=tuple(sorted(found, key=lambda each: each.place)))


@contextmanager
def progress(wanted: bool) -> Iterator[Callable[[int, int], None]]:
    """What hears of documents done and of all; a bar on a terminal."""
    screen = console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=screen, transient=True, disable=not (wanted and screen.is_terminal)
    ) as bar:
        task = bar.add_task("replaying", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
