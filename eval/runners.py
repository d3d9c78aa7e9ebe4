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
    "parser",
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
    return figures
