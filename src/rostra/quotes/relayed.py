"""What one attribution says of another: "“QUOTE,” Tarn said, according to the gazette" is the gazette's whole report."""

from rostra.quotes.phrases import Range
from rostra.quotes.reading import Reading
from rostra.rules.cues import Cue


def relayed_by_source(reading: Reading, end: int) -> Range | None:
    """Reads "“QUOTE,” Tarn said, according to the gazette": who relays an attribution answers for all of it."""
    if not (reading.grammar.context.outer_sources and reading.found) or reading.kind(end - 1) != ",":
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
    if (
        not (reading.grammar.context.outer_sources and reading.found)
        or reading.low(subject[0]) in reading.grammar.pronouns
    ):
        return None
    last = reading.found[-1]
    if last.rule != "Q120" or last.speaker is None or not 0 <= subject[0] - last.content[1] <= 1:
        return None
    return (last.speaker[0], last.content[1])


def over_attitudes(reading: Reading, end: int) -> Range | None:
    """Reads "Valdoria proposed a truce, the envoy said": an attitude reported by another is part of his words.

    What someone said, denied or warned of stays his own: of nested attributions the inner one holds.
    """
    if reading.kind(end - 1) != "," or not reading.found:
        return None
    last = reading.found[-1]
    if last.cue is None or last.speaker is None or last.content[1] != end - 1 or last.rule != "Q220":
        return None
    cues = [hit.form.cue for hit in reading.unit.hits if last.cue[0] <= hit.first < last.cue[1]]
    if not all(_is_attitude(reading, cue, last.content) for cue in cues):
        return None
    start = min(last.cue[0], last.speaker[0])
    if start > max((a.content[1] for a in reading.found[:-1]), default=0) + 2:
        return None
    reading.found.pop()
    return (start, end - 1)


def _is_attitude(reading: Reading, cue: Cue, content: Range) -> bool:
    """Whether a cue tells what someone wants or thinks; "rejected the offer" too, but not "denied that"."""
    if cue.cue_class != "deny":
        return cue.cue_class in ATTITUDES
    clause = reading.low(content[0] - 1) in reading.grammar.context.complementizers
    return not clause and "clause" not in cue.takes


ATTITUDES = frozenset({"urge", "judge", "pledge", "accept", "ask"})
"""Classes of cues for what someone wants or thinks."""
