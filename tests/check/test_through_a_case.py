"""Checks on rows that went through a case: what was imported first does not matter."""

from itertools import permutations
from pathlib import Path

import pytest

from rostra.check import check_claims
from rostra.ingest.registers import Naming, import_reference
from rostra.model import Finding
from rostra.store import Case
from tests.check.samples import CONTEXT, claim
from tests.ingest.registers.layouts import register, table

TRANSFERS = "recipient,supplier,item,class,low,high,state,from,to,uncertain\n"
FILES = {
    "register.csv": "Valdoria,Marenia,2006,,150,?,Igla-S,portable SAM,150,,2007; 2008,New,,,,\n",
    "stocks.csv": "Valdoria,,Igla-S,portable SAM,120,140,held,2018,2018,\n",
    "more.csv": "Valdoria,,Igla-S,portable SAM,90,90,held,2019,2019,\n",
}


def findings(folder: Path, order: tuple[str, ...]) -> tuple[Finding, ...]:
    naming = Naming(item={"Igla-S": "igla-s"}.get)
    with Case.open(folder / f"{'-'.join(order)}.db") as case:
        for name in order:
            kind = "sipri" if name == "register.csv" else "transfers"
            case.add_reference(kind, import_reference(folder / name, kind, naming), folder / name)  # type: ignore[arg-type]  # a literal
        stated = [claim({"type": "possession", "n": 130}), claim({"type": "deployment", "n": 200}, 1)]
        return check_claims(stated, case.reference_rows(), context=CONTEXT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    register(tmp_path, FILES["register.csv"])
    table(tmp_path, TRANSFERS + FILES["stocks.csv"], "stocks.csv")
    table(tmp_path, TRANSFERS + FILES["more.csv"], "more.csv")
    return tmp_path


def test_the_order_of_import_does_not_matter(folder: Path) -> None:
    said = [findings(folder, order) for order in permutations(FILES)]
    assert len(said[0]) == 2
    assert all(each == said[0] for each in said)
