from pathlib import Path
from typing import Any

import click

from rostra.cli.listing import Listing, Output, show
from rostra.cli.options import case_option, listing_options, period_options
from rostra.model import CLAIM_TYPES
from rostra.report.serialise import claim_to_json
from rostra.report.terminal import claims_table
from rostra.store import Case, ClaimFilter

EPILOG = """\b
Examples:
  rostra claims --type possession --equipment Igla-S
  rostra claims --speaker Corvin --since 2025-10-01 --json
"""

LISTING = Listing(
    claim_to_json, claims_table, "no claims; read something with `rostra read`, or ask for less"
)


@click.command("claims", epilog=EPILOG)
@case_option
@click.option("--type", "type", type=click.Choice(CLAIM_TYPES))
@click.option("--holder", help="Part of the holder's name.")
@click.option("--target", help="Part of the target's name.")
@click.option("--equipment", help="Catalogue id, or part of the equipment's name.")
@click.option("--speaker", help="Part of the name of who vouches for it.")
@click.option("--modality", type=click.Choice(["asserted", "planned", "conditional", "denied"]))
@click.option("--document", help="Id of a document.")
@click.option("--text", help="Words of the evidence.")
@period_options
@listing_options
def command(case_path: Path, as_json: bool, as_csv: bool, limit: int | None, **asked: Any) -> None:
    """List the claims of a case."""
    with Case.open(case_path, "read") as case:
        found = ((claim, case.document(claim.document)) for claim in case.claims(ClaimFilter(**asked)))
        show(LISTING, found, Output(as_json, as_csv, limit))
