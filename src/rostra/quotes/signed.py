"""Quotations signed with a name, as pull quotes, letters, collections of voices and checks of facts have them."""

import re
from collections.abc import Iterator

from rostra.kernel import Span
from rostra.quotes.attribution import Attribution
from rostra.quotes.grammar import Grammar
from rostra.rules.wordsets import either
from rostra.text import Pair

_BLANK = r"[^\S\r\n]"
_DASH = re.compile(rf"[.,;]?{_BLANK}*(?:\r?\n{_BLANK}*){{0,3}}(?:--|[—–―-]){_BLANK}*")
_STOP = re.compile(rf"[.]?{_BLANK}*")
_WORD = r"[^\W\d_][\w.’'\-]{0,30}"
_NAME = re.compile(rf"((?:{_WORD}{_BLANK}{{1,2}}){{0,9}}{_WORD}){_BLANK}*(?:[,(;:]|$)")
_TAIL = re.compile(rf"(?<=\w){_BLANK}+(?=({_WORD}){_BLANK}+([^\W_]))")
_LABEL = re.compile(rf"((?:{_WORD}{_BLANK}){{0,3}}{_WORD}):{_BLANK}*(?=\S)")
_CLOSING_LINE = re.compile(rf"{_BLANK}*\r?\n{_BLANK}*([^\n\"”»“«]{{3,80}})[\"”»]{_BLANK}*(?:\n|$)")
_SHORTEST, _LONGEST_LINE, _LONGEST_NAME = 9, 300, 6
"""Characters of a quotation that can be signed, and of a signature's line; words of a name beside the mark."""
_SENTENCE, _SHORT_LINE = 5, 80
"""Words of a quotation that needs no dash before the name of who signs it, and characters of its line then."""
_LABELLED = 3
"""Letters of a label; "Q:" and "A:" are nobody's names."""
_INDENT = 20


def read_signed(text: str, index: int, pair: Pair, grammar: Grammar) -> Attribution | None:
    """The speaker of the quotation `index` where a dash and a name stand behind it, on the same line or the next.

    What follows the name behind a comma, a bracket or a preposition ("- Ana Ruiz, at the port") is no part of it. Where
    the quotation begins a line, or the name does, the name may be long, with a title; a quoted sentence that begins a
    line needs no dash before a name that ends it, and a pull quote may close behind the line of its name.
    """
    if pair.inner_end - pair.inner_start < _SHORTEST:
        return None
    alone, dash = _begins_line(text, pair), _DASH.match(text, pair.end)
    name = None
    if dash is not None:
        name = _name(text, dash.end(), _LONGEST_LINE, grammar)
        if name is not None and not alone and "\n" not in dash[0] and _words(text, name) > _LONGEST_NAME:
            return None
    elif alone and not pair.closed:
        name = _inside(text, pair, grammar)
    elif alone and _words(text, Span(pair.inner_start, pair.inner_end)) >= _SENTENCE:
        name = _name(text, _after_stop(text, pair.end), _SHORT_LINE, grammar)
    return Attribution((index, index + 1), None, None, "Q113", outside=name) if name else None


def read_labelled(text: str, index: int, pair: Pair) -> Attribution | None:
    """The speaker of a quotation that begins a line with a label in capitals, as quoted transcripts have them."""
    label = _LABEL.match(text, pair.inner_start, pair.inner_end)
    if label is None or not label[1].isupper() or len(label[1]) < _LABELLED or not _begins_line(text, pair):
        return None
    return Attribution((index, index + 1), None, None, "Q114", outside=Span(*label.span(1)))


def _begins_line(text: str, pair: Pair) -> bool:
    before = text[max(0, pair.start - _INDENT) : pair.start]
    _, line_end, indent = before.rpartition("\n")
    return not indent.strip() and bool(line_end or pair.start <= _INDENT)


def _inside(text: str, pair: Pair, grammar: Grammar) -> Span | None:
    """The name on the next line where the mark that closes the quotation stands behind it."""
    line = _CLOSING_LINE.match(text, pair.end)
    return next(_names(text, *line.span(1), grammar), None) if line else None


def _words(text: str, span: Span) -> int:
    return len(span.of(text).split())


def _after_stop(text: str, end: int) -> int:
    match = _STOP.match(text, end)
    return match.end() if match else end


def _name(text: str, start: int, longest: int, grammar: Grammar) -> Span | None:
    """The name that a line begins with, where the line is short enough."""
    end = text.find("\n", start, start + longest)
    if end < 0 and len(text) - start > longest:
        return None
    return next(_names(text, start, end if end >= 0 else len(text), grammar), None)


def _names(text: str, start: int, end: int, grammar: Grammar) -> Iterator[Span]:
    """The name as far as a mark, else as far as a preposition, where it begins and ends like one."""
    ends = [end]
    ends += [
        cut.start()
        for cut in _TAIL.finditer(text, start, end)
        if cut[1].casefold() in grammar.words.prepositions and not cut[2].isupper()
    ]
    for stop in ends:
        match = _NAME.match(text, start, stop)
        if match is not None and _is_name(match[1], grammar):
            yield Span(match.start(1), match.start(1) + len(match[1].rstrip(".'’-")))


def _is_name(words: str, grammar: Grammar) -> bool:
    first, last = words.split(maxsplit=1)[0], words.rsplit(maxsplit=1)[-1]
    low = first.casefold().rstrip(".")
    function = either(
        grammar.boundary, grammar.clausal, grammar.pronouns, grammar.adjuncts, grammar.words.negations
    )
    return first[0].isupper() and last[0].isupper() and low not in function
