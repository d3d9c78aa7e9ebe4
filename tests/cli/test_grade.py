"""Grades by hand and series, from the command line."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main

SENTENCE = "PORT SELM — Defence Minister Ada Corvin said that Russia has {} Igla-S missiles.\n"
STOCKS = """recipient,supplier,item,class,low,high,state,from,to,uncertain
Russia,,Igla-S,portable SAM,300,300,held,2022,2022,
Russia,,Igla-S,portable SAM,40,40,lost,2020,2020,
"""


def rostra(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("grades")
    case = str(folder / "case.db")
    for year, number in ((2018, 500), (2022, 300)):
        (folder / f"{year}.txt").write_text(SENTENCE.format(number), encoding="utf-8")
        words = ("--engine", "rules", "--date", f"{year}-06-01", "--outlet", "Orla Post", "--case", case)
        assert rostra("read", str(folder / f"{year}.txt"), *words).exit_code == 0
    (folder / "stocks.csv").write_text(STOCKS, encoding="utf-8")
    assert (
        rostra(
            "reference", "import", str(folder / "stocks.csv"), "--as", "transfers", "--case", case
        ).exit_code
        == 0
    )
    return case


def listed(path: str, *words: str) -> list[dict[str, Any]]:
    found = rostra("findings", "--json", "--case", path, *words)
    assert found.exit_code == 0, found.output
    return list(json.loads(found.stdout))


def supported(path: str) -> dict[str, Any]:
    (found,) = listed(path, "--verdict", "supported")
    return found


def test_a_letter_of_a_register_is_in_the_grade_of_what_rests_on_it(path: str) -> None:
    done = rostra(
        "grade", "source", "STOCKS.CSV", "--reliability", "b", "--reason", "counted on site", "--case", path
    )
    assert done.exit_code == 0, done.output
    assert supported(path)["grade"] == "B3"
    assert "counted on site" in rostra("grade", "show", "stocks.csv", "--case", path).output


def test_a_source_that_the_case_does_not_know_is_graded_with_a_word_of_it(path: str) -> None:
    done = rostra(
        "grade", "source", "Selm Almanac", "--reliability", "C", "--reason", "long known", "--case", path
    )
    assert done.exit_code == 0
    assert "no register, outlet or speaker" in done.output


def test_a_figure_stands_beside_the_computed_one_until_it_is_taken_back(path: str) -> None:
    id_ = supported(path)["id"]
    done = rostra(
        "grade", "finding", id_[:9], "--credibility", "2", "--reason", "seen by two of us", "--case", path
    )
    assert done.exit_code == 0, done.output
    graded = supported(path)
    assert (graded["grade"][1], graded["computed"][1]) == ("2", "3")
    assert "seen by two of us" in graded["basis"]
    assert "seen by two of us" in rostra("why", id_, "--case", path).output.replace("\n", " ")
    rostra("grade", "finding", id_, "--credibility", "computed", "--reason", "we erred", "--case", path)
    assert (supported(path)["grade"][1], supported(path)["computed"]) == ("3", None)
    history = json.loads(rostra("grade", "list", "--subject", id_, "--json", "--case", path).stdout)
    assert [decision["value"] for decision in history] == ["2", "computed"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("finding", "n_zzz", "--credibility", "2", "--reason", "x"), "nothing in"),
        (("finding", "n_zzz", "--credibility", "9", "--reason", "x"), "'9' is not one of"),
        (("finding", "n_zzz", "--credibility", "2"), "Missing option '--reason'"),
        (("source", "Orla Post", "--reliability", "G", "--reason", "x"), "'G' is not one of"),
        (("source", "Orla Post", "--reliability", "B", "--reason", " "), "a decision needs a reason"),
    ],
)
def test_what_cannot_be_decided_is_said_with_its_remedy(path: str, words: tuple[str, ...], says: str) -> None:
    done = rostra("grade", *words, "--case", path)
    assert done.exit_code != 0
    assert says in done.output


def test_a_claim_is_no_finding(path: str) -> None:
    claim = json.loads(rostra("claims", "--json", "--case", path).stdout)[0]["id"]
    done = rostra("grade", "finding", claim, "--credibility", "2", "--reason", "x", "--case", path)
    assert "is no finding" in done.output
    assert "rostra findings" in done.output


def test_a_series_shows_its_statements_and_what_is_not_explained(path: str) -> None:
    (series,) = listed(path, "--series")
    assert [point["low"] for point in series["points"]] == [500, 300]
    assert all("Ada Corvin said" in point["sentence"] for point in series["points"])
    (step,) = series["steps"]
    assert (step["movement"], step["gap"], step["explained"], step["unexplained"]) == (
        "fall",
        200,
        [40, 40],
        True,
    )
    assert "not explained on" in rostra("findings", "--series", "--case", path).output


def test_a_series_is_asked_for_by_what_a_claim_has(path: str) -> None:
    assert listed(path, "--series", "--holder", "Marenia") == []
    assert (
        "goes without --verdict"
        in rostra("findings", "--series", "--verdict", "refuted", "--case", path).output
    )


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (("--holder", "russ"), 3),
        (("--holder", "maren"), 0),
        (("--source", "stocks"), 3),
        (("--source", "orla post"), 3),
        (("--source", "almanac"), 0),
        (("--grade", "5"), 0),
        (("--rule", "K440"), 1),
        (("--since", "2020"), 2),
        (("--type", "possession", "--equipment", "igla", "--speaker", "corvin", "--until", "2019"), 1),
    ],
)
def test_findings_are_found_by(path: str, words: tuple[str, ...], number: int) -> None:
    assert len(listed(path, *words)) == number


def test_a_grade_that_is_none_is_refused(path: str) -> None:
    assert "give a letter A to F" in rostra("findings", "--grade", "B9", "--case", path).output
