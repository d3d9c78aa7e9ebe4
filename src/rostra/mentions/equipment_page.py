"""A text as the equipment matcher reads it: letters and digits alone, with the way back to the text."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

_RUN = re.compile(r"[^\W_]+")

# Cyrillic letters that look like Latin ones: "Т-72" and "T-72" squeeze alike, in the text and in every term.
_LOOK_ALIKE = str.maketrans("авекмнорстухіј", "abekmhopctyxij")


def look_alike(folded: str) -> str:
    """Folded text with Cyrillic letters turned into the Latin ones that they look like; as long as before."""
    return folded if folded.isascii() else folded.translate(_LOOK_ALIKE)


@dataclass(frozen=True, slots=True)
class Page:
    """A text, its folded form, and that form without all but letters and digits.

    The runs of letters and digits begin at `firsts` of the squeezed text and at `places` of the text.
    """

    text: str
    folded: str
    squeezed: str
    firsts: list[int]
    places: list[int]

    @classmethod
    def of(cls, text: str, folded: str) -> "Page":
        """Squeezes a text and its folded form, which are of one length."""
        alike = look_alike(folded)
        runs = _RUN.findall(alike)
        firsts = list(accumulate(map(len, runs), initial=0))
        return cls(text, folded, "".join(runs), firsts, [match.start() for match in _RUN.finditer(alike)])

    def start(self, index: int) -> int:
        """Where in the text the squeezed character stands."""
        run = bisect_right(self.firsts, index) - 1
        return self.places[run] + index - self.firsts[run]

    def stop(self, end: int) -> int:
        """Where in the text a squeezed stretch that ends before `end` stops."""
        return self.start(end - 1) + 1

    def index(self, offset: int) -> int:
        """The first squeezed character that stands at an offset of the text or after it."""
        run = bisect_right(self.places, offset) - 1
        if run < 0:
            return 0
        return min(self.firsts[run] + offset - self.places[run], self.firsts[run + 1])

    def gap(self, index: int) -> str:
        """What stands in the folded text before a squeezed character and after the one before it."""
        if not 0 < index < len(self.squeezed):
            return "\n"
        return self.folded[self.stop(index) : self.start(index)]

    def starts_word(self, index: int) -> bool:
        """Whether a word starts here; one does where the text ends."""
        return self.firsts[bisect_left(self.firsts, index)] == index

    def joints(self, start: int, end: int) -> list[int]:
        """Where words start inside a stretch, its own start apart."""
        return self.firsts[bisect_right(self.firsts, start) : bisect_left(self.firsts, end)]
