"""Names that stand beside a speaker's phrase, or beside the same title elsewhere in the document."""

import re
from typing import TYPE_CHECKING

from rostra.kernel import Span
from rostra.model import Mention
from rostra.resolve.speakers_phrase import Phrase
from rostra.rules.speakers import SpeakerWords

if TYPE_CHECKING:
    from rostra.resolve.speakers_memory import Memory

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE, _AFTER = 90, 70
"""Code points around a name within which its title and its body are looked for."""
_MOST_PERSONS = 300
"""Persons looked through for a title; a longer document is a list of names."""
_LONGEST_TITLE = 60
"""Code points between a phrase and the name in apposition to it."""


def apposed_person(span: Span, memory: "Memory") -> str | None:
    """Reads "its coordinator, Doctor Ana Ruiz.": the person named between commas right after the phrase."""
    text, words = memory.document.text, memory.words
    for person in memory.persons_after(span.end):
        between = text[span.end : person.span.start]
        if len(between) > _LONGEST_TITLE or not _is_title(between, words):
            return None
        return (
            person.name if text[person.span.end : person.span.end + 1] in {",", ".", ";", ")", ""} else None
        )
    return None


def _is_title(between: str, words: SpeakerWords) -> bool:
    """Whether a comma and titles stand between a phrase and a name, or a second office and then a comma."""
    lows = [word.casefold() for word in _WORD.findall(between)]
    if lows and lows[0] in words.joins and between.count(",") == 1 and between.rstrip().endswith(","):
        return between == between.lower() and not words.roles.isdisjoint(lows)
    return between.startswith(",") and all(
        low in words.roles | words.fillers or low in words.honorifics for low in lows
    )


def titled_person(phrase: Phrase, span: Span, memory: "Memory") -> str | None:
    """Reads "The head of the Harbour Board": the one named beside that title and that body in the document."""
    body = _body(phrase, memory.document.text)
    if body is None or phrase.head is None:
        return None
    text = memory.document.text
    whole = rf"\b{re.escape(phrase.title)} \Z" if phrase.title else None
    for person in memory.persons[:_MOST_PERSONS]:
        if whole and re.search(
            whole, text[max(0, person.span.start - _BEFORE) : person.span.start].casefold()
        ):
            return person.name
    for person in memory.persons[:_MOST_PERSONS]:
        start, end = max(0, person.span.start - _BEFORE), person.span.end + _AFTER
        if end > span.start and person.span.end <= span.start:
            end = span.start  # the phrase itself is no evidence
        around = text[start:end]
        if body in around and phrase.head in around.casefold():
            return person.name
    return None


def _body(phrase: Phrase, text: str) -> str | None:
    """What the phrase names besides the title, as written."""
    if phrase.capitals:
        return phrase.capitals
    return phrase.others[0].span.of(text) if phrase.others else None


def named_body(phrase: Phrase, text: str) -> str | None:
    """The organisation in the phrase: the first, or the last that a possessive leads to ("the Navy's First Fleet").

    Where the knowledge has but an acronym for it, the name is the one that the document writes out.
    """
    bodies = [m for m in phrase.others if m.kind in {"organisation", "military_unit"}]
    if not bodies:
        return None
    chosen = bodies[0]
    for body in bodies[1:]:
        if text[chosen.span.end : body.span.start].strip() in {"'s", "’s"}:
            chosen = body
    return _written_out(chosen, text)


def _written_out(body: Mention, text: str) -> str:
    written = body.span.of(text)
    return written if body.name.isupper() and " " not in body.name and " " in written else body.name
