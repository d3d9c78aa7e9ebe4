import re
from pathlib import Path
from typing import Any, get_args

import click

from rostra.cli.listing import Listing, Output, show
from rostra.cli.options import case_option, listing_options, period_options
from rostra.model import CLAIM_TYPES, Claim, Document, Finding, Verdict
from rostra.report.serialise import finding_to_json
from rostra.report.terminal import findings_table
from rostra.store import Case, ClaimFilter, FindingFilter

EPILOG = """\b
Examples:
  rostra findings --verdict refuted
  rostra findings --equipment Igla-S --json
  rostra findings --holder Valdoria --type possession --since 2024
  rostra findings --source "Orla Register" --grade B
  rostra findings --series --holder Valdoria
"""
_GRADE = re.compile("[A-F]?[1-6]?", re.IGNORECASE)


def _grade(_ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not (value and _GRADE.fullmatch(value)):
        raise click.BadParameter(
            f"{value!r} is no grade; give a letter A to F, a figure 1 to 6, or both", param=param
        )
    return value


def _table(records: Any) -> Any:
    return findings_table((finding, claim) for finding, claim, _ in records)


LISTING = Listing(
    finding_to_json, _table, "no findings; import rows with `rostra reference import`, or ask for less"
)


@click.command("findings", epilog=EPILOG)
@case_option
@click.option("--verdict", type=click.Choice(get_args(Verdict)))
@click.option("--rule", help="Code of the rule that decided (K110, K440, …).")
@click.option(
    "--grade", callback=_grade, metavar="GRADE", help="Grade of the finding: B2, or one axis, B or 2."
)
@click.option(
    "--source", help="Part of the name of a register or file whose rows are cited, or of the outlet."
)
@click.option("--claim", help="Id of a claim.")
@click.option("--type", "type", type=click.Choice(CLAIM_TYPES), help="Type of the claim.")
@click.option("--holder", help="Part of the name of the claim's holder.")
@click.option("--equipment", help="Catalogue id, or part of the equipment's name.")
@click.option("--speaker", help="Part of the name of who vouches for the claim.")
@click.option("--document", help="Id of a document.")
@click.option(
    "--series", is_flag=True, help="What is claimed of each holder's stock over time, with the sentences."
)
@period_options
@listing_options
def command(
    case_path: Path, as_json: bool, as_csv: bool, limit: int | None, series: bool, **asked: Any
) -> None:
    """List what the open record says of the claims of a case."""
    output = Output(as_json, as_csv, limit)
    with Case.open(case_path, "read") as case:
        if series:
            _show_series(case, output, asked)
            return
        found = (_with_claim(case, finding) for finding in case.findings(FindingFilter(**asked)))
        show(LISTING, found, output)


def _show_series(case: Case, output: Output, asked: dict[str, Any]) -> None:
    """Series among the claims asked for; what only a finding has (verdict, rule, grade) does not go with them."""
    from rostra.pipeline.knowing import knowledge_of
    from rostra.pipeline.series import series_of
    from rostra.report.series import listed, series_table, series_to_json

    only_findings = [
        name for name in ("verdict", "rule", "grade", "source", "claim") if asked.pop(name, None)
    ]
    if only_findings:
        raise click.UsageError(
            f"--series goes without --{only_findings[0]}: a series is made of claims, not findings"
        )
    none = "no series: no two dated claims of one holder's stock of one item; read more, or ask for less"
    told = series_of(case, knowledge_of(case), ClaimFilter(**asked))
    show(Listing(series_to_json, series_table, none), listed(told), output)


def _with_claim(case: Case, finding: Finding) -> tuple[Finding, Claim, Document]:
    claim = case.get(finding.claim)
    assert isinstance(claim, Claim)  # noqa: S101 - the store gives a claim for a claim's id
    return finding, claim, case.document(claim.document)
