"""`rostra equipment`: one entry, candidates, near names, a class."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rostra.cli.group import main


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["equipment", *arguments])
    return done.exit_code, done.output


def test_an_entry_shows_its_names_by_authority_and_its_parts() -> None:
    code, text = run("SA-24")
    assert code == 0
    for words in (
        "9K338 Igla-S",
        "nato: SA-24 Grinch",
        "grau: 9K338",
        "9M342",
        "missiles, perhaps launchers",
    ):
        assert words in text


def test_an_ambiguous_name_lists_candidates_with_deciding_words() -> None:
    code, text = run("Tiger")
    assert code == 0
    assert "3 entries share this name" in text
    assert "helicopter" in text


def test_a_name_that_is_also_a_word_says_what_keeps_it() -> None:
    assert "never right before act or day" in " ".join(run("Patriot")[1].split())


def test_a_figure_shows_its_source() -> None:
    text = " ".join(run("DF-26")[1].split())
    assert "range: up to 4000 km" in text
    assert "missilethreat.csis.org" in text


def test_a_misspelt_name_offers_near_ones_and_fails() -> None:
    code, text = run("Patriott")
    assert code == 1
    assert "MIM-104 Patriot" in text


def test_json_has_the_whole_entry() -> None:
    code, text = run("S-400", "--json")
    (entry,) = json.loads(text)["entries"]
    assert code == 0
    assert entry["counts_as"] == ["system", "launcher", "battery"]
    assert "48n6" in entry["relations"]["uses"]


def test_a_language_keeps_other_names_out() -> None:
    assert run("Cúpula de Hierro", "--lang", "es")[0] == 0
    assert run("Cúpula de Hierro", "--lang", "pt")[0] == 1


@pytest.mark.parametrize("name", ["SAM", "surface-to-air missile", "tank", "tanks", "cruise missile"])
def test_a_class_is_listed(name: str) -> None:
    code, text = run("--class", name, "--json")
    assert code == 0
    assert len(json.loads(text)) > 20


def test_an_unknown_class_fails_and_names_the_classes() -> None:
    code, text = run("--class", "catapult")
    assert code == 1
    assert "cruise missile" in text


def test_name_and_class_exclude_each_other() -> None:
    assert run()[0] == 2
    assert run("SA-24", "--class", "SAM")[0] == 2


PACK = """name = "orla"
version = "1.0"
description = "An invented missile"
licence = "CC0-1.0"
sources = ["invented for the tests"]
"""
MISSILE = """[[system]]
id = "orla-2"
name = "Orla-2"
class = "sam"
origin = ["UA"]
example = "The Orla-2 was shown to the press."
"""


def test_packs_of_a_case_lie_over_the_catalogue(tmp_path: Path) -> None:
    folder, case = tmp_path / "orla", str(tmp_path / "case.db")
    (folder / "equipment").mkdir(parents=True)
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    (folder / "equipment" / "missiles.toml").write_text(MISSILE, encoding="utf-8")
    added = CliRunner().invoke(main, ["knowledge", "add", str(folder), "--case", case])
    assert added.exit_code == 0, added.output
    assert run("Orla-2")[0] == 1
    code, text = run("Orla-2", "--case", case)
    assert (code, "Orla-2" in text) == (0, True)
