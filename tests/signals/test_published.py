"""Checks on published data: the index rebuilt, its alarms, the change point benchmark, the forecast's skill."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from eval.signals.change_points import covering, f_one, matched, scored
from eval.signals.diverting import published_response
from eval.signals.geopolitical import STRETCHES, alarms, forecast_scores, rebuilding_error


def test_a_found_change_serves_one_true_change_only() -> None:
    assert matched({10, 12}, {11}) == 1


def test_a_change_beyond_the_margin_is_no_match() -> None:
    assert matched({10}, {16}) == 0


def test_f1_on_a_case_worked_by_hand() -> None:
    # found {0, 50, 80}; one annotator {0, 48}, one {0}: precision 2/3, recalls 2/2 and 1/1
    assert f_one({"a": [48], "b": []}, [50, 80]) == pytest.approx(2 * (2 / 3) * 1 / (2 / 3 + 1))


def test_finding_nothing_is_right_where_nobody_saw_a_change() -> None:
    assert f_one({"a": [], "b": []}, []) == 1


def test_covering_on_a_case_worked_by_hand() -> None:
    # truth [0, 6) [6, 10); found [0, 5) [5, 10): best overlaps 5/6 and 4/5
    assert covering({"a": [6]}, [5], 10) == pytest.approx((6 * 5 / 6 + 4 * 4 / 5) / 10)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["GPR", "GPRH"])
def test_the_published_index_is_rebuilt_from_its_shares(shared: Path, name: str) -> None:
    assert rebuilding_error(shared / "corpora" / "gpr", name) <= 2e-5


@pytest.fixture(scope="module")
def of_2025(shared: Path) -> dict[str, Any]:
    return alarms(shared / "corpora" / "gpr", STRETCHES[0], "VEN").to_json()


@pytest.mark.shared
def test_venezuela_and_colombia_alarm_in_2025_and_nobody_else(of_2025: dict[str, Any]) -> None:
    dated = {row["name"]: (row["onset"], row["alarm"]) for row in of_2025["panel"] if row["alarm"]}
    assert dated == {"VEN": ("2025-09-01", "2025-10-01"), "COL": ("2025-10-01", "2025-10-01")}


@pytest.mark.shared
def test_the_rate_and_rank_of_venezuela_are_those_of_the_pilot(of_2025: dict[str, Any]) -> None:
    placebo = of_2025["placebo_dates"]
    assert of_2025["rate_ratio"] == pytest.approx(5.4, abs=0.05)
    assert (placebo["rank"], placebo["of"]) == (10, 393)
    assert placebo["largest"] == pytest.approx(13.0, abs=0.05)


@pytest.mark.shared
@pytest.mark.parametrize(("stretch", "low", "high"), [(1, 15, 20), (2, 2, 4)])
def test_as_many_countries_alarm_in_other_years_as_in_the_pilot(
    shared: Path, stretch: int, low: int, high: int
) -> None:
    found = alarms(shared / "corpora" / "gpr", STRETCHES[stretch], "FIN")
    assert low <= sum(row.alarm is not None for row in found.panel) <= high


@pytest.mark.shared
def test_the_default_change_points_reach_their_mark(shared: Path) -> None:
    found = scored(shared / "corpora" / "tcpd")
    assert (found.n, found.f_one >= 0.72) == (31, True)
    assert found.nothing == pytest.approx(0.663, abs=0.001)


@pytest.mark.shared
@pytest.mark.parametrize(("horizon", "skill"), [(1, 0.07), (3, 0.11)])
def test_the_forecast_beats_persistence_on_the_index(shared: Path, horizon: int, skill: float) -> None:
    found = forecast_scores(shared / "corpora" / "gpr", horizon)
    assert found is not None
    assert found.skill["direct_ar"] >= skill


@pytest.mark.shared
def test_a_year_ahead_the_naive_mixture_wins(shared: Path) -> None:
    found = forecast_scores(shared / "corpora" / "gpr", 12)
    assert found is not None
    assert found.withheld is not None
    assert np.isfinite(found.crps["direct_ar"])


@pytest.mark.shared
def test_the_response_of_posts_to_coverage_is_the_published_one(shared: Path) -> None:
    found = published_response(shared / "corpora" / "diversion")
    assert (round(found.estimate, 2), found.n) == (0.28, 256)
