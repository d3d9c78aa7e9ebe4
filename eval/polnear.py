"""Quotes on PolNeAR: our quotes in the scorer's format, and its figures."""

import importlib.util
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from eval.figure import Figure
from eval.shared import shared_folder
from rostra.data import shipped_knowledge
from rostra.kernel import OffsetMap, sha256_hex
from rostra.model import Document, Quote
from rostra.quotes import find_quotes
from rostra.rules import language_pack
from rostra.text import Article

_RELATIVE = re.compile(r",? (?:who|which|that)\b")
KINDS = ("direct", "mixed", "indirect")


def as_document(text: str, lang: str) -> Document:
    """A document of a plain text, for measuring one stage alone."""
    raw = sha256_hex(text.encode("utf-8", "surrogatepass"))
    return Document(
        Document.make_id(raw, text),
        text,
        lang,
        None,
        None,
        None,
        None,
        raw,
        "utf-8",
        OffsetMap.identity(len(text)),
    )


def quotes_of(text: str, lang: str = "en") -> tuple[Quote, ...]:
    """What the rules find in a plain text, without mentions."""
    pack = language_pack(lang)
    document = as_document(text, lang)
    return find_quotes(Article(document, pack, shipped_knowledge()))


def rows(quotes: Iterable[Quote], text: str) -> list[dict[str, Any]]:
    """Quotes in the scorer's format.

    Pieces that share a cue are one content there, so they are joined. A quoted segment has one content there, of
    nested ones the outer: so longer contents come last. Its source in "Ana Ruiz, who said" is "who",
    ours is "Ana Ruiz": the speaker's span is stretched over the relative pronoun.
    """
    pieces: dict[Any, list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.kind != "turn":
            pieces[quote.cue or quote.content].append(quote)
    found = [
        {
            "begin": min(q.content.start for q in group),
            "end": max(q.content.end for q in group),
            "speaker_begin": group[0].speaker.start if group[0].speaker else None,
            "speaker_end": _source_end(text, group[0].speaker.end) if group[0].speaker else None,
        }
        for group in pieces.values()
    ]
    return sorted(found, key=lambda row: row["end"] - row["begin"])


def _source_end(text: str, end: int) -> int:
    relative = _RELATIVE.match(text, end)
    return relative.end() if relative else end


def measure(
    shared: Path, part: str = "dev", quotes_of: Callable[[str], Iterable[Quote]] = quotes_of
) -> list[Figure]:
    """Figures on one open part of PolNeAR."""
    scorer = _scorer(shared / "scorers" / "polnear.py")
    docs = scorer.load_gold(shared / "corpora" / "polnear" / part)
    found = {doc: tuple(quotes_of(entry["text"])) for doc, entry in docs.items()}
    joined = {doc: rows(quotes, docs[doc]["text"]) for doc, quotes in found.items()}
    return [
        *_segment_figures(scorer, docs, joined, part),
        *_content_figures(scorer, docs, joined, part),
        *_unjoined_figures(scorer, docs, {doc: as_given(quotes) for doc, quotes in found.items()}, part),
    ]


def as_given(quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    """Quotes in the scorer's format, each as the stream has it: nothing joined, nothing stretched."""
    return [
        {
            "begin": quote.content.start,
            "end": quote.content.end,
            "speaker_begin": quote.speaker.start if quote.speaker else None,
            "speaker_end": quote.speaker.end if quote.speaker else None,
        }
        for quote in quotes
        if quote.kind != "turn"
    ]


def _unjoined_figures(
    scorer: ModuleType, docs: Mapping[str, Any], predicted: Mapping[str, Any], part: str
) -> Iterator[Figure]:
    """The main figures without the converter's conventions: what a reader of the stream would measure."""
    for unit, hit, what in (
        ("segment", "both", "quoted segments with speaker"),
        ("content", "match", "all content"),
        ("content", "both", "all content with speaker"),
    ):
        counts, _ = scorer.evaluate(docs, predicted, unit)
        key = f"polnear_{part}_{unit}_{hit}_unjoined"
        yield _figure(key, f"{what}, pieces not joined", _f1(counts, hit), counts["gold"], part)


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("polnear_scorer", path)
    assert spec is not None and spec.loader is not None  # noqa: S101, PT018 - a file of the shared folder
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _segment_figures(
    scorer: ModuleType, docs: Mapping[str, Any], predicted: Mapping[str, Any], part: str
) -> list[Figure]:
    counts, _ = scorer.evaluate(docs, predicted, "segment")
    found, named = _f1(counts, "match"), _f1(counts, "both")
    return [
        _figure(f"polnear_{part}_segment", "quoted segments", found, counts["gold"], part),
        _figure(
            f"polnear_{part}_segment_speaker", "quoted segments with speaker", named, counts["gold"], part
        ),
    ]


def _content_figures(
    scorer: ModuleType, docs: Mapping[str, Any], predicted: Mapping[str, Any], part: str
) -> list[Figure]:
    counts, kinds = scorer.evaluate(docs, predicted, "content")
    precision = counts["match"] / counts["pred"] if counts["pred"] else 0.0
    figures = [
        _figure(f"polnear_{part}_content", "all content", _f1(counts, "match"), counts["gold"], part),
        _figure(
            f"polnear_{part}_content_speaker",
            "all content with speaker",
            _f1(counts, "both"),
            counts["gold"],
            part,
        ),
        _figure(
            f"polnear_{part}_content_precision", "all content, precision", precision, counts["pred"], part
        ),
    ]
    for kind in KINDS:
        gold = kinds[kind]["gold"]
        recall = kinds[kind]["match"] / gold if gold else 0.0
        figures.append(
            _figure(f"polnear_{part}_{kind}_recall", f"{kind} content, recall", recall, gold, part)
        )
    return figures


def _f1(counts: Mapping[str, int], hit: str) -> float:
    total = counts["gold"] + counts["pred"]
    return 2 * counts[hit] / total if total else 0.0


def _figure(key: str, what: str, value: float, n: int, part: str) -> Figure:
    return Figure(key, f"polnear {part}", what, "en", value, n)


if __name__ == "__main__":
    folder = shared_folder()
    for figure in measure(folder, sys.argv[1] if len(sys.argv) > 1 else "dev") if folder else ():
        print(f"{figure.what:32} {figure.value:.3f}  (n {figure.n})")
