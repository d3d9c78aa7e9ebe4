"""Writes what the documentation shows of the program: the sample in the README and the page of commands.

uv run python docs/samples.py           # rewrite
uv run python docs/samples.py --check   # exit 1 where they are not what the program prints
"""

import re
import sys
import tempfile
from pathlib import Path

import click
from click.testing import CliRunner

from rostra.cli.group import COMMANDS, main

CHECKOUT = Path(__file__).resolve().parent.parent
README = CHECKOUT / "README.md"
COMMANDS_PAGE = CHECKOUT / "docs" / "commands.md"
SAMPLE = re.compile(r"(<!-- sample: (?P<command>[^>]+) -->\n```text\n).*?(```\n)", re.DOTALL)


def pages() -> dict[Path, str]:
    """Each generated page with the text that it should have."""
    return {README: SAMPLE.sub(_sample, README.read_text(encoding="utf-8")), COMMANDS_PAGE: _commands()}


def _sample(match: re.Match[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        case = str(Path(folder) / "demo.db")
        words = match["command"].split()
        _run(["demo", "--case", case]) if words != ["demo"] else None
        printed = _run([*words, "--case", case]).replace(case, "demo.db")
    return match[1] + "\n".join(line.rstrip() for line in printed.strip().splitlines()) + "\n" + match[3]


def _run(words: list[str]) -> str:
    done = CliRunner(env={"COLUMNS": "100"}).invoke(main, words)
    if done.exit_code:
        raise SystemExit(f"rostra {' '.join(words)} failed:\n{done.output}")
    return done.stdout


def _commands() -> str:
    parts = ["# Commands\n\nWritten by `python docs/samples.py` from the program's own help.\n"]
    for path in sorted(_paths()):
        help_text = (
            CliRunner(env={"COLUMNS": "100"}).invoke(main, [*path, "--help"], prog_name="rostra").stdout
        )
        lines = "\n".join(line.rstrip() for line in help_text.strip().splitlines())
        parts.append(f"\n## rostra {' '.join(path)}\n\n```text\n{lines}\n```\n")
    return "".join(parts)


def _paths() -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [()]
    context = click.Context(main)
    for name in COMMANDS:
        found.append((name,))
        command = main.get_command(context, name)
        if isinstance(command, click.Group):
            found += [(name, child) for child in command.commands]
    return found


def write_or_check(*, check: bool) -> int:
    """Rewrites the pages, or gives 1 when one of them is not what the program prints."""
    stale = [path for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in stale:
        if check:
            print(
                f"{path.relative_to(CHECKOUT)} is not what the program prints: run `python docs/samples.py`"
            )
        else:
            path.write_text(pages()[path], encoding="utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(write_or_check(check="--check" in sys.argv))
