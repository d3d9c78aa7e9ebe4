"""Quotations that no cue of their own unit claims: continued, introduced by a neighbour, or part of a clause."""

from collections.abc import Iterator, Sequence

from rostra.quotes.attribution import Attribution
from rostra.quotes.marks import Pair
from rostra.quotes.phrases import Range
from rostra.quotes.reading import Reading, first_subject
from rostra.text import Segments


def read_loose_quotations(
    readings: Sequence[Reading], segments: Segments
) -> Iterator[tuple[Reading, list[Attribution]]]:
    """Each reading with its attributions, those of loose quotations added, in order of the text."""
    del segments
    previous: Reading | None = None
    for reading in readings:
        found = list(reading.found)
        for index, pair in reading.unit.quotations.items():
            if any(a.content[0] <= index < a.content[1] for a in found):
                continue
            loose = _loose(reading, index, pair, previous)
            if loose is not None:
                found.append(loose)
        if found:
            previous = reading
        yield reading, sorted(found, key=lambda item: item.content)


def _loose(reading: Reading, index: int, pair: Pair, previous: Reading | None) -> Attribution | None:
    size = pair.inner_end - pair.inner_start
    content: Range = (index, index + 1)
    if reading.found and index > 0 and size > 15:
        last = next((a for a in reversed(reading.found) if a.content[1] <= index), None)
        if last is not None and last.speaker is not None:
            return Attribution(content, None, last.speaker, "Q130", 0.8)
    if (
        index == 0
        and size > 15
        and previous is not None
        and (reading.unit.paragraph - previous.unit.paragraph <= 1)
    ):
        return Attribution(content, None, None, "Q131", 0.7, carried=True)
    if size > 20:
        subject = first_subject(reading, 0)
        if subject is not None and subject[0] <= index < subject[1]:
            subject = None
        if subject is not None:
            return Attribution(content, None, subject, "Q140", 0.5)
        return Attribution(content, None, None, "Q141", 0.4, carried=True)
    return None
