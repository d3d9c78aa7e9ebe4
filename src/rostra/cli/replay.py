import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from rostra.cli.options import case_option, for_machines

EPILOG = """\b
Examples:
  rostra replay case.html --case valdoria.db
  rostra replay valdoria.db
  rostra replay october.html --case valdoria.db --json
"""
SHOWN = 12
"""Differing links that a terminal shows; --json gives all of them."""


@click.command("replay", epilog=EPILOG)
@click.argument(
    "target", type=click.Path(path_type=Path, dir_okay=False), required=False, metavar="REPORT|CASE"
)
@case_option
@click.option("--model", metavar="NAME", help="The pipeline or folder of weights that `read` was given.")
@click.option("--json", "as_json", is_flag=True, help="Write what came of it as JSON.")
def command(target: Path | None, case_path: Path, model: str | None, as_json: bool) -> None:
    """Recompute a report or a case from its raw bytes.

    REPORT is a page that `rostra report` wrote, and goes with its --case; CASE, or --case alone, is replayed whole.
    Either every digit agrees, or the lowest link of the chain that differs is named, and the exit status is 1.
    """
    from rostra.cli.replaying import replay_case, replay_page

    is_case = target is not None and _is_case(target)
    with _progress(not as_json) as told:
        if target is None or is_case:
            replayed = replay_case(target or case_path, model, told)
        else:
            replayed = replay_page(target, case_path, model, told)
    name = str(target or case_path)
    if as_json:
        for_machines()
        click.echo(json.dumps(_plain(name, replayed), ensure_ascii=False, indent=1))
    else:
        _tell(name, replayed)
    if replayed.differences:
        sys.exit(1)


def _is_case(target: Path) -> bool:
    with target.open("rb") as file:
        return file.read(15) == b"SQLite format 3"


def _progress(wanted: bool) -> Any:
    from rostra.cli.replaying import progress

    return progress(wanted)


def _plain(name: str, replayed: Any) -> dict[str, Any]:
    differences = [asdict(each) for each in replayed.differences]
    counts = {what: getattr(replayed, what) for what in ("documents", "records", "rows", "findings")}
    return {
        "schema": "rostra.replay/1",
        "target": name,
        "agrees": not differences,
        "first": differences[0] if differences else None,
        "differences": differences,
        "recomputed": counts,
        "notes": list(replayed.notes),
    }


def _tell(name: str, replayed: Any) -> None:
    from rostra.report.terminal import cell, console

    screen = console()
    counts = (
        f"{replayed.documents} documents, {replayed.records:,} records, {replayed.rows:,} rows of registers and "
        f"{replayed.findings:,} findings recomputed"
    )
    for note in replayed.notes:
        screen.print(cell(f"note: {note}", 300, "dim"))
    if not replayed.differences:
        screen.print(f"{name} agrees to the last digit: {counts}")
        return
    first, *rest = replayed.differences
    screen.print(cell(f"{name} differs, first in the {first.link} {_subject(first)}", 300, "bold"))
    screen.print(cell(f"  then {first.stored}", 300))
    screen.print(cell(f"  now  {first.now}", 300))
    if rest:
        screen.print(f"{len(rest)} further links differ, from the bottom of the chain up:")
    for each in rest[:SHOWN]:
        screen.print(cell(f"  {each.link} {_subject(each)}", 200, "dim"))
    if len(rest) > SHOWN:
        screen.print(f"  and {len(rest) - SHOWN} more; --json lists them", style="dim")
    screen.print(counts, style="dim")


def _subject(difference: Any) -> str:
    return f"{difference.subject}, {difference.field}" if difference.field else difference.subject
