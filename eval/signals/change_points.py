"""The measures of the Turing Change Point Dataset (van den Burg and Williams 2020), and the default scored on it."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from rostra.signals import FloatArray
from rostra.signals.escalation.breaks import change_points

MARGIN = 5
Annotations = Mapping[str, Collection[int]]
"""Positions of changes by annotator."""


def matched(truth: Collection[int], found: Collection[int], margin: int = MARGIN) -> int:
    """How many true changes have a found one within the margin, each found one used once, nearest first."""
    left, hits = set(found), 0
    for change in sorted(truth):
        near = [at for at in left if abs(at - change) <= margin]
        if near:
            left.remove(min(near, key=lambda at: (abs(at - change), at)))
            hits += 1
    return hits


def f_one(annotations: Annotations, found: Collection[int], margin: int = MARGIN) -> float:
    """F1 with precision against all annotators' changes together and recall as their mean; 0 counts as a change."""
    here = set(found) | {0}
    each = [set(changes) | {0} for changes in annotations.values()]
    precision = matched(set[int]().union(*each), here, margin) / len(here)
    recall = float(np.mean([matched(changes, here, margin) / len(changes) for changes in each]))
    return 2 * precision * recall / (precision + recall)


def covering(annotations: Annotations, found: Collection[int], n: int) -> float:
    """How well segments cover the annotators' segments: mean over annotators of the weighted best Jaccard."""
    ours = _segments(found, n)
    return float(np.mean([_cover(_segments(changes, n), ours, n) for changes in annotations.values()]))


def _cover(truth: Sequence[range], found: Sequence[range], n: int) -> float:
    return sum(len(segment) * max(_jaccard(segment, other) for other in found) for segment in truth) / n


def _jaccard(one: range, other: range) -> float:
    shared = max(0, min(one.stop, other.stop) - max(one.start, other.start))
    return shared / (len(one) + len(other) - shared)


def _segments(changes: Collection[int], n: int) -> list[range]:
    ends = [0, *sorted(set(changes) - {0}), n]
    return [range(start, stop) for start, stop in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class ChangePointScores:
    """Means over the series of a folder: F1 and covering of the default, and F1 of finding nothing at all."""

    n: int
    f_one: float
    covering: float
    nothing: float


def scored(folder: Path) -> ChangePointScores:
    """The default against the annotations of a folder, over its series of one dimension."""
    annotations = json.loads((folder / "annotations.json").read_text(encoding="utf-8"))
    rows = [(annotations[name], values, change_points(values)) for name, values in _series(folder)]
    return ChangePointScores(
        len(rows),
        float(np.mean([f_one(truth, found) for truth, _, found in rows])),
        float(np.mean([covering(truth, found, len(values)) for truth, values, found in rows])),
        float(np.mean([f_one(truth, ()) for truth, _, _ in rows])),
    )


def _series(folder: Path) -> list[tuple[str, FloatArray]]:
    found = []
    for path in sorted(folder.glob("*__*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if len(record["series"]) == 1:
            found.append((record["name"], _filled(record["series"][0]["raw"])))
    return found


def _filled(raw: Sequence[float | None]) -> FloatArray:
    """Values with the few missing ones drawn straight between their neighbours, as the benchmark's runs need them."""
    values = np.array([np.nan if value is None else value for value in raw], dtype=np.float64)
    seen = np.flatnonzero(~np.isnan(values))
    return np.interp(np.arange(len(values)), seen, values[seen])
