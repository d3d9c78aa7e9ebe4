import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from rostra.cli.options import case_option, for_machines

EPILOG = """\b
Examples:
  rostra why c_1f0c2a
  rostra findings --verdict refuted
  rostra why n_8d21 --json
  rostra why v_c4c52d
"""


@click.command("why", epilog=EPILOG)
@click.argument("record_id", metavar="ID")
@case_option
@click.option("--json", "as_json", is_flag=True, help="Write the chain as JSON.")
def command(record_id: str, case_path: Path, as_json: bool) -> None:
    """Show why a record stands, down to its sentences.

    ID is any id that a listing or a page shows, or the unique start of one: of a finding, claim, quote, mention,
    document or row, of a figure (v_), a series (s_), a grade by hand (g_), a prediction (p_) or an analysis (an_).
    """
    from rostra.pipeline.why import chain
    from rostra.report.chain import chain_tree
    from rostra.report.terminal import console
    from rostra.store import Case

    with Case.open(case_path, "read") as case:
        link, drawing = (
            _figure(case, record_id) if record_id.startswith("v_") else (chain(case, record_id), None)
        )
    if as_json:
        for_machines()
        click.echo(json.dumps(asdict(link), ensure_ascii=False, indent=1))
        return
    if drawing is not None:
        console().print(drawing)
    console().print(chain_tree(link))


def _figure(case: Any, record_id: str) -> tuple[Any, Any]:
    """A figure of the report over the chains of the findings that it draws, and the drawing itself."""
    from rostra.cli.reporting import report_for
    from rostra.pipeline.why import chain
    from rostra.report.figure_links import figure_link, figure_named, figure_text

    figure = figure_named(report_for(case, ""), record_id)
    findings = tuple(chain(case, finding) for finding in figure.findings)
    return figure_link(figure, findings), figure_text(figure)
