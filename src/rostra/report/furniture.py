"""What was taken off a page before it was read: shown, so that nobody has to trust the cleaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rostra.kernel import OffsetMap

_MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|p)\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*+)?+[^<>]*+>")
_SILENT = {"script", "style", "template", "noscript", "svg"}
_HEAD = 4000


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the raw text that no part of the document came from; `start` and `end` count in the raw text."""

    start: int
    end: int
    text: str


def dropped(raw: str, offsets: OffsetMap) -> Iterator[Dropped]:
    """Stretches that were left out and hold words, in order of the raw text."""
    markup = bool(_MARKUP.search(raw[:_HEAD]))
    for start, end in _gaps(len(raw), offsets):
        words = _visible(raw[start:end]) if markup else raw[start:end]
        words = " ".join(words.split())
        if any(char.isalnum() for char in words):
            yield Dropped(start, end, words)


def _gaps(length: int, offsets: OffsetMap) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in sorted((run.raw_start, run.raw_end) for run in offsets.runs):
        if at < start:
            yield at, min(start, length)
        at = max(at, end)
    if at < length:
        yield at, length


def _visible(markup: str) -> str:
    """The words between tags, without scripts and styles; one pass, whatever is left open."""
    pieces: list[str] = []
    at, silent = 0, ""
    for match in _TAG.finditer(markup):
        if not silent:
            pieces.append(markup[at : match.start()])
        at = match.end()
        name = (match[2] or "").lower()
        if silent:
            silent = "" if match[1] and name == silent else silent
        elif not match[1] and name in _SILENT:
            silent = name
    if not silent:
        pieces.append(markup[at:])
    return " ".join(pieces)
