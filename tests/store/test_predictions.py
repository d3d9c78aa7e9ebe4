"""The ledger: stored before, scored after, never changed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rostra.kernel import CaseError, QueryError, Span
from rostra.model import Outcome, Prediction
from rostra.store import Case

SAID = Prediction(
    "will increasingly show its rockets", "text", "displays", dt.date(2025, 6, 30), dt.date(2025, 12, 1), 0.031,
    probability=0.4, base_rate=0.16, total="articles", document="d_1", span=Span(4, 38),
)  # fmt: skip
CAME = Outcome(SAID.id, 0.04, happened=True, sha256="ab" * 32)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "rostra.db") as case:
        yield case


def test_a_prediction_comes_back_as_it_was_stored(case: Case) -> None:
    assert case.predict(SAID)
    assert [entry.prediction for entry in case.predictions()] == [SAID]


def test_the_same_prediction_is_stored_once(case: Case) -> None:
    case.predict(SAID)
    assert not case.predict(SAID)
    assert len(case.predictions()) == 1


def test_other_terms_make_another_prediction(case: Case) -> None:
    case.predict(SAID)
    assert case.predict(replace(SAID, threshold=0.05))


def test_the_first_outcome_stands(case: Case) -> None:
    case.predict(SAID)
    assert case.settle(CAME)
    assert not case.settle(replace(CAME, value=0.01, happened=False))
    assert case.predictions()[0].outcome == CAME


def test_an_outcome_needs_its_prediction(case: Case) -> None:
    with pytest.raises(QueryError, match="no prediction"):
        case.settle(CAME)


def test_a_case_open_for_reading_takes_no_prediction(case: Case) -> None:
    with Case.open(case.path, "read") as reader, pytest.raises(CaseError, match="opened for reading"):
        reader.predict(SAID)
