import datetime as dt

import numpy as np
import pytest

from rostra.kernel import SeriesError
from rostra.signals import FloatArray, dice
from rostra.signals.escalation.autoregression import (
    AutoRegression,
    corrected,
    drawn_paths,
    fit_autoregression,
)
from rostra.signals.escalation.monitoring import Watch, monitor, without_weekdays


def ar1(rho: float, n: int, seed: int = 0) -> FloatArray:
    shocks, path = dice(seed, "ar").normal(size=n), np.zeros(n)
    for at in range(1, n):
        path[at] = rho * path[at - 1] + shocks[at]
    return path


def test_a_long_autoregression_is_recovered() -> None:
    assert fit_autoregression(ar1(0.6, 5000)).persistence == pytest.approx(0.6, abs=0.05)


def test_the_order_is_that_of_the_lowest_aic() -> None:
    shocks, path = dice(1, "ar").normal(size=4000), np.zeros(4000)
    for at in range(3, 4000):
        path[at] = 0.5 * path[at - 3] + shocks[at]
    assert len(fit_autoregression(path).coefficients) >= 3


def test_the_bias_correction_on_a_case_worked_by_hand() -> None:
    model = AutoRegression(np.array([0.3, 0.2]), np.array([0.0]))
    assert corrected(model, 50).persistence == pytest.approx(0.5 + 2.5 / 50)


def test_the_corrected_sum_stops_at_its_cap() -> None:
    assert corrected(AutoRegression(np.array([0.96]), np.array([0.0])), 50).persistence == pytest.approx(0.97)


def test_a_sum_of_zero_is_corrected_too() -> None:
    assert corrected(AutoRegression(np.array([0.2, -0.2]), np.array([0.0])), 50).persistence == pytest.approx(
        0.02
    )


def test_a_sum_below_zero_is_not_believed() -> None:
    assert corrected(
        AutoRegression(np.array([-0.3, -0.1]), np.array([0.0])), 50
    ).persistence == pytest.approx(0.0)


def test_drawn_paths_have_the_models_variance_beside_that_of_the_baseline_mean() -> None:
    model = AutoRegression(np.array([0.5]), dice(0, "r").normal(size=2000))
    paths = drawn_paths(model, 200, 5, 4000, dice(0, "paths"))
    own, mean = 1 / (1 - 0.25), 1 / (1 - 0.5) ** 2 / 200
    assert paths.var() == pytest.approx(own + mean, rel=0.08)


def test_a_step_is_found_and_dated() -> None:
    y = ar1(0.2, 160, seed=3)
    y[120:] += 4.0
    found = monitor(Watch(y, 100, (4, 8, 13, 26)), 999, dice(0, "m"))
    assert found.p == pytest.approx(0.001)
    assert found.alarm is not None
    assert 120 <= found.alarm <= 123
    assert found.onset == found.alarm - 3


def test_a_fall_is_no_escalation() -> None:
    y = ar1(0.2, 160, seed=3)
    y[120:] -= 4.0
    assert monitor(Watch(y, 100, (4, 8)), 999, dice(0, "m")).p > 0.5


def test_a_bigger_step_never_has_a_larger_p() -> None:
    y = ar1(0.4, 160, seed=5)
    step = np.arange(160) >= 120
    ps = [monitor(Watch(y + size * step, 100, (4, 8)), 1999, dice(0, "m")).p for size in (0.5, 1.0, 2.0, 4.0)]
    assert ps == sorted(ps, reverse=True)


def test_a_quiet_series_gets_no_more_draws_than_it_needs() -> None:
    assert monitor(Watch(ar1(0.2, 160, seed=3), 100, (4, 8)), 9999, dice(0, "m")).draws == 999


def test_the_scale_of_the_series_does_not_matter() -> None:
    y = ar1(0.4, 160, seed=5)
    one, other = (monitor(Watch(y * scale + 7, 100, (4, 8)), 999, dice(0, "m")) for scale in (1, 100))
    assert one.p == other.p


def test_windows_that_do_not_fit_are_left_out_and_the_shortest_must() -> None:
    with pytest.raises(SeriesError, match="2 periods after the base, where the shortest window has 4"):
        monitor(Watch(ar1(0.4, 102), 100, (4, 8)), 999, dice(0, "m"))


def test_a_series_that_keeps_its_shocks_is_too_persistent() -> None:
    assert monitor(Watch(ar1(0.98, 400), 300, (4, 8)), 999, dice(0, "m")).too_persistent


def test_the_rhythm_of_the_week_is_taken_out() -> None:
    days = [dt.date(2025, 1, 1) + dt.timedelta(days=at) for at in range(70)]
    y = np.array([3.0 if day.weekday() == 6 else 0.0 for day in days])
    assert np.abs(without_weekdays(y, days, 56)).max() == 0
