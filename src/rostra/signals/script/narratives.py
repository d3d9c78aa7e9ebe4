"""Narratives: passages that both actors use, and on which days each uses them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rostra.signals.script.corpus import CorpusDocument
from rostra.signals.script.grams import GramIndex, N, word_spans
from rostra.signals.script.passages import is_quoted
from rostra.signals.script.stock import stretches


@dataclass(frozen=True, slots=True)
class Narrative:
    """A passage, or a claim, that recurs: a sample of its words, and the days of each actor's documents with it."""

    text: str
    days: Mapping[str, tuple[dt.date, ...]]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Consecutive usable shingles in one document: places [start, end) in the index."""

    document: int
    start: int
    end: int


def narratives_of(
    index: GramIndex,
    documents: Sequence[CorpusDocument],
    actors: tuple[str, str],
    usable: npt.NDArray[np.bool_],
) -> tuple[Narrative, ...]:
    """Narratives of at least eight consecutive shared shingles that both actors use in words of their own.

    `usable` (w,) marks the shingles that occur with both actors and are no stock phrase. Stretches that share a
    shingle are one narrative; what stands inside quotation marks is not the actor's own and is left out.
    """
    stretches = _stretches(index, documents, actors, usable)
    groups = _grouped(index, stretches)
    found = [_narrative(index, documents, group) for group in groups]
    return tuple(
        sorted(
            (narrative for narrative in found if len(narrative.days) == len(actors)),
            key=lambda narrative: (min(min(days) for days in narrative.days.values()), narrative.text),
        )
    )


def _stretches(
    index: GramIndex,
    documents: Sequence[CorpusDocument],
    actors: tuple[str, str],
    usable: npt.NDArray[np.bool_],
) -> list[_Stretch]:
    found = []
    for number, document in enumerate(documents):
        if document.actor not in actors:
            continue
        place = index.of(number)
        spans: list[tuple[int, int]] = []
        for start, end in stretches(usable[place]):
            spans = spans or word_spans(document.text)
            if not is_quoted(document.text, (spans[start][0], spans[end + N - 2][1])):
                found.append(_Stretch(number, place.start + start, place.start + end))
    return found


def _grouped(index: GramIndex, stretches: Sequence[_Stretch]) -> list[list[_Stretch]]:
    """Stretches joined where they share a shingle (union-find over shingles)."""
    parent = list(range(len(stretches)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    owner: dict[int, int] = {}
    for number, stretch in enumerate(stretches):
        for value in index.gram[stretch.start : stretch.end].tolist():
            parent[root(number)] = root(owner.setdefault(value, number))
    groups: dict[int, list[_Stretch]] = {}
    for number, stretch in enumerate(stretches):
        groups.setdefault(root(number), []).append(stretch)
    return list(groups.values())


def _narrative(index: GramIndex, documents: Sequence[CorpusDocument], group: Sequence[_Stretch]) -> Narrative:
    days: dict[str, set[dt.date]] = {}
    for stretch in group:
        document = documents[stretch.document]
        days.setdefault(document.actor, set()).add(document.date)
    longest = max(group, key=lambda stretch: stretch.end - stretch.start)
    return Narrative(
        _words(index, documents, longest),
        {actor: tuple(sorted(seen)) for actor, seen in sorted(days.items())},
    )


def _words(index: GramIndex, documents: Sequence[CorpusDocument], stretch: _Stretch) -> str:
    text, begins = documents[stretch.document].text, index.of(stretch.document).start
    spans = word_spans(text)
    return text[spans[stretch.start - begins][0] : spans[stretch.end - begins + N - 2][1]]
