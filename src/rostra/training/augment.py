"""Variants of a text that change its typography and not its words: every offset stays."""

import random
import re
from collections.abc import Callable

_OPEN, _CLOSE = "“„«", "”»"
_STYLES = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("‘", "’"), ("—", " "))
"""Styles of quotation, the last a dash before the speech; equally likely."""
_MARK = re.compile(r'[“”„«»"]')


def varied(text: str, rng: random.Random, share: float = 0.4) -> str:
    """The text, in `share` of the cases with other quotation marks, some lost, or another case; as long as before."""
    if rng.random() >= share:
        return text
    text = restyled(text, *rng.choice(_STYLES))
    if rng.random() < 0.25:
        text = with_lost_marks(text, rng)
    if rng.random() < 0.1:
        text = recased(text, rng.choice((str.lower, str.upper)))
    if rng.random() < 0.3:
        text = text.replace("’", "'")
    return text


def restyled(text: str, opening: str, closing: str) -> str:
    """The text with all double marks in one style; straight ones open after a blank and close elsewhere."""

    def other(match: re.Match[str]) -> str:
        if match[0] in _OPEN:
            return opening
        if match[0] in _CLOSE:
            return closing
        before = text[match.start() - 1] if match.start() else " "
        return opening if before.isspace() or before in "([—–-" else closing

    return _MARK.sub(other, text)


def with_lost_marks(text: str, rng: random.Random, share: float = 0.15) -> str:
    """The text with that share of its marks turned into blanks."""
    return _MARK.sub(lambda match: " " if rng.random() < share else match[0], text)


def recased(text: str, change: Callable[[str], str]) -> str:
    """The text in another case, letter by letter, where the letter stays one."""
    return "".join(c if len(change(c)) != 1 else change(c) for c in text)
