from importlib.resources import as_file, files
from pathlib import Path

import click

from rostra.cli.options import case_option_with
from rostra.cli.reading import print_summary, run
from rostra.cli.reporting import report_for
from rostra.ingest import ReadSettings, list_sources
from rostra.pipeline.engine import StagedEngine
from rostra.pipeline.knowing import add_pack, knowledge_of
from rostra.pipeline.reading import Plan
from rostra.pipeline.referencing import import_into
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

    Four articles in English and Spanish about invented states, with a pack of knowledge on those states and an
    invented register to check the articles against.
    """
    with as_file(files("rostra") / "demo_case") as folder, Case.open(case_path) as case:
        add_pack(case, folder / "knowledge")
        knowledge = knowledge_of(case)
        for kind in REGISTERS:
            import_into(case, folder / f"{kind}.csv", kind, knowledge)  # type: ignore[arg-type]  # literals above
        engine = StagedEngine(knowledge=knowledge)
        sources = list_sources([folder / "articles"])
        plan = Plan(sources, ReadSettings(), engine, again=True, packs=knowledge.packs)
        tally, known = run(case, plan, knowledge)
        if output:
            output.write_bytes(render(report_for(case, "The demonstration case")).encode("utf-8", "replace"))
    print_summary(tally, known)
    click.echo(
        f"\nThe case is {case_path}: try `rostra claims --case {case_path}`, or `rostra report --case {case_path}`."
    )
