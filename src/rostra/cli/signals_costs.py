from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rostra.cli.options import case_option, period_options
from rostra.cli.signals_options import output_options, show
from rostra.store import Case, ClaimFilter

if TYPE_CHECKING:
    from rostra.pipeline.observing import Observed
    from rostra.signals import Period

EPILOG = """\b
Examples:
  rostra signals costs --case news.db
  rostra signals costs --holder Valdoria --period monthly --json
"""
SCHEMA = "rostra.signals.costs/1"


@click.command("costs", epilog=EPILOG)
@case_option
@click.option("--holder", help="Part of the name of who acts.")
@click.option(
    "--period", type=click.Choice(["daily", "weekly", "monthly"]), default="monthly", show_default=True
)
@period_options
@output_options
def command(
    case_path: Path,
    holder: str | None,
    period: "Period",
    as_json: bool,
    figure: Path | None,
    keep: Path | None,
    **days: Any,
) -> None:
    """Set each claim on the ladder of costly signals, and each actor's words against its acts.

    Steps: statement, display of held arms, conditional public commitment, mobilisation or deployment, new
    procurement, use. The rule that set a step is named; the size of a number never raises it.
    """
    from rostra.pipeline.knowing import knowledge_of
    from rostra.pipeline.observing import observed_claims
    from rostra.signals.costs import LEVELS, balances, section
    from rostra.signals.results import plain

    with Case.open(case_path, "read") as case:
        found = list(observed_claims(case, knowledge_of(case), ClaimFilter(holder=holder, **days)))
    balance = balances((each.statement for each in found if each.statement), period)
    record = {
        "schema": SCHEMA,
        "period": period,
        "n": len(found),
        "levels": list(LEVELS),
        "signals": [_signal(each) for each in found],
        "balance": plain(balance),
    }
    show(section(balance), record, as_json=as_json, figure=figure, keep=keep)


def _signal(each: "Observed") -> dict[str, Any]:
    from rostra.data import shipped_knowledge
    from rostra.data.acts import conflict_rank
    from rostra.signals.results import plain

    record: dict[str, Any] = plain(each.signal)
    acts = shipped_knowledge().acts
    act = acts[each.claim.type]
    record["event"] = {
        "conflict_rank": conflict_rank(act, acts),
        "plover": act.plover,
        "cameo": act.cameo,
        "goldstein": act.goldstein,
    }
    day = each.statement.date.isoformat() if each.statement else None
    return record | {
        "type": each.claim.type,
        "actor": each.claim.holder,
        "target": each.claim.target,
        "document": each.claim.document,
        "date": day,
        "evidence": each.claim.evidence.of(each.document.text),
    }
