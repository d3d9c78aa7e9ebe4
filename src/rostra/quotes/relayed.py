"""What one attribution says of another: "“QUOTE,” Tarn said, according to the gazette" is the gazette's whole report."""

from rostra.quotes.phrases import Range
from rostra.quotes.reading import Reading


def relayed_by_source(reading: Reading, end: int) -> Range | None:
    """Reads "“QUOTE,” Tarn said, according to the gazette": who relays an attribution answers for all of it."""
    if not reading.found or reading.kind(end - 1) != ",":
        return None
    last = reading.found[-1]
    parts = [part for part in (last.content, last.cue, last.speaker) if part is not None]
    quoted = any(last.content[0] <= index < last.content[1] for index in reading.unit.quotations)
    if last.speaker is None or last.rule in {"Q310", "Q311"} or not quoted:
        return None
    near = end - max(part[1] for part in parts) <= _NEAR
    return (min(part[0] for part in parts), end - 1) if near else None


_NEAR = 14
"""Tokens between an attribution and who relays it: an addressee, a time, a venue."""


def relayed_by_subject(reading: Reading, subject: Range) -> Range | None:
    """Reads "Breen called it “QUOTE,” the report said": who relays an attribution answers for all of it."""
    if not reading.found or reading.low(subject[0]) in reading.grammar.pronouns:
        return None
    last = reading.found[-1]
    if last.rule != "Q120" or last.speaker is None or not 0 <= subject[0] - last.content[1] <= 1:
        return None
    return (last.speaker[0], last.content[1])
