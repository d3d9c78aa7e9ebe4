import numpy as np
import pytest

from rostra.kernel import SeriesError
from rostra.signals.diversion import cumulative_response


def test_a_response_agrees_with_an_independent_implementation() -> None:
    statsmodels = pytest.importorskip("statsmodels.api")
    rng = np.random.default_rng(3)
    outcome, exposure, control = rng.normal(size=(3, 200))
    found = cumulative_response(outcome, exposure, control[:, None])
    y, x = ((values - values.mean()) / values.std(ddof=1) for values in (outcome, exposure))
    rows = range(7, 200)
    design = np.array(
        [
            [1, *(x[t - lag] for lag in range(4)), *(y[t - lag] for lag in range(1, 8)), control[t]]
            for t in rows
        ]
    )
    fit = statsmodels.OLS(y[7:], design).fit(cov_type="HAC", cov_kwds={"maxlags": 7})
    contrast = fit.t_test([[0, 1, 1, 1, 1] + [0] * 8])
    assert found.estimate == pytest.approx(float(contrast.effect[0]))
    assert found.se == pytest.approx(float(contrast.sd[0, 0]))
    assert found.p == pytest.approx(float(contrast.pvalue))


def test_rows_with_a_gap_are_left_out() -> None:
    outcome, exposure, control = np.random.default_rng(4).normal(size=(3, 200))
    outcome[100] = np.nan
    assert cumulative_response(outcome, exposure, control[:, None]).n == 200 - 7 - 8


def test_too_few_days_are_refused() -> None:
    outcome, exposure, control = np.random.default_rng(5).normal(size=(3, 30))
    with pytest.raises(SeriesError, match="23 complete days for 13 coefficients"):
        cumulative_response(outcome, exposure, control[:, None])
