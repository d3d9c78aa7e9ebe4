import json
from pathlib import Path
from typing import Any

import click

from rostra.cli.options import case_option, for_machines
from rostra.kernel import QueryError

EPILOG = """\b
Examples:
  rostra equipment SA-24
  rostra equipment "Игла-С" --lang ru
  rostra equipment Tiger
  rostra equipment S-400 --json
  rostra equipment --class SAM
  rostra equipment "Orla-2" --case valdoria.db
"""
LANGUAGE = "Only names of this language, and those that are the same in all (en, es, pt, ru, uk)."


@click.command("equipment", epilog=EPILOG)
@click.argument("name", required=False)
@click.option("--lang", help=LANGUAGE)
@click.option("--class", "class_name", help='List a class instead: "SAM", "tank", "cruise missile".')
@case_option
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def command(
    name: str | None, lang: str | None, class_name: str | None, case_path: Path, as_json: bool
) -> None:
    """Show an entry of the equipment catalogue, its names and its neighbours.

    NAME is any name of it, in any script. A name of several entries lists them with the words that decide. Where there
    is a case, the packs that it holds lie over the catalogue.
    """
    if (name is None) == (class_name is None):
        raise click.UsageError("give a NAME or --class, one of the two")
    catalogue = _catalogue(case_path)
    if class_name is not None:
        _list_class(catalogue, class_name, as_json)
    else:
        _show_name(catalogue, name or "", lang, as_json)


def _catalogue(case_path: Path) -> Any:
    """What ships, with the packs of the case over it where there is one."""
    from rostra.pipeline.knowing import knowledge_at

    return knowledge_at(case_path).equipment


def _show_name(catalogue: Any, name: str, lang: str | None, as_json: bool) -> None:
    from rostra.data.equipment_lookup import Lookup
    from rostra.report.equipment import found_shown, found_to_json
    from rostra.report.terminal import console

    found = Lookup(catalogue).find(name, lang)
    if not found.systems:
        near = (
            f"near names: {', '.join(found.near)}"
            if found.near
            else "`rostra equipment --class` lists a class"
        )
        raise QueryError(f"the catalogue knows no {name[:80]!r}", remedy=near)
    if as_json:
        for_machines()
        click.echo(json.dumps(found_to_json(catalogue, name, found), ensure_ascii=False, indent=1))
    else:
        console().print(found_shown(catalogue, found))


def _list_class(catalogue: Any, class_name: str, as_json: bool) -> None:
    from rostra.report.equipment import class_named, class_table, entry_to_json, of_class
    from rostra.report.terminal import console

    class_id = class_named(catalogue, class_name)
    if class_id is None:
        known = ", ".join(sorted(entry.name for entry in catalogue.classes.values()))
        raise QueryError(f"no class {class_name[:80]!r}", remedy=f"classes are: {known}")
    if as_json:
        for_machines()
        rows = [entry_to_json(catalogue, system) for system in of_class(catalogue, class_id)]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        console().print(class_table(catalogue, class_id))
