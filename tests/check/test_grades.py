import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.check import Origins, Standing, clusters, graded, n_eff


@pytest.mark.parametrize("copies", [1, 2, 5, 20])
def test_identical_copies_are_one_source(copies: int) -> None:
    assert n_eff([[1.0] * copies for _ in range(copies)]) == pytest.approx(1.0, rel=0.002)


@pytest.mark.parametrize("reports", [1, 2, 5, 20])
def test_unrelated_reports_are_as_many_sources(reports: int) -> None:
    unrelated = [[1.0 if i == j else 0.0 for j in range(reports)] for i in range(reports)]
    assert n_eff(unrelated) == pytest.approx(reports, rel=0.002)


def test_no_report_is_no_source() -> None:
    assert n_eff([]) == 0


@given(st.integers(1, 6), st.integers(0, 5))
def test_a_copy_adds_nothing_to_what_there_is(reports: int, copied: int) -> None:
    base = [[1.0 if i == j else 0.0 for j in range(reports)] for i in range(reports)]
    copied %= reports
    more = [[*row, row[copied]] for row in base]
    more.append([*base[copied], 1.0])
    assert n_eff(more) <= n_eff(base) + 0.01


def test_a_chain_of_shared_origins_is_one_cluster() -> None:
    tied = {(1, 0), (2, 1)}
    assert clusters(4, lambda left, right: (left, right) in tied) == ((0, 1, 2), (3,))


def test_nothing_rests_on_no_source() -> None:
    assert str(graded("supported", (), Standing())) == "F6"


@pytest.mark.parametrize(
    ("verdict", "letters", "origins", "grade"),
    [
        ("supported", ("B", "D"), 2, "B1"),
        ("supported", ("B",), 1, "B3"),
        ("refuted", ("F",), 1, "F5"),
        ("conflicting", ("C", "F"), 2, "C4"),
        ("not_enough_info", ("A",), 3, "A6"),
    ],
)
def test_the_two_axes_are_rated_apart(verdict, letters, origins, grade) -> None:  # type: ignore[no-untyped-def]
    record = Origins(origins, origins, float(origins))
    assert str(graded(verdict, letters, Standing(record))) == grade


def test_sources_that_share_rows_confirm_only_in_part() -> None:
    assert str(graded("supported", ("F",), Standing(Origins(2, 2, 1.6)))) == "F2"


def test_an_independent_report_beside_one_source_makes_it_probable() -> None:
    assert str(graded("supported", ("F",), Standing(Origins(1, 1, 1.0), Origins(2, 2, 2.0)))) == "F2"


def test_what_is_open_is_possible_when_two_origins_state_it() -> None:
    assert str(graded("not_enough_info", (), Standing(reports=Origins(9, 2, 2.0)))) == "F3"


def test_reports_of_one_origin_leave_it_unjudged() -> None:
    assert str(graded("not_enough_info", (), Standing(reports=Origins(9, 1, 1.0)))) == "F6"
