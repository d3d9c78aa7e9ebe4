"""Questions state nothing: "Can the missiles of Valdoria reach the capital?"."""

import re

from rostra.claims.sentences import Sentence

_OPENING = re.compile(r"[“«„]|(?:(?<=\s)|(?<=[(—–:]))[\"'](?=\w)")

_STOP = re.compile(r"(?<=[^\W\d_]{2})\.\s")
"""A full stop, and none of an abbreviation ("U.S. bases")."""


def is_asked(sentence: Sentence, offset: int) -> bool:
    """Whether a question mark ends what stands at the offset; one in a quotation that opens later is another's."""
    text, end = sentence.scene.document.text, sentence.line.span.end
    mark = text.find("?", offset, end)
    return mark >= 0 and not _OPENING.search(text, offset, mark) and not _ends_before(text, offset, mark)


def _ends_before(text: str, start: int, end: int) -> bool:
    """Whether a quotation or a sentence ends before the mark, so that the question is a later one."""
    return any(mark in text[start:end] for mark in ("”", "»", "! ")) or bool(_STOP.search(text, start, end))
