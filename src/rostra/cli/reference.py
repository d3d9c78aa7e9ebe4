from pathlib import Path
from typing import Any, get_args

import click

from rostra.cli.listing import Listing, Output, show
from rostra.cli.options import case_option, listing_options
from rostra.ingest.registers import KINDS, ReferenceKind
from rostra.model import ReferenceState
from rostra.report.serialise import row_to_json
from rostra.report.terminal import console, refusals_table, rows_table
from rostra.store import Case, RowFilter

EPILOG = """\b
Examples:
  rostra reference import register.csv --as sipri
  rostra reference import deliveries.csv --as transfers --case valdoria.db
  rostra reference list --subject Valdoria
"""

IMPORT_EPILOG = """\b
The columns of each layout:
  transfers  recipient,supplier,item,class,low,high,state,from,to,uncertain
  figures    subject,property,condition,low,high,unit,from,to,source
  sipri      the trade register as SIPRI exports it
"""

LISTING = Listing(row_to_json, rows_table, "no reference rows; import some with `rostra reference import`")


@click.group("reference", epilog=EPILOG)
def command() -> None:
    """Import reference figures into a case, and list them."""


@command.command("import", epilog=IMPORT_EPILOG)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--as", "kind", type=click.Choice(KINDS), required=True, help="The layout of the file.")
@case_option
def import_(file: Path, kind: ReferenceKind, case_path: Path) -> None:
    """Import a file; what was read is checked anew.

    A broken row is listed with its field and remedy, and the rest is imported.
    """
    from rostra.data import shipped_knowledge
    from rostra.pipeline.checking import check_case
    from rostra.pipeline.referencing import import_into

    with Case.open(case_path) as case:
        done = import_into(case, file, kind, shipped_knowledge())
        check_case(case, shipped_knowledge())
        unknown = sum(row.item_id is None for row in case.reference_rows())
        refused = [refusal for refusal in case.refusals() if refusal.source == done.name]
    click.echo(f"{done.rows} rows from {done.name} into {case_path}, {done.refused} refused")
    if unknown:
        click.echo(
            f"{unknown} rows name items that the catalogue does not know; they are kept under their own name"
        )
    if refused:
        console(stderr=True).print(refusals_table(refused))


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
