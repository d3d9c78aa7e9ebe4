"""The visible words of an HTML source, each with its place in the source.

A scan of the source itself, in linear time: tags, comments, scripts and styles are stepped over, entities read. It
knows nothing of main text; `alignment` finds in it what trafilatura found in the parsed page.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from rostra.kernel import Run

_TAG = re.compile(r"""<[a-zA-Z/!?][^>"']*+(?:(?:"[^"]*+"|'[^']*+')[^>"']*+)*+>""")
_LOOSE_TAG = re.compile(r"<[a-zA-Z/!?][^>]*+>")
_NAME = re.compile(r"</?([a-zA-Z][\w:-]*)")
_PART = re.compile(
    r"&(?:#\d{1,10}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[\x00-\x1f\x7f\xad\u200b\u2060\ufeff]+"
)
_CHUNK = re.compile(r"\S+")
_SILENT = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "template", "noscript", "textarea", "svg", "math", "iframe", "title")
}
_ENDLESS = frozenset({"script", "style", "textarea", "template"})
_INLINE_NAMES = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong
    sub sup time tt u var wbr
"""
_INLINE = frozenset(_INLINE_NAMES.split())
_MOST_BROKEN = 50
"""Tags with an odd quotation mark, after which quotation marks in tags no longer count: each costs a full scan."""


class Word(NamedTuple):
    """Characters without a blank between them: their text, their runs from 0, whether a blank or a block precedes."""

    text: str
    runs: tuple[Run, ...]
    spaced: bool
    block: int


class Heading(NamedTuple):
    """The words of an h1 element, as indices of words."""

    first: int
    last: int


class Visible(NamedTuple):
    """The visible words of a page in the order of its source, and where its headings of the first rank are."""

    words: list[Word]
    headings: list[Heading]


class _Piece(NamedTuple):
    """A stretch between two tags, or a tag by its name ("p", "/p")."""

    start: int
    end: int
    tag: str


def visible_words(source: str) -> Visible:
    """The words that a reader of the page would see, wherever on the page they are."""
    words: list[Word] = []
    headings: list[Heading] = []
    block, spaced, heading = 0, True, -1
    for piece in _pieces(source):
        if not piece.tag:
            words.extend(_words(source, piece, spaced=spaced, block=block))
            spaced = source[piece.end - 1].isspace() or (
                spaced and not _CHUNK.search(source, piece.start, piece.end)
            )
            continue
        if piece.tag.strip("/") not in _INLINE:
            block, spaced = block + 1, True
        if piece.tag == "h1":
            heading = len(words)
        elif piece.tag == "/h1" and 0 <= heading < len(words):
            headings.append(Heading(heading, len(words) - 1))
            heading = -1
    return Visible(words, headings)


def _pieces(source: str) -> Iterator[_Piece]:
    at, last_end, budget, unclosed = 0, source.rfind(">"), _MOST_BROKEN, set[str]()
    while at < len(source):
        start = source.find("<", at)
        if start < 0 or start > last_end:
            yield _Piece(at, len(source), "")
            return
        if start > at:
            yield _Piece(at, start, "")
        tag = _TAG.match(source, start) if budget else None
        if tag is None and (tag := _LOOSE_TAG.match(source, start)):
            budget = max(budget - 1, 0)
        if tag is None:
            yield _Piece(start, start + 1, "")
            at = start + 1
            continue
        name = _tag_name(tag[0])
        at = _after(source, tag, name, unclosed)
        yield _Piece(start, at, name or "!")


def _tag_name(tag: str) -> str:
    match = _NAME.match(tag)
    return ("/" if tag[1] == "/" else "") + match[1].lower() if match else ""


def _after(source: str, tag: re.Match[str], name: str, unclosed: set[str]) -> int:
    """Where the page goes on after a tag: behind the whole comment, script or style that it opens."""
    if tag[0].startswith("<!--"):
        end = source.find("-->", tag.start() + 2)
        return end + 3 if end >= 0 else len(source)
    if name not in _SILENT or tag[0].endswith("/>") or name in unclosed:
        return tag.end()
    closing = _SILENT[name].search(source, tag.end())
    if closing:
        return closing.start()
    unclosed.add(name)
    return len(source) if name in _ENDLESS else tag.end()


def _words(source: str, piece: _Piece, *, spaced: bool, block: int) -> Iterator[Word]:
    for chunk in _CHUNK.finditer(source, piece.start, piece.end):
        spaced = spaced or chunk.start() > piece.start
        text, start, end = chunk[0], chunk.start(), chunk.end()
        if _PART.search(text) is None:
            yield Word(text, (Run(0, len(text), start, end),), spaced, block)
        else:
            yield from _words_with_entities(text, start, spaced=spaced, block=block)


def _words_with_entities(chunk: str, offset: int, *, spaced: bool, block: int) -> Iterator[Word]:
    """Words of a chunk whose entities may be blanks and whose control characters are left out."""
    text, runs = "", list[Run]()
    for shown, start, end in _shown(chunk):
        if shown.isspace():
            if text:
                yield Word(text, tuple(runs), spaced, block)
            text, runs, spaced = "", [], True
        else:
            runs.append(Run(len(text), len(text) + len(shown), offset + start, offset + end))
            text += shown
    if text:
        yield Word(text, tuple(runs), spaced, block)


def _shown(chunk: str) -> Iterator[tuple[str, int, int]]:
    """What a reader sees of a chunk, part by part, with the part's place in it."""
    at = 0
    for match in _PART.finditer(chunk):
        if match.start() > at:
            yield chunk[at : match.start()], at, match.start()
        shown = html.unescape(match[0]) if match[0][0] == "&" else ""
        if shown and shown not in "\xad\u200b\u2060\ufeff":
            yield shown, match.start(), match.end()
        at = match.end()
    if at < len(chunk):
        yield chunk[at:], at, len(chunk)
