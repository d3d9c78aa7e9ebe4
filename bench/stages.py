"""CPU time of the rules engine stage by stage, on news, on articles dense with arms, and in Spanish.

    uv run python -m bench.stages [--rounds 3]

Each stage runs over all texts with the records of the stages before it; the best of the rounds counts.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eval.documents import input_lines
from eval.shared import shared_folder

from bench.annotate import documents
from rostra.claims import find_claims
from rostra.data import shipped_knowledge
from rostra.ingest import document_from_text
from rostra.ingest.settings import ReadSettings
from rostra.mentions import find_mentions
from rostra.pipeline.stream import annotate_lines
from rostra.plugins import engine
from rostra.quotes import find_quotes
from rostra.resolve import name_persons, name_speakers
from rostra.rules import language_pack
from rostra.text import Article

_ONE_LINE = b'{"id": "1", "text": "Valdoria has 12 tanks.", "lang": "en"}'
START_UP = {
    "python alone": "pass",
    "import rostra": "import rostra",
    "import of the stream": "import rostra.pipeline.stream, rostra.pipeline.engine",
    "equipment catalogue": "from rostra.data import shipped_knowledge; shipped_knowledge().equipment",
    "words of English": "from rostra.rules import language_pack; language_pack('en').words",
    "one line annotated": (
        "from rostra.pipeline.stream import annotate_lines; from rostra.plugins import engine; "
        f"list(annotate_lines([{_ONE_LINE!r}], engine('rules')))"
    ),
}


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of one language under a name."""

    name: str
    lang: str
    texts: tuple[str, ...]

    @property
    def words(self) -> int:
        """Words between blanks."""
        return sum(len(text.split()) for text in self.texts)


def sets() -> Iterator[Texts]:
    """News and press conferences of the open corpora where they are, and generated articles about arms."""
    shared = shared_folder()
    if shared is not None:
        yield Texts("news", "en", _every(20, [line["text"] for line in input_lines(shared, "polnear-train")]))
        spoken = [line["text"] for line in input_lines(shared, "mananeras")]
        yield Texts("spoken Spanish", "es", _every(8, spoken))
    yield Texts("arms", "en", tuple(json.loads(line)["text"] for line in documents(60)))


def _every(step: int, texts: list[str]) -> tuple[str, ...]:
    return tuple(texts[::step])


def stages(given: Texts) -> Iterator[tuple[str, float]]:
    """Each stage and the CPU seconds of one round over the texts."""
    pack, knowledge, rules = language_pack(given.lang), shipped_knowledge(), engine("rules")
    settings = ReadSettings(lang=given.lang)
    seconds, read = _timed(lambda text: document_from_text(text, settings), given.texts)
    yield "ingest", seconds
    articles = [Article(document, pack, knowledge) for document in read]
    seconds, _ = _timed(lambda article: (article.segments, article.searchable), articles)
    yield "sentences, folding", seconds
    seconds, found = _timed(find_mentions, articles)
    yield "mentions", seconds
    seconds, found = _timed(name_persons, articles, found)
    yield "names of persons", seconds
    seconds, quotes = _timed(find_quotes, articles)
    yield "quotes", seconds
    seconds, quotes = _timed(name_speakers, articles, quotes, found)
    yield "names of speakers", seconds
    seconds, _ = _timed(find_claims, articles, found, quotes)
    yield "claims", seconds
    lines = [json.dumps({"id": "1", "text": text, "lang": given.lang}).encode() for text in given.texts]
    seconds, _ = _timed(lambda line: [out.dumps() for out in annotate_lines([line], rules)], lines)
    yield "the whole line", seconds


def _timed(run: Callable[..., Any], *columns: Sequence[Any]) -> tuple[float, list[Any]]:
    """CPU seconds of a stage over all rows, and its results."""
    start = time.process_time()
    results = [run(*row) for row in zip(*columns, strict=True)]
    return time.process_time() - start, results


def start_up() -> Iterator[tuple[str, float]]:
    """What a fresh process takes to come so far, best of five, in seconds of CPU."""
    for name, code in START_UP.items():
        runs = []
        for _ in range(5):
            before = _children()
            subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
            runs.append(_children() - before)
        yield name, min(runs)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Prints one table for each set of texts, and one of the start."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    for given in sets():
        print(f"{given.name}: {len(given.texts)} documents, {given.words} words")
        best: dict[str, float] = {}
        for _ in range(rounds + 1):
            for name, seconds in stages(given):
                best[name] = min(seconds, best.get(name, seconds))
        for name, seconds in best.items():
            print(
                f"  {name:<20}{seconds * 1e6 / given.words:>7.2f} µs/word {given.words / seconds:>10.0f} words/s"
            )
    print("start of a process")
    for name, seconds in start_up():
        print(f"  {name:<28}{seconds * 1000:>6.0f} ms")


if __name__ == "__main__":
    main()
