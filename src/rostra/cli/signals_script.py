from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rostra.cli.signals_options import FILE, columns, output_options, seed_option, show

if TYPE_CHECKING:
    from rostra.signals.script import ClaimUse, CorpusDocument

EPILOG = """\b
Examples:
  rostra signals script --corpus speeches.jsonl --actors Valdoria,Marenia
  rostra signals script --corpus speeches.jsonl --actors Valdoria,Marenia --media coverage.csv --seed 7 --json
\b
The corpus has one JSON object a line: id, date, actor, lang, text. The media file has the columns date and count.
"""


@click.command("script", epilog=EPILOG)
@click.option("--corpus", type=FILE, required=True, help="JSON lines: id, date, actor, lang, text.")
@click.option("--actors", callback=columns, metavar="A,B", required=True, help="The two actors to compare.")
@click.option(
    "--media", type=FILE, help="Daily third-party coverage of the topic; without it: co-movement only."
)
@click.option(
    "--claims/--no-claims", default=True, show_default=True, help="Read typed claims and match them."
)
@seed_option
@output_options
def command(
    corpus: Path, actors: tuple[str, ...], media: Path | None, claims: bool, seed: int, **output: Any
) -> None:
    """Find what two actors say in the same words, and who says it first.

    Passages are listed with both sources; quoted third parties, citations of each other and stock phrases are left
    out and listed apart. Timing is tested given the media's volume, and is co-movement without it.
    """
    from rostra.signals import Layout, read_series
    from rostra.signals.script import ScriptPlan, read_corpus, script, section

    if len(actors) != 2:
        raise click.BadParameter(f"two actors, as in A,B; got {len(actors)}", param_hint="--actors")
    documents = read_corpus(corpus)
    volume = read_series(media, Layout("date", ("count",), period="daily")).series("count") if media else None
    compared = [document for document in documents if document.actor in actors]
    found = _claims(compared) if claims else []
    answer = script(documents, ScriptPlan((actors[0], actors[1]), seed), volume, found)
    show(section(answer), answer.to_json(), **output)


def _claims(documents: "list[CorpusDocument]") -> "list[ClaimUse]":
    """The claims of both actors' documents, with progress on a terminal."""
    from rich.console import Console
    from rich.progress import track

    from rostra.pipeline.scripting import claim_uses
    from rostra.plugins import engine

    read = claim_uses(documents, engine("rules"))
    screen = Console(stderr=True)
    shown = track(read, "reading claims", len(documents), console=screen, disable=not screen.is_terminal)
    return [use for uses in shown for use in uses]
