import numpy as np
import pytest

from rostra.signals import Series, dice
from rostra.signals.escalation.levels import index_band, placebo_dates, pooled_ratio, rate_ratio, share_index
from rostra.signals.escalation.outlets import OutletCounts, over_outlets
from tests.signals.making import table, with_outlets

BEFORE, AFTER = np.arange(100) < 80, np.arange(100) >= 80


def test_the_base_has_a_mean_of_100() -> None:
    shares, base = np.array([0.02, 0.04, 0.09]), np.array([True, True, False])
    assert share_index(shares, base).tolist() == pytest.approx([66.6667, 133.3333, 300.0], abs=1e-3)


def test_the_interval_of_an_index_holds_the_index() -> None:
    series = table("weekly", 100, "threats").series("threats")
    low, high = index_band(series, BEFORE)
    index = share_index(series.values / np.asarray(series.totals), BEFORE)
    assert ((low < index) & (index < high)).all()


@pytest.mark.parametrize("period", ["daily", "weekly", "monthly"])
def test_a_doubling_is_estimated(period: str) -> None:
    series = table(period, 100, "threats", step_at=80).series("threats")  # type: ignore[arg-type]  # from the list above
    ratio = rate_ratio(series, BEFORE, AFTER)
    assert ratio.estimate == pytest.approx(2.0, rel=0.15)
    assert ratio.low < 2.0 < ratio.high


def test_the_volume_does_not_move_the_ratio() -> None:
    series = table("weekly", 100, "threats").series("threats")
    more = np.where(AFTER, 3.0, 1.0)
    grown = Series(
        series.name, series.period, series.dates, series.values * more, np.asarray(series.totals) * more
    )
    assert rate_ratio(grown, BEFORE, AFTER).estimate == pytest.approx(1.0, rel=0.15)


def test_counts_without_overdispersion_get_an_interval_too() -> None:
    made = table("weekly", 100, "threats").series("threats")
    values = np.round(np.asarray(made.totals) * 0.05)
    ratio = rate_ratio(Series("flat", "weekly", made.dates, values, made.totals), BEFORE, AFTER)
    assert ratio.estimate == pytest.approx(1.0, abs=0.02)
    assert np.isfinite(ratio.low)


def test_no_counts_after_give_a_ratio_of_zero_without_interval() -> None:
    made = table("weekly", 100, "threats").series("threats")
    ratio = rate_ratio(Series("none", "weekly", made.dates, made.values * BEFORE, made.totals), BEFORE, AFTER)
    assert ratio.estimate == 0
    assert np.isnan(ratio.low)


def test_a_pooled_ratio_by_hand() -> None:
    k, n = np.array([1.0, 3.0, 8.0]), np.array([10.0, 30.0, 20.0])
    assert pooled_ratio(k, n, np.array([False, False, True]), np.array([True, True, False])) == pytest.approx(
        4.0
    )


def test_placebo_dates_count_every_stretch_with_a_base() -> None:
    found = placebo_dates(table("weekly", 100, "threats", step_at=96, factor=4).series("threats"), 4, 50)
    assert found is not None
    assert (found.rank, found.of) == (1, 100 - 50 - 4 + 1)


def test_a_series_too_short_for_placebo_dates_has_none() -> None:
    assert placebo_dates(table("weekly", 50, "threats").series("threats"), 4, 50) is None


@pytest.mark.parametrize(("outlets", "method"), [(12, "two-level bootstrap"), (5, "one outlet left out")])
def test_few_outlets_give_a_range_and_many_a_bootstrap(outlets: int, method: str) -> None:
    made = with_outlets(table("weekly", 100, "threats", step_at=80), "threats", outlets)
    counts = OutletCounts.of(made, "threats")
    assert counts is not None
    ratio = rate_ratio(made.series("threats"), BEFORE, AFTER)
    band = over_outlets(counts, ratio, BEFORE, AFTER, dice(0, "o"))
    assert method in band.ratio.method
    assert band.ratio.low < ratio.estimate < band.ratio.high


def test_one_outlet_that_carries_the_rise_widens_the_interval() -> None:
    made = with_outlets(table("weekly", 100, "threats"), "threats", 10)
    first = made.by_outlet["Outlet 0"].columns["threats"]
    first[AFTER] = np.asarray(made.by_outlet["Outlet 0"].total)[AFTER] * 0.6
    counts = OutletCounts.of(made, "threats")
    assert counts is not None
    whole = Series("threats", "weekly", made.dates, counts.values.sum(0), counts.totals.sum(0))
    band = over_outlets(counts, rate_ratio(whole, BEFORE, AFTER), BEFORE, AFTER, dice(0, "o"))
    assert band.ratio.low < 1.2
    assert band.ratio.high > 2.0


def test_outlets_that_lack_periods_are_named() -> None:
    made = with_outlets(table("weekly", 100, "threats"), "threats", 3)
    np.asarray(made.by_outlet["Outlet 1"].total)[3] = np.nan
    counts = OutletCounts.of(made, "threats")
    assert counts is not None
    assert counts.broken == ("Outlet 1",)
