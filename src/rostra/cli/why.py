import json
from dataclasses import asdict
from pathlib import Path

import click

from rostra.cli.options import case_option, for_machines

EPILOG = """\b
Examples:
  rostra why c_1f0c2a
  rostra findings --verdict refuted
  rostra why n_8d21 --json
"""


@click.command("why", epilog=EPILOG)
@click.argument("record_id", metavar="ID")
@case_option
@click.option("--json", "as_json", is_flag=True, help="Write the chain as JSON.")
def command(record_id: str, case_path: Path, as_json: bool) -> None:
    """Show why a record stands, down to its sentences.

    ID is the id of a finding, claim, quote, reference row or document, or the unique start of one.
    """
    from rostra.pipeline.why import chain
    from rostra.report.chain import chain_tree
    from rostra.report.terminal import console
    from rostra.store import Case

    with Case.open(case_path, "read") as case:
        link = chain(case, record_id)
    if as_json:
        for_machines()
        click.echo(json.dumps(asdict(link), ensure_ascii=False, indent=1))
    else:
        console().print(chain_tree(link))
