from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import Span
from rostra.model import Finding, Modifier, Quantity
from rostra.report import Chapter, Making, Report
from rostra.report.figures import MOST_ROWS, PLOT, Figure, figures
from tests.report.samples import IGLA, claim, document, row

DOC = document("Valdoria has many Igla-S missiles.")


def drawn(quantity: Quantity, *rows: object, verdict: str = "not_enough_info") -> tuple[Figure, ...]:
    fact = claim(
        DOC, "Valdoria has many Igla-S", "possession", holder="Valdoria", equipment=IGLA, quantity=quantity
    )
    finding = Finding(fact.id, verdict, "relation", "K1", tuple(r.id for r in rows))  # type: ignore[arg-type, attr-defined]  # any row and verdict
    chapter = Chapter(DOC, claims=(fact,), findings=(finding,))
    return figures(Report("t", (chapter,), Making("1"), rows))  # type: ignore[arg-type]  # rows of the samples


def many(
    low: float | None, high: float | None, modifier: Modifier = "exact", unit: str = "items"
) -> Quantity:
    return Quantity(low, high, unit, modifier, Span(13, 17))


FIRST = row("Igla-S", "delivered", 2400, "2014", row=2)
SECOND = row("Igla-S", "delivered", 1200, "2019", row=3)


def test_deliveries_of_one_register_stand_end_to_end() -> None:
    bars = drawn(many(6000, 6000), FIRST, SECOND)[0].bars
    assert bars[1].sure == pytest.approx(bars[2].start)
    assert bars[2].value == "1,200 (together 3,600)"


def test_deliveries_of_two_registers_are_not_added_up() -> None:
    bars = drawn(many(6000, 6000), FIRST, replace(SECOND, sha256="c" * 64))[0].bars
    assert [bar.start for bar in bars] == [0, 0, 0]


def test_orders_are_not_added_up() -> None:
    rows = (replace(FIRST, state="ordered"), replace(SECOND, state="ordered"))
    assert [bar.start for bar in drawn(many(6000, 6000), *rows)[0].bars] == [0, 0, 0]


def test_an_open_claim_runs_to_the_edge() -> None:
    bar = drawn(many(5000, None, "at_least"), FIRST)[0].bars[0]
    assert (bar.open_end, bar.end) == (True, PLOT)


def test_what_cannot_be_compared_is_not_drawn() -> None:
    assert drawn(many(6000, 6000), FIRST, verdict="not_comparable") == ()


def test_another_unit_is_not_drawn() -> None:
    assert drawn(many(6000, 6000, unit="km"), FIRST) == ()


def test_an_uncertain_row_is_marked() -> None:
    assert drawn(many(6, 6), replace(FIRST, uncertain=("low",)))[0].bars[1].value == "2,400 ?"


@given(st.floats(0, 1e18), st.floats(0, 1e18), st.integers(0, 10**15))
def test_bars_stay_on_the_scale(one: float, other: float, stock: int) -> None:
    low, high = sorted((one, other))
    figure = drawn(many(low, high, "between"), row("Igla-S", "held", stock, "2019"))[0]
    for bar in figure.bars:
        assert 0 <= bar.start <= bar.sure <= bar.end <= PLOT * 1.0001
    assert 2 <= len(figure.ticks) <= 9


def test_the_largest_rows_are_drawn_and_the_rest_counted() -> None:
    rows = [row("Igla-S", "delivered", number, "2014", row=number) for number in range(1, MOST_ROWS + 6)]
    figure = drawn(many(6000, 6000), *rows)[0]
    assert figure.left_out == 5
    assert min(int(bar.value.split()[0]) for bar in figure.bars[1:]) == 6


def test_rows_of_several_items_say_which() -> None:
    other = replace(SECOND, item="9M39", item_id="9m39")
    assert [bar.label.split(":")[0] for bar in drawn(many(6000, 6000), FIRST, other)[0].bars[1:]] == [
        "Igla-S",
        "9M39",
    ]
