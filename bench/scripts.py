"""Diversion with 999 shifts on 1,000 days, and the index of shared passages over documents of 300 words.

uv run python -m bench.scripts [--documents 5000,10000,20000]
"""

import argparse
import datetime as dt
import resource
import time

import numpy as np
from eval.signals.diverting import Cell, coverage

from rostra.signals import dice
from rostra.signals.diversion import DiversionPlan, diversion
from rostra.signals.script import CorpusDocument, ScriptPlan, script

ACTORS = ("Valdoria", "Marenia")
VOCABULARY, WORDS = 20_000, 300
FIRST = dt.date(2024, 1, 1)


def corpus(count: int) -> list[CorpusDocument]:
    """Documents of words from a long-tailed vocabulary, by two actors, over a year."""
    weights = 1 / np.arange(1, VOCABULARY + 1)
    words = dice(1, "bench").choice(VOCABULARY, size=(count, WORDS), p=weights / weights.sum())
    return [
        CorpusDocument(
            str(at),
            FIRST + dt.timedelta(days=at % 365),
            ACTORS[at % 2],
            "en",
            " ".join(f"w{word}" for word in row),
        )
        for at, row in enumerate(words.tolist())
    ]


def main() -> None:
    """Prints seconds of CPU and peak memory."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", default="5000,10000,20000")
    asked = parser.parse_args()
    table = coverage(Cell("AR.7", 1000, -0.18), dice(1, "bench"))
    for _ in range(2):
        start = time.process_time()
        diversion(table, DiversionPlan("display", "topic", shifts=999))
    print(f"diversion, 1,000 days, 999 shifts: {time.process_time() - start:.2f} s of CPU")
    for count in map(int, asked.documents.split(",")):
        documents = corpus(count)
        start = time.process_time()
        script(documents, ScriptPlan(ACTORS))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(
            f"script, {count:,} documents of {WORDS} words: {time.process_time() - start:.1f} s of CPU, peak {peak:.2f} GB"
        )


if __name__ == "__main__":
    main()
