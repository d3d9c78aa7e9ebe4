"""Running the import of reference files, with progress, and telling what came of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.progress import Progress, SpinnerColumn, TextColumn

from rostra.data import Knowledge
from rostra.ingest.registers import ReferenceKind
from rostra.kernel import SourceError
from rostra.pipeline.referencing import Imported, import_into
from rostra.report.serialise import refusal_to_json
from rostra.report.terminal import cell, console, refusals_table
from rostra.store import Case

SHOWN = 12
"""Unknown names that are shown; --json gives all of them."""


def import_all(
    case: Case, paths: Iterable[Path], kind: ReferenceKind, knowledge: Knowledge
) -> tuple[list[Imported], list[SourceError]]:
    """Imports the files one by one; one that cannot be read does not stop the rest."""
    done, failed = [], []
    with _progress() as (progress, task):
        for path in paths:

            def told(records: int, name: str = path.name) -> None:
                progress.update(task, source=f"{cell(name, 40).plain}: {records:,} rows")

            try:
                done.append(import_into(case, path, kind, knowledge, told))
            except SourceError as error:
                failed.append(error)
    return done, failed


@contextmanager
def _progress() -> Iterator[tuple[Progress, Any]]:
    screen = console(stderr=True)
    source = TextColumn("{task.fields[source]}", markup=False)
    with Progress(
        SpinnerColumn(), source, console=screen, transient=True, disable=not screen.is_terminal
    ) as shown:
        yield shown, shown.add_task("importing", total=None, source="")


def tell(done: Iterable[Imported], case: Path) -> None:
    """What was imported, for a person."""
    for one in done:
        file = one.file
        if not one.new:
            click.echo(f"{file.name} is in {case} already, {file.rows} rows; nothing added")
            continue
        click.echo(f"{file.rows} rows from {file.name} into {case}, {file.refused} refused")
        _unknown(one.items, "items that the catalogue does not know")
        _unknown(one.states, "states that the knowledge does not know")
        if one.refusals:
            console(stderr=True).print(refusals_table(one.refusals))


def _unknown(names: Counter[str], what: str) -> None:
    if not names:
        return
    shown = ", ".join(f"{cell(name, 60).plain} ({count})" for name, count in _ranked(names)[:SHOWN])
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    click.echo(f"{sum(names.values())} rows name {what}; they are kept under their own name: {shown}{more}")


def _ranked(names: Counter[str]) -> list[tuple[str, int]]:
    return sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))


def plain(one: Imported) -> dict[str, Any]:
    """What was imported, for a machine."""
    file = one.file
    return {
        "file": file.name,
        "sha256": file.sha256,
        "kind": file.kind,
        "snapshot": str(file.snapshot) if file.snapshot else None,
        "new": one.new,
        "rows": file.rows,
        "refused": file.refused,
        "unknown_items": dict(_ranked(one.items)),
        "unknown_states": dict(_ranked(one.states)),
        "refusals": [refusal_to_json(refusal) for refusal in one.refusals],
    }
