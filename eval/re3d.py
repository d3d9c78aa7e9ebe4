"""Mentions on re3d (news, communiqués and encyclopedia on Syria and Iraq), with the functions of its own scorer."""

import importlib.util
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from eval.figure import Figure
from eval.shared import shared_folder
from rostra.data import shipped_knowledge
from rostra.kernel import OffsetMap
from rostra.mentions import find_mentions
from rostra.model import Document, Mention, Quantity
from rostra.rules import language_pack
from rostra.text import Article

KINDS = {
    "person": "Person",
    "organisation": "Organisation",
    "military_unit": "Organisation",
    "country": "Location",
    "place": "Location",
    "nationality": "Nationality",
    "quantity": "Quantity",
    "date": "Temporal",
    "money": "Money",
}
ARMS = {"weapon": "Weapon", "platform": "MilitaryPlatform"}
_FREQUENCIES = frozenset({"Hz", "kHz", "MHz", "GHz"})
TYPES = (
    "Weapon",
    "MilitaryPlatform",
    "Quantity",
    "Nationality",
    "Location",
    "Organisation",
    "Person",
    "Temporal",
    "Money",
)


def measure(shared: Path | None = None) -> list[Figure]:
    """F1 of overlap by type over all open documents; empty where the corpus is absent."""
    folder = shared or shared_folder()
    if folder is None:
        return []
    scorer = _scorer(folder / "scorers" / "re3d.py")
    root = folder / "corpora" / "re3d"
    documents = scorer.load_documents(root)
    gold = scorer.load_entities(root)
    found = {span for key, row in documents.items() for span in _spans(scorer, key, row["text"])}
    scores = scorer.score(gold, found)
    return [*_figures(scores), _in_scope(scorer, documents, gold)]


def _figures(scores: Mapping[str, Any]) -> list[Figure]:
    return [
        Figure(
            f"re3d.{kind.lower()}",
            "re3d",
            f"{kind}, overlap F1",
            "en",
            scores[kind]["overlap"][2],
            scores[kind]["gold"],
        )
        for kind in TYPES
    ]


def _in_scope(scorer: ModuleType, documents: Mapping[str, Any], gold: Any) -> Figure:
    """Quantities of the kinds that re3d calls so; the figure for all of ours stands beside it.

    Its schema has "a group of people" as Organisation and frequencies as a type of their own. A spelled number of
    people ("two men") is always part of the group there; in digits ("120 soldiers") it is marked now as part of the
    group, now as Quantity, so those stay in. Ours are quantities all the same: a claim counts them.
    """
    kept = {
        scorer.Span(key, mention.span.start, mention.span.end, "Quantity")
        for key, row in documents.items()
        for mention in mentions_of(row["text"])
        if mention.kind == "quantity" and _is_in_scope(mention, row["text"])
    }
    score = scorer.score(gold, kept)["Quantity"]
    what = "Quantity in re3d's own sense, overlap F1"
    return Figure("re3d.quantity_in_scope", "re3d", what, "en", score["overlap"][2], score["gold"])


def _is_in_scope(mention: Mention, text: str) -> bool:
    unit = mention.value.unit if isinstance(mention.value, Quantity) else ""
    spelled = not any(char.isdigit() for char in mention.span.of(text))
    return unit not in _FREQUENCIES and not (unit == "people" and spelled)


def mentions_of(text: str) -> tuple[Mention, ...]:
    """The mentions of an English text."""
    pack = language_pack("en")
    document = Document(
        "re3d", text, "en", None, None, None, None, "", "utf-8", OffsetMap.identity(len(text))
    )
    return find_mentions(Article(document, pack, shipped_knowledge()))


def _spans(scorer: ModuleType, document: str, text: str) -> Iterator[object]:
    for mention in mentions_of(text):
        kind = ARMS[mention.equipment_class] if mention.equipment_class else KINDS.get(mention.kind)
        if kind:
            yield scorer.Span(document, mention.span.start, mention.span.end, kind)


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("re3d_scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # a NamedTuple with postponed annotations looks its module up
    spec.loader.exec_module(module)
    return module
