"""Ranges: "20-30", "20 to 30", "between 20 and 30", "de 20 a 30", and the change "from 20 to 30"."""

import re
from dataclasses import replace
from typing import NamedTuple

from rostra.mentions.numbers import Numeral, read_numeral
from rostra.mentions.numbers_lexicon import NumberLexicon

_HYPHEN = re.compile(r" ?[-~] ?(?=[$€£]? ?\d)")
_MIDDLE = re.compile(r" {1,3}([^\W\d_]+) {1,3}(?=[^\s])")
_DETERMINER = re.compile(r"([^\W\d_]{1,3}) ")
_CHAIN = re.compile(r"[-/:]\d")
_OPENER = re.compile(r"(?:([^\W\d_]+) {1,3})?([^\W\d_]+) {1,3}[^\w\s]{0,3}$")
_SENTENCE_END = re.compile(r"[.;!?\n]\s")
_CHANGE_WINDOW = 70


class Range(NamedTuple):
    """Two numbers and the words around them. `change`: the second replaces the first; `void`: no quantity at all."""

    start: int
    low: Numeral
    high: Numeral
    change: bool = False
    void: bool = False


def range_at(text: str, folded: str, first: Numeral, unit_end: int, lexicon: NumberLexicon) -> Range | None:
    """The range that a number opens; `unit_end` is where the number's own unit ends ("20 km to 30 km").

    A score ("2-1") or a telephone number comes back as void.
    """
    hyphened = _hyphened(text, folded, first, lexicon)
    if hyphened:
        return hyphened
    opener = _opener(folded, first.start, lexicon)
    return _worded(text, folded, first, unit_end, opener, lexicon)


class _Opener(NamedTuple):
    word: str
    start: int


def _opener(folded: str, start: int, lexicon: NumberLexicon) -> _Opener | None:
    """The word before a number, a determiner left out ("entre el diez y el quince")."""
    match = _OPENER.search(folded, max(0, start - 28), start)
    if match is None:
        return None
    group = 1 if match[2] in lexicon.determiners and match[1] else 2
    return _Opener(match[group], match.start(group))


def _past_determiner(folded: str, at: int, lexicon: NumberLexicon) -> int:
    match = _DETERMINER.match(folded, at)
    return match.end() if match and match[1] in lexicon.determiners else at


def _hyphened(text: str, folded: str, first: Numeral, lexicon: NumberLexicon) -> Range | None:
    hyphen = _HYPHEN.match(folded, first.end)
    if hyphen is None or not first.digits:
        return None
    at = hyphen.end() + (folded[hyphen.end()] in "$€£")
    at += folded[at] == " "
    second = read_numeral(text, folded, at, lexicon)
    if second is None:
        return Range(first.start, first, replace(first, end=_digits_end(folded, at)), void=True)
    opener = _opener(folded, first.start, lexicon)
    low = _scaled(first, second)
    void = low.value >= second.value or _CHAIN.match(folded, second.end) is not None
    spaced = " " in hyphen[0] and low.value >= second.value
    if spaced:
        return None  # a dash between two clauses
    start = opener.start if opener and opener.word in lexicon.range_openers else first.start
    return Range(start, low, second, void=void)


def _digits_end(folded: str, at: int) -> int:
    end = at
    while end < len(folded) and (folded[end].isdigit() or folded[end] in ".,-/:"):
        end += 1
    return max(end, at + 1)


def _worded(
    text: str,
    folded: str,
    first: Numeral,
    unit_end: int,
    opener: _Opener | None,
    lexicon: NumberLexicon,
) -> Range | None:
    for low, end in _low_readings(text, folded, first, unit_end, lexicon):
        middle = _MIDDLE.match(folded, end)
        if middle is None or middle[1] not in lexicon.range_middles:
            continue
        opened = opener is not None and (opener.word, middle[1]) in lexicon.range_pairs
        if not opened and ("", middle[1]) not in lexicon.range_pairs:
            continue
        high = _second(text, folded, _past_determiner(folded, middle.end(), lexicon), lexicon)
        if high is None or (not opened and (high.lone or low.lone)) or _year_first(low, high):
            continue
        start = opener.start if opened and opener else first.start
        found = _judged(folded, start, _scaled(low, high), high, lexicon, opened)
        if found:
            return found
    return None


def _year_first(low: Numeral, high: Numeral) -> bool:
    """ "in 2015 to 2.4 billion": a year and an amount."""
    return low.plain and not high.plain and low.end - low.start == 4 and 1900 <= low.value <= 2059


def _low_readings(
    text: str, folded: str, first: Numeral, unit_end: int, lexicon: NumberLexicon
) -> list[tuple[Numeral, int]]:
    """The number cut at its first joiner, then whole: "between twenty and thirty" against "thirty-five and forty"."""
    readings = [(first, unit_end)]
    if not first.plain:
        short = read_numeral(text, folded, first.start, lexicon, joins=False)
        if short and short.end < first.end:
            readings.insert(0, (short, short.end))
    return readings


def _second(text: str, folded: str, at: int, lexicon: NumberLexicon) -> Numeral | None:
    at += folded[at] in "$€£"
    at += folded[at : at + 1] == " "
    return read_numeral(text, folded, at, lexicon)


def _judged(
    folded: str, start: int, low: Numeral, high: Numeral, lexicon: NumberLexicon, opened: bool
) -> Range | None:
    opener = folded[start : low.start].split()[:1]
    between = bool(opener) and opener[0] in lexicon.range_openers
    if opened and not between and _is_change(folded, start, lexicon):
        return Range(start, low, high, change=True)
    return Range(start, low, high) if low.value < high.value else None


def _is_change(folded: str, start: int, lexicon: NumberLexicon) -> bool:
    window = folded[max(0, start - _CHANGE_WINDOW) : start]
    clause = _SENTENCE_END.split(window)[-1]
    return any(word in lexicon.changes for word in re.findall(r"[^\W\d_]+", clause))


def _scaled(low: Numeral, high: Numeral) -> Numeral:
    """ "2-3 million": the scale said once counts for both."""
    if high.scale > 1 and low.scale == 1 and low.value < 1000 and low.value * high.scale < high.value:
        return replace(low, value=low.value * high.scale)
    return low
