"""A person's decisions: kept for good, each with its reason, on the disk before the command ends."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rostra.kernel import CaseError, InvalidRecord
from rostra.store import Case, Decision, decisions
from tests.store.articles import reading


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "rostra.db") as case:
        yield case


def letter(name: str, value: str, reason: str = "its counts of 2019 held") -> Decision:
    return Decision("source", name, value, reason)


def test_a_decision_is_kept_with_its_day_and_reason(case: Case) -> None:
    made = case.decide(letter("Orla Register", "B"))
    assert case.decisions() == (made,)
    assert made.made.startswith("20")
    assert made.id.startswith("g_")


def test_a_later_decision_takes_nothing_away(case: Case) -> None:
    case.decide(letter("Orla Register", "B"))
    case.decide(letter("Orla Register", "D", "two of its counts were withdrawn"))
    assert [decision.value for decision in case.decisions("source", "Orla Register")] == ["B", "D"]


def test_a_source_is_found_under_any_case_and_spacing(case: Case) -> None:
    case.decide(letter("Orla  Register", "B"))
    assert case.decisions("source", "ORLA REGISTER")


def test_decisions_on_others_are_left_out(case: Case) -> None:
    case.decide(letter("Orla Register", "B"))
    assert case.decisions("source", "Selm Post") == ()
    assert case.decisions("finding") == ()


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_decision_without_a_reason_is_refused(case: Case, reason: str) -> None:
    with pytest.raises(InvalidRecord, match="reason"):
        case.decide(letter("Orla Register", "B", reason))
    assert case.decisions() == ()


def test_nothing_is_decided_in_a_case_opened_for_reading(case: Case) -> None:
    with Case.open(case.path, "read") as reader, pytest.raises(CaseError):
        reader.decide(letter("Orla Register", "B"))


def test_it_is_on_the_disk_before_it_is_told(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
    connection.execute("PRAGMA synchronous = NORMAL")
    with decisions.lasting(connection) as writing:
        assert writing.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 1
    connection.close()


def test_reading_a_document_again_leaves_decisions_alone(case: Case) -> None:
    case.add(reading())
    case.decide(Decision("finding", "n_1", "3", "the sentence was misread"))
    case.add(reading())
    assert len(case.decisions("finding", "n_1")) == 1
