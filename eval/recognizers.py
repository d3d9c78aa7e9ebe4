"""Numbers and units on the Recognizers-Text cases: English, Spanish, Portuguese.

In scope is what rostra reads numbers for: how many, how far, how heavy, how much money.

| category | compared |
|---|---|
| NumberModel | the values of all numbers of a case |
| NumberRangeModel | the intervals (which end is open counts, whether it includes its bound does not) |
| CurrencyModel | value and currency of every sum |
| DimensionModel | value and unit of every measure |
| AgeModel | value and unit of every age |

A case is right when everything found equals everything expected. Ordinal models are out: by the annotation guidelines
ordinals are no quantities. So are, each by a test on the expected answer and never by its sentence:

- digits that are parts of a date, a telephone number, an address or a designation (SCP-173): names, not counts;
- a lone article ("un", "uma") as a one: articles are no quantities;
- positions as bounds ("between the tenth and the fifteenth"): ordinals again;
- spoken arithmetic: one number over another ("one over three"), powers, fractions in words below a tenth;
- units without a number (no value to compare).

Conventions that differ are mapped: a coin is 0.01 of nothing here (50 cents stay 50 cents), "$" is USD where the
cases say Dollar, their Ton is a ton or a tonne, a number glued to its unit is a measure and no bare number. Measures are
compared where the cases have a dimension for them (temperature and power have models of their own).
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from eval.figure import Figure
from eval.shared import shared_folder
from rostra.kernel import OffsetMap
from rostra.mentions.quantities import find_quantities
from rostra.model import Document, Mention, Quantity
from rostra.rules import LanguagePack
from rostra.text import fold

LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese"}
CATEGORIES = {
    "NumberModel": "Number",
    "NumberRangeModel": "Number",
    "CurrencyModel": "NumberWithUnit",
    "DimensionModel": "NumberWithUnit",
    "AgeModel": "NumberWithUnit",
}

Answer = tuple[float | None, float | None, str]
"""Low, high, unit ("" where the category has none)."""

_PART_OF_NAME = re.compile(r"[\w./:+-]")
_ARTICLES = frozenset({"un", "una", "uno", "um", "uma", "a", "an"})
_ARITHMETIC = re.compile(r"\b(over|out of|sobre|\w*avos?)\b|\^|\d[ex]\d|\d[ex][+-]")
_ORDINALS = re.compile(r"(enth|fifteenth|quint[ao]|vig[eé]sima|d[eé]cima|d[eé]cimo)\b")


@dataclass(frozen=True, slots=True)
class Case:
    """One input with what is expected of it."""

    text: str
    expected: tuple[Answer, ...]


def main() -> None:
    """Prints the figures; with --errors the cases that fail."""
    if shared_folder() is None:
        print("recognizers: no corpora found, skipped")
        return
    for figure in figures():
        print(f"{figure.key:45} {figure.value:.3f}  n={figure.n}")
    if "--errors" in sys.argv:
        for lang in LANGUAGES:
            for category in CATEGORIES:
                for case, got in failures(lang, category):
                    print(f"{lang} {category}: {case.text[:160]!r}\n    want {case.expected}\n    got  {got}")


def measure(shared: Path) -> list[Figure]:
    """The figures; the cases are read from the folder that `shared_folder` names."""
    return figures() if (shared / "corpora" / "recognizers").is_dir() else []


def figures() -> list[Figure]:
    """Share of right cases for each language and category, and overall for each language."""
    made = []
    for lang, name in LANGUAGES.items():
        right = total = 0
        for category in CATEGORIES:
            cases = list(cases_of(lang, category))
            wrong = sum(1 for _ in failures(lang, category))
            made.append(_figure(lang, category, len(cases) - wrong, len(cases)))
            right, total = right + len(cases) - wrong, total + len(cases)
        made.append(_figure(lang, name, right, total))
    return made


def _figure(lang: str, what: str, right: int, n: int) -> Figure:
    value = right / n if n else 0.0
    return Figure(f"recognizers.{lang}.{what.lower()}", "recognizers", f"{what}: right cases", lang, value, n)


def failures(lang: str, category: str) -> Iterator[tuple[Case, list[Answer]]]:
    """The cases that come out wrong, with what was found."""
    for case in cases_of(lang, category):
        got = answers(lang, category, case.text)
        if not _same(list(case.expected), got):
            yield case, got


def _same(want: list[Answer], got: list[Answer]) -> bool:
    left = list(got)
    for answer in want:
        match = next((other for other in left if _equal(answer, other)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _equal(one: Answer, other: Answer) -> bool:
    return (one[2] == other[2] or (one[2], other[2]) == ("tons", "tonnes")) and all(
        _close(a, b) for a, b in zip(one[:2], other[:2], strict=True)
    )


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-9 * max(1.0, abs(a)) + 1e-12 * (abs(a) >= 1) + (abs(a) < 1) * abs(a) * 1e-9


def cases_of(lang: str, category: str) -> Iterator[Case]:
    """The cases in scope."""
    shared = shared_folder()
    if shared is None:
        return
    path = shared / "corpora" / "recognizers" / CATEGORIES[category] / LANGUAGES[lang] / f"{category}.json"
    for row in json.loads(Path(path).read_text(encoding="utf-8-sig")):
        if all(_in_scope(row["Input"], result, category) for result in row["Results"]):
            wanted = (_wanted(result, category, lang) for result in row["Results"])
            yield Case(row["Input"], tuple(answer for answer in wanted if answer))


def _in_scope(text: str, result: dict[str, Any], category: str) -> bool:
    if category == "NumberRangeModel":
        return not _ORDINALS.search(result["Text"])
    if category != "NumberModel":
        return True
    if result["Text"].strip() in _ARTICLES or _ARITHMETIC.search(result["Text"].casefold()):
        return False
    if result["Resolution"].get("subtype") == "fraction" and not _everyday(result):
        return False
    start, end = result["Start"], result["End"] + 1
    around = (text[start - 1] if start else " ", text[end] if end < len(text) else " ")
    glued = [mark for mark in around if _PART_OF_NAME.match(mark)]
    return not glued or (glued == ["."] and not text[end + 1 : end + 2].isdigit())


def _everyday(result: dict[str, Any]) -> bool:
    """Whether a fraction in words is of halves to tenths; one in digits always counts."""
    if any(char.isdigit() for char in result["Text"]):
        return True
    value = float(result["Resolution"]["value"].replace(",", "."))
    return any(abs(value * below - round(value * below)) < 1e-6 for below in range(2, 11))


def _wanted(result: dict[str, Any], category: str, lang: str) -> Answer | None:
    resolution = result.get("Resolution") or {}
    value = resolution.get("value")
    if value is None:
        return None
    if category == "NumberRangeModel":
        return _interval(value)
    number = float(value if lang == "en" else value.replace(",", "."))
    unit = "" if category == "NumberModel" else _unit(resolution, category)
    return number, number, unit


def _interval(value: str) -> Answer:
    low, high = value[1:-1].split(",")
    return (float(low) if low else None), (float(high) if high else None), ""


def _unit(resolution: dict[str, Any], category: str) -> str:
    code = resolution.get("isoCurrency")
    if category == "DimensionModel" and resolution["unit"] in _POUNDS:
        return "pounds"
    return str(code or UNIT_NAMES.get(resolution["unit"], resolution["unit"]))


_POUNDS = frozenset({"Pound", "Libra"})


def answers(lang: str, category: str, text: str) -> list[Answer]:
    """What rostra finds in a text, as the category counts it."""
    document = Document("case", text, lang, None, None, None, None, "", "utf-8", OffsetMap(()))
    found = find_quantities(document, fold(text), pack_of(lang))
    return [
        _answer(mention.value, category)
        for mention in found
        if isinstance(mention.value, Quantity) and _belongs(mention, mention.value, category, text)
    ]


@cache
def pack_of(lang: str) -> LanguagePack:
    """The pack of a language, complete or not: Portuguese has its numbers before it has the rest."""
    return LanguagePack(lang, files("rostra.rules") / "packs" / lang)


def _belongs(mention: Mention, quantity: Quantity, category: str, text: str) -> bool:
    measure = mention.kind == "quantity" and quantity.unit in MEASURES
    if category == "NumberModel":
        glued = measure and re.search(r"\d[^\W\d_]", mention.span.of(text))
        return not glued
    if category == "NumberRangeModel":
        opened = quantity.modifier in {"at_least", "at_most", "between"}
        return opened or _EQUAL.search(mention.span.of(text)) is not None
    if category == "CurrencyModel":
        return mention.kind == "money"
    if category == "AgeModel":
        return quantity.unit in AGES
    return measure and quantity.unit not in AGES | {"percent", "fraction", "minutes", "hours", "seconds"}


_EQUAL = re.compile(r"equal|igual|equivale", re.IGNORECASE)
AGES = frozenset({"years", "months", "weeks", "days"})


def _answer(quantity: Quantity, category: str) -> Answer:
    low, high = quantity.low, quantity.high
    if category == "NumberRangeModel":
        return low, high, ""
    known = low if high is None else high
    return known, known, "" if category == "NumberModel" else quantity.unit


# The cases' names of units in the canonical names of rules/units.toml.
UNIT_NAMES = {
    name: unit
    for unit, names in {
        "USD": ["Dollar", "Dólar", "Dólar estadounidense", "Dólar estadunidense", "United States dollar"],
        "cents": ["Cent", "Centavo"],
        "pence": ["Pence", "Penny", "Penique", "Pêni"],
        "GBP": ["Pound", "Libra"],
        "EUR": ["Euro"],
        "CAD": ["Dólar canadiense", "Dólar canadense"],
        "AUD": ["Dólar australiano"],
        "HKD": ["Dólar de Hong Kong"],
        "JPY": ["Yen"],
        "CNY": ["Yuan chino", "Yuan chinês"],
        "FIM": ["Finnish markka", "Marco finlandés", "Marco finlandês"],
        "francs": ["Franc", "Franco"],
        "CHF": ["Franco suizo", "Franco suíço"],
        "ESP": ["Peseta"],
        "NLG": ["Netherlands guilder", "Florín neerlandés", "Florim holandês"],
        "rupees": ["Rupee"],
        "BTC": ["Bitcoin"],
        "satoshis": ["Satoshi"],
        "sen": ["Sen"],
        "km": ["Kilometer", "Kilómetro", "Quilômetro"],
        "m": ["Meter", "Metro"],
        "dm": ["Decimeter"],
        "mm": ["Millimeter", "Milímetro"],
        "um": ["Micrômetro"],
        "pm": ["Picometer"],
        "miles": ["Mile", "Milla", "Milha"],
        "feet": ["Foot", "Pie", "Pé"],
        "inches": ["Inch", "Pulgada", "Polegada"],
        "km/h": ["Kilometer per hour"],
        "mph": ["Mile per hour", "Milla por hora", "Milha por hora"],
        "m/ms": ["Meter per millisecond"],
        "cm/ms": ["Centimeter per millisecond"],
        "km/ms": ["Kilometer per millisecond"],
        "kg": ["Kilogram"],
        "g": ["Gram"],
        "ug": ["Microgram"],
        "tons": ["Ton"],
        "tonnes": ["Metric ton", "Tonelada", "Tonelada métrica"],
        "ounces": ["Ounce", "Onza", "Onça"],
        "drams": ["Dram"],
        "m2": ["Square meter", "Metro cuadrado", "Metro quadrado"],
        "km2": ["Square kilometer", "Kilómetro cuadrado", "Quilômetro quadrado"],
        "acres": ["Acre"],
        "cubic feet": ["Cubic foot", "Pie cúbico", "Pé cúbico"],
        "cm3": ["Centímetro cúbico"],
        "gallons": ["Gallon", "Galón", "Galão"],
        "barrels": ["Barrel", "Barril"],
        "ml": ["Milliliter", "Mililitro"],
        "tablespoons": ["Tablespoon"],
        "teaspoons": ["Teaspoon"],
        "cups": ["Cup"],
        "bits": ["Bit", "bit"],
        "MB": ["Megabyte"],
        "Mbit": ["Megabit"],
        "degrees": ["Degree"],
        "rad": ["Radian"],
        "turns": ["Turn"],
        "years": ["Year", "Año", "Ano", "Age"],
        "months": ["Month", "Mes", "Mês"],
        "weeks": ["Week", "Semana"],
        "days": ["Day", "Día", "Dia"],
    }.items()
    for name in names
}
_DIMENSIONS = {"length", "area", "volume", "mass", "speed", "data", "angle", "time"}
MEASURES = frozenset(
    unit.name for unit in pack_of("en").units.symbols.units.values() if unit.kind in _DIMENSIONS
)


if __name__ == "__main__":
    main()
