"""Reading one number at a place of a text: digits, words, fractions, in any mixture news uses."""

import re
from dataclasses import dataclass, replace

from rostra.mentions.numbers_digits import VULGAR_FRACTIONS, Digits, read_digits
from rostra.mentions.numbers_lexicon import NumberLexicon
from rostra.mentions.numbers_words import Token, Words, number_tokens, parse_tokens
from rostra.model import Number

_WORD = re.compile(r"[^\W\d_]+")
_VULGAR = frozenset(VULGAR_FRACTIONS)
_BARE_DECIMALS = re.compile(r"\d{1,18}(?!\d|[.,]\d)")
_SPACED_LETTER = re.compile(r" {1,2}([kMG])(?=\s*(?:$|[.;,)\n]))")
_GAP = re.compile(r" {0,2}- {0,2}| {1,4}")
_NEXT = re.compile(r"(?: {0,2}- {0,2}| {1,4})([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as read: its place and value, and how it was written.

    `plain` digits without separators (may be a year); `lone` a single word that may be an article or a pronoun;
    `fraction` a part of a whole; `scale` the factor of its last scale word, 1 without one; `whole` what stands
    before its last joiner, 0 without one ("one hundred and three": 100).
    """

    start: int
    end: int
    value: Number
    scale: int = 1
    plain: bool = False
    lone: bool = False
    fraction: bool = False
    digits: bool = False
    whole: Number = 0


def read_numeral(
    text: str, folded: str, at: int, lexicon: NumberLexicon, *, joins: bool = True
) -> Numeral | None:
    """The number that starts at `at`; None when what stands there is none.

    `joins` False stops at the first "and", for the first half of "between twenty and thirty".
    """
    if folded[at : at + 1].isdigit() or text[at : at + 1] in _VULGAR:
        return _from_digits(text, folded, at, lexicon, joins)
    if folded[at : at + 1] == lexicon.words.decimal:
        match = _BARE_DECIMALS.match(folded, at + 1)
        return Numeral(at, match.end(), float(f"0.{match[0]}"), digits=True) if match else None
    return _from_words(text, folded, at, lexicon, joins)


def _from_digits(text: str, folded: str, at: int, lexicon: NumberLexicon, joins: bool) -> Numeral | None:
    digits = read_digits(text, folded, at, lexicon)
    if digits.value is None:
        return None
    if digits.fraction:
        part = Numeral(at, digits.end, digits.value, fraction=True, digits=True)
        return _of_scale(folded, part, lexicon)
    letter = None if digits.plain else _SPACED_LETTER.match(text, digits.end)
    if letter:
        factor = lexicon.suffixes[letter[1]]
        return Numeral(at, letter.end(), _whole(digits.value * factor), scale=factor, digits=True)
    if folded[digits.end : digits.end + 1] not in {" ", "-"}:
        glued = _glued_scale(text, folded, digits, lexicon)
        return glued or Numeral(at, digits.end, digits.value, plain=digits.plain, digits=True)
    following = _NEXT.match(folded, digits.end)
    if following and following[1] in lexicon.follows_digits:
        tokens = number_tokens(text, folded, at, lexicon)
        numeral = _numeral(folded, tokens, parse_tokens(tokens, lexicon, joins=joins), lexicon, joins)
        if numeral and numeral.end > digits.end:
            return replace(numeral, digits=True)
    return Numeral(at, digits.end, _whole(digits.value), plain=digits.plain, digits=True)


def _glued_scale(text: str, folded: str, digits: Digits, lexicon: NumberLexicon) -> Numeral | None:
    """Reads "2mil", "10k": a scale word, or letters that stand for one, without a blank."""
    match = _WORD.match(folded, digits.end)
    if match is None or digits.value is None:
        return None
    kind, factor = lexicon.classes.get(match[0], ("", 0))
    if kind != "scale":
        factor = lexicon.suffixes.get(text[match.start() : match.end()], 0)
    if not factor or folded[match.end() : match.end() + 1].isalnum():
        return None
    return Numeral(digits.start, match.end(), _whole(digits.value * factor), scale=factor, digits=True)


def _from_words(text: str, folded: str, at: int, lexicon: NumberLexicon, joins: bool) -> Numeral | None:
    word = _WORD.match(folded, at)
    if word is None:
        return None
    if word[0] in lexicon.words.twice:
        return Numeral(at, word.end(), lexicon.words.twice[word[0]])
    fraction = _half(folded, at, word[0], lexicon)
    if fraction:
        return _of_scale(folded, fraction, lexicon)
    if word[0] in lexicon.articles and word[0] not in lexicon.classes:
        return _after_article(text, folded, word, lexicon, joins)
    tokens = number_tokens(text, folded, at, lexicon)
    return _numeral(folded, tokens, parse_tokens(tokens, lexicon, joins=joins), lexicon, joins)


def _after_article(
    text: str, folded: str, article: re.Match[str], lexicon: NumberLexicon, joins: bool
) -> Numeral | None:
    """Reads "a hundred", "a dozen", "a third of": the article is a one."""
    gap = _GAP.match(folded, article.end())
    if gap is None:
        return None
    one = Token(article.start(), article.end(), "unit", 1)
    tokens = [one, *number_tokens(text, folded, gap.end(), lexicon)]
    words = parse_tokens(tokens, lexicon, joins=joins)
    numeral = _numeral(folded, tokens, words, lexicon, joins)
    return None if numeral is None or numeral.end == one.end else numeral


def _numeral(
    folded: str, tokens: list[Token], words: Words | None, lexicon: NumberLexicon, joins: bool
) -> Numeral | None:
    if words is None or not tokens:
        return None
    first, last = tokens[0], tokens[words.used - 1]
    alone = words.used == 1 and folded[first.start : first.end] in lexicon.lone
    numeral = Numeral(first.start, last.end, _whole(words.value), scale=words.scale, lone=alone)
    numeral = replace(numeral, whole=_before_joiner(tokens, words, lexicon))
    return _with_point(folded, _with_fraction(folded, numeral, lexicon, joins), lexicon)


def _place(whole: Number) -> int:
    """The scale that a part added to a round number counts in: "two million and three fifths"."""
    return next((scale for scale in (10**12, 10**9, 10**6) if whole % scale == 0), 1)


def _before_joiner(tokens: list[Token], words: Words, lexicon: NumberLexicon) -> Number:
    last = max((index for index in range(1, words.used) if tokens[index].joined), default=0)
    before = parse_tokens(tokens[:last], lexicon) if last and lexicon.words.joins == "hundreds" else None
    return before.value if before and before.used == last else 0


def _half(folded: str, at: int, word: str, lexicon: NumberLexicon) -> Numeral | None:
    kind, _ = lexicon.classes.get(word, ("", 0))
    if kind == "half":
        return Numeral(at, at + len(word), 0.5, fraction=True)
    below = lexicon.denominators_one.get(word)
    part = (
        _of_scale(folded, Numeral(at, at + len(word), 1 / below, fraction=True), lexicon) if below else None
    )
    return part if part and not part.fraction else None  # "quarter million", never "fourth test"


def _of_scale(folded: str, part: Numeral, lexicon: NumberLexicon) -> Numeral:
    """Reads "half a million", "two thirds of a million", "media docena": the part of the scale that follows."""
    at = part.end
    for words in (lexicon.of, lexicon.articles):
        match = _NEXT.match(folded, at)
        if match and match[1] in words:
            at = match.end()
    match = _NEXT.match(folded, at)
    kind, value = lexicon.classes.get(match[1], ("", 0)) if match else ("", 0)
    if match is None or kind not in {"scale", "group", "hundred"}:
        return part
    return replace(part, end=match.end(), value=_whole(part.value * value), scale=value, fraction=False)


def _with_fraction(folded: str, numeral: Numeral, lexicon: NumberLexicon, joins: bool) -> Numeral:
    """The number with the denominator or the added part that follows it."""
    match = _NEXT.match(folded, numeral.end)
    if match is None:
        return numeral
    over = _denominator(folded, match, numeral, lexicon)
    if over:
        return over
    return _added(folded, match, numeral, lexicon) if match[1] in lexicon.plus and joins else numeral


def _denominator(
    folded: str, match: re.Match[str], numeral: Numeral, lexicon: NumberLexicon
) -> Numeral | None:
    many = lexicon.denominators.get(match[1])
    below = many or (lexicon.denominators_one.get(match[1]) if numeral.value - numeral.whole == 1 else None)
    if not below or numeral.digits:
        return None
    end = match.end()
    tail = _NEXT.match(folded, end)
    if tail and tail[1] in lexicon.words.fraction_tails:
        end = tail.end()
    rest = numeral.value - numeral.whole
    if numeral.whole and rest < below:
        value = numeral.whole + rest / below * _place(numeral.whole)
        return replace(numeral, end=end, value=_whole(value), lone=False)
    part = replace(numeral, end=end, value=numeral.value / below, fraction=True, lone=False, scale=1)
    return _of_scale(folded, part, lexicon)


def _added(folded: str, plus: re.Match[str], numeral: Numeral, lexicon: NumberLexicon) -> Numeral:
    """Reads "five and a half", "tres millones y medio", "3 million and a quarter"."""
    match = _NEXT.match(folded, plus.end())
    if match is None:
        return numeral
    above = 1
    if match[1] in lexicon.articles or lexicon.classes.get(match[1], ("", 0))[0] in {"unit", "closed"}:
        above = lexicon.classes.get(match[1], ("unit", 1))[1]
        after = _NEXT.match(folded, match.end())
        match = after or match
    below = _part_of(match[1], above, lexicon)
    if not below:
        return numeral
    part = Numeral(plus.start(), match.end(), above / below, fraction=True)
    if numeral.scale == 1:
        whole = replace(numeral, end=part.end, value=numeral.value + part.value, lone=False)
        return _times_scale(folded, whole, lexicon)
    part = _of_scale(folded, part, lexicon)
    value = part.value if part.scale > 1 else part.value * numeral.scale
    return replace(numeral, end=part.end, value=_whole(numeral.value + value), lone=False)


def _part_of(word: str, above: int, lexicon: NumberLexicon) -> int | None:
    if above == 1:
        if word in lexicon.halves:
            return 2
        return lexicon.denominators_one.get(word)
    return lexicon.denominators.get(word)


def _times_scale(folded: str, numeral: Numeral, lexicon: NumberLexicon) -> Numeral:
    """Reads "five and a half million": the scale that follows the part counts for both."""
    match = _NEXT.match(folded, numeral.end)
    kind, value = lexicon.classes.get(match[1], ("", 0)) if match else ("", 0)
    if match is None or kind != "scale" or numeral.scale > 1:
        return numeral
    return replace(numeral, end=match.end(), value=_whole(numeral.value * value), scale=value)


def _with_point(folded: str, numeral: Numeral, lexicon: NumberLexicon) -> Numeral:
    """Reads "two hundred point zero three": what is said after the point, digit by digit or as a number."""
    match = _NEXT.match(folded, numeral.end)
    if match is None or match[1] not in lexicon.words.points:
        return numeral
    if numeral.digits or not isinstance(numeral.value, int):
        return numeral
    gap = _GAP.match(folded, match.end())
    tokens = number_tokens(folded, folded, gap.end(), lexicon, spelled=True) if gap else []
    digits, used = "", 0
    while used < len(tokens) and len(digits) < 12 and not (used and tokens[used].joined):
        words = parse_tokens(tokens[used:], lexicon)
        if words is None or not isinstance(words.value, int) or tokens[used].kind == "digits":
            break
        digits, used = f"{digits}{words.value}", used + words.used
    if not digits:
        return numeral
    value = float(f"{int(numeral.value)}.{digits}")
    return replace(numeral, end=tokens[used - 1].end, value=_whole(value), lone=False)


def _whole(value: Number) -> Number:
    """A whole number as int; products of decimals lose their binary tail ("1.17 billion" is 1170000000)."""
    if isinstance(value, int):
        return value
    near = round(value)
    return near if abs(value - near) <= 1e-9 * max(1.0, abs(value)) else value
