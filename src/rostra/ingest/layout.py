"""Line ends, marks of encodings and wrapped lines: what must go before a text has paragraphs."""

import re
from collections.abc import Iterator
from itertools import pairwise

from rostra.kernel import OffsetMap, Span

# A carriage return before a line feed, NULs, and marks that no reader sees: byte order mark, soft hyphen, zero width
# space, word joiner. Joiners stay: Persian and emoji need them.
_DROPPED = re.compile("\r(?=\n)|[\x00\xad\u200b\u2060\ufeff]+")
_ANY_DROPPED = re.compile("[\r\x00\xad\u200b\u2060\ufeff]")
_LINE = re.compile(r"[^\n]+")
_OPENER = re.compile(r"\s*(?:[-*•—–>#|]|\d{1,3}[.)]\s)")

WIDEST = 100
NARROWEST = 40
"""Widths at which programs and news wires wrap lines: 65 to 80, seldom 100. A paragraph on one line is longer."""

LEAST_WRAPPED = 4
"""Line ends that must look like wrapping before any of them is read as a blank."""


def unwrapped(text: str) -> str:
    """The text with the line ends of a typewriter turned into blanks; as long as before.

    A line end is one where the next word would not have fitted in the width that most lines share. Where most of
    them end a sentence too, they are paragraphs of like length.
    """
    lines = list(_LINE.finditer(text))
    width = _width(lines)
    if width is None:
        return text
    ends = [
        line.end()
        for line, after in pairwise(lines)
        if _is_wrapped(line[0], after[0], width) and after.start() == line.end() + 1
    ]
    stops = sum(text[end - 1] in '.!?”"»' for end in ends)
    if len(ends) < LEAST_WRAPPED or 2 * len(ends) < len(lines) or 2 * stops > len(ends):
        return text
    return "".join(_with_blanks(text, ends))


def _with_blanks(text: str, ends: list[int]) -> Iterator[str]:
    at = 0
    for end in ends:
        yield text[at:end] + " "
        at = end + 1
    yield text[at:]


def _width(lines: list[re.Match[str]]) -> int | None:
    """The width that lines were wrapped at: all but one in fifty stay within it."""
    if len(lines) <= LEAST_WRAPPED:
        return None
    lengths = sorted(line.end() - line.start() for line in lines)
    width = lengths[(len(lengths) - 1) * 49 // 50]
    return width if NARROWEST <= width <= WIDEST else None


def _is_wrapped(line: str, after: str, width: int) -> bool:
    if _OPENER.match(after) or not line.strip() or not after.strip():
        return False
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > 0.92 * width


def without_marks(raw: str) -> tuple[str, OffsetMap]:
    """The text with line feeds alone and without characters that no reader sees; and the way back."""
    if _ANY_DROPPED.search(raw) is None:
        return raw, OffsetMap.identity(len(raw))
    kept = [span for span in _between(_DROPPED.finditer(raw), len(raw)) if span]
    return "".join(span.of(raw) for span in kept).replace("\r", "\n"), OffsetMap.from_kept(kept)


def _between(matches: Iterator[re.Match[str]], length: int) -> Iterator[Span | None]:
    at = 0
    for match in matches:
        yield Span(at, match.start()) if match.start() > at else None
        at = match.end()
    yield Span(at, length) if length > at else None
