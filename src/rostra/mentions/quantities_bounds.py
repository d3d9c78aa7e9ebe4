"""The words that open a number to one side or blur it: "more than", "about", "or fewer"."""

import re
from typing import NamedTuple

from rostra.mentions.numbers_lexicon import NumberLexicon
from rostra.model import Modifier
from rostra.rules.numbers import Bound

_LOOK_BACK = 44
_LONGEST = 5
_SIGNS = re.compile(r"(>=|<=|< =|> =|>|<|≥|≤|~|≈)\s{0,2}$")
_SIGN_MEANINGS: dict[str, Modifier] = {
    ">": "at_least", ">=": "at_least", "> =": "at_least", "≥": "at_least",
    "<": "at_most", "<=": "at_most", "< =": "at_most", "≤": "at_most",
    "~": "about", "≈": "about",
}  # fmt: skip
_SIGN_MARKS = frozenset("<>≥≤~≈")
_WORDS_AFTER = re.compile(r"[ -]([^\W\d_]+)(?: ([^\W\d_]+))?(?: ([^\W\d_]+))?")
_ENDS = re.compile(r"\s*(?:$|[.;:!?)\n,])")


class Bounded(NamedTuple):
    """A modifier and the stretch that it and its number take."""

    start: int
    end: int
    meaning: Modifier


def bounded(folded: str, start: int, end: int, lexicon: NumberLexicon, *, measure: bool) -> Bounded:
    """The modifier of the number at start..end: exact where nothing says otherwise.

    Of several in a row the outermost that opens a side wins: "more than about 200" is at least 200.
    """
    at, meaning = _before(folded, start, lexicon, measure)
    stop, after = _after(folded, end, lexicon)
    if after and meaning in {"exact", "about"}:
        return Bounded(at, stop, after)
    return Bounded(at, end, meaning)


def _before(folded: str, start: int, lexicon: NumberLexicon, measure: bool) -> tuple[int, Modifier]:
    near = folded[max(0, start - 5) : start]
    sign = None if _SIGN_MARKS.isdisjoint(near) else _SIGNS.search(folded, max(0, start - 5), start)
    if sign:
        return _signed(folded, sign)
    meaning: Modifier = "exact"
    at = start
    for _ in range(3):
        found = _phrase_before(folded, at, lexicon, measure)
        if found is None:
            break
        at, next_meaning = found
        meaning = next_meaning if next_meaning != "about" or meaning == "exact" else meaning
    return at, meaning


def _signed(folded: str, sign: re.Match[str]) -> tuple[int, Modifier]:
    before = folded[max(0, sign.start() - 1) : sign.start()]
    if before in {"<", ">", "=", "-"} and before:
        return sign.end(), "exact"
    return sign.start(), _SIGN_MEANINGS[sign[1]]


def _phrase_before(
    folded: str, start: int, lexicon: NumberLexicon, measure: bool
) -> tuple[int, Modifier] | None:
    if folded[start - 1 : start] != " ":
        return None
    last = _last_word(folded, start)
    if last not in lexicon.bound_ends and last not in lexicon.determiners:
        return None
    words = _words_before(folded, start)
    found = _longest(words, lexicon, measure)
    if found is None and len(words) > 1 and words[-1][1] in lexicon.determiners:
        found = _longest(words[:-1], lexicon, measure)
    if found is None:
        return None
    at, bound = found
    return (at if bound.span else start), bound.meaning


def _longest(words: list[tuple[int, str]], lexicon: NumberLexicon, measure: bool) -> tuple[int, Bound] | None:
    for count in range(min(_LONGEST, len(words)), 0, -1):
        bound = lexicon.bounds_before.get(tuple(word for _, word in words[-count:]))
        if bound and (measure or not bound.needs_measure):
            return words[-count][0], bound
    return None


_TOKEN = re.compile(r"[^ \n]+")
_OPENING = "([{\"'“‘«¿¡—-*"


def _last_word(folded: str, start: int) -> str:
    window = folded[max(0, start - _LOOK_BACK) : start].rstrip(" \n")
    return window[max(window.rfind(" "), window.rfind("\n")) + 1 :].lstrip(_OPENING)


def _words_before(folded: str, start: int) -> list[tuple[int, str]]:
    """The words before an offset with their places; opening marks are no part of them."""
    found = []
    for match in _TOKEN.finditer(folded, max(0, start - _LOOK_BACK), start):
        word = match[0].lstrip(_OPENING)
        found.append((match.end() - len(word), word))
    return found


def _after(folded: str, end: int, lexicon: NumberLexicon) -> tuple[int, Modifier | None]:
    if folded[end : end + 1] == "+" and not folded[end + 1 : end + 2].isalnum():
        return end + 1, "at_least"
    match = _WORDS_AFTER.match(folded, end)
    if match is None:
        return end, None
    words = tuple(word for word in match.groups() if word)
    for count in range(len(words), 0, -1):
        bound = lexicon.bounds_after.get(words[:count])
        if bound is None:
            continue
        stop = match.end(count)
        follows = words[count] if count < len(words) else ""
        if follows in bound.not_before or (bound.needs_end and not _ENDS.match(folded, stop)):
            continue
        return stop, bound.meaning
    return end, None
