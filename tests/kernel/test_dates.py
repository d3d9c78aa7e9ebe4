import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import InvalidRecord, PartialDate

DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


@given(DAYS, DAYS)
def test_a_date_reads_back_as_it_was_written(one: dt.date, other: dt.date) -> None:
    date = PartialDate(min(one, other), max(one, other))
    assert PartialDate.parse(str(date)) == date


@given(DAYS)
def test_day_month_and_year_read_back(day: dt.date) -> None:
    for date in (PartialDate.day(day), PartialDate.month(day.year, day.month), PartialDate.year(day.year)):
        assert PartialDate.parse(str(date)) == date
        assert date.first <= day <= date.last


@given(DAYS, DAYS)
def test_an_interval_runs_forward(one: dt.date, other: dt.date) -> None:
    if other < one:
        with pytest.raises(InvalidRecord):
            PartialDate(one, other)
    else:
        assert PartialDate(one, other).is_day == (one == other)


@given(st.one_of(st.text(), st.text("0123456789-/T :")))
def test_no_text_makes_parsing_raise(text: str) -> None:
    date = PartialDate.parse(text)
    assert date is None or PartialDate.parse(str(date)) == date


@pytest.mark.parametrize(
    "text", ["", "2025-13", "2025-02-30", "0000", "25", "2025/2024", "1/2/3", "/" * 5000, "2025-1-1"]
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert PartialDate.parse(text) is None


def test_a_time_after_the_day_is_dropped() -> None:
    assert PartialDate.parse("2025-10-25T10:15:00Z") == PartialDate.day(dt.date(2025, 10, 25))


def test_the_evidence_is_kept() -> None:
    date = PartialDate.parse("2025-10/2025-11", "metadata")
    assert date is not None
    assert date.evidence == "metadata"
