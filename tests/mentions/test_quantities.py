"""Cases in words for every claim about numbers: tests/cases/mentions/numbers_*.yml."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mentions.numbers_scene import LANGUAGES, dates, quantities, values

CASES = Path(__file__).parent.parent / "cases" / "mentions"


def _cases(pattern: str) -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['text'][:60]}")
        for path in sorted(CASES.glob(pattern))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", _cases("numbers_*.yml"))
def test_a_text_holds_the_quantities_it_says(case: dict[str, Any]) -> None:
    found = quantities(case["text"], case["lang"])
    assert [[mention.name, mention.span.of(case["text"])] for mention in found] == case["found"]


def test_money_is_its_own_kind() -> None:
    assert [mention.kind for mention in quantities("It cost $5 million for 20 boats.")] == [
        "money",
        "quantity",
    ]


def test_every_rule_code_is_registered() -> None:
    path = Path(__file__).parents[2] / "src/rostra/rules/codes/numbers.toml"
    known = tomllib.loads(path.read_text(encoding="utf-8"))
    text = "From 20 to 30, more than 5 and fewer than 9 boats, about 3, up to 4, at least 6, 20-30, $5."
    found = {mention.rule for mention in quantities(text)} | {
        mention.rule for mention in dates("On 3 May 2025, in 2019, yesterday.")
    }
    assert found <= known.keys()


_PIECES = st.sampled_from(
    ["5", "20", "1,000", "2.5", "two", "hundred", "million", "and", "more than", "-", "to", "$", "€", "km", "%", "half", "a",
     " ", " ", " ", "\n", "“", "🙂", "\u202e", "½", "m²", "/", ":", ".", ",", "mil", "entre", "y", "de", "millones", "Oct.", "2019", "Tuesday"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=25).map("".join)), st.sampled_from(LANGUAGES)
)
def test_no_text_makes_the_finders_raise_or_overlap(text: str, lang: str) -> None:
    for found in (quantities(text, lang), dates(text, lang)):
        ends = [0, *(mention.span.end for mention in found)]
        assert all(end <= mention.span.start for end, mention in zip(ends, found, strict=False))
        assert all(mention.span.of(text) for mention in found)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**12))
def test_a_number_written_with_thousands_marks_is_itself(number: int) -> None:
    assert [value.low for value in values(f"They counted {number:,} cases there.")] == [number]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_range_runs_from_the_lesser_to_the_greater(one: int, other: int) -> None:
    low, high = min(one, other), max(one, other) + 1
    found = values(f"They saw between {low} and {high} boats.")
    assert [(value.low, value.high) for value in found] == [(low, high)]


@pytest.mark.parametrize(
    "hostile",
    ["9" * 40_000, "1," * 20_000, "1.1." * 10_000, "1 " * 4_000, "one and " * 4_000, "- " * 20_000, "1-" * 20_000,
     "$" * 20_000, "more than " * 5_000, "half a " * 4_000, "three days ago " * 2_000, "1e1" * 10_000, "a." * 20_000,
     "1 " + "a-" * 20_000, "\u0663" * 20_000, "half of a " * 4_000,
        "$5 and more " * 6_000, " " * 50_000, "2019-" * 8_000],
)  # fmt: skip
def test_hostile_runs_take_time_in_proportion(hostile: str) -> None:
    start = time.process_time()
    quantities(hostile)
    dates(hostile)
    assert time.process_time() - start < 20


def test_twice_the_text_does_not_take_four_times_the_time() -> None:
    def seconds(count: int) -> float:
        text = "one 1,1 - half a million and 5-" * count
        start = time.process_time()
        quantities(text)
        return time.process_time() - start

    seconds(50)
    assert seconds(1000) < 6 * seconds(500) + 1


def test_intervals_keep_the_law_of_their_modifier() -> None:
    found = values("At least 5; up to 6; about 7; 8 to 9 boats.")
    assert [(value.modifier, value.low, value.high) for value in found] == [
        ("at_least", 5, None),
        ("at_most", None, 6),
        ("about", 7, 7),
        ("between", 8, 9),
    ]
