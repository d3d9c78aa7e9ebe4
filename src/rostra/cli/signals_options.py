"""Options and output that the commands of `rostra signals` share."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rostra.cli.options import for_machines
from rostra.kernel import EngineError, PartialDate

if TYPE_CHECKING:
    from rostra.signals import Section

F = TypeVar("F", bound=Callable[..., Any])

OPTIONAL = frozenset({"numpy", "pandas", "pyarrow", "ruptures", "scipy", "statsmodels"})


class SignalsGroup(click.Group):
    """A group that tells how to install the statistical libraries where they are not."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the subcommand. Raises EngineError where a library of `rostra[signals]` is missing."""
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in OPTIONAL:
                raise
            raise EngineError(
                f"{error.name} is not installed", remedy="pip install 'rostra[signals]'"
            ) from error


FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


def series_options(command: F) -> F:
    """`--series FILE`, `--date COL` and `--period`."""
    for option in (
        click.option(
            "--period",
            type=click.Choice(["daily", "weekly", "monthly"]),
            help="The period of a row; default: told by the dates.",
        ),
        click.option(
            "--date", "date", metavar="COL", default="date", show_default=True, help="The column of dates."
        ),
        click.option(
            "--series", "series", type=FILE, required=True, help="CSV or Parquet, one row a period."
        ),
    ):
        command = option(command)
    return command


def seed_option(command: F) -> F:
    """`--seed N`, 0 by default."""
    kind = click.IntRange(min=0)
    return click.option("--seed", type=kind, default=0, show_default=True, help="Seed of all draws.")(command)


def json_option(command: F) -> F:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Write the result as JSON.")(command)


def output_options(command: F) -> F:
    """`--json`, `--figure FILE` and `--keep CASE`: what becomes of a result."""
    place = click.Path(path_type=Path, dir_okay=False)
    for option in (
        click.option(
            "--keep", "keep", type=place, metavar="CASE", help="Keep the result for this case's report."
        ),
        click.option("--figure", "figure", type=place, callback=_drawable, help="Draw it as .svg or .png."),
    ):
        command = option(command)
    return json_option(command)


def _drawable(_ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and value.suffix.lower() not in {".svg", ".png"}:
        raise click.BadParameter(f"{value.name}: give a name that ends in .svg or .png", param=param)
    return value


def columns(_ctx: click.Context, _param: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Names as the command line gives them: A,B,C; one that holds a comma stands in quotation marks, as in CSV."""
    names = next(csv.reader([value or ""], skipinitialspace=True), [])
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def span(_ctx: click.Context, param: click.Parameter, value: str | None) -> PartialDate | None:
    """A stretch of days as the command line gives it: 2017-01..2024-12, both ends included."""
    if value is None:
        return None
    first, dots, last = value.partition("..")
    found = PartialDate.parse(f"{first}/{last}") if dots and "/" not in value else None
    if found is None:
        raise click.BadParameter(
            f"{value!r} is no stretch of time; give FROM..TO, as in 2017-01..2024-12", param=param
        )
    return found


def show(
    section: "Section",
    record: dict[str, Any],
    *,
    as_json: bool,
    figure: Path | None = None,
    keep: Path | None = None,
) -> None:
    """Draws and keeps a result where that was asked, then writes its JSON, or its paragraph and table."""
    if figure:
        _draw(section, figure)
    if keep:
        _keep(section, record, keep)
    if as_json:
        for_machines()
        click.echo(json.dumps(record, ensure_ascii=False))
        return
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from rostra.report.terminal import cell, console

    table = Table(*section.columns, box=SIMPLE_HEAD)
    for row in section.rows:
        table.add_row(*(cell(text) for text in row))
    screen = console()
    screen.print(section.paragraph)
    screen.print(table)


def _draw(section: "Section", figure: Path) -> None:
    from rostra.report.pictures import png, svg

    drawn = png(section.picture) if figure.suffix.lower() == ".png" else svg(section.picture).encode()
    figure.write_bytes(drawn)


def _keep(section: "Section", record: dict[str, Any], place: Path) -> None:
    """Puts the result into a case, its picture drawn, and says so where people read."""
    from rostra.report.pictures import svg
    from rostra.store import Analysis, Case

    kind = str(record["schema"]).removeprefix("rostra.signals.").partition("/")[0]
    analysis = Analysis(
        kind,
        section.title,
        section.paragraph,
        section.columns,
        section.rows,
        svg(section.picture),
        json.dumps(record, ensure_ascii=False, sort_keys=True),
    )
    with Case.open(place) as case:
        new = case.keep(analysis)
    click.echo(f"{analysis.id} {'kept' if new else 'was there already'}: {place}", err=True)
