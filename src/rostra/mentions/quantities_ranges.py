"""Ranges: "20-30", "20 to 30", "between 20 and 30", "de 20 a 30", and the change "from 20 to 30"."""

import re
from dataclasses import replace
from typing import NamedTuple

from rostra.mentions.numbers import Numeral, read_numeral
from rostra.mentions.numbers_lexicon import NumberLexicon
from rostra.mentions.quantities_scene import Scene

_HYPHEN = re.compile(r" ?[-~] ?(?=[$€£]? ?\d)")
_MIDDLE = re.compile(r" {1,3}([^\W\d_]+) {1,3}(?=[^\s])")
_DETERMINER = re.compile(r"([^\W\d_]{1,3}) ")
_CHAIN = re.compile(r"[-/:]\d")
_OPENER = re.compile(r"(?:([^\W\d_]+) {1,3})?([^\W\d_]+) {1,3}[^\w\s]{0,3}$")
_SENTENCE_END = re.compile(r"[.;!?\n]\s")
_CHANGE_WINDOW = 70
_WIDEST = 20


class Range(NamedTuple):
    """Two numbers and the words around them. `change`: the second replaces the first; `void`: no quantity at all."""

    start: int
    low: Numeral
    high: Numeral
    change: bool = False
    void: bool = False


def range_at(scene: Scene, first: Numeral, unit_end: int) -> Range | None:
    """The range that a number opens; `unit_end` is where the number's own unit ends ("20 km to 30 km").

    A score ("2-1") or a telephone number comes back as void.
    """
    return _hyphened(scene, first) or _worded(scene, first, unit_end)


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


def _hyphened(scene: Scene, first: Numeral) -> Range | None:
    folded, lexicon = scene.folded, scene.numbers
    hyphen = _HYPHEN.match(folded, first.end)
    if hyphen is None or not first.digits:
        return None
    at = hyphen.end() + (folded[hyphen.end()] in "$€£")
    at += folded[at] == " "
    second = read_numeral(scene.text, folded, at, lexicon)
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


def _worded(scene: Scene, first: Numeral, unit_end: int) -> Range | None:
    folded, lexicon = scene.folded, scene.numbers
    opener = None
    for low, end in _low_readings(scene, first, unit_end):
        middle = _MIDDLE.match(folded, end)
        if middle is None or middle[1] not in lexicon.range_middles:
            continue
        opener = opener or _opener(folded, first.start, lexicon)
        opened = opener if opener and (opener.word, middle[1]) in lexicon.range_pairs else None
        if opened is None and ("", middle[1]) not in lexicon.range_pairs:
            continue
        high = _second(scene, _past_determiner(folded, middle.end(), lexicon))
        if high is None or _year_first(low, high) or (opened is None and not _near(low, high)):
            continue
        found = _judged(scene, opened, _scaled(low, high), high)
        if found:
            return found
    return None


def _near(low: Numeral, high: Numeral) -> bool:
    """Whether two numbers without an opener are near enough to bound one: not "10 billion or 10 trillion"."""
    return not high.lone and not low.lone and high.value <= _WIDEST * max(low.value, 1)


def _year_first(low: Numeral, high: Numeral) -> bool:
    """Reads "in 2015 to 2.4 billion": a year and an amount."""
    return low.plain and not high.plain and low.end - low.start == 4 and 1900 <= low.value <= 2059


def _low_readings(scene: Scene, first: Numeral, unit_end: int) -> list[tuple[Numeral, int]]:
    """The number cut at its first joiner, then whole: "between twenty and thirty", "thirty-five and forty"."""
    readings = [(first, unit_end)]
    if not first.plain:
        short = read_numeral(scene.text, scene.folded, first.start, scene.numbers, joins=False)
        if short and short.end < first.end:
            readings.insert(0, (short, short.end))
    return readings


def _second(scene: Scene, at: int) -> Numeral | None:
    at += scene.folded[at : at + 1] in {"$", "€", "£"}
    at += scene.folded[at : at + 1] == " "
    return read_numeral(scene.text, scene.folded, at, scene.numbers)


def _judged(scene: Scene, opened: _Opener | None, low: Numeral, high: Numeral) -> Range | None:
    start = opened.start if opened else low.start
    may_change = opened is not None and opened.word not in scene.numbers.range_openers
    if may_change and _is_change(scene.folded, start, scene.numbers):
        return Range(start, low, high, change=True)
    return Range(start, low, high) if low.value < high.value else None


def _is_change(folded: str, start: int, lexicon: NumberLexicon) -> bool:
    window = folded[max(0, start - _CHANGE_WINDOW) : start]
    clause = _SENTENCE_END.split(window)[-1]
    return any(word in lexicon.changes for word in re.findall(r"[^\W\d_]+", clause))


def _scaled(low: Numeral, high: Numeral) -> Numeral:
    """Reads "2-3 million": the scale said once counts for both."""
    if high.scale > 1 and low.scale == 1 and low.value < 1000 and low.value * high.scale < high.value:
        return replace(low, value=low.value * high.scale)
    return low
