"""A text as the equipment matcher reads it: letters and digits alone, with the way back to the text."""

import re
from dataclasses import dataclass
from itertools import chain

_RUN = re.compile(r"[^\W_]+")

# Cyrillic letters that look like Latin ones: "Т-72" and "T-72" squeeze alike, in the text and in every term.
_LOOK_ALIKE = str.maketrans("авекмнорстухіј", "abekmhopctyxij")


def look_alike(folded: str) -> str:
    """Folded text with Cyrillic letters turned into the Latin ones that they look like; as long as before."""
    return folded if folded.isascii() else folded.translate(_LOOK_ALIKE)


@dataclass(frozen=True, slots=True)
class Page:
    """`squeezed[i]` stands at `offsets[i]` of the text."""

    text: str
    folded: str
    squeezed: str
    offsets: list[int]

    @classmethod
    def of(cls, text: str, folded: str) -> "Page":
        """Squeezes a text and its folded form, which are of one length."""
        alike = look_alike(folded)
        runs = [(match.start(), match.end()) for match in _RUN.finditer(alike)]
        offsets = list(chain.from_iterable(range(start, end) for start, end in runs))
        return cls(text, folded, "".join([alike[start:end] for start, end in runs]), offsets)

    def start(self, index: int) -> int:
        """Where in the text the squeezed character stands."""
        return self.offsets[index]

    def stop(self, end: int) -> int:
        """Where in the text a squeezed stretch that ends before `end` stops."""
        return self.offsets[end - 1] + 1

    def gap(self, index: int) -> str:
        """What stands in the folded text before a squeezed character and after the one before it."""
        if not 0 < index < len(self.offsets):
            return "\n"
        return self.folded[self.offsets[index - 1] + 1 : self.offsets[index]]

    def starts_word(self, index: int) -> bool:
        """Whether a word starts here."""
        return index == 0 or self.offsets[index] - self.offsets[index - 1] > 1

    def ends_word(self, end: int) -> bool:
        """Whether a word ends before `end`."""
        return end >= len(self.offsets) or self.offsets[end] - self.offsets[end - 1] > 1
