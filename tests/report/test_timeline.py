import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import PartialDate
from rostra.report.timeline import BASE, PLOT, TOP, Value, timeline

DAYS = st.dates().map(PartialDate.day)
NUMBERS = st.floats(0, 1e12)


def value(when: str, number: float, kind: str = "claimed", start: float = 0, **fields: bool) -> Value:
    date = PartialDate.parse(when)
    assert date
    return Value(date, kind, "label", start, number, number, **fields)


def test_one_value_alone_is_not_drawn() -> None:
    assert timeline([value("2020", 5)], [], (1, 5)) is None


def test_later_is_further_right_and_more_is_higher() -> None:
    drawn = timeline([value("2025", 6000)], [value("2014", 2400, "delivered")], (2000, 8000))
    assert drawn
    assert drawn.rows[0].left < drawn.claims[0].left
    assert drawn.claims[0].sure < drawn.rows[0].sure


def test_the_level_of_a_delivery_runs_to_the_next_one() -> None:
    first = value("2014", 2400, "delivered", level=True)
    second = value("2019", 3600, "delivered", 2400, level=True)
    drawn = timeline([], [first, second], (1000, 4000))
    assert drawn
    assert drawn.rows[0].until == pytest.approx(drawn.rows[1].left)
    assert drawn.rows[1].until == PLOT


def test_nought_lies_at_the_foot_and_the_top_at_the_top() -> None:
    drawn = timeline([value("2020", 0), value("2021", 8)], [], (2, 8))
    assert drawn
    assert [mark.sure for mark in drawn.claims] == [BASE, TOP]


def test_the_description_is_in_order_of_time() -> None:
    drawn = timeline([value("2020", 1), value("2010", 2)], [], (1, 2))
    assert drawn
    assert drawn.description.index("2010") < drawn.description.index("2020")


def test_a_claim_without_a_day_is_a_line_across() -> None:
    drawn = timeline([], [value("2014", 4, "delivered")], (2, 8), [8.0, 8.0])
    assert drawn
    assert drawn.undated == (TOP,)


def test_claims_without_days_alone_are_not_drawn() -> None:
    assert timeline([], [], (2, 8), [8.0, 4.0]) is None


@given(st.lists(st.tuples(DAYS, NUMBERS), min_size=2, max_size=6))
def test_everything_lies_inside_the_drawing(values: list[tuple[PartialDate, float]]) -> None:
    top = max(*(number for _, number in values), 1.0)
    drawn = timeline(
        [Value(day, "claimed", "x", 0, number, number) for day, number in values], [], (top / 4, top)
    )
    assert drawn
    for mark in drawn.claims:
        assert 0 <= mark.left <= mark.right <= PLOT
        assert TOP <= mark.high <= mark.sure <= BASE
    assert len(drawn.years) <= 8
