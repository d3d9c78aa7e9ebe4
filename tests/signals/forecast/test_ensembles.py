import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.signals import dice
from rostra.signals.forecast import above, brier, crps, diebold_mariano
from rostra.signals.forecast.ensembles import averaged

VALUES = st.lists(st.floats(-100, 100), min_size=1, max_size=30)


def test_the_crps_of_a_point_is_its_distance() -> None:
    assert crps(np.array([3.0]), 5.0) == pytest.approx(2.0)


def test_the_crps_of_two_values_by_hand() -> None:
    assert crps(np.array([0.0, 2.0]), 1.0) == pytest.approx(1.0 - 0.5)


@given(VALUES, st.floats(-100, 100))
def test_the_crps_is_that_of_its_definition(values: list[float], outcome: float) -> None:
    x = np.array(values)
    by_definition = np.abs(x - outcome).mean() - np.abs(x[:, None] - x).mean() / 2
    assert crps(x, outcome) == pytest.approx(by_definition, abs=1e-9)


def test_the_crps_of_a_normal_ensemble_comes_to_its_closed_form() -> None:
    drawn = dice(0, "n").normal(size=40_000)
    assert crps(drawn, 0.0) == pytest.approx((np.sqrt(2) - 1) / np.sqrt(np.pi), abs=0.005)


def test_the_brier_score_by_hand() -> None:
    assert [brier(0.8, 1.0), brier(0.8, 0.0)] == pytest.approx([0.04, 0.64])


def test_a_probability_counts_values_over_the_threshold() -> None:
    assert above(np.array([1.0, 2.0, 3.0, 4.0]), 3.0) == 0.25


def test_averaged_quantiles_lie_halfway() -> None:
    middle = averaged(np.array([0.0, 2.0]), np.array([10.0, 12.0]))
    assert (middle.min(), middle.max()) == (pytest.approx(5, abs=0.1), pytest.approx(7, abs=0.1))


def test_diebold_mariano_without_lags_is_a_t_statistic() -> None:
    gains = np.array([1.0, 2.0, 3.0, 2.0])
    assert diebold_mariano(gains, 1) == pytest.approx(2.0 / (gains.std() / 2))


def test_gains_that_go_together_count_for_less() -> None:
    gains = np.repeat(dice(0, "g").normal(size=50) + 0.5, 4)
    assert diebold_mariano(gains, 4) < diebold_mariano(gains, 1)


def test_gains_that_never_vary_have_no_statistic() -> None:
    assert np.isnan(diebold_mariano(np.ones(10), 3))
