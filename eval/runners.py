"""Every corpus runner, in the order of the published page."""

import importlib
import time
from pathlib import Path

from eval.figure import Figure

RUNNERS = (
    "polnear",
    "gold",
    "re3d",
    "conll",
    "recognizers",
    "spanish_events",
    "article_extraction",
    "learned",
    "parser",
    "signals.published",
)


def measure_all(shared: Path, only: str | None = None) -> list[Figure]:
    """The figures of all runners, or of those whose name holds `only`."""
    figures: list[Figure] = []
    for name in RUNNERS:
        if only and only not in name:
            continue
        start = time.perf_counter()
        figures += importlib.import_module(f"eval.{name}").measure(shared)
        print(f"{name}: {time.perf_counter() - start:.1f} s", flush=True)
    return _by_corpus(figures)


def _by_corpus(figures: list[Figure]) -> list[Figure]:
    """The figures of all engines on a corpus side by side, corpora in the order of their first runner."""
    order = {corpus: index for index, corpus in enumerate(dict.fromkeys(f.corpus for f in figures))}
    return sorted(figures, key=lambda figure: order[figure.corpus])
