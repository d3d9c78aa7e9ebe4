import datetime as dt
import json

import numpy as np
import pytest

from rostra.kernel import PartialDate, SeriesError
from rostra.signals import SeriesTable
from rostra.signals.escalation import Escalation, EscalationSettings, escalation, section
from tests.signals.making import table, with_outlets

BASE = PartialDate(dt.date(2015, 1, 1), dt.date(2022, 12, 31))
QUIET = ("Marenia", "Ostravia", "Kestrel")


def asked(made: SeriesTable, **options: object) -> Escalation:
    return escalation(made, EscalationSettings("Valdoria", **({"base": BASE} | options)))  # type: ignore[arg-type]  # fields by name


@pytest.fixture(scope="module")
def rising() -> SeriesTable:
    return table("monthly", 108, "Valdoria", *QUIET, step_at=100, factor=3)


@pytest.fixture(scope="module")
def found(rising: SeriesTable) -> Escalation:
    return asked(rising, panel=QUIET)


def test_a_rise_is_dated_by_first_days_of_months(found: Escalation) -> None:
    record = found.to_json()
    assert (record["onset"], record["alarm"], record["abstained"]) == ("2023-05-01", "2023-05-01", False)


def test_the_level_comes_with_its_interval(found: Escalation) -> None:
    record = found.to_json()
    assert record["interval"][0] < record["rate_ratio"] < record["interval"][1]
    assert record["rate_ratio"] == pytest.approx(3, rel=0.2)


def test_the_panel_holds_the_series_own_row_first(found: Escalation) -> None:
    panel = found.to_json()["panel"]
    assert [row["name"] for row in panel] == ["Valdoria", *QUIET]
    assert {"name", "alarm", "onset", "p", "abstained"} <= set(panel[0])


def test_only_the_series_that_rises_alarms(found: Escalation) -> None:
    assert [row.name for row in found.panel if row.alarm] == ["Valdoria"]


def test_a_quiet_series_has_no_alarm() -> None:
    made = table("monthly", 108, "Valdoria")
    record = asked(made).to_json()
    assert (record["alarm"], record["onset"], record["confirmed"]) == (None, None, None)


def test_the_same_seed_gives_the_same_bytes(rising: SeriesTable, found: Escalation) -> None:
    assert json.dumps(asked(rising, panel=QUIET).to_json()) == json.dumps(found.to_json())


def test_the_panel_does_not_change_the_series_own_answer(rising: SeriesTable, found: Escalation) -> None:
    assert asked(rising).to_json()["p"] == found.to_json()["p"]


def test_a_base_cut_off_is_refused(rising: SeriesTable) -> None:
    with pytest.raises(SeriesError, match="36"):
        asked(rising, base=PartialDate(dt.date(2015, 1, 1), dt.date(2017, 6, 30)))


def test_a_base_before_the_series_is_refused(rising: SeriesTable) -> None:
    with pytest.raises(SeriesError, match="before the first period"):
        asked(rising, base=PartialDate(dt.date(2005, 1, 1), dt.date(2022, 6, 30)))


def test_a_base_up_to_the_end_leaves_nothing_to_test(rising: SeriesTable) -> None:
    with pytest.raises(SeriesError, match="no period after the base"):
        asked(rising, base=PartialDate(dt.date(2015, 1, 1), dt.date(2030, 1, 1)))


def test_a_gap_is_refused_and_named(rising: SeriesTable) -> None:
    holed = {**rising.columns, "Valdoria": rising.columns["Valdoria"].copy()}
    holed["Valdoria"][40] = np.nan
    with pytest.raises(SeriesError, match="2018-05-01"):
        asked(SeriesTable("f", "monthly", rising.dates, holed, rising.total))


def test_a_member_of_the_panel_with_a_gap_is_listed_with_its_reason(rising: SeriesTable) -> None:
    holed = {**rising.columns, "Marenia": rising.columns["Marenia"].copy()}
    holed["Marenia"][40] = np.nan
    row = asked(SeriesTable("f", "monthly", rising.dates, holed, rising.total), panel=QUIET).panel[1]
    assert (row.abstained, row.p) == (True, None)
    assert "2018-05-01" in (row.reason or "")


def test_counts_without_totals_are_refused(rising: SeriesTable) -> None:
    with pytest.raises(SeriesError, match="without totals"):
        asked(SeriesTable("f", "monthly", rising.dates, rising.columns))


def test_a_constant_series_is_refused(rising: SeriesTable) -> None:
    flat = {"Valdoria": np.full(108, 7.0)}
    with pytest.raises(SeriesError, match="constant at 7"):
        asked(SeriesTable("f", "monthly", rising.dates, flat, rising.total))


def test_a_series_that_wanders_abstains_with_the_words_of_the_method(rising: SeriesTable) -> None:
    course = 50 * np.exp(np.cumsum(np.random.Generator(np.random.PCG64(4)).normal(size=108)) * 0.15)
    wandering = {**rising.columns, "Valdoria": np.round(course)}
    result = asked(SeriesTable("f", "monthly", rising.dates, wandering, np.full(108, 10000.0)), panel=QUIET)
    record = result.to_json()
    assert (record["abstained"], record["p"], record["alarm"]) == (True, None, None)
    assert record["panel_rank"]["of"] == 4
    assert "series too persistent to date a change" in section(result).paragraph


def test_outlets_are_named_with_the_interval(rising: SeriesTable) -> None:
    record = asked(with_outlets(rising, "Valdoria", 9)).to_json()
    assert "two-level bootstrap" in record["interval_method"]
    assert len(record["settings"]["outlets"]) == 9


def test_the_paragraph_says_level_date_rank_and_limits(found: Escalation) -> None:
    paragraph = section(found).paragraph
    words = (
        "beginning 2023-05-01",
        "times that of the base",
        "it ranks",
        "panel of 4",
        "not what an actor does",
    )
    assert [said for said in words if said not in paragraph] == []


def test_the_picture_is_plain_data_without_addresses_of_data(found: Escalation) -> None:
    picture = section(found).picture
    assert json.loads(json.dumps(picture, allow_nan=False)) == picture
    assert "url" not in json.dumps(picture)


def test_every_result_is_json_without_nan(found: Escalation) -> None:
    assert json.dumps(found.to_json(), allow_nan=False)
