import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import PartialDate
from tests.mentions.numbers_scene import dates

CASES = Path(__file__).parent.parent / "cases" / "mentions"


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['text'][:60]}")
        for path in sorted(CASES.glob("dates_*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", _cases())
def test_a_text_holds_the_dates_it_says(case: dict[str, Any]) -> None:
    found = dates(case["text"], case["lang"])
    assert [[mention.name, mention.span.of(case["text"])] for mention in found] == case["found"]


def test_a_relative_date_has_no_value_without_the_day_of_writing() -> None:
    (mention,) = dates("The ship left yesterday.", date=None)
    assert mention.value is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2059, 12, 31)))
def test_an_iso_date_is_its_own_day(day: dt.date) -> None:
    (mention,) = dates(f"On {day.isoformat()} it rained.")
    assert mention.value == PartialDate.day(day, "text")
