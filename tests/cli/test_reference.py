import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main

LOSSES = "country,system,destroyed,captured,abandoned,damaged,total\n"
TRANSFERS = "recipient,supplier,item,class,low,high,state,from,to,uncertain\n"


def rostra(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


@pytest.fixture
def losses(tmp_path: Path) -> Path:
    path = tmp_path / "losses.csv"
    path.write_text(f"{LOSSES}Venezuela,T-72B,3,0,0,1,4\nOrla,Gale-7,2,0,0,0,2\n", encoding="utf-8")
    return path


def imported(case: Path, *paths: Path, kind: str = "oryx") -> list[dict[str, Any]]:
    done = rostra("reference", "import", *paths, "--as", kind, "--case", case, "--json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def listed(case: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(rostra("reference", "list", "--case", case, "--json").stdout)
    return found


def test_names_that_do_not_resolve_are_listed_and_kept(case: Path, losses: Path) -> None:
    (done,) = imported(case, losses)
    assert (done["rows"], done["unknown_items"], done["unknown_states"]) == (3, {"Gale-7": 1}, {"Orla": 1})
    assert {row["item"] for row in listed(case)} == {"T-72B", "Gale-7"}


def test_a_person_reads_the_names_and_their_number(case: Path, losses: Path) -> None:
    told = rostra("reference", "import", losses, "--as", "oryx", "--case", case).stdout
    assert "Gale-7 (1)" in told
    assert "Orla (1)" in told


def test_the_same_file_twice_adds_nothing_and_says_so(case: Path, losses: Path) -> None:
    imported(case, losses)
    before = listed(case)
    again = rostra("reference", "import", losses, "--as", "oryx", "--case", case)
    assert "nothing added" in again.stdout
    assert imported(case, losses)[0]["new"] is False
    assert listed(case) == before


def test_a_file_is_named_anew_once_the_knowledge_has_changed(
    case: Path, losses: Path, tmp_path: Path
) -> None:
    imported(case, losses)
    pack = tmp_path / "orla"
    (pack / "equipment").mkdir(parents=True)
    (pack / "pack.toml").write_text(
        'name = "orla"\nversion = "1"\ndescription = "x"\nlicence = "x"\nsources = ["x"]\n', encoding="utf-8"
    )
    (pack / "countries.toml").write_text(
        '[countries]\nXR = { name = "Orla", demonym = "Orlan" }\n', encoding="utf-8"
    )
    (pack / "equipment" / "own.toml").write_text(
        'system = [{ id = "gale-7", name = "Gale-7", class = "sam" }]\n', encoding="utf-8"
    )
    rostra("knowledge", "add", pack, "--case", case)
    (done,) = imported(case, losses)
    assert (done["new"], done["unknown_items"], done["unknown_states"]) == (True, {}, {})
    assert len(listed(case)) == 3


def test_several_files_are_imported_and_a_bad_one_does_not_stop_them(
    case: Path, losses: Path, tmp_path: Path
) -> None:
    bad, other = tmp_path / "bad.csv", tmp_path / "other.csv"
    bad.write_bytes(b"PK\x03\x04rest")
    other.write_text(f"{LOSSES}Marenia,T-72B,5,0,0,0,5\n", encoding="utf-8")
    done = rostra("reference", "import", bad, losses, other, "--as", "oryx", "--case", case)
    assert done.exit_code == 1
    assert "workbook or a ZIP" in done.stderr
    assert len(listed(case)) == 4


def test_the_order_of_import_does_not_matter(tmp_path: Path, losses: Path) -> None:
    other = tmp_path / "deliveries.csv"
    other.write_text(f"{TRANSFERS}Venezuela,Russia,T-72B,,92,92,delivered,2011,2012,\n", encoding="utf-8")
    ids = []
    for name, order in (("one.db", (losses, other)), ("two.db", (other, losses))):
        for path in order:
            kind = "oryx" if path == losses else "transfers"
            imported(tmp_path / name, path, kind=kind)
        ids.append(sorted(row["id"] for row in listed(tmp_path / name)))
    assert ids[0] == ids[1]


def test_a_file_that_breaks_off_leaves_the_case_as_it_was(case: Path, tmp_path: Path) -> None:
    dump = tmp_path / "dump.json"
    dump.write_text('{"id": "Q1"}\n{"id": "Q2"}\n', encoding="utf-8")
    done = rostra("reference", "import", dump, "--as", "wikidata", "--case", case)
    assert done.exit_code == 1
    assert listed(case) == []
    refusals = rostra("reference", "list", "--case", case)
    assert "no reference rows" in refusals.stderr
