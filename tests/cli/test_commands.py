import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import COMMANDS, main

ARTICLE = """Valdoria shows its missiles

PORT SELM, Oct. 25 — Defence Minister Ada Corvin said that Russia has deployed 400 Igla-S missiles along the coast.
“We will not be intimidated by anyone,” Corvin told reporters.
"""
TRANSFERS = """recipient,supplier,item,class,low,high,state,from,to,uncertain
Venezuela,Russia,Igla-S,portable SAM,150,150,delivered,2009,2010,
Venezuela,Russia,Igla-S,portable SAM,many,150,delivered,2011,2012,
"""


def rostra(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=given)


def as_json(*words: str) -> Any:
    return json.loads(rostra(*words, "--json").stdout)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("case")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.html").write_bytes(b"\x00\x01\x02")
    path = str(folder / "case.db")
    assert rostra("read", str(folder / "a.txt"), str(folder / "b.html"), "--case", path).exit_code == 0
    return path


def test_the_commands_are_these() -> None:
    golden = "annotate claims demo equipment findings forecast grade knowledge mentions quotes read reference replay report signals train why"
    assert sorted(COMMANDS) == golden.split()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_summary_in_the_group_is_the_commands_own(name: str) -> None:
    command = main.get_command(None, name)  # type: ignore[arg-type]  # the group asks nothing of its context
    assert command is not None
    assert (command.help or "").splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_has_examples(name: str) -> None:
    assert "Examples:" in rostra(name, "--help").stdout


def test_help_loads_no_stage() -> None:
    code = "import sys, rostra.cli.group as g; g.main(['--help'], standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "trafilatura",
        "lxml",
        "babel",
        "pint",
        "sqlite3",
        "jinja2",
        "rich",
        "py3langid",
        "spacy",
        "numpy",
    }
    assert heavy & set(loaded) == set()


def test_what_cannot_be_read_is_refused_and_the_rest_goes_on(case: str) -> None:
    page = rostra("report", "--case", case, "-o", str(Path(case).with_name("case.html")))
    assert page.exit_code == 0
    assert "b.html" in Path(case).with_name("case.html").read_text(encoding="utf-8")


def test_the_case_is_named_before_or_after_a_command(case: str) -> None:
    assert rostra("--case", case, "quotes").stdout == rostra("quotes", "--case", case).stdout


def test_quotes_are_found_by_part_of_the_speakers_name(case: str) -> None:
    assert {quote["speaker_name"] for quote in as_json("quotes", "--case", case, "--speaker", "corvin")} == {
        "Ada Corvin"
    }


def test_claims_are_found_by_equipment(case: str) -> None:
    claims = as_json("claims", "--case", case, "--equipment", "igla")
    assert {(claim["equipment"]["id"], claim["quantity"]["low"]) for claim in claims} == {
        ("9k338-igla-s", 400)
    }


def test_csv_has_a_header(case: str) -> None:
    assert rostra("claims", "--case", case, "--csv").stdout.startswith("id,identity,document")


def test_reading_again_adds_nothing(case: str) -> None:
    before = as_json("quotes", "--case", case)
    rostra("read", str(Path(case).with_name("a.txt")), "--case", case)
    assert as_json("quotes", "--case", case) == before


def test_a_broken_row_is_listed_and_the_rest_imported(tmp_path: Path) -> None:
    register = tmp_path / "deliveries.csv"
    register.write_text(TRANSFERS, encoding="utf-8")
    done = rostra("reference", "import", str(register), "--as", "transfers", "--case", str(tmp_path / "c.db"))
    assert done.exit_code == 0, done.output
    assert "1 rows from" in done.output
    assert "1 refused" in done.output


def test_why_leads_from_a_claim_to_the_bytes(case: str) -> None:
    claim = as_json("claims", "--case", case, "--equipment", "igla")[0]
    chain = json.loads(rostra("why", claim["id"], "--case", case, "--json").stdout)
    evidence = next(words for words in chain["words"] if words["role"] == "evidence")
    start, end = evidence["raw_bytes"]
    raw = Path(case).with_name("a.txt").read_bytes()
    assert raw[start:end].decode() == evidence["text"]


def test_why_shows_a_tree(case: str) -> None:
    claim = as_json("claims", "--case", case)[0]
    assert "sha256" in rostra("why", claim["id"][:8], "--case", case).stdout


def test_an_unknown_id_is_an_error_with_a_remedy(case: str) -> None:
    failed = rostra("why", "c_nothing", "--case", case)
    assert (failed.exit_code, "Traceback" in failed.output) == (1, False)
    assert "c_nothing" in failed.output


def test_a_missing_case_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    failed = rostra("quotes", "--case", str(tmp_path / "none.db"))
    assert failed.exit_code == 1
    assert "none.db" in failed.output


def test_nothing_readable_exits_with_one(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_bytes(b"\x00\x01\x02")
    assert rostra("read", str(tmp_path / "x.html"), "--case", str(tmp_path / "c.db")).exit_code == 1


def test_a_text_without_a_language_pack_is_kept_and_refused(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("short", encoding="utf-8")
    done = rostra("read", str(tmp_path / "d.txt"), "--case", str(tmp_path / "c.db"))
    assert (done.exit_code, "1 document" in done.stdout, "language" in done.stdout) == (0, True, True)


def test_annotate_exits_with_one_only_when_no_line_was_read() -> None:
    good = json.dumps({"id": "a", "text": ARTICLE})
    codes = [rostra("annotate", given=lines).exit_code for lines in ("{\n", "{\n" + good + "\n", "")]
    assert codes == [1, 0, 0]


def test_the_demo_reads_its_sample(tmp_path: Path) -> None:
    done = rostra("demo", "--case", str(tmp_path / "demo.db"), "-o", str(tmp_path / "demo.html"))
    assert done.exit_code == 0, done.output
    assert "4 documents" in done.stdout


def test_the_page_of_a_case_is_the_same_bytes_twice(case: str, tmp_path: Path) -> None:
    pages = [tmp_path / "one.html", tmp_path / "two.html"]
    for page in pages:
        rostra("report", "--case", case, "-o", str(page))
    assert pages[0].read_bytes() == pages[1].read_bytes()


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs one line with `$R` as rostra, its streams as text with errors kept."""
    return subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "R": f"{sys.executable} -m rostra", **environment},
        check=False,
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("form", ["", "--csv", "--json"])
def test_a_terminal_without_unicode_is_written_to(case: str, encoding: str, form: str) -> None:
    done = shell(f"$R quotes --case {case} {form} | cat -v", PYTHONIOENCODING=encoding)
    assert (done.stderr, "Corvin" in done.stdout) == ("", True)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_json_is_utf_8_on_any_terminal(case: str, encoding: str) -> None:
    done = shell(f"$R claims --case {case} --json", PYTHONIOENCODING=encoding)
    assert "PORT SELM" in json.loads(done.stdout)[0]["words"] or json.loads(done.stdout)


def test_a_page_that_cannot_be_written_is_told(case: str, tmp_path: Path) -> None:
    done = rostra("report", "--case", case, "-o", str(tmp_path / "none" / "x.html"))
    assert (done.exit_code, done.stderr.count("\n"), "x.html" in done.stderr) == (1, 2, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("form", ["", "--csv", "--json"])
def test_a_full_disk_is_told(case: str, form: str) -> None:
    done = shell(f"$R claims --case {case} {form} >/dev/full")
    assert (done.returncode, done.stderr[:6], done.stderr.count("\n")) == (1, "Error:", 2)


def test_a_reader_that_has_enough_gets_no_traceback(case: str) -> None:
    done = shell(f"for i in 1 2 3; do $R claims --case {case} --json | true; done")
    assert done.stderr == ""


def test_a_language_without_a_pack_is_refused_before_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    failed = rostra("read", str(tmp_path / "a.txt"), "--lang", "xx", "--case", str(tmp_path / "c.db"))
    assert failed.exit_code == 2
    assert "known: en, es, pt, ru" in failed.output
