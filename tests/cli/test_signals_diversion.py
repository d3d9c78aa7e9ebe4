import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main
from tests.signals.diversion.made import PLACEBOS, coverage

PLACEBO = ",".join(PLACEBOS)


def diversion(folder: Path, *words: str, total: tuple[str, ...] = ("--total", "articles")) -> Result:
    table = coverage(days=300, fall=0.4)
    names = ("parade", "audit", *PLACEBOS)
    assert table.total is not None
    rows = [
        ",".join(
            [day.isoformat(), *(f"{table.columns[name][at]:.0f}" for name in names), f"{table.total[at]:.0f}"]
        )
        for at, day in enumerate(table.dates)
    ]
    path = folder / "days.csv"
    path.write_text("\n".join([",".join(["date", *names, "articles"]), *rows]) + "\n", encoding="utf-8")
    asked = ["--series", str(path), "--date", "date", "--display", "parade", "--topic", "audit", *total]
    return CliRunner().invoke(main, ["signals", "diversion", *asked, *words])


def test_a_planted_fall_is_told_to_machines(tmp_path: Path) -> None:
    record = json.loads(diversion(tmp_path, "--placebo", PLACEBO, "--seed", "2", "--json").stdout)
    assert (record["verdict"], record["design"], record["settings"]["seed"]) == (
        "consistent with diversion",
        "course",
        2,
    )


def test_without_placebos_it_cannot_tell(tmp_path: Path) -> None:
    assert "Verdict: cannot tell (0 placebo topics" in " ".join(diversion(tmp_path).stdout.split())


def test_an_event_has_a_design_of_its_own(tmp_path: Path) -> None:
    record = json.loads(diversion(tmp_path, "--event", "2023-08-01", "--json").stdout)
    assert record["design"] == "event"


@pytest.mark.parametrize(
    ("words", "total", "said"),
    [
        ((), (), "counts without totals"),
        (("--placebo", "audit"), ("--total", "articles"), "named more than once"),
        (("--event", "1999-01-01"), ("--total", "articles"), "before it"),
    ],
)
def test_what_cannot_be_answered_is_refused(
    tmp_path: Path, words: tuple[str, ...], total: tuple[str, ...], said: str
) -> None:
    done = diversion(tmp_path, *words, total=total)
    assert (done.exit_code, said in done.output) == (1, True)
