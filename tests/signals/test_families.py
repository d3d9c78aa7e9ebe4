import datetime as dt
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.signals import benjamini_hochberg, dice, holm, plain


def test_benjamini_hochberg_on_a_case_worked_by_hand() -> None:
    assert benjamini_hochberg([0.01, 0.04, 0.03, 0.5], 0.05).tolist() == [True, False, False, False]


def test_a_larger_p_may_carry_smaller_ones_over_their_line() -> None:
    assert benjamini_hochberg([0.04, 0.03, 0.02], 0.05).all()


def test_holm_on_a_case_worked_by_hand() -> None:
    assert holm([0.01, 0.04, 0.03]).tolist() == pytest.approx([0.03, 0.06, 0.06])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_holm_never_lowers_a_p(p: list[float]) -> None:
    assert (holm(p) >= np.array(p)).all()


@given(st.lists(st.floats(0, 1), max_size=20), st.floats(0.01, 0.2))
def test_a_family_of_none_rejects_none(p: list[float], q: float) -> None:
    assert not benjamini_hochberg([1.0 for _ in p], q).any()


def test_draws_replay() -> None:
    assert dice(7, "a").random(3).tolist() == dice(7, "a").random(3).tolist()


def test_each_purpose_has_draws_of_its_own() -> None:
    assert dice(7, "a").random() != dice(7, "b").random()


def test_a_record_becomes_json() -> None:
    @dataclass
    class Inner:
        day: dt.date
        values: object

    record = Inner(dt.date(2025, 1, 1), (np.float64(1.5), float("nan"), np.array([1, 2])))
    assert plain({"a": record}) == {"a": {"day": "2025-01-01", "values": [1.5, None, [1, 2]]}}
