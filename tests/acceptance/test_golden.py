"""The report of the demonstration replays, and says what it said when it was last looked at."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main
from tests.acceptance.golden import FILE, changes, demonstration, golden_of

RENEW = "look at each; if they are meant, renew with: uv run python -m tests.acceptance.golden"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return demonstration(tmp_path_factory.mktemp("golden"))


def replayed(*words: str) -> Result:
    return CliRunner().invoke(main, ["replay", *words])


def test_the_golden_report_is_what_the_demonstration_gives(made: tuple[Path, Path]) -> None:
    found = changes(json.loads(FILE.read_text(encoding="utf-8")), golden_of(*made))
    assert not found, "\n".join(
        [f"{len(found)} records or sections of the golden report changed:", *found, RENEW]
    )


def test_a_change_is_told_by_record() -> None:
    golden = json.loads(FILE.read_text(encoding="utf-8"))
    id_ = next(id_ for id_ in golden["records"] if id_.startswith("c_"))
    other = golden | {"records": golden["records"] | {id_: "0000 other"}}
    assert changes(golden, other) == [f"record {id_} changed: 0000 other"]


def test_the_report_of_the_demonstration_replays(made: tuple[Path, Path]) -> None:
    case, page = made
    done = replayed(str(page), "--case", str(case), "--json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["agrees"], told["first"], told["notes"]) == (0, True, None, [])
    assert told["recomputed"]["documents"] == 4


def test_the_case_replays_alone(made: tuple[Path, Path]) -> None:
    done = replayed(str(made[0]))
    assert (done.exit_code, "agrees to the last digit" in " ".join(done.stdout.split())) == (0, True)


def test_a_figure_changed_on_the_page_is_named(made: tuple[Path, Path], tmp_path: Path) -> None:
    case, page = made
    other = tmp_path / "other.html"
    other.write_text(page.read_text(encoding="utf-8").replace("6,000", "6,001"), encoding="utf-8")
    done = replayed(str(other), "--case", str(case))
    assert (done.exit_code, "differs, first in the page" in " ".join(done.stdout.split())) == (1, True)


def test_a_page_read_elsewhere_is_the_same_bytes(made: tuple[Path, Path], tmp_path: Path) -> None:
    case, page = demonstration(tmp_path)
    assert page.read_bytes() == made[1].read_bytes()
    assert replayed(str(made[1]), "--case", str(case)).exit_code == 0


def test_a_page_of_nobody_is_an_error(tmp_path: Path, made: tuple[Path, Path]) -> None:
    (tmp_path / "x.html").write_text("<p>hello</p>", encoding="utf-8")
    done = replayed(str(tmp_path / "x.html"), "--case", str(made[0]))
    assert (done.exit_code, "no block for replay" in done.output) == (1, True)
