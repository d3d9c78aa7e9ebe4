import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main

QUIET = (50, 48, 53, 51, 47, 52, 49, 55, 46, 50, 54, 48)


def rostra(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def monthly(folder: Path, **changed: str) -> Path:
    """Four quiet years and a half-year of threefold counts; `changed` replaces the rows of a month."""
    lines = ["date,threats,quiet,articles"]
    for month in range(54):
        day = f"{2019 + month // 12}-{month % 12 + 1:02d}-01"
        count = (QUIET[month % 12] + month * 7 % 5) * (3 if month >= 48 else 1)
        lines.append(changed.get(day, f"{day},{count},{QUIET[month % 12] + month * 11 % 7},1000"))
    path = folder / "series.csv"
    path.write_text("\n".join(line for line in lines if line) + "\n", encoding="utf-8")
    return path


def escalation(path: Path, *words: str) -> Result:
    told = ("--series", str(path), "--date", "date", "--value", "threats", "--total", "articles")
    return rostra("signals", "escalation", *told, "--base", "2019-01..2022-12", *words)


def test_escalation_writes_its_json(tmp_path: Path) -> None:
    done = escalation(monthly(tmp_path), "--panel", "quiet", "--seed", "4", "--json")
    record: dict[str, Any] = json.loads(done.stdout)
    keys = {"alarm", "onset", "p", "rate_ratio", "interval", "abstained", "panel"}
    assert (done.exit_code, keys - set(record)) == (0, set())
    assert (record["alarm"], [row["name"] for row in record["panel"]]) == ("2023-01-01", ["threats", "quiet"])


def test_escalation_prints_a_paragraph_and_a_table(tmp_path: Path) -> None:
    done = escalation(monthly(tmp_path))
    assert "escalation, beginning 2023-01-01" in done.stdout
    assert "Onset" in done.stdout


def test_a_series_may_be_cut_off(tmp_path: Path) -> None:
    record = json.loads(escalation(monthly(tmp_path), "--until", "2023-02", "--json").stdout)
    assert record["n"]["monitored"] == 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("", "1 of 54 monthly periods are missing"),
        ("2020-05-01,2000,1,1000", "a value above its total"),
        ("2020-05-01,-1,1,1000", "negative"),
        ("2020-05-01,1,1,1000\n2020-05-01,1,1,1000", "stands in row"),
        ("2020-05-01T00:00:00+03:00,1,1,1000", "mixed time zones"),
        ("2020-05-01,1,1,", "a value without a total"),
        ("2020-05-01,several,1,1000", "is no number"),
    ],
)
def test_bad_input_is_refused_with_its_reason(tmp_path: Path, row: str, said: str) -> None:
    done = escalation(monthly(tmp_path, **{"2020-05-01": row}))
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in done.stderr


def test_three_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "three.csv"
    path.write_text("date,threats,articles\n2019-01,1,9\n2019-02,2,9\n2019-03,3,9\n", encoding="utf-8")
    done = escalation(path)
    assert (done.exit_code, "needs at least" in done.stderr) == (1, True)


def test_a_base_that_is_no_stretch_is_wrong_usage(tmp_path: Path) -> None:
    path = monthly(tmp_path)
    told = ("--series", str(path), "--value", "threats", "--total", "articles", "--base", "2019")
    assert rostra("signals", "escalation", *told).exit_code == 2


def test_without_totals_the_usage_is_wrong(tmp_path: Path) -> None:
    done = rostra("signals", "escalation", "--series", str(monthly(tmp_path)), "--value", "threats")
    assert done.exit_code == 2


def test_help_of_the_group_loads_no_library() -> None:
    done = rostra("signals", "--help")
    assert "escalation" in done.stdout


def test_a_missing_library_is_told_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import rostra.cli.signals_escalation as module

    def missing(**_: object) -> None:
        raise ModuleNotFoundError(name="numpy")

    monkeypatch.setattr(module.command, "callback", missing)
    done = escalation(monthly(tmp_path))
    assert (done.exit_code, "pip install 'rostra[signals]'" in done.stderr) == (1, True)


def wave(folder: Path, months: int = 420) -> Path:
    """An index that keeps part of its last value, with shocks from a congruential generator."""
    lines, level, state = ["date,index"], 0.0, 1
    for month in range(months):
        state = (1103515245 * state + 12345) % 2**31
        level = 0.8 * level + (state / 2**30 - 1) / 4
        lines.append(f"{1990 + month // 12}-{month % 12 + 1:02d},{100 * 2.718281828**level:.6f}")
    path = folder / "index.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def forecast(path: Path, *words: str) -> Result:
    return rostra("signals", "forecast", "--series", str(path), "--value", "index", *words)


def test_forecast_writes_its_scores_by_horizon_and_model(tmp_path: Path) -> None:
    record = json.loads(forecast(wave(tmp_path), "--horizons", "1,6", "--json").stdout)
    assert {"1", "6"} == set(record["skill"]) == set(record["crps"]) == set(record["brier"])
    assert {"climatology", "persistence", "seasonal", "mixture", "direct_ar"} == set(record["crps"]["1"])


def test_forecast_prints_every_score(tmp_path: Path) -> None:
    done = forecast(wave(tmp_path), "--horizons", "12")
    assert (done.exit_code, "climatology" in done.stdout) == (0, True)


def test_a_short_series_is_not_forecast(tmp_path: Path) -> None:
    done = forecast(wave(tmp_path, 50))
    assert (done.exit_code, "needs at least 60" in done.stderr) == (1, True)


@pytest.mark.parametrize("horizons", ["0", "x", "1,,3", "121", ""])
def test_horizons_are_whole_numbers_of_periods(tmp_path: Path, horizons: str) -> None:
    assert forecast(wave(tmp_path), "--horizons", horizons).exit_code == 2
