import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rostra.cli.options import case_option, for_machines, period_options
from rostra.cli.signals_options import columns, json_option
from rostra.store import Case, ClaimFilter, DocumentFilter

if TYPE_CHECKING:
    from rostra.model import Observation
    from rostra.signals import Period

EPILOG = """\b
Examples:
  rostra signals series --case news.db --by actor,family --period weekly > counts.csv
  rostra signals series --by type --period monthly --json
  rostra signals escalation --series counts.csv --value Valdoria/threat --total articles --base 2025-01..2025-06
"""


@click.command("series", epilog=EPILOG)
@case_option
@click.option(
    "--by",
    callback=columns,
    metavar="DIMENSIONS",
    default="actor,family",
    show_default=True,
    help="Any of actor, type, family (threat, act or statement), category, class, outlet, level.",
)
@click.option(
    "--period", type=click.Choice(["daily", "weekly", "monthly"]), default="weekly", show_default=True
)
@click.option("--holder", help="Part of the name of who acts.")
@period_options
@json_option
def command(
    case_path: Path, by: tuple[str, ...], period: "Period", holder: str | None, as_json: bool, **days: Any
) -> None:
    """Count the articles of a case that hold a claim of each kind, as a CSV that the other commands read.

    A column is a kind; `articles` is the total that it is a share of. A period without articles has no row.
    """
    from rostra.pipeline.knowing import knowledge_of
    from rostra.pipeline.observing import articles_of, observed_claims
    from rostra.signals.observations import DIMENSIONS, observed

    if not by:
        raise click.BadParameter(f"give any of {', '.join(DIMENSIONS)}", param_hint="--by")
    if unknown := set(by) - set(DIMENSIONS):
        raise click.BadParameter(
            f"{', '.join(sorted(unknown))}: give any of {', '.join(DIMENSIONS)}", param_hint="--by"
        )
    with Case.open(case_path, "read") as case:
        found = observed_claims(case, knowledge_of(case), ClaimFilter(holder=holder, **days))
        statements = [each.statement for each in found if each.statement]
        articles = list(articles_of(case, DocumentFilter(**days)))
    counted = observed(statements, articles, [name for name in DIMENSIONS if name in by], period)
    for_machines()
    click.echo(_as_json(counted) if as_json else _as_csv(counted), nl=False)


def _as_json(counted: "Sequence[Observation]") -> str:
    rows = (
        {"date": each.date.isoformat(), "series": each.series, "count": each.count, "total": each.total}
        for each in counted
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _as_csv(counted: "Sequence[Observation]") -> str:
    names = sorted({each.series for each in counted})
    totals = {each.date.isoformat(): each.total for each in counted}
    rows: dict[str, dict[str, int]] = {}
    for each in counted:
        rows.setdefault(each.date.isoformat(), {})[each.series] = each.count
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["date", *map(_heading, names), "articles"])
    writer.writerows([day, *(row[name] for name in names), totals[day]] for day, row in sorted(rows.items()))
    return written.getvalue()


def _heading(name: str) -> str:
    """A column's name: not that of the date or the total, and no formula. An outlet calls itself as it likes."""
    from rostra.report.serialise import safe_cell

    return f"{name} (series)" if name in {"date", "articles"} else safe_cell(name)
