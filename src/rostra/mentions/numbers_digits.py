"""Reading a number written in digits, whichever way the language or the writer groups them."""

import re
import unicodedata
from typing import NamedTuple

from rostra.mentions.numbers_lexicon import NumberLexicon
from rostra.model import Number

_SPACED = re.compile(r"\d{1,3}(?: \d{3}){1,5}(?!\d|[ ,.]\d{3}(?!\d))(?:[.,]\d{1,6}(?![\d.,]*\d))?")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)*")
_POWER = re.compile(r"(?:x ?10\^|\^|e)([+-]{0,2}\d{1,2})(?![\w.,]*\d)")
_SLASH = re.compile(r" {0,2}(\d{1,3})/(\d{1,3})(?![\w/]|[.,]\d)")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)|[1-9]\d?(?:,\d{2})+,\d{3}")

VULGAR_FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
MAX_DIGITS = 18
"""More digits than this are an account, a hash or noise, never a count; int() refuses thousands of them."""

_DENOMINATORS = frozenset({2, 3, 4, 5, 8, 16, 32})
"""Denominators that news writes with a slash; 9/11, 24/7 and 7/10 are names and dates."""


class Digits(NamedTuple):
    """A number in digits. `value` is None where the digits are no number (a version, a date, a telephone)."""

    start: int
    end: int
    value: Number | None
    plain: bool = False
    fraction: bool = False


def read_digits(text: str, folded: str, at: int, lexicon: NumberLexicon) -> Digits:
    """The number whose first digit is at `at`."""
    match = _SPACED.match(folded, at) or _PLAIN.match(folded, at)
    if match is None:
        return _vulgar(text, at)
    end = match.end() if text.isascii() else _decimal_end(text, at, match.end())
    raw = folded[at:end]
    if not raw:
        return _vulgar(text, at)
    if folded[end : end + 1] == "/" and _SLASH.match(folded, at):
        return _fraction(folded, at)
    in_list = at > 1 and folded[at - 1] == "," and folded[at - 2].isdigit() and "," in raw
    value = None if in_list else digit_value(raw, lexicon.words.decimal, _followed(folded, end, lexicon))
    if value is None:
        return _first_of_list(at, end, raw)
    return _extended(text, folded, Digits(at, end, value, plain=raw.isdecimal()))


def digit_value(raw: str, decimal: str, followed: str = "") -> Number | None:
    """The value of digits with their separators; `decimal` is the language's mark, `followed` what comes after.

    `followed` is "noun", "scale" or "". "5,000 soldados" is five thousand in Spanish too. Before a scale a comma is the
    decimal mark ("4,125 millones"), unless the third digit is a nought: nobody ends a fraction so, and the newspapers of
    Mexico and Central America write "4,500 millones".
    """
    raw = raw.replace(" ", "")
    if len(raw) > MAX_DIGITS + 8 or sum(char.isdecimal() for char in raw) > MAX_DIGITS:
        return None
    marks = [char for char in raw if char in ".,"]
    if not marks:
        return int(raw)
    last = marks[-1]
    if len(marks) > 1:
        mixed = marks.count(last) == 1 and len(set(marks)) == 2
        if not mixed:
            return _joined(raw) if _grouped(raw) else None
        return _decimal(raw, last) if _grouped(raw.rpartition(last)[0]) else None
    grouping = followed == "noun" or (followed == "scale" and raw.endswith("0"))
    joined = last != decimal or (last == "," and grouping)
    return _joined(raw) if joined and _GROUPED.fullmatch(raw) else _decimal(raw, last)


def _grouped(raw: str) -> bool:
    return raw.isdecimal() or _GROUPED.fullmatch(raw) is not None


def _joined(raw: str) -> int:
    return int(raw.replace(",", "").replace(".", ""))


def _decimal(raw: str, mark: str) -> Number:
    whole, _, part = raw.rpartition(mark)
    whole = whole.replace(",", "").replace(".", "")
    value = float(f"{whole or 0}.{part}")
    return int(value) if value.is_integer() else value


def _followed(folded: str, end: int, lexicon: NumberLexicon) -> str:
    match = _WORD_AFTER.match(folded, end)
    if match is None:
        return ""
    return "scale" if match[1] in lexicon.classes else "noun"


_WORD_AFTER = re.compile(r" ([^\W\d_]+)")


def _decimal_end(text: str, start: int, end: int) -> int:
    """Where the run of true digits ends: folding makes digits of "²" and "½" too."""
    for index in range(start, end):
        char = text[index]
        if not (char.isdecimal() or char in ".,'  \u2009\u202f" or char.isspace()):
            return index
    return end


def _vulgar(text: str, at: int) -> Digits:
    try:
        value = unicodedata.numeric(text[at])
    except ValueError:
        return Digits(at, at + 1, None)
    known = "VULGAR FRACTION" in unicodedata.name(text[at], "")
    return Digits(at, at + 1, value if known else None, fraction=True)


def _fraction(folded: str, start: int) -> Digits:
    match = _SLASH.match(folded, start)
    if match is None:
        return Digits(start, start + 1, None)
    above, below = int(match[1]), int(match[2])
    lawful = below in _DENOMINATORS and 0 < above < below
    return Digits(start, match.end(), above / below if lawful else None, fraction=True)


def _first_of_list(start: int, end: int, raw: str) -> Digits:
    """Reads "22,24,26" is three numbers without blanks; "2.0.1" and the rest are none."""
    first, _, rest = raw.partition(",")
    if rest and first.isdecimal() and raw.count(",") < 20 and "." not in raw and len(first) <= 4:
        return Digits(start, start + len(first), int(first))
    return Digits(start, end, None)


def _extended(text: str, folded: str, digits: Digits) -> Digits:
    """The number with the fraction or the power that follows it."""
    end, value = digits.end, digits.value
    if value is None:
        return digits
    if folded[end : end + 1] in {"^", "e", "x"}:
        power = _POWER.match(folded, end)
        if power:
            return digits._replace(end=power.end(), value=_power(value, power), plain=False)
    if folded[end : end + 1] == " " and isinstance(value, int):
        added = _SLASH.match(folded, end)
        if added and added[0].startswith(" "):
            part = _fraction(folded, end)
            if part.value is not None:
                return digits._replace(end=part.end, value=value + part.value, plain=False)
    if end < len(text) and not text[end].isascii() and isinstance(value, int):
        part = _vulgar(text, end)
        if part.value is not None:
            return digits._replace(end=part.end, value=value + part.value, plain=False)
    return digits


def _power(value: Number, match: re.Match[str]) -> Number:
    exponent = int(match[1].replace("--", "-").replace("+", ""))
    base = float(value)
    try:
        found = base**exponent if match[0][0] == "^" else base * 10.0**exponent
    except (OverflowError, ZeroDivisionError):
        return value
    return int(found) if found.is_integer() else found
