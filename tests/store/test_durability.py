"""What was finished stays, whatever happens to the process."""

import subprocess
import sys
from pathlib import Path

from rostra.store import Case, RunInfo
from tests.store.articles import TEXT, document

CHECKOUT = Path(__file__).resolve().parent.parent.parent
CUT_OFF = """
import os, sys
from rostra.store import Case, RunInfo, writing
from tests.store.articles import TEXT, reading
with Case.open(sys.argv[1]) as case:
    case.begin_run(RunInfo("0.1.0", "rules"))
    for at in range(3):
        case.add(reading(f"{TEXT} {at}", source=str(at)))
    writing.write_evidence = lambda *given: os._exit(9)
    case.add(reading(f"{TEXT} 3", source="3"))
"""


def test_a_run_that_is_killed_keeps_each_finished_document_and_nothing_of_the_next(tmp_path: Path) -> None:
    path = tmp_path / "rostra.db"
    killed = subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], cwd=CHECKOUT, check=False)
    assert killed.returncode == 9
    with Case.open(path) as case:
        assert [d.text for d in case.documents()] == [f"{TEXT} {at}" for at in range(3)]
        counts = case.counts()
        assert (counts.quotes, counts.claims, counts.mentions) == (3, 3, 9)
        info = RunInfo("0.1.0", "rules")
        assert [case.is_current(document(f"{TEXT} {at}").sha256, info) for at in range(4)] == [True] * 3 + [
            False
        ]
        assert case.runs()[0].finished is None


def test_the_tables_of_a_case_are_these(tmp_path: Path) -> None:
    with Case.open(tmp_path / "rostra.db") as case:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'documents_text%' ORDER BY 1"
        tables = [name for (name,) in case._connection.execute(query)]  # noqa: SLF001 - the schema is the contract
    assert tables == [
        "analyses",
        "claims",
        "decisions",
        "documents",
        "evidence",
        "file_sets",
        "findings",
        "mentions",
        "outcomes",
        "pack_files",
        "packs",
        "predictions",
        "quotes",
        "raws",
        "reference_files",
        "reference_rows",
        "refusals",
        "runs",
    ]


def test_the_journal_is_written_ahead_so_that_readers_need_not_wait(tmp_path: Path) -> None:
    with Case.open(tmp_path / "rostra.db") as case:
        assert case._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)  # noqa: SLF001
