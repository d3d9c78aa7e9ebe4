"""Finding numbers with their units and modifiers in a text: quantities and money as intervals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rostra.kernel import Span
from rostra.mentions.money import amount_of, with_coins
from rostra.mentions.numbers import Numeral, read_numeral
from rostra.mentions.numbers_digits import VULGAR_FRACTIONS
from rostra.mentions.numbers_lexicon import word_starts
from rostra.mentions.quantities_bounds import Bounded, bounded
from rostra.mentions.quantities_context import (
    blocked_after,
    blocked_before,
    coordinates_end,
    is_clock,
    is_year,
    may_count,
    signed,
    skip_end,
)
from rostra.mentions.quantities_listed import listed_articles, merged_bounds
from rostra.mentions.quantities_ranges import Range, range_at
from rostra.mentions.quantities_scene import Scene, scene_of
from rostra.mentions.units import counted_after, known_noun_after, measure_after, unit_before
from rostra.model import Document, Mention, MentionKind, Modifier, Number, Quantity
from rostra.rules import LanguagePack

_DIGITS = re.compile(r"\d+")
_VULGAR = re.compile(rf"(?<!\d)[{VULGAR_FRACTIONS}]")
_NO_DECIMALS = frozenset(".,)")
_INCH_GAP = re.compile(r",? (?:and )?(?=\w)")
_INCH_SYMBOL = re.compile(r" ?in\b(?! [^\W\d_])")
_RULES: dict[str, str] = {
    "exact": "N100", "about": "N110", "at_least": "N120", "at_most": "N130", "between": "N140",
}  # fmt: skip
_CHANGED_FROM = "N150"


@dataclass(frozen=True, slots=True)
class _Read:
    """A number with what stands around it: the stretch it takes and its unit."""

    start: int
    end: int
    value: Number
    unit: str
    money: bool = False
    measure: bool = False


def find_quantities(document: Document, folded: str, pack: LanguagePack) -> list[Mention]:
    """Quantities and money of a document, in text order, without overlap. `folded` is `fold(document.text)`.

    Counts cover the number and its modifier; measures and money their unit too. Articles, ordinals, years,
    scores, versions and labels ("article 5") are none.
    """
    scene = scene_of(document.text, folded, pack)
    found = list(_mentions(scene))
    if pack.numbers.article_counts:
        found = listed_articles(scene, found)
    return merged_bounds(folded, found)


def _mentions(scene: Scene) -> Iterator[Mention]:
    at = 0
    for start in _starts(scene):
        if start < at:
            continue
        mentions, at = _at(scene, start, at)
        yield from mentions


def _starts(scene: Scene) -> list[int]:
    """Where a number may start: at digits (and the mark of ".5"), at number words, at ½ and its like."""
    folded = scene.folded
    mark = scene.numbers.words.decimal
    digits = [_with_mark(folded, match.start(), mark) for match in _DIGITS.finditer(folded)]
    words = word_starts(scene.numbers, folded)
    vulgar = [] if scene.text.isascii() else [match.start() for match in _VULGAR.finditer(folded)]
    return sorted({*digits, *words, *vulgar}) if words or vulgar else digits


def _with_mark(folded: str, start: int, mark: str) -> int:
    if start == 0 or folded[start - 1] != mark:
        return start
    before = folded[start - 2 : start - 1] if start > 1 else ""
    return start if before.isalnum() or before in _NO_DECIMALS else start - 1


def _at(scene: Scene, start: int, floor: int) -> tuple[list[Mention], int]:
    """The mentions that start at a number's first character (two for a change), and where to go on.

    Nothing before `floor` may be taken: it belongs to the mention before.
    """
    text, folded = scene.text, scene.folded
    if blocked_before(text, folded, start, scene.units):
        return [], skip_end(folded, start)
    pair = coordinates_end(folded, start)
    numeral = None if pair else read_numeral(text, folded, start, scene.numbers)
    if numeral is None:
        return [], pair or skip_end(folded, start)
    numeral = signed(text, folded, numeral, scene.numbers)
    first = _read(scene, numeral, floor)
    found = range_at(scene, numeral, first.end)
    if found and found.void:
        return [], found.high.end
    if found and not _of_two_kinds(scene, found, first):
        return _ranged(scene, found, first)
    mention = _single(scene, numeral, first)
    return ([mention], mention.span.end) if mention else ([], numeral.end)


def _read(scene: Scene, numeral: Numeral, floor: int) -> _Read:
    text, folded = scene.text, scene.folded
    amount = amount_of(scene, numeral, floor)
    if amount:
        amount = with_coins(scene, amount)
        return _Read(amount.start, amount.end, amount.value, amount.code, money=True)
    linked = numeral.fraction or numeral.scale > 1
    measure = measure_after(text, folded, numeral.end, scene.units, linked=linked)
    if measure and not (measure.kind == "time" and _no_time(scene, numeral)):
        read = _Read(numeral.start, measure.end, numeral.value, measure.name, measure=True)
        return _with_inches(scene, read)
    return _bare(scene, numeral)


def _no_time(scene: Scene, numeral: Numeral) -> bool:
    """Whether a lone number word and a unit of time say no span: "one day", "un día"."""
    if not numeral.lone:
        return False
    word = scene.folded[numeral.start : numeral.end]
    after = scene.folded[numeral.end + 1 : numeral.end + 4]
    return word in scene.numbers.articles or after in scene.numbers.words.lone.not_before


def _with_inches(scene: Scene, read: _Read) -> _Read:
    """Reads "5 feet 2 inches" as feet."""
    gap = _INCH_GAP.match(scene.folded, read.end) if read.unit == "feet" else None
    inches = read_numeral(scene.text, scene.folded, gap.end(), scene.numbers) if gap else None
    if inches is None or not 0 < inches.value < 12:
        return read
    unit = measure_after(scene.text, scene.folded, inches.end, scene.units)
    symbol = _INCH_SYMBOL.match(scene.folded, inches.end)
    if symbol is None and (unit is None or unit.name != "inches"):
        return read
    end = symbol.end() if symbol else unit.end if unit else read.end
    return replace(read, end=end, value=read.value + inches.value / 12)


def _bare(scene: Scene, numeral: Numeral) -> _Read:
    """A count, or an age: the unit that the words around it give."""
    value, end = numeral.value, numeral.end
    if numeral.fraction:
        return _Read(numeral.start, end, value, "fraction")
    said = unit_before(scene.folded, numeral.start, scene.units)
    if said:
        name, start = said
        return _Read(start, end, value, name, measure=True)
    unit = counted_after(scene.text, scene.folded, end, value, scene.units)
    return _Read(numeral.start, end, _whole(value), unit)


def _single(scene: Scene, numeral: Numeral, read: _Read) -> Mention | None:
    known = read.measure or read.money
    if is_clock(scene.text, numeral, read.unit, scene.numbers):
        return None
    if not known and blocked_after(scene.folded, read.end, scene.units, scene.numbers.hyphened):
        return None
    bound = bounded(scene.folded, read.start, read.end, scene.numbers, measure=known)
    if numeral.plain and not known and _is_year(scene, numeral, bound.start, read.unit):
        return None
    if not known and not may_count(scene, numeral, read.unit, bound):
        return None
    return _mention(read, bound)


def _mention(read: _Read, bound: Bounded) -> Mention:
    low: Number | None = read.value
    high: Number | None = read.value
    if bound.meaning == "at_least":
        high = None
    if bound.meaning == "at_most":
        low = None
    span = Span(min(bound.start, read.start), max(bound.end, read.end))
    return _made(Quantity(low, high, read.unit, bound.meaning, span), read.money, _RULES[bound.meaning])


def _made(quantity: Quantity, money: bool, rule: str) -> Mention:
    kind: MentionKind = "money" if money else "quantity"
    return Mention(quantity.span, kind, quantity.name, rule, value=quantity)


def _of_two_kinds(scene: Scene, found: Range, first: _Read) -> bool:
    """Whether both numbers have a unit and not the same one: two facts, no range."""
    second = _read(scene, found.high, found.low.end)
    known = (first.measure or first.money) and (second.measure or second.money)
    return known and first.unit != second.unit


def _ranged(scene: Scene, found: Range, first: _Read) -> tuple[list[Mention], int]:
    """The one mention of a range, or the two of a change ("from 20 to 30": the second is what holds now)."""
    second = _read(scene, found.high, found.low.end)
    unit, money = _common_unit(first, second)
    if not (second.money or second.measure or money):
        if blocked_after(scene.folded, second.end, scene.units, scene.numbers.hyphened):
            return [], second.end
        if found.low.plain and found.high.plain and _years(scene, found, second):
            return [], second.end
    if found.change:
        return _changed(found, first, second, unit, money), second.end
    low = found.low.value
    bound = bounded(scene.folded, min(found.start, first.start), second.end, scene.numbers, measure=True)
    start = min(found.start, first.start, bound.start)
    modifier: Modifier = "between" if low < second.value else "exact"
    quantity = Quantity(low, max(low, second.value), unit, modifier, Span(start, second.end))
    return [_made(quantity, money, _RULES["between"])], second.end


def _years(scene: Scene, found: Range, second: _Read) -> bool:
    low = _is_year(scene, found.low, found.low.start, "items")
    return low and _is_year(scene, found.high, found.high.start, second.unit)


def _is_year(scene: Scene, numeral: Numeral, start: int, unit: str) -> bool:
    if known_noun_after(scene.folded, numeral.end, scene.units):
        return False
    return is_year(scene.folded, numeral, start, unit, scene.numbers.year_words)


def _common_unit(first: _Read, second: _Read) -> tuple[str, bool]:
    for read in (second, first):
        if read.measure or read.money:
            return read.unit, read.money
    return (second.unit if second.unit != "items" else first.unit), False


def _changed(found: Range, first: _Read, second: _Read, unit: str, money: bool) -> list[Mention]:
    before = Span(first.start, first.end) if first.unit == unit else Span(found.low.start, found.low.end)
    old = Quantity(found.low.value, found.low.value, unit, "exact", before)
    new = Quantity(second.value, second.value, unit, "exact", Span(second.start, second.end))
    return [_made(old, money, _CHANGED_FROM), _made(new, money, _RULES["exact"])]


def _whole(value: Number) -> Number:
    return int(value) if isinstance(value, float) and value.is_integer() else value
