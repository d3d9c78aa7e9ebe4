"""How statements about the future course of military acts are listed."""

from collections.abc import Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from rostra.cli.listing import Listing
from rostra.model import Document
from rostra.pipeline.predicting import Foreseen
from rostra.report.terminal import cell

DIRECTIONS = {"up": "more", "down": "less", "same": "as much"}


def foreseen_to_json(one: Foreseen, document: Document) -> dict[str, Any]:
    """A statement with its id and its sentence; offsets are code points of the document's text."""
    horizon = one.horizon
    return {
        "id": one.id,
        "document": one.document,
        "title": document.title,
        "date": str(document.date) if document.date else None,
        "sentence": one.sentence.of(document.text),
        "span": [one.sentence.start, one.sentence.end],
        "words": [one.words.start, one.words.end],
        "direction": one.direction,
        "act": one.act,
        "hedge": one.hedge,
        "probability": one.probability,
        "holder": one.holder,
        "horizon": horizon.of(document.text) if horizon else None,
        "until": str(one.until) if one.until else None,
        "rule": one.rule,
    }


def found_table(listed: Sequence[tuple[Foreseen, Document]]) -> Table:
    """What is foreseen, of whom and how surely; the sentence over its place; and id."""
    table = Table("Foreseen", "Sentence", "Id", box=SIMPLE_HEAD)
    for one, document in listed:
        sure = one.hedge if one.probability is None else f"{one.hedge}, {one.probability:.2f}"
        what = f"{DIRECTIONS[one.direction]}: {one.act}" + (f" ({one.holder})" if one.holder else "")
        place = f"{document.title or document.id}, at {one.sentence.start}"
        table.add_row(
            Text("\n").join((cell(what, 60, "bold"), cell(sure, style="dim"))),
            Text("\n").join((cell(one.sentence.of(document.text)), cell(place, 80, "dim"))),
            one.id[:8],
        )
    return table


LISTING = Listing(
    foreseen_to_json,
    found_table,
    "no statement on the future course of military acts; other words may still foresee one",
)
