from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rostra.cli.listing import day
from rostra.cli.signals_options import columns, output_options, seed_option, series_options, show
from rostra.kernel import PartialDate

if TYPE_CHECKING:
    from rostra.signals import Period

EPILOG = """\b
Examples:
  rostra signals diversion --series days.csv --display parades --topic inquiry --total articles \\
    --placebo sport,weather,culture,health,courts,traffic,schools,harvest
  rostra signals diversion --series days.csv --display parades --topic inquiry --total articles \\
    --event 2025-09-04 --json
"""


@click.command("diversion", epilog=EPILOG)
@series_options
@click.option("--display", metavar="COL", required=True, help="The column of articles on the display.")
@click.option("--topic", metavar="COL", required=True, help="The column of articles on the topic.")
@click.option("--total", metavar="COL", help="The column of all articles; without it there is no answer.")
@click.option(
    "--placebo", callback=columns, metavar="COL,COL", help="Topics chosen beforehand; eight at least."
)
@click.option("--outlet", metavar="COL", help="The column of outlets, where a row is one outlet's day.")
@click.option("--event", callback=day, metavar="DATE", help="Test the week from this day on instead.")
@click.option(
    "--shifts",
    type=click.IntRange(min=199),
    default=999,
    show_default=True,
    help="Circular shifts that a test draws at most.",
)
@seed_option
@output_options
def command(
    series: Path, date: str, period: "Period | None", display: str, topic: str, total: str | None, placebo: tuple[str, ...],
    outlet: str | None, event: PartialDate | None, shifts: int, seed: int, **output: Any,
) -> None:  # fmt: skip
    """Test whether a topic gives way in the rest of the news after a display.

    The verdict is "consistent with diversion", "no evidence" with the effect that would have been found, or
    "cannot tell". It is never about intent.
    """
    from rostra.signals import Layout, read_series
    from rostra.signals.diversion import DiversionPlan, diversion, section

    plan = DiversionPlan(display, topic, placebo, event.first if event else None, seed, shifts)
    answer = diversion(read_series(series, Layout(date, plan.columns, total, outlet, period)), plan)
    show(section(answer), answer.to_json(), **output)
