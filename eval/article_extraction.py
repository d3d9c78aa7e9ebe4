"""Main text from HTML, on the article-extraction-benchmark: 4-gram bag F1 of the words of the text.

The score is that benchmark's own: words are runs of word characters, a shingle is four words in a row (all of a
shorter text), true positives are the overlap of the two bags of a page; precision and recall are means over pages,
F1 is made from the two means. The true texts hold no headline, rostra's documents begin with it: a first line that is
the document's title is left out of what is scored.
"""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from statistics import fmean

from eval.figure import Figure
from rostra.ingest import Reading, document_from_bytes

_WORD = re.compile(r"\w+")
CORPUS = "article_extraction"


def measure(shared: Path) -> list[Figure]:
    """F1, precision and recall over the pages of the benchmark, and the share of text that leads back to its source."""
    folder = shared / "corpora" / CORPUS
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    readings = {key: _reading(folder / "html" / f"{key}.html.gz") for key in truth}
    pairs = [
        _precision_recall(shingles(item["articleBody"]), shingles(main_text(readings[key])))
        for key, item in truth.items()
    ]
    precision, recall = fmean(p for p, _ in pairs), fmean(r for _, r in pairs)
    f1 = 2 * precision * recall / (precision + recall)
    values = {"f1": f1, "precision": precision, "recall": recall}
    figures = [
        _figure(name, f"main text of HTML, 4-gram {name}", value, len(truth))
        for name, value in values.items()
    ]
    return [*figures, _traced([reading for reading in readings.values() if reading])]


def main_text(reading: Reading | None) -> str:
    """The text of a document without the headline that it begins with."""
    if reading is None:
        return ""
    first, _, rest = reading.document.text.partition("\n")
    return rest if first == reading.document.title else reading.document.text


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Bag of four words in a row."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words)


def _reading(path: Path) -> Reading | None:
    with gzip.open(path) as file:
        read = document_from_bytes(file.read(), name=path.name.removesuffix(".gz"))
    return read if isinstance(read, Reading) else None


def _precision_recall(true: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> tuple[float, float]:
    both = (true & found).total()
    precision = both / found.total() if found else float(not true)
    return precision, both / true.total() if true else 1.0


def _traced(readings: list[Reading]) -> Figure:
    """Share of the code points that are no blanks and have a place in the source."""
    texts = [reading.document for reading in readings]
    total = sum(len(document.text) - sum(map(document.text.count, " \n")) for document in texts)
    traced = sum(
        not char.isspace()
        for document in texts
        for run in document.offsets.runs
        for char in document.text[run.start : run.end]
    )
    return _figure("traced", "code points that lead back to the source", traced / total, total)


def _figure(key: str, what: str, value: float, n: int) -> Figure:
    return Figure(f"{CORPUS}.{key}", CORPUS, what, "all", value, n)
