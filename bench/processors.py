"""Whether two processors read alike: SHA-256 of the tagger's figures and of its records, over generated articles.

    uv run python -m bench.processors [--documents 16] [--model FOLDER] [--figures-only]

Two machines replay each other's records if they print the same lines. What a processor without AVX-512 prints shows on
one that has it under QEMU, slowly: `qemu-x86_64 -cpu Haswell python -m bench.processors --documents 4`.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from bench.annotate import documents
from rostra.backends.learned_model import Tagger, load_tagger
from rostra.backends.learned_windows import tokenized, windows
from rostra.kernel import Span
from rostra.pipeline.stream import annotate_lines
from rostra.plugins import Engine, EngineOptions, engine


def articles(count: int) -> list[bytes]:
    """Articles of two, four, six … sentences: windows of many lengths, as kernels treat their remainders apart."""
    return [next(documents(1, sentences=2 * number)) for number in range(1, count + 1)]


def figures(tagger: Tagger, text: str) -> Iterator[bytes]:
    """All that the network says of each window of a text, as bytes of float32."""
    tokens = tokenized(text, [Span(0, len(text))], tagger.encode)
    marks = tokens.ids % 2
    for window in windows(tokens.sentences, tagger.card.max_tokens):
        for array in tagger.run(tokens, marks, window)[1:]:
            yield np.ascontiguousarray(array).tobytes()


def records(made: Engine, lines: Sequence[bytes]) -> Iterator[bytes]:
    """The output line of each article."""
    for line in annotate_lines(lines, made):
        yield line.dumps().encode()


def digest(parts: Iterable[bytes]) -> str:
    """SHA-256 over parts one after the other."""
    whole = sha256()
    for part in parts:
        whole.update(part)
    return whole.hexdigest()


def _shipped() -> Path:
    import rostra_learned

    return Path(str(rostra_learned.weights()))


def main() -> None:
    """Prints the hash of the weights, of the figures and of the records."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=16)
    parser.add_argument("--model", type=Path, default=None)
    parser.add_argument("--figures-only", action="store_true")
    asked = parser.parse_args()
    folder, lines = asked.model or _shipped(), articles(asked.documents)
    print(f"weights  {digest([(folder / 'encoder.onnx').read_bytes()])}", flush=True)
    tagger = load_tagger(folder)
    found = (part for line in lines for part in figures(tagger, json.loads(line)["text"]))
    print(f"figures  {digest(found)}", flush=True)
    if not asked.figures_only:
        made = engine("learned", EngineOptions(str(folder)))
        print(f"records  {digest(records(made, lines))}", flush=True)


if __name__ == "__main__":
    main()
