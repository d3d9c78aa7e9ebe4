"""Folding a text for comparison without moving a single offset."""

import unicodedata
from functools import cache

_SPACES = " \t\u00a0\u2002\u2003\u2009\u200a\u202f"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\u00ad"
_APOSTROPHES = "\u2018\u2019\u02bc\u00b4`"


@cache
def _folded(char: str) -> str:
    if char in _SPACES:
        return " "
    if char in _HYPHENS:
        return "-"
    if char in _APOSTROPHES:
        return "'"
    parts = unicodedata.normalize("NFKD", char)
    # What stands for several characters (½, №, a Hangul syllable) stays: its first alone would say something else.
    if parts[0] != char and all(unicodedata.combining(mark) for mark in parts[1:]):
        return _folded(parts[0])
    lower = char.casefold()
    return lower if len(lower) == 1 else char


class _FoldTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


_TABLE = _FoldTable()


def fold(text: str) -> str:
    """Lower case without diacritics, plain spaces, hyphens and apostrophes; exactly as long as the text.

    Each code point becomes one code point, so a span of the folded text is a span of the text.
    """
    if text.isascii():
        return text.lower().replace("\t", " ").replace("`", "'")
    return text.translate(_TABLE)
