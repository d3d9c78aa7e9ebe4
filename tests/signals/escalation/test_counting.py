import numpy as np
import pytest

from rostra.signals import dice
from rostra.signals.escalation.counting import Counts, negative_binomial


def made(n: int, spread: float, seed: int = 0) -> Counts:
    rng = dice(seed, "counting")
    total, after = (
        np.round(1000 * np.exp(0.1 * rng.normal(size=n))),
        (np.arange(n) > n * 0.8).astype(np.float64),
    )
    values = rng.poisson(total * 0.02 * np.exp(spread * rng.normal(size=n) + 0.5 * after)).astype(np.float64)
    return Counts(values, np.column_stack([np.ones(n), after]), np.log(total))


@pytest.mark.parametrize(("n", "spread"), [(100, 0.3), (400, 0.6)])
@pytest.mark.filterwarnings("ignore::Warning")
def test_the_fit_is_that_of_statsmodels(n: int, spread: float) -> None:
    discrete = pytest.importorskip("statsmodels.discrete.discrete_model")
    counts = made(n, spread)
    ours = negative_binomial(counts, 4)
    model = discrete.NegativeBinomial(counts.values, counts.x, offset=counts.offset)
    own = model.fit(disp=0, maxiter=300)
    robust = model.fit(disp=0, maxiter=300, cov_type="HAC", cov_kwds={"maxlags": 4})
    assert ours.coefficients == pytest.approx(own.params[:2], abs=1e-3)
    assert ours.alpha == pytest.approx(own.params[2], rel=1e-3)
    assert ours.errors(1) == pytest.approx((own.bse[1], robust.bse[1]), rel=0.03)


def test_counts_without_overdispersion_are_scaled_poisson() -> None:
    counts = made(100, 0.0)
    even = Counts(np.round(np.exp(counts.offset) * 0.02), counts.x, counts.offset)
    fit = negative_binomial(even, 4)
    assert fit.alpha == 0
    assert fit.errors(1)[0] > 0


def test_the_volume_is_no_part_of_the_rate() -> None:
    counts = made(300, 0.3)
    doubled = Counts(counts.values, counts.x, counts.offset + np.log(2))
    one, other = negative_binomial(counts, 4), negative_binomial(doubled, 4)
    assert one.coefficients[1] == pytest.approx(other.coefficients[1], abs=1e-4)
    assert one.coefficients[0] - other.coefficients[0] == pytest.approx(np.log(2), abs=1e-4)


def test_columns_that_repeat_each_other_have_no_solution() -> None:
    counts = made(100, 0.3)
    x = np.column_stack([counts.x, counts.x[:, 1]])
    with pytest.raises(np.linalg.LinAlgError):
        negative_binomial(Counts(counts.values, x, counts.offset), 4)
