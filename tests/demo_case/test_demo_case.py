"""The shipped sample is read by the very doors that a user's files go through."""

from importlib.resources import as_file, files

import pytest

from rostra.ingest.registers import ReferenceKind, import_reference
from rostra.model import ReferenceRow

DEMO = files("rostra") / "demo_case"


@pytest.mark.parametrize(("kind", "rows"), [("transfers", 7), ("figures", 3)])
def test_every_row_of_the_sample_is_read(kind: ReferenceKind, rows: int) -> None:
    with as_file(DEMO / f"{kind}.csv") as path:
        found = list(import_reference(path, kind))
    assert [type(row) for row in found] == [ReferenceRow] * rows


def test_marks_of_uncertainty_are_kept() -> None:
    with as_file(DEMO / "transfers.csv") as path:
        rows = [row for row in import_reference(path, "transfers") if isinstance(row, ReferenceRow)]
    assert [row.uncertain for row in rows if row.uncertain] == [("count",), ("year",)]


def test_the_sample_ships_whole() -> None:
    names = sorted(file.name for file in (DEMO / "articles").iterdir())
    assert names == [
        "almerra-parade.txt",
        "escudo-de-bruma.txt",
        "keldt-briefing.txt",
        "kestrel-analysis.html",
    ]
