from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rostra.cli.signals_options import output_options, series_options, show

if TYPE_CHECKING:
    from rostra.signals import Period

EPILOG = """\b
Examples:
  rostra signals forecast --series index.csv --date date --value threats --horizons 1,3,6,12
  rostra signals forecast --series counts.csv --value threats --total articles --json
"""


def _horizons(_ctx: click.Context, param: click.Parameter, value: str) -> tuple[int, ...]:
    """Whole numbers of periods, each from 1 to 120, in ascending order."""
    words = [word.strip() for word in value.split(",")]
    if not all(word.isascii() and word.isdigit() and 1 <= int(word[:4]) <= 120 for word in words):
        raise click.BadParameter(f"{value!r}: give periods ahead, as in 1,3,6,12 (120 at most)", param=param)
    return tuple(sorted({int(word) for word in words}))


@click.command("forecast", epilog=EPILOG)
@series_options
@click.option("--value", metavar="COL", required=True, help="The column of values.")
@click.option(
    "--total", metavar="COL", help="The column of all articles; without it the values are taken as they are."
)
@click.option(
    "--horizons",
    callback=_horizons,
    default="1,3,6,12",
    show_default=True,
    metavar="N,N",
    help="Periods ahead.",
)
@output_options
def command(
    series: Path, date: str, period: "Period | None", value: str, total: str | None, horizons: tuple[int, ...],
    **output: Any,
) -> None:  # fmt: skip
    """Forecast a series where the model has beaten naive forecasts, and print all scores.

    Every score comes from forecasts made with nothing but the past of their day. A horizon at which a mixture of two
    naive forecasts does as well is not offered.
    """
    from rostra.signals import Layout, read_series
    from rostra.signals.forecast import ForecastSettings, forecast, section

    table = read_series(series, Layout(date, (value,), total, period=period))
    result = forecast(table, ForecastSettings(value, horizons))
    show(section(result), result.to_json(), **output)
