"""One way to list records: as a table for a person, as JSON or CSV for a machine."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

import click
from rich.console import RenderableType

from rostra.cli.options import for_machines
from rostra.kernel import PartialDate
from rostra.report.serialise import COLUMNS, Plain, to_csv
from rostra.report.terminal import console

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Output:
    """How a person wants a listing. `limit` is None for all rows."""

    as_json: bool
    as_csv: bool
    limit: int | None


@dataclass(frozen=True, slots=True)
class Listing(Generic[R]):
    """How records of one kind are shown: each as a plain record, all as a table, none in these words."""

    plain: Callable[..., Plain]
    table: Callable[[Sequence[R]], RenderableType]
    none: str


SCREEN = 200
"""Rows that a table shows without --limit; --json and --csv give all of them."""


def show(listing: Listing[R], records: Iterable[R], output: Output, *, paired: bool = True) -> None:
    """Writes the records. With `paired`, each is a tuple of the arguments that `listing.plain` takes."""
    chosen = islice(records, output.limit)
    plain = (listing.plain(*record) if paired else listing.plain(record) for record in chosen)  # type: ignore[misc]  # R is a tuple then
    if output.as_json or output.as_csv:
        for_machines()
    if output.as_json:
        _write_json(plain)
    elif output.as_csv:
        for line in to_csv(plain, COLUMNS[listing.plain]):
            click.echo(line, nl=False)
    else:
        _write_table(listing, chosen, output.limit)


def _write_json(records: Iterator[Plain]) -> None:
    """One JSON array, one record a line."""
    click.echo("[", nl=False)
    for number, record in enumerate(records):
        click.echo((",\n" if number else "\n") + json.dumps(record, ensure_ascii=False), nl=False)
    click.echo("\n]")


def _write_table(listing: Listing[R], records: Iterator[R], limit: int | None) -> None:
    rows = list(islice(records, limit or SCREEN))
    if not rows:
        click.echo(listing.none, err=True)
        return
    console().print(listing.table(rows))
    if limit is None and next(records, None) is not None:
        click.echo(f"the first {SCREEN} rows; --limit, --json or --csv give more", err=True)


def day(_ctx: click.Context, param: click.Parameter, value: Any) -> PartialDate | None:
    """A date given on the command line: 2025, 2025-10 or 2025-10-25."""
    if value is None:
        return None
    date = PartialDate.parse(str(value))
    if date is None:
        raise click.BadParameter(f"{value!r} is no date; give YYYY, YYYY-MM or YYYY-MM-DD", param=param)
    return date
