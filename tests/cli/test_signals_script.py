import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main

SENTENCE = {
    "en": "Valdoria has 5,000 Igla-S missiles, the ministry of Valdoria said.",
    "es": "Valdoria tiene 5.000 misiles Igla-S, dijo el ministerio de Marenia.",
}


def script(folder: Path, *words: str, actors: str = "Valdoria,Marenia") -> Result:
    lines = [
        {"id": "a", "date": "2025-03-01", "actor": "Valdoria", "lang": "en", "text": SENTENCE["en"]},
        {"id": "b", "date": "2025-03-04", "actor": "Marenia", "lang": "es", "text": SENTENCE["es"]},
    ]
    path = folder / "corpus.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return CliRunner().invoke(main, ["signals", "script", "--corpus", str(path), "--actors", actors, *words])


def test_a_script_answers_in_json(tmp_path: Path) -> None:
    record = json.loads(script(tmp_path, "--no-claims", "--seed", "3", "--json").stdout)
    assert (record["passages"], record["lead_lag"]["p"], record["leader"]["actor"]) == ([], None, None)
    assert record["settings"]["seed"] == 3


def test_one_claim_in_two_languages_is_shared(tmp_path: Path) -> None:
    (claim,) = json.loads(script(tmp_path, "--json").stdout)["claims"]
    assert [use["lang"] for use in claim["uses"]] == ["en", "es"]


def test_a_script_prints_a_paragraph(tmp_path: Path) -> None:
    assert "0 passages stand in both" in " ".join(script(tmp_path).stdout.split())


@pytest.mark.parametrize(
    ("actors", "said"), [("Valdoria", "two actors"), ("Valdoria,Ostravia", "no document of")]
)
def test_a_question_that_cannot_be_asked_is_refused(tmp_path: Path, actors: str, said: str) -> None:
    done = script(tmp_path, actors=actors)
    assert done.exit_code in {1, 2}
    assert said in done.output


def test_a_media_file_without_its_columns_is_refused(tmp_path: Path) -> None:
    media = tmp_path / "media.csv"
    media.write_text("day,n\n2025-03-01,4\n", encoding="utf-8")
    done = script(tmp_path, "--media", str(media))
    assert (done.exit_code, "column 'date' is not in the file" in done.output) == (1, True)


def test_a_name_with_a_comma_stands_in_quotation_marks(tmp_path: Path) -> None:
    done = script(tmp_path, actors='"Valdoria, Republic of",Marenia')
    assert "no document of Valdoria, Republic of" in done.output


def test_half_of_a_surrogate_pair_is_written_as_its_escape(tmp_path: Path) -> None:
    said = "\ud800 the northern straits will be closed to every foreign hull until all inspectors have left our harbours"
    path = tmp_path / "corpus.jsonl"
    lines = [
        {"id": actor, "date": "2025-03-01", "actor": actor, "lang": "en", "text": f"the {said} {actor}"}
        for actor in ("Valdoria", "Marenia")
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    words = [
        "signals",
        "script",
        "--corpus",
        str(path),
        "--actors",
        "Valdoria,Marenia",
        "--no-claims",
        "--json",
    ]
    (passage,) = json.loads(CliRunner().invoke(main, words).stdout)["passages"]
    assert "\ud800" in passage["sides"][0]["text"]


def test_the_examples_of_every_help_page_keep_their_lines() -> None:
    shown = CliRunner().invoke(main, ["signals", "--help"]).output
    assert "\\b" not in shown
    assert "\n    rostra signals escalation --series" in shown
