"""Quotations that the sentence before them introduces: "Breen continued:", "Tarn said in a statement."."""

from rostra.kernel import Span
from rostra.quotes.acting import acting_subject
from rostra.quotes.attribution import Attribution
from rostra.quotes.phrases import Range, phrase_after, subject_before, verb_group_start
from rostra.quotes.reading import Reading, possessor
from rostra.quotes.units import CueHit

_SPEECH = frozenset({"say", "announce", "answer", "accept"})
"""Classes of cues after which the next sentence may hold what was said."""
_FINITE = frozenset({"finite", "finite_singular", "finite_plural"})
_NEAR = 12
"""Tokens before a colon among which the noun for what follows stands ("Tarn's full statement on the matter:")."""


def read_introduced(reading: Reading, index: int, before: Reading | None) -> Attribution | None:
    """A quotation after a sentence that ends in a colon; both may be paragraphs of their own."""
    if before is None or index != 0 or before.kind(len(before.unit.tokens) - 1) != ":":
        return None
    if not _is_next(reading, before):
        return None
    subject = _cued(before) or _owner(before) or _acting(before)
    return _given(before, subject) if subject is not None else None


def read_announced(
    reading: Reading, index: int, before: Reading | None, previous: Reading | None
) -> Attribution | None:
    """A quotation by itself after a sentence that only tells who spoke: "Tarn said in a statement."."""
    alone = index == 0 and len(reading.unit.tokens) <= index + 2
    if before is None or before is previous or not alone or not _is_next(reading, before):
        return None
    told = (_subject(before, hit) for hit in before.unit.hits if hit.form.cue.cue_class in _SPEECH)
    subject = next((subject for subject in told if subject is not None), None)
    return _given(before, subject) if subject is not None else None


def _is_next(reading: Reading, before: Reading) -> bool:
    return 0 <= reading.unit.paragraph - before.unit.paragraph <= 1


def _given(before: Reading, subject: Range) -> Attribution:
    """The first quotation of a unit, handed to a phrase of the unit before."""
    tokens = before.unit.tokens
    span = Span(tokens[subject[0]].start, tokens[subject[1] - 1].end)
    return Attribution((0, 1), None, None, "Q132", outside=span)


def _cued(before: Reading) -> Range | None:
    """The subject of the last cue that has one, before it or between it and the colon ("Stated Breen:")."""
    end = len(before.unit.tokens) - 1
    for hit in reversed(before.unit.hits):
        subject = _subject(before, hit)
        if subject is not None:
            return subject
        inverted = phrase_after(before.unit, hit.last, before.grammar) if hit.form.roles & _FINITE else None
        if inverted is not None and inverted[1] == end:
            return inverted
    return None


def _subject(reading: Reading, hit: CueHit) -> Range | None:
    """The subject of a finite cue."""
    if hit.form.cue.part != "verb" or not hit.form.roles & _FINITE:
        return None
    group = verb_group_start(reading.unit, hit.first, reading.grammar)
    return subject_before(reading.unit, group, reading.grammar)


def _owner(before: Reading) -> Range | None:
    """Whose statement it is: "Here is Tarn's letter:", "A statement by the navy:"; else "Full transcript:" itself."""
    context, end = before.grammar.context, len(before.unit.tokens) - 1
    for at in range(end - 1, max(-1, end - _NEAR), -1):
        if before.low(at) not in context.venues and before.low(at) not in before.grammar.nouns:
            continue
        if before.low(at + 1) in context.agents:
            return phrase_after(before.unit, at + 2, before.grammar)
        owner = possessor(before, at)
        if owner is not None:
            return owner
        if at < _NEAR // 4:
            return phrase_after(before.unit, 0, before.grammar)
    return None


def _acting(before: Reading) -> Range | None:
    """Who acts in the sentence, unless it is but "it"."""
    subject = acting_subject(before, len(before.unit.tokens) - 1)
    bare = subject is not None and before.low(subject[0]) in before.grammar.context.both_cases
    return None if bare else subject
