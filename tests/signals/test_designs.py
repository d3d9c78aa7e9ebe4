"""A small version of the simulations: wide limits that only a broken test would leave."""

import pytest
from eval.signals.__main__ import Rate
from eval.signals.designs import Design, designs
from eval.signals.escalating import Cell, abstains, alarms, log_shares, run

from rostra.signals import dice

RUNS = 60


def test_the_same_run_gives_the_same_outcome() -> None:
    assert run(Cell(0.5, 1.5), 3) == run(Cell(0.5, 1.5), 3)


def test_a_step_lifts_the_share_from_its_week_on() -> None:
    y = log_shares(Cell(0.0, 2.0), dice(0, "step"))
    assert y[110:].mean() - y[:110].mean() == pytest.approx(0.69, abs=0.15)


@pytest.mark.parametrize("rho", [0.0, 0.5])
def test_quiet_series_hardly_ever_alarm(rho: float) -> None:
    assert sum(alarms(Cell(rho, 1.0), number) for number in range(RUNS)) / RUNS <= 0.15


@pytest.mark.parametrize("rho", [0.0, 0.5])
def test_a_step_of_one_and_a_half_is_mostly_found(rho: float) -> None:
    assert sum(alarms(Cell(rho, 1.5), number) for number in range(RUNS)) / RUNS >= 0.75


def test_series_that_keep_their_shocks_abstain_more_often() -> None:
    often, seldom = (sum(abstains(Cell(rho, 1.0), number) for number in range(RUNS)) for rho in (0.9, 0.5))
    assert often > seldom


def test_every_design_has_a_name_of_its_own() -> None:
    names = [design.name for design in designs()]
    assert len(names) == len(set(names))


def test_a_rate_is_met_where_its_interval_reaches_into_the_range() -> None:
    design = Design("any", lambda _: True, 0.04, 0.07)
    assert [Rate(design, hits, 200).row()[-1] for hits in (0, 12, 40)] == ["MISSED", "met", "MISSED"]
