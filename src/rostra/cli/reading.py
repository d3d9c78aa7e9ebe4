"""Running a plan with a progress bar, and the summary at its end: what `read` and `demo` share."""

from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from rostra.data import Knowledge
from rostra.ingest import Source
from rostra.model import Annotation, Refusal
from rostra.pipeline.checking import check_case
from rostra.pipeline.reading import Plan, read_into
from rostra.report.tally import Tally
from rostra.report.terminal import cell, console, summary
from rostra.store import Case


def run(case: Case, plan: Plan, knowledge: Knowledge) -> tuple[Tally, int]:
    """Reads and checks; gives the tally of this run, and how many sources the case had already."""
    tally, known = Tally(), 0
    with _progress(len(plan.sources)) as progress:
        task = progress.add_task("reading", total=len(plan.sources), source="")

        def told(source: Source) -> None:
            progress.update(task, source=cell(Path(source.name).name, 30).plain)

        for event in read_into(case, plan, told):
            progress.advance(task)
            if isinstance(event, Annotation):
                tally.read(event)
            elif isinstance(event, Refusal):
                tally.refuse(event)
            else:
                known += 1
    check_case(case, knowledge, told=tally.find)
    return tally, known


def _progress(sources: int) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = sources > 1 and console(stderr=True).is_terminal
    source = TextColumn("{task.fields[source]}", markup=False)
    return Progress(*columns, source, console=console(stderr=True), transient=True, disable=not shown)


def print_summary(tally: Tally, known: int) -> None:
    """The summary, on standard output."""
    screen = console()
    screen.print(summary(tally))
    if known:
        screen.print(f"{known} unchanged since they were last read; --again reads them anew")
