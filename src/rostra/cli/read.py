import json
import sys
from pathlib import Path
from typing import Any

import click

from rostra.cli.listing import day
from rostra.cli.options import case_option, engine_options, for_machines, lang_option
from rostra.cli.reading import print_summary, run
from rostra.data import Knowledge
from rostra.ingest import ReadSettings, list_sources
from rostra.pipeline.knowing import knowledge_at
from rostra.pipeline.reading import Plan
from rostra.plugins import EngineOptions, engine
from rostra.report.tally import Tally
from rostra.store import Case

EPILOG = """\b
Examples:
  rostra read article.html
  rostra read speeches/ --lang es --outlet "Gaceta del Norte" --case north.db
  cat article.txt | rostra read - --date 2025-10-25
"""


@click.command("read", epilog=EPILOG)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@case_option
@engine_options
@lang_option
@click.option("--title", help="Title of what is read.")
@click.option("--date", callback=day, metavar="DATE", help="Its date: 2025, 2025-10 or 2025-10-25.")
@click.option("--url", help="Its address.")
@click.option("--outlet", help="Who published it.")
@click.option("--keep-furniture", is_flag=True, help="Keep menus, breadcrumbs and the like in the text.")
@click.option("--again", is_flag=True, help="Read what the case has already.")
@click.option("--json", "as_json", is_flag=True, help="Write the summary as JSON.")
def command(
    sources: tuple[str, ...], case_path: Path, engine_name: str, model: str | None, threads: int, again: bool,
    as_json: bool, **given: Any,
) -> None:  # fmt: skip
    """Read articles and speeches into a case.

    SOURCE is a file or folder of .txt, .md and .html, or - for standard input. What cannot be read is refused with
    its reason, and the rest goes on. Packs of knowledge that the case holds are used. The exit status is 1 only when
    nothing could be read.
    """
    found = list_sources(sources)
    knowledge = knowledge_at(case_path)
    chosen = engine(engine_name, EngineOptions(model, knowledge if knowledge.packs else None, threads))
    plan = Plan(found, ReadSettings(**given), chosen, again, knowledge.packs)
    with Case.open(case_path) as case:
        tally, known = _run(case, plan, knowledge)
    if as_json:
        for_machines()
        click.echo(json.dumps(_as_json(tally, known), ensure_ascii=False))
    else:
        print_summary(tally, known)
    if not tally.documents and not known:
        sys.exit(1)


def _run(case: Case, plan: Plan, knowledge: Knowledge) -> tuple[Tally, int]:
    try:
        return run(case, plan, knowledge)
    except KeyboardInterrupt:
        click.echo(
            f"\ninterrupted: what was read is in {case.path}; the same command goes on from there", err=True
        )
        sys.exit(130)


def _as_json(tally: Tally, known: int) -> dict[str, Any]:
    return {
        "documents": tally.documents,
        "unchanged": known,
        "languages": dict(tally.languages),
        "quotes": dict(tally.kinds),
        "speakers": dict(tally.speakers),
        "claims": dict(tally.claims),
        "mentions": tally.mentions,
        "findings": dict(tally.verdicts),
        "refused": tally.refused,
    }
