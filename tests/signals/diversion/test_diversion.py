import dataclasses
import datetime as dt
import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.kernel import SeriesError
from rostra.signals import SeriesTable
from rostra.signals.diversion import DiversionPlan, diversion, paragraph, section
from rostra.signals.diversion.course import Course
from tests.signals.diversion.made import PLACEBOS, PLAN, coverage


def with_columns(table: SeriesTable, **changed: object) -> SeriesTable:
    return dataclasses.replace(table, **changed)  # type: ignore[arg-type] # the changes are the table's own fields


def test_a_planted_fall_is_consistent_with_diversion() -> None:
    answer = diversion(coverage(fall=0.3), PLAN)
    assert (answer.verdict, answer.reasons) == ("consistent with diversion", ())


def test_the_planted_size_is_found() -> None:
    answer = diversion(coverage(days=1500, fall=0.3), PLAN)
    assert answer.numbers.estimate == pytest.approx(math.log(0.7), abs=0.12)


def test_without_a_fall_there_is_no_evidence_and_the_detectable_size_is_told() -> None:
    answer = diversion(coverage(), PLAN)
    assert answer.verdict == "no evidence"
    assert 0 < answer.numbers.mde < 0.2


def test_a_rise_is_no_evidence() -> None:
    answer = diversion(coverage(fall=-0.4), PLAN)
    assert answer.reasons == ("the topic rose, it did not fall",)


def test_seven_placebos_cannot_tell() -> None:
    plan = dataclasses.replace(PLAN, placebos=PLACEBOS[:7])
    assert diversion(coverage(fall=0.3), plan).verdict == "cannot tell"


def test_placebos_that_fall_too_cannot_tell() -> None:
    table = coverage(fall=0.3)
    fallen = dict.fromkeys(PLACEBOS, table.columns["audit"])
    answer = diversion(with_columns(table, columns={**table.columns, **fallen}), PLAN)
    assert answer.verdict == "cannot tell"
    assert "placebo topics moved" in answer.reasons[0]


def test_a_topic_that_falls_before_the_display_cannot_tell() -> None:
    table = coverage(days=800, fall=0.3)
    early = np.roll(table.columns["audit"], -2)
    both = np.round((early + table.columns["audit"]) / 2)
    answer = diversion(with_columns(table, columns={**table.columns, "audit": both}), PLAN)
    assert "lead test" in " ".join(answer.reasons)


def test_proportional_crowding_out_is_mechanical_not_selective() -> None:
    table = coverage(days=1000)
    rest = np.asarray(table.total) - table.columns["parade"]
    crowded = {
        name: np.round(values * 500 / rest) for name, values in table.columns.items() if name != "parade"
    }
    total = np.round(500 + table.columns["parade"])
    answer = diversion(with_columns(table, columns={**table.columns, **crowded}, total=total), PLAN)
    assert isinstance(answer.numbers, Course)
    assert answer.numbers.mechanical < 0
    assert answer.verdict == "no evidence"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"total": None}, "counts without totals"),
        ({"period": "weekly"}, "the series is weekly"),
        ({"columns": {"parade": np.full(400, 3.0)}}, "constant"),
    ],
)
def test_a_table_that_cannot_carry_the_test_is_refused(changed: dict[str, object], said: str) -> None:
    table = coverage()
    if "columns" in changed:
        changed = {"columns": {**table.columns, **changed["columns"]}}  # type: ignore[dict-item] # a mapping here
    with pytest.raises(SeriesError, match=said):
        diversion(with_columns(table, **changed), PLAN)


def test_articles_counted_as_display_and_topic_are_refused() -> None:
    table = coverage()
    with pytest.raises(SeriesError, match="together exceed all articles"):
        diversion(with_columns(table, total=table.columns["audit"] + 1), DiversionPlan("parade", "audit"))


def test_a_column_named_twice_is_refused() -> None:
    with pytest.raises(SeriesError, match="audit: named more than once"):
        diversion(coverage(), DiversionPlan("parade", "audit", ("audit",)))


def test_three_months_are_too_short() -> None:
    with pytest.raises(SeriesError, match="84 days"):
        diversion(coverage(days=91), PLAN)


def test_missing_days_are_left_out_not_zero() -> None:
    table = coverage()
    holed = {name: np.where(np.arange(400) == 200, np.nan, values) for name, values in table.columns.items()}
    answer = diversion(with_columns(table, columns=holed), PLAN)
    assert answer.numbers.n == diversion(table, PLAN).numbers.n - 8


def test_the_same_seed_gives_the_same_answer() -> None:
    first, second = (json.dumps(diversion(coverage(), PLAN).to_json()) for _ in range(2))
    assert first == second


def test_each_outlet_is_tested_and_left_out_once() -> None:
    parts = {f"outlet {seed}": coverage(fall=0.3, seed=seed) for seed in (1, 2)}
    whole = coverage(fall=0.3)
    answer = diversion(with_columns(whole, by_outlet=parts), PLAN)
    assert isinstance(answer.numbers, Course)
    assert [outlet.name for outlet in answer.numbers.outlets] == list(parts)
    assert answer.numbers.p_holm >= answer.numbers.p


def test_an_outlet_without_change_says_why_it_is_not_tested() -> None:
    still = coverage()
    still = with_columns(still, columns={**still.columns, "audit": np.full(400, 7.0)})
    answer = diversion(with_columns(coverage(), by_outlet={"Still": still}), PLAN)
    assert isinstance(answer.numbers, Course)
    assert "constant" in (answer.numbers.outlets[0].refusal or "")


def test_the_json_has_the_keys_that_others_build_on() -> None:
    told_to_machines = diversion(coverage(), PLAN).to_json()
    assert {"estimate", "p", "verdict", "lead_p", "placebo", "mde", "settings", "source", "n"} <= set(
        told_to_machines
    )


def test_the_paragraph_names_its_limits_and_its_figures() -> None:
    words = paragraph(diversion(coverage(), PLAN))
    assert "not intent" in words
    assert "four times in five" in words


def test_the_picture_carries_its_data() -> None:
    picture = section(diversion(coverage(), PLAN)).picture
    assert sum(bar["count"] for bar in picture["layer"][0]["data"]["values"]) == 199


EVENT = dt.date(2023, 9, 4)


def at_event(fall: float) -> SeriesTable:
    table = coverage(days=700)
    day = (EVENT - table.dates[0]).days
    topic = table.columns["audit"].copy()
    topic[day : day + 7] = np.round(topic[day : day + 7] * (1 - fall))
    return with_columns(table, columns={**table.columns, "audit": topic})


def test_a_deep_fall_at_one_event_still_cannot_tell() -> None:
    answer = diversion(at_event(0.6), dataclasses.replace(PLAN, event=EVENT))
    assert answer.numbers.p < 0.05
    assert (answer.verdict, answer.reasons[0]) == ("cannot tell", "one event is not enough")


def test_no_fall_at_an_event_is_no_evidence() -> None:
    assert diversion(at_event(0.0), dataclasses.replace(PLAN, event=EVENT)).verdict == "no evidence"


def test_the_event_is_ranked_among_placebo_topics_too() -> None:
    placebo = diversion(at_event(0.6), dataclasses.replace(PLAN, event=EVENT)).to_json()["placebo"]
    assert placebo["p"] == pytest.approx(1 / 9)


@pytest.mark.parametrize("event", [dt.date(2023, 2, 1), dt.date(2024, 11, 30), dt.date(1999, 1, 1)])
def test_an_event_at_the_edge_is_refused(event: dt.date) -> None:
    with pytest.raises(SeriesError, match="before it"):
        diversion(coverage(days=700), dataclasses.replace(PLAN, event=event))


def test_an_event_without_enough_other_dates_is_refused() -> None:
    with pytest.raises(SeriesError, match="placebo dates"):
        diversion(coverage(days=150), dataclasses.replace(PLAN, event=dt.date(2023, 4, 1)))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**31), st.sampled_from([0.0, 0.2, 0.5]))
def test_p_is_a_probability_whatever_the_series(seed: int, fall: float) -> None:
    numbers = diversion(coverage(days=150, fall=fall, seed=seed), PLAN).numbers
    assert 0 < numbers.p <= 1
    assert 0 < numbers.lead_p <= 1


def test_a_display_that_the_weekday_tells_has_no_p() -> None:
    table = coverage()
    sundays = np.array([5.0 * (day.weekday() == 6) for day in table.dates])
    flat = with_columns(table, columns={**table.columns, "parade": sundays}, total=np.full(400, 9000.0))
    with pytest.raises(SeriesError, match="tell the display of every day"):
        diversion(flat, PLAN)


def test_a_constant_with_a_gap_is_a_constant() -> None:
    table = coverage()
    audit = np.where(np.arange(400) == 7, np.nan, 12.0)
    with pytest.raises(SeriesError, match="constant at 12"):
        diversion(with_columns(table, columns={**table.columns, "audit": audit}), PLAN)


def test_a_day_without_any_article_is_missing() -> None:
    table = coverage()
    silent = np.arange(400) == 200
    none = {name: np.where(silent, 0.0, values) for name, values in table.columns.items()}
    answer = diversion(
        with_columns(table, columns=none, total=np.where(silent, 0.0, np.asarray(table.total))), PLAN
    )
    assert answer.numbers.n == diversion(table, PLAN).numbers.n - 8
