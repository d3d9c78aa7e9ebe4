import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import InvalidRecord, PartialDate, SeriesError
from rostra.model import Observation
from rostra.signals import PERIODS, Period, Series, SeriesTable, log_share, series_of
from rostra.signals.periods import grid, stepped, steps_between
from rostra.signals.series import must_be_counts, must_be_whole, must_have, must_vary

JAN = dt.date(2025, 1, 1)


def monthly(values: list[float], totals: list[float] | None = None) -> Series:
    dates = grid(JAN, stepped(JAN, "monthly", len(values) - 1), "monthly")
    return Series("threats", "monthly", dates, np.array(values), None if totals is None else np.array(totals))


@given(st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1)), st.integers(0, 400), st.sampled_from(PERIODS))
def test_steps_on_the_grid_count_back(day: dt.date, steps: int, period: Period) -> None:
    first = day.replace(day=1) if period == "monthly" else day
    assert steps_between(first, stepped(first, period, steps), period) == steps


def test_a_record_with_unequal_lengths_is_invalid() -> None:
    with pytest.raises(InvalidRecord):
        Series("threats", "daily", (JAN,), np.array([1.0, 2.0]))


def test_a_gap_is_named() -> None:
    with pytest.raises(
        SeriesError, match="1 of 3 monthly periods are missing or have no articles: 2025-02-01"
    ):
        must_be_whole(monthly([1, np.nan, 2], [9, 9, 9]))


def test_counts_need_totals() -> None:
    with pytest.raises(SeriesError, match="counts without totals"):
        must_be_counts(monthly([1, 2]))


def test_shares_are_no_counts() -> None:
    with pytest.raises(SeriesError, match="not whole numbers"):
        must_be_counts(monthly([0.5, 2], [9, 9]))


def test_a_constant_series_is_refused() -> None:
    with pytest.raises(SeriesError, match="constant at 4"):
        must_vary(monthly([4, 4, 4]))


def test_a_short_series_is_refused() -> None:
    with pytest.raises(SeriesError, match="3 monthly periods, where a test needs at least 36"):
        must_have(monthly([4, 5, 4]), 36, "a test")


def test_the_share_is_on_the_log_scale() -> None:
    assert log_share(monthly([9.5 - 0.5], [18])).tolist() == [pytest.approx(np.log(0.5))]


def test_a_stretch_includes_both_ends() -> None:
    part = monthly([1, 2, 3, 4]).between(dt.date(2025, 2, 1), dt.date(2025, 3, 31))
    assert part.values.tolist() == [2, 3]


def test_a_table_is_cut_with_its_outlets() -> None:
    series = monthly([1, 2, 3])
    inner = SeriesTable("f", "monthly", series.dates, {"hits": series.values})
    table = SeriesTable("f", "monthly", series.dates, {"hits": series.values}, None, {"North": inner})
    cut = table.between(PartialDate(JAN, dt.date(2025, 2, 1)))
    assert (len(cut.dates), len(cut.by_outlet["North"].dates)) == (2, 2)


def test_an_unknown_column_is_refused_with_the_known_ones() -> None:
    table = SeriesTable("f", "monthly", (JAN,), {"hits": np.array([1.0])})
    with pytest.raises(SeriesError, match="name one of hits"):
        table.series("misses")


def test_observations_of_a_month_are_added_and_a_month_without_any_is_missing() -> None:
    seen = [
        Observation(dt.date(2025, 1, 3), "threats", 1, 5),
        Observation(dt.date(2025, 1, 9), "threats", 2, 5),
        Observation(dt.date(2025, 3, 9), "threats", 1, 5),
        Observation(dt.date(2025, 2, 9), "acts", 1, 5),
    ]
    series = series_of("threats", "monthly", seen)
    assert (series.values[0], series.missing) == (3, (dt.date(2025, 2, 1),))
