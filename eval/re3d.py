"""Mentions on re3d (news, communiqués and encyclopedia on Syria and Iraq), with the functions of its own scorer."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from eval.figure import Figure
from eval.shared import shared_folder
from rostra.data import shipped_knowledge
from rostra.kernel import OffsetMap
from rostra.mentions import find_mentions
from rostra.model import Document, Mention
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
    found = {span for key, row in documents.items() for span in _spans(scorer, key, row["text"])}
    scores = scorer.score(scorer.load_entities(root), found)
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
