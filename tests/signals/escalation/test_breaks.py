from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.signals import FloatArray, dice
from rostra.signals.escalation.breaks import PENALTY, change_points


def levels(seed: int, n: int = 160) -> FloatArray:
    rng = dice(seed, "levels")
    steps = np.zeros(n)
    steps[rng.integers(0, n, 4)] = rng.normal(size=4) * 3
    return np.cumsum(steps) + rng.normal(size=n)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.filterwarnings("ignore::Warning")
def test_the_search_is_that_of_ruptures(seed: int) -> None:
    ruptures = pytest.importorskip("ruptures")
    values = levels(seed)
    scaled = ((values - values.mean()) / values.std()).reshape(-1, 1)
    theirs = (
        ruptures.Binseg(model="l2", jump=1, min_size=2).fit(scaled).predict(pen=PENALTY * np.log(len(values)))
    )
    assert change_points(values) == tuple(theirs[:-1])


def test_a_level_that_changes_is_found() -> None:
    values = np.repeat([0.0, 5.0, 1.0], 30) + dice(0, "noise").normal(size=90) * 0.3
    assert change_points(values) == (30, 60)


@pytest.mark.parametrize("values", [np.ones(50), np.zeros(0), np.array([1.0, 2.0, 9.0])])
def test_what_never_changes_or_is_too_short_has_none(values: FloatArray) -> None:
    assert change_points(values) == ()


@given(st.lists(st.floats(-1e6, 1e6), min_size=4, max_size=60))
def test_levels_have_at_least_two_points(values: list[float]) -> None:
    ends = (0, *change_points(np.array(values)), len(values))
    assert all(later - earlier >= 2 for earlier, later in pairwise(ends))
