import json
import sys
from pathlib import Path
from typing import Any, get_args

import click

from rostra.cli.listing import Listing, Output, show
from rostra.cli.options import case_option, for_machines, listing_options
from rostra.cli.reference_import import import_all, plain, tell
from rostra.ingest.registers import KINDS, ReferenceKind
from rostra.model import ReferenceState
from rostra.report.serialise import row_to_json
from rostra.report.terminal import rows_table
from rostra.store import Case, RowFilter

EPILOG = """\b
Examples:
  rostra reference import register.csv --as sipri
  rostra reference import deliveries.csv --as transfers --case valdoria.db
  rostra reference import unroca/*.csv --as unroca --json
  rostra reference list --subject Valdoria
"""

IMPORT_EPILOG = """\b
The layouts (docs/registers.md has them in full):
  transfers  CSV: recipient,supplier,item,class,low,high,state,from,to,uncertain
  figures    CSV: subject,property,condition,low,high,unit,from,to,source
  sipri      the trade register, the deliveries of the newer site (CSV), its trades (JSON)
  unroca     UN Register of Conventional Arms: reports (CSV, JSON), a state's profile (JSON)
  oryx       losses shown by pictures: totals by system, or one loss a row (CSV)
  wikidata   figures of systems: a dump of entities (JSON), a query's result (JSON, CSV)
"""

LISTING = Listing(row_to_json, rows_table, "no reference rows; import some with `rostra reference import`")


@click.group("reference", epilog=EPILOG)
def command() -> None:
    """Import reference figures into a case, and list them."""


@command.command("import", epilog=IMPORT_EPILOG)
@click.argument(
    "paths",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    nargs=-1,
    required=True,
    metavar="FILE...",
)
@click.option("--as", "kind", type=click.Choice(KINDS), required=True, help="The layout of the files.")
@case_option
@click.option(
    "--json", "as_json", is_flag=True, help="Write what was imported as JSON, unknown names in full."
)
def import_(paths: tuple[Path, ...], kind: ReferenceKind, case_path: Path, as_json: bool) -> None:
    """Import files; what was read is checked anew.

    A broken row is listed with its field and remedy, and the rest is imported. Names that the knowledge does not know
    are kept as the file writes them, and listed. A file is imported whole or not at all, and one that the case has
    already adds nothing: the same command goes on where it was interrupted.
    """
    from rostra.pipeline.checking import check_case
    from rostra.pipeline.knowing import knowledge_at

    knowledge = knowledge_at(case_path)
    with Case.open(case_path) as case:
        done, failed = import_all(case, paths, kind, knowledge)
        if any(one.new for one in done):
            check_case(case, knowledge)
    if as_json:
        for_machines()
        click.echo(json.dumps([plain(one) for one in done], ensure_ascii=False, indent=1))
    else:
        tell(done, case_path)
    for error in failed:
        click.echo(f"Error: {error}", err=True)
    if failed:
        sys.exit(1)


@command.command("list")
@case_option
@click.option("--subject", help="The holder of a count, or the system of a figure.")
@click.option("--item", help="Part of the item's name.")
@click.option("--item-id", help="Catalogue id of the item.")
@click.option("--state", type=click.Choice(get_args(ReferenceState)))
@listing_options
def list_(case_path: Path, as_json: bool, as_csv: bool, limit: int | None, **asked: Any) -> None:
    """List the reference rows of a case."""
    with Case.open(case_path, "read") as case:
        rows = case.reference_rows(RowFilter(**asked))
        show(LISTING, rows, Output(as_json, as_csv, limit), paired=False)
