import datetime as dt
import json

import numpy as np
import pytest

from rostra.kernel import SeriesError
from rostra.signals import FloatArray, SeriesTable, dice
from rostra.signals.forecast import Forecast, ForecastSettings, forecast, section
from rostra.signals.forecast.models import MODELS, Past, direct_ar, persistence, seasonal
from rostra.signals.forecast.rolling import threshold
from rostra.signals.periods import grid, stepped

FIRST = dt.date(1990, 1, 1)


def course(n: int, rho: float = 0.8, seed: int = 0) -> FloatArray:
    shocks, y = dice(seed, "course").normal(size=n) * 0.2, np.zeros(n)
    for at in range(1, n):
        y[at] = rho * y[at - 1] + shocks[at]
    return y


def table(values: FloatArray, total: FloatArray | None = None) -> SeriesTable:
    dates = grid(FIRST, stepped(FIRST, "monthly", len(values) - 1), "monthly")
    return SeriesTable("made.csv", "monthly", dates, {"threats": values}, total, sha256="ab" * 32)


@pytest.fixture(scope="module")
def found() -> Forecast:
    return forecast(table(100 * np.exp(course(360))), ForecastSettings("threats", (1, 3, 12)))


def test_persistence_centres_on_the_last_value() -> None:
    past = Past(np.array([1.0, 2.0, 1.0, 2.0, 5.0]), 1, 12)
    assert sorted(persistence(past)) == [4, 6, 6, 8]


def test_the_season_of_a_forecast_is_that_of_its_target() -> None:
    y = np.tile(np.arange(12.0), 5)
    assert set(seasonal(Past(y, 3, 12)).tolist()) == {2.0}


def test_a_horizon_over_a_season_looks_back_two() -> None:
    y = np.tile(np.arange(12.0), 5)
    assert set(seasonal(Past(y, 15, 12)).tolist()) == {2.0}


def test_the_regression_of_a_line_goes_on_with_it() -> None:
    y = np.arange(60.0)
    assert direct_ar(Past(y, 2, 12)) == pytest.approx(61.0)


@pytest.mark.parametrize("model", sorted(MODELS))
def test_no_forecast_sees_what_comes_after_its_day(model: str) -> None:
    y = course(200)
    known = MODELS[model](Past(y[:150], 6, 12))
    y[150:] = 1e6
    assert MODELS[model](Past(y[:150], 6, 12)).tolist() == known.tolist()


def test_what_counts_as_high_is_told_by_the_trailing_ten_years() -> None:
    y = np.concatenate([np.full(100, 50.0), np.arange(120.0)])
    assert threshold(y, "monthly") == pytest.approx(np.quantile(np.arange(120.0), 0.9))


def test_scores_stand_by_horizon_and_model(found: Forecast) -> None:
    record = found.to_json()
    assert set(record["crps"]) == {"1", "3", "12"}
    assert all(set(record[score]["1"]) == set(MODELS) for score in ("skill", "crps", "brier"))


def test_skill_is_told_against_persistence(found: Forecast) -> None:
    record = found.to_json()
    assert record["skill"]["3"]["persistence"] == 0
    assert record["skill"]["3"]["direct_ar"] == pytest.approx(
        1 - record["crps"]["3"]["direct_ar"] / record["crps"]["3"]["persistence"]
    )


def test_the_next_month_of_a_persistent_series_is_offered(found: Forecast) -> None:
    record = found.to_json()
    assert record["offered"]["1"]
    assert record["outlook"]["1"]["date"] == "2020-01-01"
    assert record["outlook"]["1"]["quantiles"] == sorted(record["outlook"]["1"]["quantiles"])


def test_a_walk_at_random_is_not_forecast() -> None:
    wandering = forecast(table(100 * np.exp(course(360, rho=1.0) / 4)), ForecastSettings("threats", (12,)))
    record = wandering.to_json()
    assert record["offered"] == {"12": False}
    assert record["crps"]["12"]["direct_ar"] > 0
    assert record["outlook"]["12"] is None


def test_counts_with_totals_are_forecast_as_shares() -> None:
    total = np.full(360, 1000.0)
    result = forecast(table(np.round(50 * np.exp(course(360))), total), ForecastSettings("threats", (1,)))
    assert result.scale == "log share"
    assert 0 < result.outlooks[1].quantiles[2] < 1


def test_a_series_that_has_not_begun_is_not_missing() -> None:
    late = np.concatenate([np.full(40, np.nan), 100 * np.exp(course(360))])
    assert forecast(table(late), ForecastSettings("threats", (1,))).source.n == 360


def test_fewer_than_60_periods_are_refused() -> None:
    with pytest.raises(SeriesError, match="59 monthly periods, where a forecast needs at least 60"):
        forecast(table(np.exp(course(59))), ForecastSettings("threats"))


def test_fewer_than_20_events_are_refused() -> None:
    with pytest.raises(SeriesError, match="events among the scored periods"):
        forecast(table(np.exp(course(80))), ForecastSettings("threats"))


def test_a_gap_is_refused() -> None:
    holed = np.exp(course(360))
    holed[100] = np.nan
    with pytest.raises(SeriesError, match="1998-05-01"):
        forecast(table(holed), ForecastSettings("threats"))


def test_a_constant_is_refused() -> None:
    with pytest.raises(SeriesError, match="constant"):
        forecast(table(np.full(360, 3.0)), ForecastSettings("threats"))


def test_a_horizon_beyond_the_series_is_withheld() -> None:
    result = forecast(table(np.exp(course(360))), ForecastSettings("threats", (1, 240)))
    assert result.to_json()["withheld"]["240"] == "the series is too short for this horizon"


def test_the_paragraph_tells_base_rate_and_limits(found: Forecast) -> None:
    told = section(found).paragraph
    assert [
        words for words in ("base rate", "below persistence", "knows of no plan") if words not in told
    ] == []


def test_the_result_is_json(found: Forecast) -> None:
    assert json.dumps(found.to_json(), allow_nan=False)
    assert json.dumps(section(found).picture, allow_nan=False)
