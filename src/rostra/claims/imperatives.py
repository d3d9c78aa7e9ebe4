"""Verbs that order or beg: a bare form with nobody before it who does it."""

from rostra.claims.events import Event
from rostra.claims.scene import Word
from rostra.claims.sentences import has_noun

ASKED_WORDS = 8
"""Words between a word of asking and the subjunctive that says what for."""
_BARE = frozenset({"base", "subjunctive"})
_BREAKS = frozenset({":", ";", ".", "!", "?", "¡", "—", "–", "“", "«", '"'})


def is_imperative(event: Event) -> bool:
    """Whether a bare form opens a sentence, follows a mark, or follows another such form: "Send troops, send ships!"."""
    clause, line = event.clause, event.sentence.line
    if event.voice != "active" or clause.opener or not _is_bare(event, event.start):
        return False
    if has_noun(event.sentence, clause.start, event.start):
        first = line.after(clause.start, 1)
        return _opens(event, clause.start) and bool(first) and _is_bare(event, first[0].start)
    if clause.start == event.start:
        return _opens(event, event.start)
    before = line.before(event.start, 1)
    return bool(before) and before[0].text in _BREAKS


def is_asked_for(event: Event, end: int) -> bool:
    """Whether a subjunctive behind "that" follows a word of asking which ends at `end`: "asked both that they leave"."""
    line, that = event.sentence.line, event.sentence.scene.pack.cues.context.complementizers
    before = line.before(event.start, 1)
    if end > event.start or not before or before[0].text not in that or not _is_bare(event, event.start):
        return False
    between = [word.text for word in line.between(end, event.start)]
    return len(between) <= ASKED_WORDS and not _BREAKS.union({","}).intersection(between)


def _opens(event: Event, offset: int) -> bool:
    """Whether a sentence or a mark stands right before an offset."""
    before: tuple[Word, ...] = event.sentence.line.before(offset, 1)
    return not before or before[0].text in _BREAKS


def _is_bare(event: Event, offset: int) -> bool:
    """Whether the trigger at an offset is a verb in no other than a bare form."""
    verbs = [
        use.tags
        for hit in event.sentence.line.hits
        if hit.start == offset
        for use in hit.value.uses
        if use.frame.kind == "verb"
    ]
    return bool(verbs) and all(tags <= _BARE for tags in verbs)
