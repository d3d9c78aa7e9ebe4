import numpy as np
import pytest

from rostra.kernel import SeriesError
from rostra.signals import FloatArray
from rostra.signals.script import lead_lag, sign_test

WEEKDAYS = np.arange(365, dtype=np.float64) % 7


def follower(lag: int, seed: int = 2) -> tuple[FloatArray, FloatArray]:
    """Two series of counts, the second with the first's course so many days later."""
    rng = np.random.default_rng(seed)
    course = rng.normal(size=365 + abs(lag)) * 0.8
    first = rng.poisson(np.exp(1.5 + course[abs(lag) :]))
    return first.astype(float), rng.poisson(np.exp(1.5 + course[:365])).astype(float)


def test_a_follower_is_found_with_its_lag() -> None:
    found = lead_lag(*follower(3), WEEKDAYS)
    assert (found.lag, found.p < 0.01, found.controlled) == (3, True, False)


def test_the_lag_turns_with_the_actors() -> None:
    first, second = follower(3)
    assert lead_lag(second, first, WEEKDAYS).lag == -3


def test_what_both_take_from_the_news_is_gone_once_the_news_is_given() -> None:
    rng = np.random.default_rng(5)
    news = rng.normal(size=367)
    media = rng.poisson(np.exp(6 + news[2:])).astype(float)
    first = rng.poisson(np.exp(1.5 + 0.8 * news[2:])).astype(float)
    second = rng.poisson(np.exp(1.5 + 0.8 * news[:365])).astype(float)
    assert lead_lag(first, second, WEEKDAYS).p < 0.01
    assert lead_lag(first, second, WEEKDAYS, media).p > 0.1


def test_across_a_gap_of_the_media_no_lag_is_told() -> None:
    media = np.full(365, 50.0) + np.arange(365, dtype=np.float64) % 11
    media[100] = np.nan
    assert lead_lag(*follower(3), WEEKDAYS, media).n == 365 - 108


def test_media_that_never_run_eight_days_on_end_are_refused() -> None:
    media = np.where(np.arange(365) % 2, 50.0, np.nan)
    with pytest.raises(SeriesError, match="0 days on end with media counts"):
        lead_lag(*follower(3), WEEKDAYS, media)


def test_a_short_series_is_refused() -> None:
    with pytest.raises(SeriesError, match="40 days, where the timing needs at least 90"):
        lead_lag(np.ones(40), np.ones(40), WEEKDAYS[:40])


def test_an_actor_who_never_changes_is_refused() -> None:
    with pytest.raises(SeriesError, match="does not vary"):
        lead_lag(np.ones(365), follower(1)[1], WEEKDAYS)


@pytest.mark.parametrize(("wins", "losses", "p"), [(6, 0, 2 / 64), (5, 1, 14 / 64), (3, 3, 1.0), (0, 0, 1.0)])
def test_the_sign_test_is_exact(wins: int, losses: int, p: float) -> None:
    assert sign_test(wins, losses) == pytest.approx(p)


def test_the_sign_test_bears_thousands() -> None:
    assert 0 < sign_test(1100, 900) < 0.001
