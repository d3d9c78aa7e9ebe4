"""Who bears a title that stands without a name: "the inspector general", "the judge"."""

from typing import TYPE_CHECKING

from rostra.kernel import Span
from rostra.model import Mention
from rostra.resolve.speakers_phrase import Phrase

if TYPE_CHECKING:
    from rostra.resolve.speakers_memory import Memory

_BEFORE, _AFTER, _CLAUSE = 50, 40, 80
"""Code points around a name within which its title, and a relative clause about it, are looked for."""


def under_title(phrase: Phrase, span: Span, memory: "Memory") -> str | None:
    """Who spoke or was named under the title; "the prime minister" is not the foreign minister of before."""
    head = phrase.head or ""
    if phrase.title:
        own = memory.by_title.get(phrase.title) or _titled(phrase.title, span, memory)
        if own:
            return own
    known = memory.by_head.get(singular(head))
    if phrase.title and known in memory.by_title.values():
        return None
    return known or _titled(head, span, memory)


def introduced(head: str, span: Span, memory: "Memory") -> str | None:
    """The last person before whom the text has not told of beside another one of that title.

    "The judge who investigates the death of Ivo Tarn": the judge of the next sentence is not Ivo Tarn.
    """
    return next((m.name for m in memory.persons_before(span.start) if not _told_by(m, head, memory)), None)


def singular(head: str) -> str:
    """A title without the ending of its plural."""
    return head.removesuffix("s")


def _titled(title: str, span: Span, memory: "Memory") -> str | None:
    """The last person before whose name stands beside that title."""
    text = memory.document.text
    for mention in memory.persons_before(span.start):
        end = min(mention.span.end + _AFTER, span.start)
        around = text[max(0, mention.span.start - _BEFORE) : end].casefold()
        if title in around and not _told_by(mention, title, memory):
            return mention.name
    return None


def _told_by(mention: Mention, title: str, memory: "Memory") -> bool:
    """Whether the person stands in a relative clause about somebody of that title."""
    start = max(0, mention.span.start - _CLAUSE)
    _, found, clause = memory.document.text[start : mention.span.start].casefold().rpartition(title)
    return bool(found) and not memory.relatives.isdisjoint(clause.split()[:2])
