"""Names of persons, places and organisations in Spanish agency news: CoNLL-2002.

Errors are studied on the training part; the published figure is of the development part.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.figure import Figure
from eval.shared import shared_folder
from rostra.data import shipped_knowledge
from rostra.kernel import OffsetMap
from rostra.mentions import find_mentions
from rostra.model import Document, Mention
from rostra.rules import language_pack
from rostra.text import Article

KINDS = {"PER": ("person",), "LOC": ("place", "country"), "ORG": ("organisation", "military_unit")}
SENTENCES_PER_TEXT = 20
NO_BLANK_BEFORE = frozenset(".,;:)»]?!%…")
NO_BLANK_AFTER = frozenset("(«[¿¡")

Labelled = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Sample:
    """A text put together from tokens, with its labelled spans (start, end, PER/LOC/ORG/MISC)."""

    text: str
    spans: tuple[Labelled, ...]


def read_samples(path: Path) -> Iterator[Sample]:
    """Texts of twenty sentences each from a CoNLL file (word, part of speech, label)."""
    sentences = [
        [(parts[0], parts[-1]) for line in block.splitlines() if len(parts := line.split()) > 1]
        for block in path.read_text(encoding="utf-8").split("\n\n")
    ]
    for first in range(0, len(sentences), SENTENCES_PER_TEXT):
        yield _joined(sentences[first : first + SENTENCES_PER_TEXT])


def _joined(sentences: Sequence[Sequence[tuple[str, str]]]) -> Sample:
    text, spans = "", []
    for sentence in sentences:
        glued = True
        for word, label in sentence:
            if not glued and word[0] not in NO_BLANK_BEFORE:
                text += " "
            start = len(text)
            text += word
            glued = word in NO_BLANK_AFTER
            if label.startswith("B-"):
                spans.append((start, len(text), label[2:]))
            elif label.startswith("I-") and spans:
                spans[-1] = (spans[-1][0], len(text), spans[-1][2])
        text += "\n"
    return Sample(text, tuple(spans))


def measure(shared: Path | None = None, part: str = "dev", share: float = 1.0) -> list[Figure]:
    """Exact F1 of persons, places (with states) and organisations on a share of the texts."""
    folder = shared or shared_folder()
    if folder is None:
        return []
    samples = list(read_samples(folder / "corpora" / "conll2002_es" / f"{part}.txt"))
    chosen = random.Random(7).sample(samples, int(len(samples) * share)) if share < 1 else samples  # noqa: S311 - a sample, no secret
    counts: dict[str, Counter[str]] = {label: Counter() for label in KINDS}
    for sample in chosen:
        mentions = mentions_of(sample.text)
        for label, kinds in KINDS.items():
            gold = {(start, end) for start, end, kind in sample.spans if kind == label}
            found = {(m.span.start, m.span.end) for m in mentions if m.kind in kinds}
            counts[label].update(gold=len(gold), found=len(found), same=len(gold & found))
    return [
        Figure(
            f"conll_es.{label.lower()}",
            "CoNLL-2002 Spanish",
            f"{label}, exact F1",
            "es",
            f1(count),
            count["gold"],
        )
        for label, count in counts.items()
    ]


def mentions_of(text: str) -> tuple[Mention, ...]:
    """The mentions of a Spanish text."""
    pack = language_pack("es")
    document = Document(
        "sample", text, "es", None, None, None, None, "", "utf-8", OffsetMap.identity(len(text))
    )
    return find_mentions(Article(document, pack, shipped_knowledge()))


def f1(count: Counter[str]) -> float:
    """F1 of same among gold and found."""
    return 2 * count["same"] / (count["gold"] + count["found"]) if count["gold"] + count["found"] else 0.0
