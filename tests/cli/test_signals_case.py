import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main


def rostra(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("signals") / "demo.db"
    assert rostra("demo", "--case", str(path)).exit_code == 0
    return str(path)


def test_a_case_gives_series_that_add_up(case: str) -> None:
    rows = [
        json.loads(line) for line in rostra("signals", "series", "--case", case, "--json").stdout.splitlines()
    ]
    assert rows
    assert all(0 <= row["count"] <= row["total"] for row in rows)


def test_the_csv_has_a_date_the_kinds_and_the_total(case: str, tmp_path: Path) -> None:
    done = rostra("signals", "series", "--case", case, "--by", "type", "--period", "monthly")
    header = done.stdout.splitlines()[0].split(",")
    assert (header[0], header[-1], "possession" in header) == ("date", "articles", True)


def test_an_unknown_dimension_is_a_usage_error(case: str) -> None:
    done = rostra("signals", "series", "--case", case, "--by", "mood")
    assert (done.exit_code, "give any of actor" in done.output) == (2, True)


def test_no_dimension_is_a_usage_error(case: str) -> None:
    done = rostra("signals", "series", "--case", case, "--by", "")
    assert (done.exit_code, "give any of actor" in done.output) == (2, True)


def article(folder: Path, text: str) -> str:
    """A case of one dated article of an outlet with a hostile name."""
    page = folder / "page.html"
    page.write_text(
        '<html><head><meta property="og:site_name" content="=1+1"><meta property="article:published_time" '
        f'content="2025-03-04"></head><body><article><p>{text}</p></article></body></html>',
        encoding="utf-8",
    )
    case = str(folder / "one.db")
    assert rostra("read", str(page), "--case", case, "--lang", "en").exit_code == 0
    return case


def test_an_outlet_s_name_is_no_formula(tmp_path: Path) -> None:
    case = article(tmp_path, "Venezuela has 5,000 Igla-S missiles.")
    done = rostra("signals", "series", "--case", case, "--by", "outlet")
    assert done.stdout.splitlines()[0] == "date,'=1+1,articles"


def test_a_denied_act_is_a_statement(tmp_path: Path) -> None:
    case = article(tmp_path, "Venezuela did not deploy 20 Igla-S missiles.")
    header = rostra("signals", "series", "--case", case, "--by", "family").stdout.splitlines()[0]
    assert header == "date,statement,articles"


def test_costs_name_their_rules(case: str) -> None:
    record = json.loads(rostra("signals", "costs", "--case", case, "--json").stdout)
    assert record["n"] == len(record["signals"]) > 0
    assert all(signal["rule"].startswith("S") for signal in record["signals"])
    assert {signal["event"]["conflict_rank"] for signal in record["signals"]} <= {1, 2, 3, None}


def test_costs_are_told_in_words(case: str) -> None:
    assert "the highest step is" in " ".join(rostra("signals", "costs", "--case", case).stdout.split())
