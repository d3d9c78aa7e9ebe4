"""Money: a currency before or after a number, and the small coins that follow."""

import re
from dataclasses import replace
from typing import NamedTuple

from rostra.mentions.numbers import Numeral, read_numeral
from rostra.mentions.quantities_scene import Scene
from rostra.mentions.units import known_noun_after, named_after
from rostra.model import Number

_LOOK_BACK = 12
_COINS = frozenset({"cents", "pence"})
_FACTORS = {"m": 1_000_000, "k": 1000}
_NEXT_WORD = re.compile(r" {1,2}([^\W\d_]+)")
_COIN_GAP = re.compile(r" {1,2}(?:([^\W\d_]+) {1,2})?")
_ENDS = re.compile(r"\s*(?:$|[.;:!?)\n,](?!\d))")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 60
_MANY = 1000
"""From here on a doubtful name ("marks") is a currency's: no one counts the other thing by the thousand."""
_HEAVY = 1_000_000
"""From here on "pounds" are money: news weighs nothing by the million pounds as often as states pay them."""


class Amount(NamedTuple):
    """A sum of money: its span, value, and currency."""

    start: int
    end: int
    value: Number
    code: str


def amount_of(scene: Scene, numeral: Numeral, floor: int) -> Amount | None:
    """The sum that a number is part of; None when no currency stands beside it. Nothing before `floor` is taken."""
    low = max(0, floor, numeral.start - _LOOK_BACK)
    before = scene.units.before_money.search(scene.text, low, numeral.start)
    if before:
        return _after_mark(scene, numeral, before)
    wide = _suffixed(scene, numeral)
    for reading in (wide, numeral):
        found = _currency_after(scene, reading.end, reading.value) if reading else None
        if reading and found:
            code, stop, factor = found
            return Amount(numeral.start, stop, _whole(reading.value * factor), code)
    return None


def _suffixed(scene: Scene, numeral: Numeral) -> Numeral | None:
    """The number with the factor's letters glued to it ("$40m", "1MM")."""
    if not numeral.digits or numeral.scale > 1:
        return None
    suffix = scene.units.suffix.match(scene.text, numeral.end)
    if suffix is None:
        return None
    factor = scene.units.suffixes[suffix[1]][0]
    return replace(numeral, end=suffix.end(), value=numeral.value * factor, scale=factor)


def _after_mark(scene: Scene, numeral: Numeral, mark: re.Match[str]) -> Amount:
    code = scene.units.before_codes[mark[2]]
    reading = _suffixed(scene, numeral) or numeral
    value, end = reading.value * _FACTORS.get(mark[1].lower(), 1), reading.end
    named = named_after(scene.folded, end, scene.units.money_names, scene.units.links)
    if named and named[0] == code:
        end = named[1]
    return Amount(mark.start(), end, _whole(value), code)


def _currency_after(scene: Scene, end: int, value: Number) -> tuple[str, int, int] | None:
    """Code, end and factor ("30 MUSD", "75 USD million") of a currency right after a number."""
    match = scene.units.after_money.match(scene.text, end)
    if match:
        code, stop = scene.units.after_codes[match[2]], match.end()
        scale = _NEXT_WORD.match(scene.folded, stop)
        kind, factor = scene.numbers.classes.get(scale[1], ("", 1)) if scale else ("", 1)
        if scale and kind == "scale":
            return code, scale.end(), factor
        return code, stop, _FACTORS.get(match[1].lower(), 1)
    found = named_after(scene.folded, end, scene.units.money_names, scene.units.links)
    if found is None:
        return None
    code, stop = found
    if value < _MANY and _in_doubt(scene, end, stop):
        return None
    if code == "pounds" and value < _HEAVY:
        return None
    return ("GBP" if code == "pounds" else code), stop, 1


def _in_doubt(scene: Scene, end: int, stop: int) -> bool:
    """Whether a currency's name is rather an ordinary word: "three real threats", "20 marks" without a word of paying."""
    folded, units = scene.folded, scene.units
    if folded[end:stop].lstrip(" -") not in units.doubtful:
        return False
    following = _NEXT_WORD.match(folded, stop)
    if following and following[1] not in units.stops:
        return True
    words = _ANY_WORD.findall(folded, max(0, end - _NEAR), stop + _NEAR)
    return units.paying.isdisjoint(words)


def with_coins(scene: Scene, amount: Amount) -> Amount:
    """The sum with the coins that follow it: "3 dollars and 50 cents", "15 dollars 50"."""
    gap = _COIN_GAP.match(scene.folded, amount.end)
    if gap is None or amount.code in _COINS or amount.value >= _HEAVY:
        return amount
    if gap[1] and gap[1] not in scene.numbers.plus:
        gap = _COIN_GAP.match(scene.folded, amount.end, gap.start(1))
    at = gap.end() if gap else amount.end
    coins = read_numeral(scene.text, scene.folded, at, scene.numbers) if gap else None
    if coins is None or not isinstance(coins.value, int) or not 0 < coins.value < 100 or coins.scale > 1:
        return amount
    named = _currency_after(scene, coins.end, coins.value)
    if named and named[0] in _COINS:
        return amount._replace(end=named[1], value=amount.value + coins.value / 100)
    bare = not named and _bare_coins(scene, coins, joined=bool(gap and gap[1]))
    return amount._replace(end=coins.end, value=amount.value + coins.value / 100) if bare else amount


def _bare_coins(scene: Scene, coins: Numeral, *, joined: bool) -> bool:
    """Whether a small number after a sum is its coins: at the end of the clause, or two digits with nothing to count."""
    if _ENDS.match(scene.folded, coins.end):
        return True
    if joined or not coins.digits or coins.end - coins.start != 2:
        return False
    after = scene.folded[coins.end : coins.end + 1]
    return after == " " and not known_noun_after(scene.folded, coins.end, scene.units)


def _whole(value: Number) -> Number:
    return int(value) if isinstance(value, float) and value.is_integer() else value
