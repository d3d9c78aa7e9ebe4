import math

from hypothesis import given
from hypothesis import strategies as st

from rostra.backends.learned_trust import Evidence, Trust

SHARES = st.floats(0, 1)
FITTED = Trust(-0.7, 0.6, 0.3, -0.4)


@given(SHARES)
def test_before_any_fit_it_is_the_mean_probability(inside: float) -> None:
    assert abs(Trust().confidence(Evidence(inside, 0.5, 0.5)) - inside) < 0.01


@given(SHARES, SHARES, SHARES)
def test_it_is_a_share_in_hundredths(inside: float, begin: float, beyond: float) -> None:
    found = FITTED.confidence(Evidence(inside, begin, beyond))
    assert 0 <= found <= 1
    assert math.isclose(found, round(found, 2))


def test_an_end_that_is_not_one_takes_away() -> None:
    assert FITTED.confidence(Evidence(0.9, 0.9, 0.8)) < FITTED.confidence(Evidence(0.9, 0.9, 0.1))


def test_weights_without_measure_leave_a_share() -> None:
    assert [Trust(odds).confidence(Evidence(0.5, 0.5, 0.5)) for odds in (-1e9, 1e9)] == [0.0, 1.0]
