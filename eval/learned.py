"""The learned engine: quotes and claims on PolNeAR and gold with the weights of rostra-learned."""

from dataclasses import replace
from pathlib import Path

from eval import gold, polnear
from eval.figure import Figure
from rostra.kernel import EngineError
from rostra.plugins import Engine, engine

PARTS = ("utterance", "speaker", "claims_", "attributed_to")
"""Figures of gold that an engine of quotes can move."""


def measure(shared: Path) -> list[Figure]:
    """The figures of the quotes, and of the claims that hang on them; none where the weights cannot be used."""
    try:
        learned = engine("learned")
    except EngineError as error:
        print(f"learned: {error.message}, skipped")
        return []
    return [_named(figure) for figure in (*_polnear(shared, learned), *_gold(shared, learned))]


def _polnear(shared: Path, learned: Engine) -> list[Figure]:
    return polnear.measure(
        shared, quotes_of=lambda text: learned.annotate(polnear.as_document(text, "en")).quotes
    )


def _gold(shared: Path, learned: Engine) -> list[Figure]:
    figures = gold.measure(shared, engine=learned)
    return [figure for figure in figures if any(part in figure.key for part in PARTS)]


def _named(figure: Figure) -> Figure:
    return replace(figure, key=f"learned.{figure.key}", what=f"{figure.what} (learned engine)")
