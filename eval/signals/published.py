"""The signals on published series: what others measured on the same data, rebuilt."""

from pathlib import Path

from eval.figure import Figure
from eval.signals.change_points import scored
from eval.signals.diverting import published_response
from eval.signals.geopolitical import STRETCHES, alarms, forecast_scores

HORIZONS = (1, 3)
PILOT = {"VEN": "2025-10-01", "COL": "2025-10-01"}


def measure(shared: Path) -> list[Figure]:
    """Skill of the forecast, dates of the alarms, F1 of the change points, and one published response."""
    index, found = shared / "corpora" / "gpr", scored(shared / "corpora" / "tcpd")
    response = published_response(shared / "corpora" / "diversion")
    return [
        *(_skill(index, horizon) for horizon in HORIZONS),
        _alarms(index),
        Figure("tcpd_f1", "change points", "description of changes, mean F1", "", found.f_one, found.n),
        Figure(
            "peterson_response",
            "coverage and posts",
            "response to one standard deviation of coverage over four days",
            "",
            response.estimate,
            response.n,
        ),
    ]


def _skill(index: Path, horizon: int) -> Figure:
    scores = forecast_scores(index, horizon)
    if scores is None:
        raise SystemExit(f"{index}: no forecast at {horizon}")
    what = f"CRPS skill against persistence, months ahead: {horizon}"
    return Figure(f"gpr_skill_{horizon}", "geopolitical risk", what, "", scores.skill["direct_ar"], scores.n)


def _alarms(index: Path) -> Figure:
    """The share of the panel whose alarm is that of the pilot."""
    panel = alarms(index, STRETCHES[0], "VEN").panel
    agree = sum((str(row.alarm) if row.alarm else None) == PILOT.get(row.name) for row in panel)
    what = "countries with the pilot's alarm in 2025-07 to 2025-12, or with none"
    return Figure("gpr_alarms", "geopolitical risk", what, "", agree / len(panel), len(panel))
