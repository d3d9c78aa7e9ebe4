"""What is no export of a register: typed refusals with a remedy, and one row at a time otherwise."""

import bz2
import gzip
import io
import json
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from rostra.ingest.registers import KINDS, ReferenceKind, import_reference
from rostra.kernel import SourceError
from rostra.model import ReferenceRow, Refusal
from tests.ingest.registers.layouts import HEADERS, WIDE, entity, quantity, statement, table


def workbook() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return made.getvalue()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (workbook(), "workbook or a ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "workbook"),
        (gzip.compress(b"x"), "gzip"),
        (bz2.compress(b"x"), "bzip2"),
        (b"%PDF-1.7", "PDF"),
        (b"\n <!DOCTYPE html><html>", "web page"),
        (b"", "no header"),
        (b"weather,mood\nsun,good\n", "no header"),
    ],
    ids=["xlsx", "xls", "gzip", "bzip2", "pdf", "page", "empty", "other table"],
)
def test_another_file_is_refused_with_a_remedy(
    tmp_path: Path, kind: ReferenceKind, raw: bytes, told: str
) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(raw)
    with pytest.raises(SourceError) as caught:
        list(import_reference(path, kind))
    assert told in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize("text", ['{"a": 1}', "[1, 2]", '{"a": ', "[" * 5000, "{}\n{}\n"])
@pytest.mark.parametrize("kind", ["sipri", "unroca", "wikidata"])
def test_other_json_is_refused(tmp_path: Path, kind: ReferenceKind, text: str) -> None:
    with pytest.raises(SourceError):
        list(import_reference(table(tmp_path, text, "given.json"), kind))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings_of_spreadsheets_are_read(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(f"{WIDE}Valdoria,Séldar,3,0,0,0,3\n".replace(",", delimiter).encode(encoding))
    (found,) = import_reference(path, "oryx")
    assert isinstance(found, ReferenceRow)
    assert (found.item, found.low) == ("Séldar", 3)


def test_a_very_large_cell_costs_its_row_alone(tmp_path: Path) -> None:
    good = "Valdoria,T-72B,1,0,0,0,1\n"
    path = table(tmp_path, f"{WIDE}{good}Valdoria,{'x' * 2_000_000},1,0,0,0,1\n{good}")
    assert [type(record) for record in import_reference(path, "oryx")] == [
        ReferenceRow,
        Refusal,
        ReferenceRow,
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_register_with_five_percent_of_broken_rows_imports_the_rest(
    tmp_path: Path, kind: ReferenceKind
) -> None:
    lines = {
        "figures": ("Igla-S,altitude,,1,2,m,,,x", "Igla-S,altitude,,tall,2,m,,,x", "low"),
        "transfers": ("Valdoria,,Igla-S,,5,5,held,,,", "Valdoria,,Igla-S,,5,5,lent,,,", "state"),
        "sipri": ("Valdoria,Marenia,2003,7,Igla-S,", "Valdoria,Marenia,2003,many,Igla-S,", "Number ordered"),
        "unroca": (
            "2019,Marenia,I,Marenia,Valdoria,5,,,,",
            "2019,Marenia,I,Marenia,Valdoria,five,,,,",
            "num_items",
        ),
        "oryx": ("Valdoria,T-72B,1,0,0,0,1", "Valdoria,T-72B,one,0,0,0,1", "destroyed"),
        "wikidata": ("Q1,Gale,length,2,metre,,,", "Q1,Gale,length,two,metre,,,", "amount"),
    }
    good, bad, field = lines[kind]
    text = HEADERS[kind] + "".join(f"{bad if at % 20 == 7 else good}\n" for at in range(2000))
    found = list(import_reference(table(tmp_path, text), kind))
    refusals = [record for record in found if isinstance(record, Refusal)]
    assert (len(refusals), len(found) - len(refusals)) == (100, 1900)
    assert f"table.csv, row 9, field '{field}'" in refusals[0].message
    assert all(refusal.message.endswith(")") for refusal in refusals)


def test_a_dump_is_read_in_flat_memory(tmp_path: Path) -> None:
    one = json.dumps(entity("Q1", "Gale", {"P2043": [statement(quantity("+1"))]}, sitelinks="x" * 20_000))
    path = tmp_path / "dump.json"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("[\n")
        stream.writelines(f"{one},\n" for _ in range(600))
        stream.write("]\n")
    tracemalloc.start()
    assert sum(1 for _ in import_reference(path, "wikidata")) == 600
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert path.stat().st_size > 12_000_000
    assert peak < 6_000_000
