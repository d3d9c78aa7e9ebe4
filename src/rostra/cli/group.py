"""The group of commands. Its help text loads no command, so `rostra --help` starts at once."""

import importlib
import io
import sys
from pathlib import Path
from typing import Any

import click

from rostra import __version__
from rostra.kernel import RostraError

COMMANDS = {
    "annotate": "Annotate JSON lines: one record in, one record out, no case.",
    "claims": "List the claims of a case.",
    "demo": "Read the sample that rostra ships, and show what it finds.",
    "equipment": "Show an entry of the equipment catalogue, its names and its neighbours.",
    "findings": "List what the open record says of the claims of a case.",
    "knowledge": "Packs of your own knowledge: add, list, check and remove them.",
    "grade": "Grade sources and findings by hand, each with a reason that is kept.",
    "forecast": "Keep a ledger of predictions in a case, and score them later.",
    "mentions": "List the mentions of a case.",
    "quotes": "List the quotes of a case.",
    "read": "Read articles and speeches into a case.",
    "reference": "Import reference figures into a case, and list them.",
    "replay": "Recompute a report or a case from its raw bytes.",
    "report": "Write a case as one self-contained page.",
    "signals": "Ask dated counts: escalation, diversion, shared script, forecast.",
    "train": "Train the learned engine on corpora of your own.",
    "why": "Show why a record stands, down to its sentences.",
}
"""Name and summary of every command; a test holds each summary against the command's own help."""

EPILOG = """\b
Examples:
  rostra demo
  rostra read article.html speeches/ --case venezuela.db
  rostra claims --type possession --json
  rostra report -o case.html
"""


class LazyGroup(click.Group):
    """A group that imports a command's module when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"rostra.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Runs a command; an error of rostra or of the disk ends with its message and remedy, not a traceback."""
        _write_what_the_terminal_can()
        try:
            return super().main(*args, **kwargs)
        except RostraError as error:
            click.echo(f"Error: {error}", err=True)
        except OSError as error:
            click.echo(f"Error: {_told(error)}", err=True)
        _let_go_of_standard_output()
        sys.exit(1)


def _write_what_the_terminal_can() -> None:
    """A sign that the encoding of the terminal lacks becomes a question mark, not the end of the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _told(error: OSError) -> str:
    """What the system said of which file, and how to mend it."""
    where = error.filename if error.filename is not None else "the output"
    return (
        f"{where}: {error.strerror or error}\n  check that the folder exists, its rights and the space left"
    )


def _let_go_of_standard_output() -> None:
    """What could not be written to a full disk is not tried again at exit, where Python would complain of it."""
    try:
        sys.stdout.flush()
    except OSError:
        sys.stdout = None  # Python's own sign for a stream that is gone


@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rostra")
@click.option(
    "--case",
    "case_path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="The case file (default rostra.db). Accepted before or after a command.",
)
@click.pass_context
def main(ctx: click.Context, case_path: Path | None) -> None:
    """Rostra turns news and speeches about arms into an auditable record.

    Who said what; what was claimed; what the open record holds; and why.
    """
    ctx.obj = case_path
