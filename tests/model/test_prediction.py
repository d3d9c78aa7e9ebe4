import datetime as dt

import pytest

from rostra.kernel import InvalidRecord
from rostra.model import Outcome, Prediction

JUNE, JULY = dt.date(2025, 6, 30), dt.date(2025, 7, 1)


def test_a_prediction_precedes_its_period() -> None:
    with pytest.raises(InvalidRecord, match="comes before"):
        Prediction("more to come", "text", "displays", JULY, JULY, 3.0)


@pytest.mark.parametrize("rate", [-0.1, 1.1])
def test_a_probability_lies_between_none_and_all(rate: float) -> None:
    with pytest.raises(InvalidRecord, match="between 0 and 1"):
        Prediction("more to come", "text", "displays", JUNE, JULY, 3.0, probability=rate)


def test_a_threshold_is_a_number() -> None:
    with pytest.raises(InvalidRecord, match="threshold"):
        Prediction("more to come", "text", "displays", JUNE, JULY, float("nan"))


def test_the_score_of_a_probability() -> None:
    outcome = Outcome("p_1", 4.0, happened=True, sha256="")
    assert outcome.brier(0.75) == pytest.approx(0.0625)


def test_words_without_a_probability_have_no_score() -> None:
    assert Outcome("p_1", 4.0, happened=True, sha256="").brier(None) is None
