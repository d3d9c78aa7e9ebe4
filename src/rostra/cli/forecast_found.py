"""How statements about the future course of military acts are listed."""

from collections.abc import Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

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
    """What is foreseen and for whom, how sure the text is, the sentence, and id."""
    table = Table("Foreseen", "Hedge", "Sentence", "Document", "At", "Id", box=SIMPLE_HEAD)
    for one, document in listed:
        sure = one.hedge if one.probability is None else f"{one.hedge}, {one.probability:.2f}"
        table.add_row(
            cell(f"{DIRECTIONS[one.direction]}: {one.act}" + (f" ({one.holder})" if one.holder else ""), 60),
            sure,
            cell(one.sentence.of(document.text)),
            cell(document.title or document.id, 40),
            str(one.sentence.start),
            one.id[:8],
        )
    return table


LISTING = Listing(
    foreseen_to_json,
    found_table,
    "no statement on the future course of military acts; other words may still foresee one",
)
