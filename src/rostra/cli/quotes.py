from pathlib import Path
from typing import Any

import click

from rostra.cli.listing import Listing, Output, show
from rostra.cli.options import case_option, listing_options, period_options
from rostra.report.serialise import quote_to_json
from rostra.report.terminal import quotes_table
from rostra.store import Case, QuoteFilter

EPILOG = """\b
Examples:
  rostra quotes --speaker Corvin
  rostra quotes --kind direct --since 2025-10 --csv > quotes.csv
"""

LISTING = Listing(
    quote_to_json, quotes_table, "no quotes; read something with `rostra read`, or ask for less"
)


@click.command("quotes", epilog=EPILOG)
@case_option
@click.option("--speaker", help="Part of the speaker's name.")
@click.option("--kind", type=click.Choice(["direct", "mixed", "indirect", "turn"]))
@click.option("--document", help="Id of a document.")
@click.option("--text", help="Words of the quote.")
@period_options
@listing_options
def command(case_path: Path, as_json: bool, as_csv: bool, limit: int | None, **asked: Any) -> None:
    """List the quotes of a case."""
    with Case.open(case_path, "read") as case:
        found = ((quote, case.document(quote.document)) for quote in case.quotes(QuoteFilter(**asked)))
        show(LISTING, found, Output(as_json, as_csv, limit))
