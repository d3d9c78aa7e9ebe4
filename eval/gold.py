"""Quotes, claims and entities on the gold set, by language, with the functions of the gold set's own scorer."""

import importlib.util
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from eval.figure import Figure
from eval.shared import shared_folder
from rostra.ingest import document_from_text
from rostra.ingest.settings import ReadSettings
from rostra.kernel import PartialDate
from rostra.model import Annotation, Claim, Mention, Quote
from rostra.pipeline.engine import StagedEngine
from rostra.plugins import Engine

LANGUAGES = ("en", "es", "pt", "ru")
ENTITIES = frozenset(
    {"person", "country", "place", "organisation", "military_unit", "exercise_name", "equipment"}
)
FIELDS = ("quantity", "equipment", "holder", "attributed_to", "modality", "negated")


def measure(
    shared: Path | None = None,
    split: str = "dev",
    languages: Sequence[str] = LANGUAGES,
    engine: Engine | None = None,
) -> list[Figure]:
    """F1 of quotes, claims and entities on one split, by language; empty where the corpus is absent."""
    folder = shared or shared_folder()
    if folder is None:
        return []
    scorer = _scorer(folder / "gold" / "score.py")
    gold = _gold(folder / "gold" / f"{split}.jsonl")
    figures: list[Figure] = []
    for lang in languages:
        items = {key: item for key, item in gold.items() if item["lang"] == lang}
        scores = scorer.score(items, {key: predicted(item, engine) for key, item in items.items()})
        figures += _figures(scores, split, lang)
    return figures


def predicted(item: Mapping[str, Any], engine: Engine | None = None) -> dict[str, Any]:
    """What rostra finds in a gold document, in the gold schema."""
    date = PartialDate.parse(item["date"]) if item.get("date") else None
    document = document_from_text(
        item["text"], ReadSettings(lang=item["lang"], title=item["title"], date=date)
    )
    return as_gold((engine or StagedEngine()).annotate(document), item["text"])


def as_gold(annotation: Annotation, text: str) -> dict[str, Any]:
    """An annotation in the gold schema."""
    return {
        "text": text,
        "utterances": [_utterance(quote, text) for quote in annotation.quotes if quote.kind != "turn"],
        "claims": [_claim(claim, text) for claim in annotation.claims],
        "entities": [_entity(mention, text) for mention in annotation.mentions if mention.kind in ENTITIES],
    }


def _utterance(quote: Quote, text: str) -> dict[str, Any]:
    speaker = quote.speaker
    return {
        "kind": quote.kind,
        "content_text": quote.content.of(text),
        "content_start": quote.content.start,
        "content_end": quote.content.end,
        "speaker": quote.speaker_name,
        "speaker_text": speaker.of(text) if speaker else None,
        "speaker_start": speaker.start if speaker else None,
        "speaker_end": speaker.end if speaker else None,
    }


def _claim(claim: Claim, text: str) -> dict[str, Any]:
    equipment, quantity = claim.equipment, claim.quantity
    return {
        "type": claim.type,
        "evidence_text": claim.evidence.of(text),
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "holder": claim.holder,
        "target": claim.target,
        "equipment": equipment.name if equipment else None,
        "equipment_text": equipment.span.of(text) if equipment and equipment.span else None,
        "quantity": {"low": quantity.low, "high": quantity.high, "unit": quantity.unit} if quantity else None,
        "place": claim.place,
        "time_text": claim.time,
        "attributed_to": claim.attributed_to,
        "negated": claim.negated,
        "modality": claim.modality,
    }


def _entity(mention: Mention, text: str) -> dict[str, Any]:
    span = mention.span
    return {"type": mention.kind, "text": span.of(text), "start": span.start, "end": span.end}


def _figures(scores: Mapping[str, Any], split: str, lang: str) -> Iterator[Figure]:
    def figure(key: str, what: str, value: float, n: int) -> Figure:
        return Figure(f"gold_{split}_{key}_{lang}", f"gold {split}", what, lang, value, n)

    for key, what in (
        ("utterance_content", "quotes"),
        ("claims_lenient", "claims, lenient"),
        ("claims_strict", "claims, strict"),
    ):
        yield figure(key, what, scores[key]["f1"], scores[key]["gold"])
    quotes = scores["utterance_content"]["matched"]
    yield figure("speaker", "speaker of a matched quote", scores["speaker_accuracy"] or 0.0, quotes)
    claims = scores["claims_lenient"]["matched"]
    for name in FIELDS:
        value = scores["claim_fields"][name] or 0.0
        yield figure(f"claim_{name}", f"{name} of a matched claim", value, claims)
    for kind, found in sorted(scores["entities"].items()):
        overlap = found["overlap"]
        if overlap["gold"]:
            yield figure(
                f"entity_{kind.lower()}", f"entities, overlap: {kind}", overlap["f1"], overlap["gold"]
            )


def _gold(path: Path) -> dict[str, Any]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {item["id"]: item for item in map(json.loads, filter(str.strip, lines))}


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
