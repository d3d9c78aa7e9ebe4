"""Money: a currency before or after a number, and the small coins that follow."""

import re
from typing import NamedTuple

from rostra.mentions.numbers import Numeral
from rostra.mentions.units import UnitLexicon, named_after
from rostra.model import Number

_LOOK_BACK = 12
_COINS = frozenset({"cents", "pence"})
_HEAVY = 1_000_000
"""From here on "pounds" are money: no one weighs things by the million pounds in news as often as states pay them."""


class Amount(NamedTuple):
    """A sum of money: its span, value, and currency."""

    start: int
    end: int
    value: Number
    code: str


def amount_of(text: str, folded: str, numeral: Numeral, lexicon: UnitLexicon) -> Amount | None:
    """The sum that a number is part of; None when no currency stands beside it."""
    before = lexicon.before_money.search(text, max(0, numeral.start - _LOOK_BACK), numeral.start)
    if before:
        return _after_mark(text, folded, numeral, before, lexicon)
    value, end, glued = numeral.value, numeral.end, False
    suffix = lexicon.suffix.match(text, end) if numeral.digits and numeral.scale == 1 else None
    if suffix:
        named = _currency_after(text, folded, suffix.end(), value, lexicon)
        if named:
            return Amount(
                numeral.start, named[1], value * lexicon.suffixes[suffix[1]][0] * named[2], named[0]
            )
    found = _currency_after(text, folded, end, value, lexicon)
    if found is None or glued:
        return None
    code, stop, factor = found
    return Amount(numeral.start, stop, _whole(value * factor), code)


def _after_mark(
    text: str, folded: str, numeral: Numeral, mark: re.Match[str], lexicon: UnitLexicon
) -> Amount | None:
    code = lexicon.before_codes.get(mark[2].upper())
    if code is None:
        return None
    value, end = numeral.value, numeral.end
    suffix = lexicon.suffix.match(text, end) if numeral.digits and numeral.scale == 1 else None
    if suffix:
        value, end = value * lexicon.suffixes[suffix[1]][0], suffix.end()
    if mark[1]:
        value *= _FACTORS[mark[1].lower()]
    found = _currency_after(text, folded, end, value, lexicon)
    if found and found[2] == 1 and found[0] == code:
        end = found[1]
    return Amount(mark.start(), end, _whole(value), code)


_FACTORS = {"m": 1_000_000, "k": 1000}


def _currency_after(
    text: str, folded: str, end: int, value: Number, lexicon: UnitLexicon
) -> tuple[str, int, int] | None:
    """Code, end and factor ("30 MUSD") of a currency right after a number."""
    match = lexicon.after_money.match(text, end)
    if match:
        return lexicon.after_codes[match[2]], match.end(), _FACTORS.get(match[1].lower(), 1)
    found = named_after(folded, end, lexicon.money_names, lexicon.links)
    if found is None:
        return None
    code, stop = str(found[0]), found[1]
    if code == "pounds" and value < _HEAVY:
        return None
    return ("GBP" if code == "pounds" else code), stop, 1


def with_coins(folded: str, amount: Amount, coins: Amount | None) -> Amount:
    """The sum with the coins that follow it ("3 dollars and 50 cents")."""
    if coins is None or coins.code not in _COINS or not 0 < coins.value < 100:
        return amount
    between = folded[amount.end : coins.start].split()
    if amount.code in _COINS or len(between) > 1 or coins.start - amount.end > 6:
        return amount
    return amount._replace(end=coins.end, value=amount.value + coins.value / 100)


def _whole(value: Number) -> Number:
    return int(value) if isinstance(value, float) and value.is_integer() else value
