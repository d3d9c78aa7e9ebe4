"""The smallest stretch of a sentence that states a fact."""

from collections.abc import Sequence

from rostra.claims.clauses import clause_at
from rostra.claims.events import Event
from rostra.claims.threats import announced
from rostra.kernel import Span, trimmed
from rostra.model import Quantity
from rostra.rules.wordsets import either

_DROP = ' \t\u00a0\u202f,.;:—–-"“”«»()'
LONGEST_PHRASE = 8
"""Words that a noun phrase may reach to the left of its noun."""


def evidence_of(event: Event, quantity: Quantity | None = None) -> Span:
    """The clause of a verb, or the phrase of a noun with what hangs on it; the trigger itself at the least.

    A number of the sentence that the claim counts with is part of it.
    """
    if event.voice != "noun" or has_support(event):
        start, end = _clause_start(event), _clause_end(event)
    else:
        start, end = _phrase_start(event), _phrase_end(event)
    text = event.sentence.scene.document.text
    found = trimmed(text, _after_opener(event, start), end, _DROP) or Span(event.start, event.end)
    counted = [quantity.span] if quantity and event.sentence.line.span.contains(quantity.span) else []
    return _whole_words(event, _hull([found, *counted]))


def _clause_start(event: Event) -> int:
    """Where the clause starts; that of the words before a phrase between dashes when the subject stands there."""
    clause = event.clause
    return min(event.subject[0], clause.start) if clause.resumes != clause.index else clause.start


def _clause_end(event: Event) -> int:
    """Where the clause ends; that of the next one where a threat ends its own: "vowed", "a bloody revenge".

    What a verb of threat announces as a quotation is a part of it: "threatened on Monday | to shell the port".
    """
    quote = announced(event)
    if quote:
        return max(event.clause.end, clause_at(event.sentence.clauses, quote.content.start).end)
    following = event.clause.index + 1
    if not says_only(event) or following >= len(event.sentence.clauses):
        return event.clause.end
    return event.sentence.clauses[following].end


def says_only(event: Event) -> bool:
    """Whether a verb of threat ends its clause, so that what is threatened stands in the next one."""
    return event.frame.type == "threat" and event.voice == "active" and event.clause.end - event.end <= 1


def _whole_words(event: Event, found: Span) -> Span:
    """The span with the names and numbers that its ends would cut."""
    cut = [
        m.span for m in event.sentence.line.mentions if m.span.start < found.end and found.start < m.span.end
    ]
    return _hull([found, *cut])


def _hull(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _after_opener(event: Event, start: int) -> int:
    clause, words = event.clause, event.sentence.scene.words
    if start == clause.start and clause.opener in either(words.coordinators, words.subordinators):
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
    closed = either(scene.pack.words.prepositions, scene.words.coordinators, scene.pack.words.auxiliaries)
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
