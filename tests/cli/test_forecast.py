import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main

WORDS = "will increasingly show its rockets"
MONTHS = 420


def rostra(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def index(folder: Path, months: int, name: str) -> str:
    """An index that keeps part of its last value, with shocks from a congruential generator."""
    lines, level, state = ["date,index"], 0.0, 1
    for month in range(months):
        state = (1103515245 * state + 12345) % 2**31
        level = 0.8 * level + (state / 2**30 - 1) / 4
        lines.append(f"{1990 + month // 12}-{month % 12 + 1:02d},{100 * 2.718281828**level:.6f}")
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def known(tmp_path: Path) -> tuple[str, ...]:
    case = ("--case", str(tmp_path / "case.db"))
    return (*case, "--series", index(tmp_path, MONTHS, "known.csv"), "--value", "index")


def added(known: tuple[str, ...], *words: str) -> dict[str, Any]:
    done = rostra("forecast", "add", *known, *words, "--json")
    assert done.exit_code == 0, done.output
    record: dict[str, Any] = json.loads(done.stdout)["predictions"][0]
    return record


def test_the_tool_predicts_where_its_scores_earn_it(known: tuple[str, ...]) -> None:
    record = added(known, "--ahead", "1")
    assert (record["origin"], record["made"], record["due"]) == ("tool", "2024-12-01", "2025-01-01")
    assert 0 <= record["probability"] <= 1


def test_the_tool_does_not_predict_where_a_naive_mixture_does_as_well(known: tuple[str, ...]) -> None:
    done = rostra("forecast", "add", *known, "--ahead", "36")
    assert (done.exit_code, "no forecast is offered" in done.stderr) == (1, True)


def test_the_words_of_a_text_are_stored_with_terms_and_base_rate(known: tuple[str, ...]) -> None:
    record = added(known, "--ahead", "6", "--says", WORDS)
    assert (record["origin"], record["statement"], record["probability"]) == ("text", WORDS, None)
    assert 0 < record["base_rate"] < 1
    assert record["threshold"] > 0


def test_words_are_found_in_their_document(known: tuple[str, ...], tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        f"Valdoria on parade\n\nThe government {WORDS} abroad, observers expect.\n", encoding="utf-8"
    )
    rostra("read", str(article), *known[:2])
    document = json.loads(rostra("quotes", *known[:2], "--json").stdout or "[]")
    from rostra.store import Case

    with Case.open(known[1], "read") as case:
        id_ = next(iter(case.documents())).id
    record = added(known, "--ahead", "6", "--says", WORDS, "--document", id_)
    assert document is not None
    assert record["document"] == id_
    assert record["span"][1] - record["span"][0] == len(WORDS)


def test_words_that_a_document_lacks_are_refused(known: tuple[str, ...], tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Valdoria on parade\n\nNothing was said.\n", encoding="utf-8")
    rostra("read", str(article), *known[:2])
    from rostra.store import Case

    with Case.open(known[1], "read") as case:
        id_ = next(iter(case.documents())).id
    done = rostra("forecast", "add", *known, "--ahead", "6", "--says", WORDS, "--document", id_)
    assert (done.exit_code, "does not have these words" in done.stderr) == (1, True)


def test_a_prediction_is_scored_once_its_period_is_seen(known: tuple[str, ...], tmp_path: Path) -> None:
    added(known, "--ahead", "1")
    later = index(tmp_path, MONTHS + 2, "later.csv")
    done = rostra("forecast", "score", *known[:2], "--series", later, "--value", "index", "--json")
    record = json.loads(done.stdout)
    outcome = record["predictions"][0]["outcome"]
    assert outcome["happened"] == (outcome["value"] > record["predictions"][0]["threshold"])
    assert record["standing"]["n"] == 1
    again = rostra("forecast", "score", *known[:2], "--series", later, "--value", "index", "--json")
    assert json.loads(again.stdout)["predictions"] == []


def test_what_is_still_to_come_is_not_scored(known: tuple[str, ...]) -> None:
    added(known, "--ahead", "1")
    done = rostra("forecast", "score", *known, "--json")
    assert json.loads(done.stdout)["standing"]["n"] == 0


def test_a_prediction_made_earlier_knows_nothing_later(known: tuple[str, ...]) -> None:
    record = added(known, "--ahead", "1", "--made", "2024-06")
    assert (record["made"], record["due"]) == ("2024-06-30", "2024-07-01")


def test_the_list_shows_what_was_said_and_what_came(known: tuple[str, ...], tmp_path: Path) -> None:
    added(known, "--ahead", "6", "--says", WORDS, "--over", "80", "--probability", "0.7")
    rostra(
        "forecast", "score", *known[:2], "--series", index(tmp_path, MONTHS + 12, "l.csv"), "--value", "index"
    )
    done = rostra("forecast", "list", *known[:2])
    assert "1 scored" in done.stdout
    assert "0.70" in done.stdout


def test_terms_of_a_text_without_its_words_are_wrong_usage(known: tuple[str, ...]) -> None:
    assert rostra("forecast", "add", *known, "--ahead", "1", "--over", "3").exit_code == 2


FORESEEN = "Valdoria is likely to step up its military parades in the coming months."


@pytest.fixture
def reading(known: tuple[str, ...], tmp_path: Path) -> tuple[str, ...]:
    """A case with an article that foresees more, less and as much."""
    article = tmp_path / "a.txt"
    others = "Marenia will scale back its naval exercises. Ostravia will continue to conduct missile tests."
    article.write_text(f"Valdoria on parade\n\nThe crowd went home. {FORESEEN} {others}\n", encoding="utf-8")
    rostra("read", str(article), *known[:2], "--lang", "en")
    return known


def listed(case: tuple[str, ...]) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(rostra("forecast", "find", *case[:2], "--json").stdout)
    return records


def test_statements_are_listed_with_sentence_and_offsets(reading: tuple[str, ...]) -> None:
    first, *others = listed(reading)
    assert first["sentence"] == FORESEEN
    assert first["span"][1] - first["span"][0] == len(FORESEEN)
    assert (first["direction"], first["act"], first["hedge"]) == ("up", "display", "likely")
    assert first["horizon"] == "in the coming months"
    assert [each["direction"] for each in others] == ["down", "same"]


def test_statements_are_a_table_for_a_person(reading: tuple[str, ...]) -> None:
    done = rostra("forecast", "find", *reading[:2], "--limit", "1")
    assert (done.exit_code, "more: display" in done.stdout) == (0, True)


def test_a_statement_is_stored_with_its_place_and_no_probability(reading: tuple[str, ...]) -> None:
    first = listed(reading)[0]
    record = added(reading, "--ahead", "6", "--from", first["id"][:8])
    assert (record["statement"], record["document"]) == (FORESEEN, first["document"])
    assert (record["span"], record["probability"], record["origin"]) == (first["span"], None, "text")
    assert 0 < record["base_rate"] < 1


@pytest.mark.parametrize(("number", "told"), [(1, "foresees less"), (2, "--over")])
def test_what_the_ledger_cannot_score_is_refused(reading: tuple[str, ...], number: int, told: str) -> None:
    id_ = listed(reading)[number]["id"]
    done = rostra("forecast", "add", *reading, "--ahead", "6", "--from", id_)
    assert (done.exit_code, told in done.stderr) == (1, True)


def test_going_on_is_stored_with_a_level(reading: tuple[str, ...]) -> None:
    record = added(reading, "--ahead", "6", "--from", listed(reading)[2]["id"], "--over", "80")
    assert (record["threshold"], record["base_rate"]) == (80, None)


def test_an_unknown_statement_is_refused(reading: tuple[str, ...]) -> None:
    done = rostra("forecast", "add", *reading, "--ahead", "6", "--from", "w_none")
    assert (done.exit_code, "forecast find" in done.stderr) == (1, True)


def test_a_statement_brings_its_own_words(reading: tuple[str, ...]) -> None:
    done = rostra("forecast", "add", *reading, "--ahead", "6", "--from", "w_1", "--says", "so")
    assert done.exit_code == 2
