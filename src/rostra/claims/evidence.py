"""The smallest stretch of a sentence that states a fact."""

from rostra.claims.events import Event
from rostra.kernel import Span, trimmed

_DROP = ' \t\u00a0\u202f,.;:—–-"“”«»()'
LONGEST_PHRASE = 8
"""Words that a noun phrase may reach to the left of its noun."""


def evidence_of(event: Event) -> Span:
    """The clause of a verb, or the phrase of a noun with what hangs on it; the trigger itself at the least."""
    if event.voice != "noun" or has_support(event):
        start, end = event.clause.start, event.clause.end
    else:
        start, end = _phrase_start(event), _phrase_end(event)
    text = event.sentence.scene.document.text
    return trimmed(text, _after_opener(event, start), end, _DROP) or Span(event.start, event.end)


def _after_opener(event: Event, start: int) -> int:
    clause, words = event.clause, event.sentence.scene.words
    if start == clause.start and clause.opener in words.coordinators | words.subordinators:
        behind = start + len(clause.opener)
        return behind if behind < event.start else start
    return start


def has_support(event: Event) -> bool:
    """Whether a noun is the object or subject of a verb that adds nothing ("conducted a test")."""
    start = event.clause.start
    return "support" in event.sentence.line.classes(max(start, event.start - 70), event.start) or (
        "support" in event.sentence.line.classes(event.end, min(event.end + 30, event.clause.end))
    )


def _phrase_start(event: Event) -> int:
    scene, start = event.sentence.scene, event.start
    closed = scene.pack.words.prepositions | scene.words.coordinators | scene.pack.words.auxiliaries
    for word in reversed(event.sentence.line.before(event.start, LONGEST_PHRASE)):
        if word.start < event.clause.start or word.text in closed or word.text in ",;:":
            break
        start = word.start
        if word.text in scene.pack.words.determiners:
            break
    return start


def _phrase_end(event: Event) -> int:
    comma = next(
        (w.start for w in event.sentence.line.between(event.end, event.clause.end) if w.text == ","), None
    )
    return comma or event.clause.end
