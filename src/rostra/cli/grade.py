import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import click

from rostra.cli.listing import Listing, Output, show
from rostra.cli.options import case_option, for_machines, listing_options
from rostra.model import Credibility, Reliability
from rostra.report.decisions import decision_to_json, decisions_table
from rostra.store import Case, Decision

EPILOG = """\b
Examples:
  rostra grade source "Orla Register" --reliability B --reason "its counts of 2019 were confirmed on site"
  rostra grade finding n_8d21 --credibility 4 --reason "the sentence speaks of another year"
  rostra grade finding n_8d21 --credibility computed --reason "the other year was a misprint"
  rostra grade show "Orla Register"
  rostra grade list --json
"""

WHY = click.option("--reason", required=True, help="Why, in a sentence that others can judge; it is kept.")
LISTING = Listing(decision_to_json, decisions_table, "no decisions yet; `rostra grade source` makes one")


@click.group("grade", epilog=EPILOG)
def command() -> None:
    """Grade sources and findings by hand, each with a reason that is kept.

    Two axes, rated apart (STANAG 2511): the reliability of a source, A to F, and the credibility of a finding, 1 to
    6. F6 is "cannot be judged", and the default.
    """


@command.command("source")
@click.argument("name")
@click.option("--reliability", type=click.Choice(get_args(Reliability), case_sensitive=False), required=True)
@WHY
@case_option
def source(name: str, reliability: str, reason: str, case_path: Path) -> None:
    """Give a register, outlet or speaker a letter of reliability.

    A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged.
    """
    from rostra.pipeline.grading import grade_source, source_record
    from rostra.pipeline.knowing import knowledge_of

    with Case.open(case_path) as case:
        decision = Decision("source", name, reliability.upper(), reason)
        kept, changed = grade_source(case, knowledge_of(case), decision)
        known = source_record(case, name).known
    click.echo(f"{name}: {kept.value} from now on; {changed} findings changed their grade")
    if not known:
        click.echo("no register, outlet or speaker of this case has that name so far", err=True)


@command.command("finding")
@click.argument("finding_id", metavar="ID")
@click.option(
    "--credibility", type=click.Choice([*map(str, get_args(Credibility)), "computed"]), required=True
)
@WHY
@case_option
def finding(finding_id: str, credibility: str, reason: str, case_path: Path) -> None:
    """Give a finding a figure of credibility, in place of the computed one.

    1 confirmed by independent sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be
    judged; "computed" takes a figure back.
    """
    from rostra.pipeline.grading import grade_finding
    from rostra.pipeline.knowing import knowledge_of

    with Case.open(case_path) as case:
        decision = Decision("finding", finding_id, credibility, reason)
        graded = grade_finding(case, knowledge_of(case), decision)
    click.echo(f"{graded.id}: {graded.grade}, {graded.basis}")


@command.command("show")
@click.argument("name")
@case_option
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
def show_(name: str, case_path: Path, as_json: bool) -> None:
    """Show a source: its letter, how it came to it, and what its claims came to."""
    from rostra.pipeline.grading import source_record

    with Case.open(case_path, "read") as case:
        record = source_record(case, name)
    if as_json:
        for_machines()
        click.echo(json.dumps(asdict(record), ensure_ascii=False, indent=1))
        return
    click.echo(f"{name}: {record.letter}, {record.rows} rows of the record")
    click.echo(
        "its claims: " + (", ".join(f"{n} {v}" for v, n in record.verdicts.items()) or "none with a finding")
    )
    for decision in record.history:
        click.echo(f"  {decision.made[:10]}  {decision.value}  {decision.reason}")


@command.command("list")
@case_option
@click.option(
    "--kind", type=click.Choice(["source", "finding"]), help="Decisions on sources, or on findings."
)
@click.option("--subject", help="Name of a source, or id of a finding.")
@listing_options
def list_(case_path: Path, as_json: bool, as_csv: bool, limit: int | None, **asked: Any) -> None:
    """List every decision that persons made on grades, first to last."""
    with Case.open(case_path, "read") as case:
        show(LISTING, case.decisions(**asked), Output(as_json, as_csv, limit), paired=False)
