import json
import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main

MANIFEST = """name = "orla"
version = "1.0"
description = "Orla, invented for a test"
licence = "Apache-2.0"
sources = ["invented"]
"""
COUNTRIES = '[countries]\nXR = { name = "Orla", demonym = "Orlan", capital = "Selm" }\n'
EQUIPMENT = (
    'system = [{ id = "gale-7", name = "Gale-7", class = "manpads", kind = "missile", origin = ["XR"] }]\n'
)
ARTICLE = "Orla shows its missiles\n\nSELM — Orla has received 400 Gale-7 missiles, the ministry said.\n"


def rostra(*words: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    at = tmp_path / "orla"
    (at / "equipment").mkdir(parents=True)
    (at / "pack.toml").write_text(MANIFEST, encoding="utf-8")
    (at / "countries.toml").write_text(COUNTRIES, encoding="utf-8")
    (at / "equipment" / "own.toml").write_text(EQUIPMENT, encoding="utf-8")
    return at


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    at = tmp_path / "a.txt"
    at.write_text(ARTICLE, encoding="utf-8")
    return at


def test_a_pack_is_added_listed_and_removed(folder: Path, case: Path) -> None:
    assert "1 states" in rostra("knowledge", "add", folder, "--case", case).stdout
    (listed,) = json.loads(rostra("knowledge", "list", "--case", case, "--json").stdout)
    assert (listed["name"], listed["licence"], len(listed["sha256"])) == ("orla", "Apache-2.0", 64)
    assert rostra("knowledge", "remove", "orla", "--case", case).exit_code == 0
    assert json.loads(rostra("knowledge", "list", "--case", case, "--json").stdout) == []


def test_the_same_pack_twice_adds_nothing_and_says_so(folder: Path, case: Path) -> None:
    rostra("knowledge", "add", folder, "--case", case)
    assert "nothing to do" in rostra("knowledge", "add", folder, "--case", case).stdout


def test_a_faulty_pack_lists_every_fault_and_adds_nothing(folder: Path, case: Path) -> None:
    (folder / "places.toml").write_text('[XZ]\ncity = ["A"]\n[XR]\nvillage = ["B"]\n', encoding="utf-8")
    (folder / "countries.toml").write_text('[countries]\nXR = { name = "Orla" }\n', encoding="utf-8")
    done = rostra("knowledge", "add", folder, "--case", case)
    assert done.exit_code == 1
    assert "places.toml" in done.stderr
    assert "countries.toml" in done.stderr
    assert json.loads(rostra("knowledge", "list", "--case", case, "--json").stdout) == []


def test_a_pack_that_is_not_there_is_named(case: Path) -> None:
    rostra("read", "-", "--case", case, given="The ministry said nothing about the ships in port today.")
    done = rostra("knowledge", "remove", "orla", "--case", case)
    assert done.exit_code == 1
    assert "no pack 'orla'" in done.stderr


def test_check_adds_nothing(folder: Path) -> None:
    assert "is sound: 1 states" in rostra("knowledge", "check", folder).stdout


def claims(case: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(rostra("claims", "--case", case, "--json").stdout)
    return found


def test_an_article_is_read_with_the_packs_of_its_case(folder: Path, case: Path, article: Path) -> None:
    rostra("knowledge", "add", folder, "--case", case)
    rostra("read", article, "--engine", "rules", "--case", case)
    (claim,) = claims(case)
    assert claim["holder"] == "Orla"
    assert claim["equipment"]["id"] == "gale-7"  # type: ignore[index]  # a claim with equipment


def test_a_new_pack_has_what_was_read_read_anew(folder: Path, case: Path, article: Path) -> None:
    rostra("read", article, "--engine", "rules", "--case", case)
    assert "were read without it" in rostra("knowledge", "add", folder, "--case", case).stdout
    rostra("read", article, "--engine", "rules", "--case", case)
    assert claims(case)[0]["holder"] == "Orla"


def test_why_names_the_pack_and_its_hash(folder: Path, case: Path, article: Path) -> None:
    rostra("knowledge", "add", folder, "--case", case)
    rostra("read", article, "--engine", "rules", "--case", case)
    (listed,) = json.loads(rostra("knowledge", "list", "--case", case, "--json").stdout)
    chain = json.loads(rostra("why", claims(case)[0]["id"], "--case", case, "--json").stdout)  # type: ignore[arg-type]  # an id
    assert {"name": "pack/orla 1.0", "sha256": listed["sha256"]} in chain["files"]


def test_a_case_needs_no_folder_once_it_has_the_pack(folder: Path, case: Path, article: Path) -> None:
    rostra("knowledge", "add", folder, "--case", case)
    shutil.rmtree(folder)
    rostra("read", article, "--engine", "rules", "--case", case)
    assert claims(case)[0]["holder"] == "Orla"


def test_annotate_takes_a_pack_without_a_case(folder: Path) -> None:
    line = json.dumps({"id": "1", "text": ARTICLE, "lang": "en"}) + "\n"
    done = rostra("annotate", "--knowledge", folder, "--engine", "rules", given=line)
    assert json.loads(done.stdout)["claims"][0]["equipment"]["id"] == "gale-7"


def test_the_demonstration_adds_its_pack(case: Path) -> None:
    rostra("demo", "--case", case)
    (listed,) = json.loads(rostra("knowledge", "list", "--case", case, "--json").stdout)
    assert listed["name"] == "demo"


def test_a_pack_that_another_one_needs_stays(folder: Path, case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "pack.toml").write_text(MANIFEST.replace('"orla"', '"arn"'), encoding="utf-8")
    (other / "places.toml").write_text('[XR]\ncity = ["Arn"]\n', encoding="utf-8")
    rostra("knowledge", "add", folder, "--case", case)
    assert rostra("knowledge", "add", other, "--case", case).exit_code == 0
    done = rostra("knowledge", "remove", "orla", "--case", case)
    assert done.exit_code == 1
    assert "unknown state XR" in done.stderr


def test_the_shipped_sample_can_be_added_by_hand(case: Path) -> None:
    with as_file(files("rostra") / "demo_case" / "knowledge") as sample:
        assert "4 states" in rostra("knowledge", "add", sample, "--case", case).stdout


def test_a_query_of_wikidata_becomes_a_pack(tmp_path: Path, case: Path) -> None:
    file = tmp_path / "held.csv"
    header = "personLabel,officeLabel,state,start,end,aka"
    file.write_text(
        f"{header}\nAda Corvin,president,VE,2011,2019,\nAda Corvin,president,VE,2021,,\nBo,x,VE,2011,,\n"
    )
    done = rostra("knowledge", "wikidata", file, tmp_path / "held")
    assert "1 persons in office" in done.stdout
    added = rostra("knowledge", "add", tmp_path / "held", "--case", case)
    assert "1 persons in office" in added.stdout, added.output
    again = rostra("knowledge", "wikidata", file, tmp_path / "held")
    assert "not empty" in again.stderr
