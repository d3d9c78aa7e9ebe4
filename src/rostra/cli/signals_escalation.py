from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rostra.cli.listing import day
from rostra.cli.signals_options import columns, output_options, seed_option, series_options, show, span
from rostra.kernel import PartialDate

if TYPE_CHECKING:
    from rostra.signals import Period

EPILOG = """\b
Examples:
  rostra signals escalation --series counts.csv --date date --value threats --total articles --base 2017-01..2024-12
  rostra signals escalation --series counts.csv --value VAL --total articles --base 2017-01..2024-12 \\
    --panel MAR,OST,KES --seed 7 --json
"""


@click.command("escalation", epilog=EPILOG)
@series_options
@click.option("--value", metavar="COL", required=True, help="The column of counts.")
@click.option("--total", metavar="COL", required=True, help="The column of all articles.")
@click.option(
    "--base",
    callback=span,
    metavar="FROM..TO",
    required=True,
    help="The declared base; what follows is tested.",
)
@click.option("--panel", callback=columns, metavar="COL,COL", help="Other columns, tested alike.")
@click.option("--outlet", metavar="COL", help="The column of outlets, where a row is one outlet's period.")
@click.option(
    "--until", callback=day, metavar="DATE", help="The last period to test; default: the last of the file."
)
@click.option(
    "--draws",
    type=click.IntRange(min=999),
    default=9999,
    show_default=True,
    help="Paths that a test draws at most.",
)
@seed_option
@output_options
def command(
    series: Path, date: str, period: "Period | None", value: str, total: str, base: PartialDate, panel: tuple[str, ...],
    outlet: str | None, until: PartialDate | None, draws: int, seed: int, **output: Any,
) -> None:  # fmt: skip
    """Test whether a share is escalating after its declared base, since when, and by how much.

    The base must be declared before looking at what follows. A series too persistent to date a change is not dated;
    its rank in the panel is shown instead.
    """
    from rostra.signals import Layout, read_series
    from rostra.signals.escalation import EscalationSettings, escalation, section

    names = tuple(dict.fromkeys((value, *panel)))
    table = read_series(series, Layout(date, names, total, outlet, period))
    table = table.between(PartialDate(table.dates[0], until.last)) if until else table
    result = escalation(table, EscalationSettings(value, base, panel, seed, draws))
    show(section(result), result.to_json(), **output)
