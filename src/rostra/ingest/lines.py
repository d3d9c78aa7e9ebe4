"""Lines of a text and what can be told of one by itself."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rostra.kernel import Span
from rostra.text import fold

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[\w)%”’\"][.!?…:;,]?[.!?…][\"'”’»)\]]*$")

LONG = 200
"""A line longer than this is prose, unless it is a list of tags or a trail."""


class Line(NamedTuple):
    """A line that is not blank, without the blanks at its ends."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)

    @property
    def folded(self) -> str:
        """For comparison; as long as the line."""
        return fold(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether a stop ends it."""
        return _SENTENCE_END.search(self.text[-12:]) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it reads like sentences: eight words and a stop at the end, or very many words."""
        words = self.text.count(" ") + 1
        return len(self.text) > LONG or (words >= 8 and self.ends_sentence) or words > 30


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that are not blank."""
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Line(start, start + len(stripped), stripped)
