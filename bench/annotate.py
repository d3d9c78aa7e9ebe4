"""Words and documents a second of `annotate` on one core, and peak memory over many generated documents.

uv run python -m bench.annotate [--documents 10000] [--engine rules]
"""

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator

from rostra.pipeline.stream import annotate_lines
from rostra.plugins import engine

SENTENCES = (
    "Defence minister Ada Corvin said on Tuesday that Valdoria had deployed {n} Igla-S missiles near Port Selm.",
    "“We will not sell a single {n}-ton barge to the Kestrel Republic,” General Tomas Reyle told reporters.",
    "The harvest festival drew {n} visitors, and the weather held until the evening.",
    "According to the ministry, no fewer than {n} soldiers took part in the exercise.",
    "Officials in the capital denied the report, and the central bank kept its rate at {n} percent.",
    "The Su-30 can reach an altitude of {n} m, the manufacturer states.",
    "A new bridge over the Orla will shorten the way to the coast by {n} km, engineers hope.",
    "She did not answer when asked whether the frigate would return before winter.",
)


def documents(count: int, sentences: int = 24) -> Iterator[bytes]:
    """Generated articles as input lines of the stream contract."""
    dice = random.Random(7)
    for number in range(count):
        lines = [dice.choice(SENTENCES).format(n=dice.randint(2, 9000)) for _ in range(sentences)]
        text = "\n".join(" ".join(lines[at : at + 3]) for at in range(0, sentences, 3))
        yield json.dumps({"id": str(number), "text": text, "lang": "en"}).encode()


def peak_megabytes() -> float:
    """Peak resident memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Prints one line for each tenth of the run: the memory must not grow with the documents."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--engine", default="rules")
    asked = parser.parse_args()
    count, chosen = asked.documents, engine(asked.engine)
    warm = list(annotate_lines(documents(5), chosen))
    print(f"warm after {len(warm)} documents: {peak_megabytes():.0f} MB")
    words, start = 0, time.process_time()
    lines = list(documents(min(count, 500)))
    for done in range(count):
        line = lines[done % len(lines)]
        words += line.count(b" ")
        next(iter(annotate_lines([line], chosen))).dumps()
        if (done + 1) % max(count // 10, 1) == 0:
            seconds = time.process_time() - start
            print(
                f"{done + 1:>7} documents  {words / seconds:>9.0f} words/s  "
                f"{(done + 1) / seconds:>7.0f} documents/s  peak {peak_megabytes():.0f} MB"
            )


if __name__ == "__main__":
    main()
