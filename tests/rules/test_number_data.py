"""Every entry of the number, unit and date files does what its example says."""

from collections.abc import Callable, Iterable
from typing import Any

import pint
import pytest

from rostra.rules import LanguagePack
from rostra.rules.dates import Ago, Relative
from rostra.rules.numbers import Bound, RangeFrame
from rostra.rules.units import Counted, Currency, Suffix, load_symbols
from tests.mentions.numbers_scene import LANGUAGES, dates, pack_of, quantities, values

REGISTRY: pint.UnitRegistry[Any] = pint.UnitRegistry()
DIMENSIONS = {
    "length": "meter", "speed": "meter/second", "mass": "kilogram", "area": "meter**2", "volume": "meter**3", "flow": "meter**3/second",
    "time": "second", "temperature": "kelvin", "angle": "radian", "power": "watt", "energy": "joule", "voltage": "volt",
    "frequency": "hertz", "data": "bit", "data rate": "bit/second", "pressure": "pascal", "force": "newton", "ratio": "dimensionless",
}  # fmt: skip


def _of_languages(part: Callable[[LanguagePack], Iterable[Any]]) -> list[Any]:
    entries = [(lang, entry) for lang in LANGUAGES for entry in part(pack_of(lang))]
    return [pytest.param(lang, entry, id=f"{lang} {number}") for number, (lang, entry) in enumerate(entries)]


@pytest.mark.parametrize(("lang", "bound"), _of_languages(lambda pack: pack.numbers.bounds))
def test_a_modifier_gives_its_meaning_in_its_example(lang: str, bound: Bound) -> None:
    assert bound.meaning in {value.modifier for value in values(bound.example, lang)}
    against = values(bound.counter_example, lang)
    assert bound.meaning not in {value.modifier for value in against}


@pytest.mark.parametrize(("lang", "frame"), _of_languages(lambda pack: pack.numbers.ranges))
def test_a_range_frame_gives_two_ends_in_its_example(lang: str, frame: RangeFrame) -> None:
    rules = {mention.rule for mention in quantities(frame.example, lang)}
    assert rules & {"N140", "N150"}


@pytest.mark.parametrize(("lang", "example"), _of_languages(lambda pack: pack.numbers.examples))
def test_an_example_holds_the_quantities_it_names(lang: str, example: tuple[str, tuple[str, ...]]) -> None:
    text, names = example
    assert tuple(mention.name for mention in quantities(text, lang)) == names


@pytest.mark.parametrize(("lang", "counted"), _of_languages(lambda pack: pack.units.counted))
def test_a_counted_noun_gives_its_unit_in_its_example(lang: str, counted: Counted) -> None:
    assert counted.unit in {value.unit for value in values(counted.example, lang)}


@pytest.mark.parametrize(("lang", "relative"), _of_languages(lambda pack: pack.dates.relatives))
def test_a_relative_date_is_found_in_its_example(lang: str, relative: Relative) -> None:
    assert any(mention.rule == "N320" and mention.value for mention in dates(relative.example, lang))
    assert not relative.counter_example or not dates(relative.counter_example, lang)


@pytest.mark.parametrize(("lang", "ago"), _of_languages(lambda pack: pack.dates.agos))
def test_a_span_of_time_is_a_date_in_its_example(lang: str, ago: Ago) -> None:
    assert [mention.rule for mention in dates(ago.example, lang)] == ["N320"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels_and_lone_words_are_no_quantities_in_their_examples(lang: str) -> None:
    numbers = pack_of(lang).numbers
    assert quantities(numbers.labels.example, lang) == []
    assert all((value.low, value.high) != (1, 1) for value in values(numbers.lone.example, lang))


@pytest.mark.parametrize("unit", list(load_symbols().units.values()), ids=lambda unit: unit.name)
def test_a_unit_is_pints_unit_of_its_kind(unit: Any) -> None:
    if not unit.pint:
        pytest.skip("Pint has no such unit")
    assert REGISTRY.Unit(unit.pint).is_compatible_with(DIMENSIONS[unit.kind])


@pytest.mark.parametrize(
    "unit", [u for u in load_symbols().units.values() if u.symbols], ids=lambda unit: unit.name
)
def test_a_symbol_gives_its_unit_in_its_example(unit: Any) -> None:
    assert unit.name in {value.unit for value in values(unit.example)}


@pytest.mark.parametrize("currency", load_symbols().currencies, ids=lambda currency: currency.name)
def test_a_currency_is_money_in_its_example(currency: Currency) -> None:
    assert [value.unit for value in values(currency.example)] == [currency.name]


@pytest.mark.parametrize("suffix", load_symbols().suffixes, ids=lambda suffix: suffix.letters[0])
def test_a_suffix_multiplies_in_its_example(suffix: Suffix) -> None:
    assert any((value.high or 0) >= suffix.factor for value in values(suffix.example))


@pytest.mark.parametrize(
    ("lang", "unit", "name"),
    [
        (lang, unit, name)
        for lang in LANGUAGES
        for unit, names in pack_of(lang).units.measures.items()
        for name in names
    ],
)
def test_every_name_of_a_measure_is_read(lang: str, unit: Any, name: str) -> None:
    assert [value.unit for value in values(f"30 {name}", lang)] == [unit]
