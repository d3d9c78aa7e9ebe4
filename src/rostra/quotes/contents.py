"""Where a content begins and ends within its unit."""

from bisect import bisect_right
from itertools import islice

from rostra.quotes.adjuncts import WORD_KINDS
from rostra.quotes.attribution import Attribution
from rostra.quotes.phrases import Range, subject_before, verb_group_start
from rostra.quotes.reading import Reading, clause_start
from rostra.quotes.units import CueHit

_FEWEST_WORDS = 2


def left_content(reading: Reading, end: int) -> Range | None:
    """The clause before a trailing attribution, up to its comma."""
    start = clause_start(reading, end)
    if any(_hangs_on(a, start) for a in reading.found) and reading.kind(start) in {"w", "W"}:
        return None
    while end > start and reading.kind(end - 1) in {",", "—", "–"}:
        end -= 1
    if start < end and reading.low(start) in reading.grammar.context.coordinators:
        start += 1
    return (start, end) if _is_content(reading, start, end) else None


def _hangs_on(before: Attribution, start: int) -> bool:
    """Whether what begins here hangs on an attribution that has its content: "..., he said in a report to them"."""
    ends = {part[1] for part in (before.cue, before.speaker) if part is not None}
    return start in ends and before.content[1] <= start


def _is_content(reading: Reading, start: int, end: int) -> bool:
    words = 0
    for token in islice(reading.unit.tokens, max(start, 0), max(end, 0)):
        words += token.kind in WORD_KINDS
        if words >= _FEWEST_WORDS or token.kind == "Q":
            return True
    return False


def coordinated(reading: Reading, content: Range) -> list[Range]:
    """The content parted where a coordinator takes up its complementizer again ("and that", "y que")."""
    context, parts, start = reading.grammar.context, [], content[0]
    inner = islice(reading.unit.tokens, content[0] + 1, max(content[1] - 2, 0))
    for index, token in enumerate(inner, content[0] + 1):
        if token.low in context.coordinators and reading.low(index + 1) in context.complementizers:
            end = index - (reading.kind(index - 1) == ",")
            parts.append((start, end))
            start = index + 2
    parts.append((start, content[1]))
    return [part for part in parts if _is_content(reading, *part)]


def content_end(reading: Reading, start: int) -> Range | None:
    """The content that begins at a token: up to the next attribution or the end of the unit."""
    unit = reading.unit
    end = len(unit.tokens)
    if reading.kind(start) == "Q" and _quotation_closes(reading, start):
        return (start, start + 1)
    end = _before_speech(reading, start, end)
    for hit in unit.hits[bisect_right(unit.hits, start, key=_first) :]:
        if hit.first >= end:
            break
        cut = _cut_before(reading, start, hit)
        if cut is not None and not _is_joint_subject(reading, start, cut):
            end = cut
            break
    while end > start and reading.kind(end - 1) not in "wWnQ)%'s’":
        end -= 1
    return (start, end) if _is_content(reading, start, end) else None


def _first(hit: CueHit) -> int:
    return hit.first


def _is_joint_subject(reading: Reading, start: int, cut: int) -> bool:
    """Whether the cut falls between two subjects of one verb: "said Ana Ruiz and two officers had decided"."""
    context = reading.grammar.context
    if not context.bare_clauses or reading.low(cut) not in context.coordinators:
        return False
    return not any(
        reading.kind(index) == "Q"
        or reading.low(index) in reading.grammar.words.auxiliaries
        or (
            reading.kind(index) == "w"
            and reading.low(index).endswith((*context.past_endings, *context.plural_endings))
        )
        for index in range(start, cut)
    )


def first_clause(reading: Reading, content: Range) -> Range:
    """The content up to its first comma."""
    for index in range(content[0] + 2, content[1]):
        if reading.kind(index) == ",":
            return (content[0], index)
    return content


def _quotation_closes(reading: Reading, index: int) -> bool:
    pair = reading.unit.quotations[index]
    following = reading.kind(index + 1)
    if index + 1 >= len(reading.unit.tokens):
        return True
    del pair
    return (
        following in {".", ",", ";", "—", "–"}
        or reading.low(index + 1) in reading.grammar.context.coordinators
    )


def _before_speech(reading: Reading, start: int, end: int) -> int:
    """The first quotation after the start that is too long to be part of a clause: it is a quote of its own."""
    for index, pair in reading.unit.quotations.items():
        if start < index < end and pair.inner_end - pair.inner_start > _LONGEST_PART:
            return index
        if start < index - 1 < end and reading.kind(index - 1) == ":":
            return index - 1
    return end


_LONGEST_PART = 250
"""Code points of a quotation inside a reported clause; a longer one stands for itself. Gold train, PolNeAR train."""


def _cut_before(reading: Reading, start: int, hit: CueHit) -> int | None:
    """Where a later cue ends a content that begins at `start`; None where it is part of it."""
    if hit.first not in reading.borders:
        reading.borders[hit.first] = _border_of(reading, hit)
    cut = reading.borders[hit.first]
    return cut if cut is not None and cut > start else None


def _border_of(reading: Reading, hit: CueHit) -> int | None:
    """The mark or coordinator before the clause of a cue."""
    if hit.form.cue.part == "preposition":
        return hit.first - (reading.kind(hit.first - 1) == ",")
    group = verb_group_start(reading.unit, hit.first, reading.grammar)
    if hit.form.roles <= {"participle", "infinitive"}:
        return None
    if hit.form.roles <= {"gerund"}:
        return group - 1 if reading.kind(group - 1) == "," else None
    context = reading.grammar.context
    if reading.low(group - 1) in context.coordinators or (
        context.drop_subject and reading.low(group - 1) in context.contrast
    ):
        return _border(reading, group)
    subject = subject_before(reading.unit, group, reading.grammar)
    return None if subject is None else _border(reading, subject[0])


def _border(reading: Reading, border: int) -> int | None:
    """The mark or coordinator that parts a clause beginning at `border` from what stands before it.

    A quotation that pauses ("... “the pier,” she said") ends what stands before with its own mark.
    """
    context = reading.grammar.context
    low, kind = reading.low(border - 1), reading.kind(border - 1)
    if kind == "Q" and reading.unit.pauses(border - 1):
        return border
    if low in context.coordinators or low in context.contrast:
        parted = reading.kind(border - 2) == ","
        return border - 1 - parted if parted or low in context.coordinators else None
    return border - 1 if kind in {",", ";", "—", "–"} else None
