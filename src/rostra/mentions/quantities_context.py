"""What around a number makes it something else: a name, a label, a year, a time of day, a version."""

import re
from dataclasses import replace

from rostra.mentions.numbers import Numeral
from rostra.mentions.numbers_lexicon import NumberLexicon
from rostra.mentions.quantities_bounds import Bounded
from rostra.mentions.quantities_scene import Scene
from rostra.mentions.units import UnitLexicon

_RUN = re.compile(r"[\d.,:/'-]*\d|.", re.DOTALL)
_PREVIOUS = re.compile(r"(?:([^\W_]+[.º°]?) {1,2})?([^\W\d_](?:[^\W_]|\.(?=[^\W_]))*[.º°]?) {1,2}$")
_FOLLOWING = re.compile(r" {1,2}([^\W\d_]+(?:\.[^\W\d_]+)*)")
_CLOSED = re.compile(r"\s*(?:$|[.;:!?)\n,\"”»](?!\d))")
_COORDINATES = re.compile(r"-?\d{1,3}[.,]\d{3,8}[;,] ?-?\d{1,3}[.,]\d{3,8}(?!\d|[.,]\d)")
_LABEL_CHAIN = re.compile(r"([^\W\d_]+\.?) \d{1,5}(?:, \d{1,5}){0,4},? [^\W\d_]{1,3} $")
_OPEN = frozenset({"", *" \n(\"'“‘«>=~<≥≤≈\t…¿¡—*$€£{"})
_BEFORE_MINUS = frozenset({"", *" \n(<>="})
_BEFORE_HYPHEN = frozenset(")°\"'.,")
_NEGATIVE = re.compile(r"([^\W\d_]+) {1,2}$")
_REFERENCE = re.compile(r"\[?\d{1,3}\]")
_HYPHENED = re.compile(r"-([^\W\d_]+)")


def blocked_before(text: str, folded: str, start: int, units: UnitLexicon) -> bool:
    """Whether what stands glued before the number makes it part of something else (Su-30, 14:30, #5, v2)."""
    before = folded[start - 1 : start]
    earlier = folded[start - 2 : start - 1]
    if before in _OPEN:
        return before == "'" and earlier.isalnum()
    if before.isalpha() or before == "_":
        return units.before_money.search(text, max(0, start - 8), start) is None
    if before == "[":
        return _REFERENCE.match(folded, start) is not None
    if before in "-/":
        return earlier.isalnum() or earlier in _BEFORE_HYPHEN
    return earlier.isalnum() if before in ".:" else before in "#№§@+°′″\\"


def signed(text: str, folded: str, numeral: Numeral, lexicon: NumberLexicon) -> Numeral:
    """The number with the minus glued to it, or the word that says it, taken in."""
    start = numeral.start
    minus = numeral.digits and text[start - 1 : start] in {"-", "\u2212"}
    if minus and folded[max(0, start - 2) : start - 1] in _BEFORE_MINUS:
        return replace(numeral, start=start - 1, value=-numeral.value, plain=False)
    word = _NEGATIVE.search(folded, max(0, start - 12), start)
    if word and word[1] in lexicon.words.negatives:
        return replace(numeral, start=word.start(1), value=-numeral.value, plain=False, lone=False)
    return numeral


def coordinates_end(folded: str, start: int) -> int | None:
    """Where a pair of geographic coordinates in decimals ends; None when none starts here."""
    match = _COORDINATES.match(folded, start)
    return match.end() if match and ";" in match[0] else None


def skip_end(folded: str, start: int) -> int:
    """Where to look on after something that only looks like a number: past its digits, or its first letter."""
    match = _RUN.match(folded, start)
    return match.end() if match else start + 1


def blocked_after(folded: str, end: int, units: UnitLexicon, hyphened: frozenset[str]) -> bool:
    """Whether what stands glued after the number makes it part of something else (9K338, 20th, 14:30)."""
    after = folded[end : end + 1]
    following = folded[end + 1 : end + 2]
    if after == "-":
        word = _HYPHENED.match(folded, end)
        if word:
            return word[1] not in hyphened and word[1] not in units.one and word[1] not in units.many
        return following.isdigit()
    if after in {":", "/", "'"}:
        return following.isdigit() or (after == "'" and following.isalpha())
    return after.isalnum() or (after != "" and after in "_°′″@\\") or (after == "." and following.isdigit())


def is_year(folded: str, numeral: Numeral, start: int, unit: str, year_words: frozenset[str]) -> bool:
    """Whether four plain digits are a year: no noun that is counted follows, no modifier stands before."""
    if numeral.end - numeral.start != 4 or not 1700 <= numeral.value <= 2059 or unit != "items":
        return False
    if start < numeral.start and folded[start : numeral.start].split(maxsplit=1)[0] not in year_words:
        return False
    if numeral.value % 100:
        return True
    previous = _PREVIOUS.search(folded, max(0, numeral.start - 24), numeral.start)
    return previous is not None and previous[2] in year_words


def may_count(scene: Scene, numeral: Numeral, unit: str, bound: Bounded) -> bool:
    """Whether the words around a bare number leave it a count: no label before, no lone article or pronoun."""
    folded, lexicon = scene.folded, scene.numbers
    opened = bound.start < numeral.start
    if is_timed(folded, numeral.end, lexicon):
        return False
    if not opened and _labelled(scene, numeral, unit):
        return False
    word = folded[numeral.start : numeral.end]
    if word in lexicon.words.twice:
        return opened
    if numeral.fraction and word in lexicon.lone | frozenset(lexicon.words.halves):
        return opened or _half_of(folded, numeral, lexicon)
    if numeral.fraction and word.partition(" ")[0] in lexicon.articles:
        return opened or _part_said(scene, numeral)
    return not numeral.lone or _lone_counts(folded, numeral, opened, lexicon)


def _labelled(scene: Scene, numeral: Numeral, unit: str) -> bool:
    folded, lexicon = scene.folded, scene.numbers
    previous = _PREVIOUS.search(folded, max(0, numeral.start - 32), numeral.start)
    if previous:
        pair = f"{previous[1]} {previous[2]}" if previous[1] else ""
        if previous[2] in lexicon.labels or pair in lexicon.labels:
            return True
    chain = _LABEL_CHAIN.search(folded, max(0, numeral.start - 40), numeral.start) if numeral.plain else None
    if chain and chain[1] in lexicon.labels:
        return True
    if numeral.plain and folded[numeral.start] == "0" and numeral.value and numeral.end - numeral.start > 1:
        return True
    return _named(scene.text, folded, numeral, unit)


def is_timed(folded: str, end: int, lexicon: NumberLexicon) -> bool:
    """Whether the word after a number makes it a time of day ("1805 GMT")."""
    following = _FOLLOWING.match(folded, end)
    return following is not None and following[1] in lexicon.words.labels.after


def _named(text: str, folded: str, numeral: Numeral, unit: str) -> bool:
    """Whether plain digits close a name: a capitalised word before, nothing to count after ("Falcon 9,")."""
    if not numeral.plain or unit != "items" or numeral.start < 3 or text[numeral.start - 1] != " ":
        return False
    at = text.rfind(" ", max(0, numeral.start - 24), numeral.start - 1) + 1
    capital = at > 1 and text[at].isupper() and text[at - 2] not in ".!?:"
    return capital and _CLOSED.match(folded, numeral.end) is not None


def is_clock(text: str, numeral: Numeral, unit: str, lexicon: NumberLexicon) -> bool:
    """Whether a number after "a las" is an hour of the day."""
    phrases = lexicon.words.labels.before_time
    if not phrases or numeral.value > 24 or unit not in {"items", "hours"}:
        return False
    return text[max(0, numeral.start - 12) : numeral.start].casefold().rstrip().endswith(phrases)


def _half_of(folded: str, numeral: Numeral, lexicon: NumberLexicon) -> bool:
    following = _FOLLOWING.match(folded, numeral.end)
    previous = _PREVIOUS.search(folded, max(0, numeral.start - 24), numeral.start)
    if previous and previous[2] in lexicon.words.lone.not_after and previous[2] not in {"the", "la"}:
        return False
    return following is not None and following[1] in lexicon.of


def _part_said(scene: Scene, numeral: Numeral) -> bool:
    """Whether "a fifth" is a part and no ordinal: "of" follows, or a word before measures a change ("by a fifth")."""
    folded, lexicon = scene.folded, scene.numbers
    if folded[numeral.start : numeral.end].rpartition(" ")[2] not in lexicon.words.lone.ordinals:
        return True
    following = _FOLLOWING.match(folded, numeral.end)
    if following and following[1] in (*lexicon.of, *scene.units.one):
        return following[1] in lexicon.of
    previous = _PREVIOUS.search(folded, max(0, numeral.start - 24), numeral.start)
    return previous is not None and previous[2] in lexicon.words.lone.before_part


def _lone_counts(folded: str, numeral: Numeral, opened: bool, lexicon: NumberLexicon) -> bool:
    """A lone "one" counts unless its neighbours make it a pronoun; a lone "un" never counts by itself."""
    if folded[numeral.start : numeral.end] in lexicon.articles:
        return False
    following = _FOLLOWING.match(folded, numeral.end)
    previous = _PREVIOUS.search(folded, max(0, numeral.start - 24), numeral.start)
    lone = lexicon.words.lone
    if following and following[1] in lone.not_before:
        return False
    if lone.another and _has_other(folded, numeral.end, lone.another):
        return False
    return opened or not (previous and previous[2] in lone.not_after)


def _has_other(folded: str, end: int, another: tuple[str, ...]) -> bool:
    """Whether the other one is named within three words of the same clause."""
    near = _NEAR.match(folded, end)
    return near is not None and any(f" {words} " in f"{near[0]} " for words in another)


_NEAR = re.compile(r"(?: [\w-]+){1,5}")
