import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main
from rostra.report.seal import read_seal
from tests.pipeline.samples import made

LATER = """Valdoria counts again

PORT SELM, Dec. 2 — Defence Minister Ada Corvin said that Valdoria has 90 Igla-S missiles.
"""


def rostra(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case in which one holder's stock falls from one year to the next."""
    path = made(tmp_path_factory.mktemp("cli") / "case")
    for name, text, date in (("a", LATER, "2025-12-02"), ("b", LATER.replace("90", "700"), "2021-12-02")):
        article = path.with_name(f"{name}.txt")
        article.write_text(text, encoding="utf-8")
        assert (
            rostra("read", str(article), "--date", date, "--engine", "rules", "--case", str(path)).exit_code
            == 0
        )
    return path


@pytest.fixture(scope="module")
def page(case: Path) -> Path:
    file = case.with_name("case.html")
    assert rostra("report", "--case", str(case), "-o", str(file), "--dated", "2026-01-01").exit_code == 0
    return file


def test_a_page_with_series_and_grades_replays(case: Path, page: Path) -> None:
    kinds = {id_.partition("_")[0] for id_ in read_seal(page.read_text(encoding="utf-8")).records}
    assert kinds >= {"doc", "q", "c", "n", "r", "s", "g", "v"}
    assert rostra("replay", str(page), "--case", str(case)).exit_code == 0


def test_a_page_of_some_documents_replays(case: Path) -> None:
    page = case.with_name("some.html")
    rostra("report", "--case", str(case), "-o", str(page), "--since", "2025", "--title", "Since <2025>")
    told = json.loads(rostra("replay", str(page), "--case", str(case), "--json").stdout)
    assert (told["agrees"], told["recomputed"]["documents"]) == (True, 1)


def test_a_page_of_another_case_is_named_as_such(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    assert rostra("demo", "--case", str(other)).exit_code == 0
    told = json.loads(rostra("replay", str(page), "--case", str(other), "--json").stdout)
    assert told["first"]["link"] == "case"


def test_what_was_read_since_is_named(case: Path, page: Path, tmp_path: Path) -> None:
    grown = tmp_path / "grown.db"
    grown.write_bytes(case.read_bytes())
    (tmp_path / "new.txt").write_text(LATER.replace("90", "80"), encoding="utf-8")
    rostra(
        "read", str(tmp_path / "new.txt"), "--date", "2025-12-09", "--engine", "rules", "--case", str(grown)
    )
    done = rostra("replay", str(page), "--case", str(grown), "--json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["first"]["link"], told["first"]["stored"]) == (1, "text", "none")


def test_a_damaged_record_is_named_for_a_page_too(case: Path, page: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(case.read_bytes())
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("UPDATE claims SET record = '{'")
    done = rostra("replay", str(page), "--case", str(damaged), "--json")
    assert (done.exit_code, json.loads(done.stdout)["first"]["link"]) == (1, "record")


def test_without_a_target_the_case_is_replayed(case: Path) -> None:
    assert json.loads(rostra("--case", str(case), "replay", "--json").stdout)["agrees"] is True


def test_a_missing_report_is_an_error(case: Path, tmp_path: Path) -> None:
    done = rostra("replay", str(tmp_path / "none.html"), "--case", str(case))
    assert (done.exit_code, "none.html" in done.output, "Traceback" in done.output) == (1, True, False)


def test_every_id_on_a_page_has_a_chain(case: Path, page: Path) -> None:
    ids = [id_ for id_ in read_seal(page.read_text(encoding="utf-8")).records if "/" not in id_]
    first = {id_.partition("_")[0]: id_ for id_ in reversed(ids)}
    for id_ in first.values():
        told = json.loads(rostra("why", id_, "--case", str(case), "--json").stdout)
        assert told["id"] == id_
        assert told["kind"]


def test_a_figure_is_drawn_on_a_terminal(case: Path, page: Path) -> None:
    id_ = next(id_ for id_ in read_seal(page.read_text(encoding="utf-8")).records if id_.startswith("v_"))
    shown = rostra("why", id_, "--case", str(case)).stdout
    assert "█" in shown
    assert "finding" in shown


def test_a_page_shows_the_history_of_a_letter(page: Path) -> None:
    assert "an invented reason" in page.read_text(encoding="utf-8")


def test_a_page_shows_a_series_with_its_steps(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "Claimed by one holder over time" in text
    assert "not explained on record" in text
