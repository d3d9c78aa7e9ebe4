"""Who speaks where the language drops its subjects: "El general llegó a puerto. Afirmó que ..."."""

from typing import TYPE_CHECKING

from rostra.kernel import Span

if TYPE_CHECKING:
    from rostra.resolve.speakers_memory import Memory

_SENTENCES = 3
"""Sentences before a verb without a subject among which its subject is looked for."""
_NAMED = frozenset({"organisation", "country"})


def dropped_subject(cue: int, memory: "Memory") -> str | None:
    """Who acted last before a cue that has no speaker at all, none carried over either."""
    sentences = memory.segments.sentences
    here = memory.segments.sentence_index(cue)
    before = (
        _acts(sentences[index], memory) for index in range(here - 1, max(-1, here - 1 - _SENTENCES), -1)
    )
    return next((name for name in before if name is not None), None)


def _acts(sentence: Span, memory: "Memory") -> str | None:
    """The first person of a sentence, else its first organisation or state."""
    inside = [mention for mention in memory.inside(sentence) if mention.span.start >= sentence.start]
    persons = [mention.name for mention in inside if mention.kind == "person"]
    bodies = (
        memory.states.get(mention.span.start, mention.name) for mention in inside if mention.kind in _NAMED
    )
    return persons[0] if persons else next(bodies, None)
