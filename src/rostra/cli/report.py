from pathlib import Path
from typing import Any

import click

from rostra.cli.options import case_option, period_options
from rostra.cli.reporting import report_for
from rostra.kernel import QueryError
from rostra.report.page import render
from rostra.store import Case, DocumentFilter

EPILOG = """\b
Examples:
  rostra report -o case.html
  rostra report --since 2025-10 --title "October" -o october.html
"""


@click.command("report", epilog=EPILOG)
@case_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("rostra.html"),
    show_default=True,
)
@click.option("--title", default="What was said, claimed and found", show_default=True)
@click.option("--dated", metavar="TEXT", help="A date to print on the page; without it the page has none.")
@click.option("--lang", help="Documents of this language.")
@click.option("--outlet", help="Documents of this outlet.")
@click.option("--text", help="Documents with these words.")
@period_options
def command(case_path: Path, output: Path, title: str, dated: str | None, **asked: Any) -> None:
    """Write a case as one self-contained page.

    The page asks nothing of the network and runs no script. The same case gives the same bytes, and `rostra replay`
    recomputes them.
    """
    with Case.open(case_path, "read") as case:
        made = report_for(case, title, dated, DocumentFilter(**asked))
    if not made.chapters:
        raise QueryError(f"no documents to report in {case_path}", remedy="read something, or ask for less")
    output.write_bytes(render(made).encode("utf-8", "replace"))
    click.echo(f"{output}: {len(made.chapters)} documents, {output.stat().st_size / 1024:.0f} KB")
