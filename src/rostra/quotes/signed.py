"""Quotations signed with a name behind a dash, as pull quotes, letters and checks of facts have them."""

import re
from collections.abc import Iterator

from rostra.kernel import Span
from rostra.quotes.attribution import Attribution
from rostra.quotes.grammar import Grammar
from rostra.rules.wordsets import either
from rostra.text import Pair

_DASH = re.compile(r"[ \t]*(?:\r?\n[ \t]*){0,2}(?:--|[—–―-])[ \t]*")
_WORD = r"[^\W\d_][\w.’'\-]{0,30}"
_NAME = re.compile(rf"((?:{_WORD}[ \t]{{1,2}}){{0,9}}{_WORD})[ \t]*(?:[,(;:]|$)")
_TAIL = re.compile(rf"(?<=\w)[ \t]+(?={_WORD}[ \t]+[a-z0-9])")
_SHORTEST, _LONGEST_LINE, _LONGEST_NAME = 9, 300, 6
"""Characters of a quotation that can be signed, and of a signature's line; words of a name beside the mark."""


def read_signed(text: str, index: int, pair: Pair, grammar: Grammar) -> Attribution | None:
    """The speaker of the quotation `index` where a dash and a name stand behind it, on the same line or the next.

    What follows the name behind a comma, a bracket or a preposition ("- Ana Ruiz, at the port") is no part of it. On
    a line of its own the name may be long, with a title.
    """
    dash = _DASH.match(text, pair.end)
    if dash is None or pair.inner_end - pair.inner_start < _SHORTEST:
        return None
    end = _line_end(text, dash.end())
    name = next(_names(text, dash.end(), end, grammar), None) if end is not None else None
    if name is None or not ("\n" in dash[0] or len(name.of(text).split()) <= _LONGEST_NAME):
        return None
    return Attribution((index, index + 1), None, None, "Q113", outside=name)


def _line_end(text: str, start: int) -> int | None:
    end = text.find("\n", start, start + _LONGEST_LINE)
    if end >= 0:
        return end
    return len(text) if len(text) - start <= _LONGEST_LINE else None


def _names(text: str, start: int, end: int, grammar: Grammar) -> Iterator[Span]:
    """The name as far as a mark, else as far as a preposition, where it begins and ends like one."""
    ends = [end]
    ends += [
        cut.start()
        for cut in _TAIL.finditer(text, start, end)
        if _first_word(text, cut.end(), end) in grammar.words.prepositions
    ]
    for stop in ends:
        match = _NAME.match(text, start, stop)
        if match is not None and _is_name(match[1], grammar):
            yield Span(match.start(1), match.start(1) + len(match[1].rstrip(".'’-")))


def _first_word(text: str, start: int, end: int) -> str:
    return text[start:end].split(maxsplit=1)[0].casefold()


def _is_name(words: str, grammar: Grammar) -> bool:
    first, last = words.split(maxsplit=1)[0], words.rsplit(maxsplit=1)[-1]
    low = first.casefold().rstrip(".")
    function = either(
        grammar.boundary, grammar.clausal, grammar.pronouns, grammar.adjuncts, grammar.words.negations
    )
    return first[0].isupper() and last[0].isupper() and low not in function
