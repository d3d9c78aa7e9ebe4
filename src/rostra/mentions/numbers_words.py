"""Reading a number in words, or in digits and words: "two hundred and six", "36 mil", "4.5 million"."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from rostra.mentions.numbers_digits import read_digits
from rostra.mentions.numbers_lexicon import NumberLexicon
from rostra.model import Number

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r" {0,2}- {0,2}| {1,4}")
_MAX_TOKENS = 30


class Token(NamedTuple):
    """A piece of a number: its class ("digits" or a word class) and value, and how it was joined to the last.

    `bare`: a scale word that counts one by itself ("mil").
    """

    start: int
    end: int
    kind: str
    value: Number
    joined: bool = False
    hyphen: bool = False
    bare: bool = False


@dataclass(slots=True)
class _Sum:
    """A number in the making: placed parts with the power of ten that each stands at, biggest first."""

    parts: list[tuple[Number, int]]
    used: int = 0
    scale: int = 1

    @property
    def total(self) -> Number:
        return sum(value for value, _ in self.parts)

    @property
    def place(self) -> int:
        return self.parts[-1][1] if self.parts else 0


class Words(NamedTuple):
    """A number read from tokens: value, how many tokens it took, the last scale word's factor."""

    value: Number
    used: int
    scale: int


def number_tokens(
    text: str, folded: str, at: int, lexicon: NumberLexicon, *, spelled: bool = False
) -> list[Token]:
    """The number words and digits that follow one another from `at` on, with the joiners between them.

    Stops where a new number must begin ("one two"), unless digits are `spelled` out ("point zero three").
    """
    tokens: list[Token] = []
    joined = hyphen = False
    while len(tokens) < _MAX_TOKENS:
        token = _token(text, folded, at, lexicon)
        if token is None or (tokens and not spelled and _cannot_follow(tokens[-1], token)):
            break
        tokens.append(token._replace(joined=joined, hyphen=hyphen))
        gap = _GAP.match(folded, token.end)
        if gap is None:
            break
        at, hyphen = gap.end(), "-" in gap[0]
        joined, at = _joiner(folded, at, lexicon)
    return tokens


_ENDS_GROUP = frozenset({"unit", "closed", "digits"})
_OPENS_GROUP = frozenset({"unit", "closed", "ten", "hundreds", "digits"})


def _cannot_follow(last: Token, token: Token) -> bool:
    return last.kind in _ENDS_GROUP and token.kind in _OPENS_GROUP


def _token(text: str, folded: str, at: int, lexicon: NumberLexicon) -> Token | None:
    if folded[at : at + 1].isdigit():
        digits = read_digits(text, folded, at, lexicon)
        if digits.value is None or digits.fraction:
            return None
        return Token(at, digits.end, "digits", digits.value)
    match = _WORD.match(folded, at)
    if match is None or match[0] not in lexicon.classes:
        return None
    kind, value = lexicon.classes[match[0]]
    return Token(at, match.end(), kind, value, bare=match[0] in lexicon.standalone)


def _joiner(folded: str, at: int, lexicon: NumberLexicon) -> tuple[bool, int]:
    match = _WORD.match(folded, at)
    if match is None or match[0] not in lexicon.joiners:
        return False, at
    gap = _GAP.match(folded, match.end())
    return (True, gap.end()) if gap and "-" not in gap[0] else (False, at)


def parse_tokens(tokens: list[Token], lexicon: NumberLexicon, *, joins: bool = True) -> Words | None:
    """The number that the first tokens make, as many as fit; `joins` False stops at the first joiner."""
    state = _Sum([])
    while state.used < len(tokens):
        if not _take_group(tokens, state, lexicon, joins):
            break
    return Words(state.total, state.used, state.scale) if state.used else None


def _take_group(tokens: list[Token], state: _Sum, lexicon: NumberLexicon, joins: bool) -> bool:
    """Adds the next group (up to 999 and its scale words) when grammar and size allow; False ends the number."""
    first = tokens[state.used]
    if state.parts and first.joined and not (joins and _may_join(first, state, lexicon)):
        return False
    value, index = _below_thousand(tokens, state.used, lexicon, joins)
    if value is None:
        return False
    factor, index, named = _scales(tokens, index)
    if not state.parts:
        state.parts.append((value * factor, factor if named else 1))
    elif not _place(tokens[state.used], state, value, factor):
        return False
    state.used, state.scale = index, named or 1
    return True


def _place(first: Token, state: _Sum, value: Number, factor: int) -> bool:
    """Puts a further group below the ones before it, or ("dos mil trescientos millones") over them."""
    if value <= 0 or state.place <= 1 or not isinstance(value, int):
        return False
    if factor > state.place:
        return _lift(state, value, factor)
    if value * factor >= state.place:
        return False
    if first.kind == "digits" and state.place > 1000 and (factor == 1 or first.joined):
        return False  # "spent 5 million 200": no one writes the rest of a million in digits
    state.parts.append((value * factor, factor))
    return True


def _lift(state: _Sum, value: Number, factor: int) -> bool:
    if value >= state.place:
        return False
    below: Number = value
    while state.parts and state.parts[-1][1] < factor:
        below += state.parts.pop()[0]
    state.parts.append((below * factor, factor))
    return True


def _may_join(token: Token, state: _Sum, lexicon: NumberLexicon) -> bool:
    joins = lexicon.words.joins
    return joins == "all" or (joins == "hundreds" and state.place >= 100) or token.kind == "group"


def _scales(tokens: list[Token], index: int) -> tuple[int, int, int]:
    """The factor of the scale words that follow, the index after them, and the last one's own value (0: none)."""
    factor, named = 1, 0
    while index < len(tokens) and tokens[index].kind in {"scale", "group"} and not tokens[index].joined:
        if tokens[index].kind == "group" and named and named < 1000:
            break
        factor *= int(tokens[index].value)
        named = int(tokens[index].value)
        index += 1
        if factor > 10**24:
            break
    return factor, index, named


def _below_thousand(
    tokens: list[Token], index: int, lexicon: NumberLexicon, joins: bool
) -> tuple[Number | None, int]:
    """Value and next index of digits or words up to 999; a bare "mil" or "hundred thousand" counts as one."""
    token = tokens[index]
    if token.kind in {"scale", "group", "hundred"}:
        return _bare(tokens, index)
    if token.kind == "digits":
        return _times_hundred(tokens, token.value, index + 1, joins)
    if token.kind == "hundreds":
        rest, after = _small(tokens, index + 1, lexicon, joins or lexicon.words.joins == "all")
        return token.value + rest, after
    value, after = _small(tokens, index, lexicon, joins)
    return _times_hundred(tokens, value, after, joins) if after > index else (None, index)


def _bare(tokens: list[Token], index: int) -> tuple[Number | None, int]:
    token = tokens[index]
    if token.kind == "hundred" and index + 1 < len(tokens) and tokens[index + 1].kind == "scale":
        return 100, index + 1
    if token.bare:
        return 1, index  # "mil", "mil millones": the thousand itself stays for _scales to take
    return None, index


def _times_hundred(tokens: list[Token], value: Number, index: int, joins: bool) -> tuple[Number, int]:
    if index >= len(tokens) or tokens[index].kind != "hundred" or tokens[index].joined:
        return value, index
    value, index = value * 100, index + 1
    if index < len(tokens) and (joins or not tokens[index].joined):
        rest, after = _tail(tokens, index)
        if after > index and not (after < len(tokens) and tokens[after].kind == "hundred"):
            return value + rest, after
    return value, index


def _tail(tokens: list[Token], index: int) -> tuple[Number, int]:
    """What may follow a hundred: words or plain digits below a hundred, above nothing."""
    token = tokens[index]
    if token.kind == "digits":
        lawful = isinstance(token.value, int) and 0 < token.value < 100
        return (token.value, index + 1) if lawful else (0, index)
    if token.kind == "ten":
        return _ten(tokens, index, joins=False)
    lawful = token.kind in {"unit", "closed"} and token.value > 0
    return (token.value, index + 1) if lawful else (0, index)


def _small(tokens: list[Token], index: int, lexicon: NumberLexicon, joins: bool) -> tuple[Number, int]:
    """Value below a hundred in words; (0, index) when there is none."""
    if index >= len(tokens):
        return 0, index
    token = tokens[index]
    if token.joined and index and tokens[index - 1].kind == "hundreds" and lexicon.words.joins != "all":
        return 0, index
    if token.kind == "ten":
        return _ten(tokens, index, joins=joins and lexicon.words.joins != "hundreds")
    return (token.value, index + 1) if token.kind in {"unit", "closed"} else (0, index)


def _ten(tokens: list[Token], index: int, *, joins: bool) -> tuple[Number, int]:
    value, index = tokens[index].value, index + 1
    unit = tokens[index] if index < len(tokens) else None
    if unit and unit.kind == "unit" and unit.value and (joins or not unit.joined):
        return value + unit.value, index + 1
    return value, index
