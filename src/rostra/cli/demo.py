from importlib.resources import as_file, files
from pathlib import Path

import click

from rostra.cli.options import case_option_with
from rostra.cli.reading import print_summary, run
from rostra.data import shipped_knowledge
from rostra.data.actors import with_actors
from rostra.ingest import ReadSettings, list_sources
from rostra.pipeline.engine import StagedEngine
from rostra.pipeline.reading import Plan
from rostra.pipeline.referencing import import_into
from rostra.report.assemble import report_of
from rostra.report.page import render
from rostra.store import Case

EPILOG = """\b
Examples:
  rostra demo
  rostra demo -o demo.html && rostra findings --case demo.db
"""
REGISTERS = ("transfers", "figures")


@click.command("demo", epilog=EPILOG)
@case_option_with(Path("demo.db"))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Also write the page here."
)
def command(case_path: Path, output: Path | None) -> None:
    """Read the sample that rostra ships, and show what it finds.

    Four articles in English and Spanish about invented states, with an invented register to check them against.
    """
    with as_file(files("rostra") / "demo_case") as folder, Case.open(case_path) as case:
        knowledge = with_actors(shipped_knowledge(), folder / "actors.toml")
        for kind in REGISTERS:
            import_into(case, folder / f"{kind}.csv", kind, knowledge)  # type: ignore[arg-type]  # literals above
        plan = Plan(
            list_sources([folder / "articles"]), ReadSettings(), StagedEngine(knowledge=knowledge), again=True
        )
        tally, known = run(case, plan, knowledge)
        if output:
            output.write_text(render(report_of(case, "The demonstration case", None)), encoding="utf-8")
    print_summary(tally, known)
    click.echo(
        f"\nThe case is {case_path}: try `rostra claims --case {case_path}`, or `rostra report --case {case_path}`."
    )
