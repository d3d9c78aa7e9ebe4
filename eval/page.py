"""The published page of measured agreement, written by the evaluation and by nothing else."""

import datetime as dt
import tomllib
from itertools import groupby
from pathlib import Path

from eval.corpora import corpus_hash
from eval.figure import Figure
from eval.shared import CHECKOUT
from rostra import __version__

PAGE = CHECKOUT / "docs" / "measured-agreement.md"
PEERS = Path(__file__).with_name("peers.toml")

HEAD = """# Measured agreement

Written by `python -m eval --write` on {date}, rostra {version}; rules engine where the row names no other. F1 unless the row says otherwise; n counts
the gold items. Beside each figure: what people reach on the same task where it was measured, and the best other
program that we know a figure of. A figure on the open parts says how rostra does on text like it, no more. On PolNeAR
people and the other programs were measured on its test part by a pilot, rostra on its development part. PolNeAR has the
pieces of a broken quotation as one content, the gold set as two: the runner joins them, and the rows "not joined" show
the quotes as the stream has them. Gold dev was looked at as totals while the claim rules were written, so its claim
figures are somewhat kind. How often the signals alarm where nothing is, and find what is, stands in
[signals-error-rates.md](signals-error-rates.md).

"""


def write(figures: list[Figure], shared: Path, date: dt.date) -> None:
    """Writes docs/measured-agreement.md."""
    peers = tomllib.loads(PEERS.read_text(encoding="utf-8"))
    parts = [HEAD.format(date=date.isoformat(), version=__version__)]
    for corpus, group in groupby(figures, key=lambda figure: figure.corpus):
        parts.append(f"## {corpus}\n\nFiles: `{corpus_hash(shared, corpus)}` (SHA-256, first 12 digits).\n\n")
        parts.append("| what | language | rostra | n | people | best other |\n|---|---|---|---|---|---|\n")
        parts += [_row(figure, peers.get(figure.key, {})) for figure in group]
        parts.append("\n")
    PAGE.write_text("".join(parts).rstrip() + "\n", encoding="utf-8")


def _row(figure: Figure, peer: dict[str, str]) -> str:
    people, other = peer.get("people", ""), peer.get("other", "")
    return f"| {figure.what} | {figure.lang} | {figure.value:.3f} | {figure.n} | {people} | {other} |\n"
