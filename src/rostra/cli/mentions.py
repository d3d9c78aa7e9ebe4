from pathlib import Path
from typing import Any

import click

from rostra.cli.listing import Listing, Output, show
from rostra.cli.options import case_option, listing_options, period_options
from rostra.model import MENTION_KINDS
from rostra.report.serialise import mention_to_json
from rostra.report.terminal import mentions_table
from rostra.store import Case, MentionFilter

EPILOG = """\b
Examples:
  rostra mentions --kind equipment
  rostra mentions --name Igla --json
"""

LISTING = Listing(
    mention_to_json, mentions_table, "no mentions; read something with `rostra read`, or ask for less"
)


@click.command("mentions", epilog=EPILOG)
@case_option
@click.option("--kind", type=click.Choice(MENTION_KINDS))
@click.option("--name", help="Part of the canonical name.")
@click.option("--entity", help="Id of an entity.")
@click.option("--document", help="Id of a document.")
@period_options
@listing_options
def command(case_path: Path, as_json: bool, as_csv: bool, limit: int | None, **asked: Any) -> None:
    """List the mentions of a case."""
    with Case.open(case_path, "read") as case:
        listed = case.mentions_with_documents(MentionFilter(**asked))
        found = ((mention, case.document(document)) for document, mention in listed)
        show(LISTING, found, Output(as_json, as_csv, limit))
