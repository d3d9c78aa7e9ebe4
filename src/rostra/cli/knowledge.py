import json
from collections.abc import Mapping
from pathlib import Path

import click

from rostra.cli.options import case_option, for_machines

EPILOG = """\b
Examples:
  rostra knowledge check my-pack/
  rostra knowledge add my-pack/ --case valdoria.db
  rostra knowledge list --case valdoria.db
  rostra knowledge wikidata ministers.json ministers/
"""
SHOWN = 50
"""Refusals that are shown."""
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.group("knowledge", epilog=EPILOG)
def command() -> None:
    """Packs of your own knowledge: add, list, check and remove them.

    A pack is a folder of the same files as the knowledge that ships (states, places, organisations, offices,
    equipment), with a manifest pack.toml. The case keeps its files, so that every record can name them.
    """


@command.command("add")
@click.argument("folder", type=FOLDER)
@case_option
def add(folder: Path, case_path: Path) -> None:
    """Add a pack to a case, in place of an earlier version of it.

    A faulty pack is not added: every fault is listed with its file, row, field and remedy.
    """
    from rostra.pipeline.knowing import add_pack
    from rostra.store import Case

    with Case.open(case_path) as case:
        added = add_pack(case, folder)
        documents = case.counts().documents
    pack = added.pack
    if not added.new:
        click.echo(f"{pack.name} {pack.version} was in {case_path} already, byte for byte; nothing to do")
        return
    click.echo(f"{pack.name} {pack.version} ({pack.sha256[:12]}) into {case_path}: {_said(added.changes)}")
    if documents:
        click.echo(
            f"{documents} documents were read without it: `rostra read` on the same sources reads them anew,"
            " and `rostra reference import` names the rows of registers anew"
        )


@command.command("check")
@click.argument("folder", type=FOLDER)
def check(folder: Path) -> None:
    """Check a pack without adding it; every fault is listed with its file, row, field and remedy."""
    from rostra.data import shipped_knowledge
    from rostra.data.packs import changes, read_pack

    pack = read_pack(folder)
    click.echo(
        f"{pack.name} {pack.version} ({pack.sha256[:12]}) is sound: {_said(changes(pack, shipped_knowledge()))}"
    )


def _said(found: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {what}" for what, number in found.items()) or "it changes nothing"


@command.command("wikidata")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", default="wikidata-offices", show_default=True, help="Name of the pack.")
def wikidata(file: Path, folder: Path, name: str) -> None:
    """Write a pack of the persons in office of a Wikidata dump or query result.

    FILE is a dump of entities (JSON, one a line) or the result of a query (JSON or CSV); FOLDER is new. Read what came
    of it, then add it.
    """
    from rostra.pipeline.packing import pack_offices
    from rostra.report.terminal import console, refusals_table

    packed = pack_offices(file, folder, name)
    click.echo(f"{packed.holders} persons in office into {folder}, {len(packed.refusals)} refused")
    if packed.refusals:
        console(stderr=True).print(refusals_table(packed.refusals[:SHOWN]))


@command.command("list")
@case_option
@click.option("--json", "as_json", is_flag=True, help="Write the packs as JSON.")
def list_(case_path: Path, as_json: bool) -> None:
    """List the packs of a case."""
    from rostra.pipeline.knowing import packs_of
    from rostra.store import Case

    with Case.open(case_path, "read") as case:
        packs = packs_of(case)
    if as_json:
        for_machines()
        records = [
            {**pack.manifest, "sha256": pack.sha256, "files": [name for name, _ in pack.files]}
            for pack in packs
        ]
        click.echo(json.dumps(records, ensure_ascii=False, indent=1))
        return
    for pack in packs:
        click.echo(
            f"{pack.name} {pack.version} ({pack.sha256[:12]}), {pack.manifest['licence']}: {pack.manifest['description']}"
        )
    if not packs:
        click.echo("no packs; add one with `rostra knowledge add FOLDER`", err=True)


@command.command("remove")
@click.argument("name")
@case_option
def remove(name: str, case_path: Path) -> None:
    """Take a pack out of a case. What was read with it stays until it is read again."""
    from rostra.pipeline.knowing import remove_pack
    from rostra.store import Case

    with Case.open(case_path) as case:
        remove_pack(case, name)
    click.echo(f"{name} is out of {case_path}; `rostra read` on the same sources reads them anew")
