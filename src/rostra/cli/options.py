"""Options that several commands share."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_CASE = Path("rostra.db")


def case_option(command: F) -> F:
    """`--case PATH`, here or before the command; rostra.db by default."""
    return case_option_with(DEFAULT_CASE)(command)


def case_option_with(default: Path) -> Callable[[F], F]:
    """`--case PATH` with a default of its own."""

    def chosen(ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path:
        outer = ctx.find_root().obj
        return value or (outer if isinstance(outer, Path) else default)

    kind = click.Path(path_type=Path, dir_okay=False)
    text = f"The case file (default {default})."
    return click.option("--case", "case_path", type=kind, callback=chosen, default=None, help=text)


def engine_options(command: F) -> F:
    """`--engine NAME`, `--model NAME` and `--threads N`."""
    named = "The pipeline of --engine spacy, or a folder of weights for --engine learned."
    for option in (
        click.option(
            "--threads",
            type=click.IntRange(min=1),
            default=1,
            show_default=True,
            help="Threads of --engine learned.",
        ),
        click.option("--model", "--spacy-model", "model", metavar="NAME", help=named),
        click.option(
            "--engine",
            "engine_name",
            default="auto",
            show_default=True,
            metavar="auto|rules|learned|spacy",
            help="The engine that finds quotes; auto takes the best one installed.",
        ),
    ):
        command = option(command)
    return command


def knowledge_option(command: F) -> F:
    """`--knowledge FOLDER`, as often as there are packs."""
    kind = click.Path(path_type=Path, exists=True, file_okay=False)
    text = "A pack of knowledge to lie over what ships; may be given several times."
    return click.option("--knowledge", "packs", type=kind, multiple=True, metavar="FOLDER", help=text)(
        command
    )


def lang_option(command: F) -> F:
    """`--lang CODE`."""

    def known(_ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        from rostra.rules import known_languages

        if value is not None and value.split("-")[0].lower() not in known_languages():
            raise click.BadParameter(
                f"no language pack for {value!r}; known: {', '.join(known_languages())}", param=param
            )
        return value

    text = "Language of the sources (en, es, pt, ru); default: told by the text."
    return click.option("--lang", callback=known, default=None, metavar="CODE", help=text)(command)


def listing_options(command: F) -> F:
    """`--json`, `--csv` and `--limit` of a listing."""
    for option in (
        click.option("--limit", type=click.IntRange(min=1), default=None, help="At most this many rows."),
        click.option("--csv", "as_csv", is_flag=True, help="Write CSV with a header."),
        click.option("--json", "as_json", is_flag=True, help="Write one JSON array, one record a line."),
    ):
        command = option(command)
    return command


def for_machines() -> None:
    """Makes standard output UTF-8 whatever the terminal says: JSON is UTF-8 (RFC 8259), and CSV goes with it.

    Half of a surrogate pair, which UTF-8 cannot hold, is written as the escape that JSON has for it.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def period_options(command: F) -> F:
    """`--since DATE` and `--until DATE`, by the day of the document."""
    from rostra.cli.listing import day

    for option in (
        click.option(
            "--until", callback=day, default=None, metavar="DATE", help="Documents of this day or earlier."
        ),
        click.option(
            "--since", callback=day, default=None, metavar="DATE", help="Documents of this day or later."
        ),
    ):
        command = option(command)
    return command
