from pathlib import Path

import pytest

from rostra.ingest.registers import KINDS, Naming, ReferenceKind, import_reference
from rostra.kernel import PartialDate
from rostra.model import ReferenceRow, Refusal
from tests.ingest.registers.layouts import HEADERS, table

FIGURES = "subject,property,condition,low,high,unit,from,to,source\n"
TRANSFERS = "recipient,supplier,item,class,low,high,state,from,to,uncertain\n"


def one(path: Path, kind: ReferenceKind) -> ReferenceRow | Refusal:
    (found,) = import_reference(path, kind, Naming(item={"Igla-S": "9k338"}.get))
    return found


def row(path: Path, kind: ReferenceKind) -> ReferenceRow:
    found = one(path, kind)
    assert isinstance(found, ReferenceRow), found
    return found


def test_a_figure_is_a_catalogue_row(tmp_path: Path) -> None:
    path = table(tmp_path, f"{FIGURES}Igla-S,altitude,helicopters,10,3100,m,2001,,Invented Arms Book\n")
    found = row(path, "figures")
    assert (found.state, found.item_id, found.measure, found.condition) == (
        "catalogue",
        "9k338",
        "altitude",
        "helicopters",
    )
    assert (found.low, found.high, found.unit, found.source) == (10, 3100, "m", "Invented Arms Book")
    assert found.valid == PartialDate.year(2001)


def test_a_transfer_keeps_its_state_and_counts_what_its_class_counts(tmp_path: Path) -> None:
    path = table(
        tmp_path, f"{TRANSFERS}Valdoria,,Igla-S,portable SAM,50,60,held,2019-05,2019-06,low; high;from\n"
    )
    found = row(path, "transfers")
    assert (found.state, found.low, found.high, found.unit) == ("held", 50, 60, "missiles")
    assert (found.supplier, found.uncertain) == (None, ("count", "year"))
    assert str(found.valid) == "2019-05-01/2019-06-30"


def test_an_unknown_class_counts_items(tmp_path: Path) -> None:
    path = table(tmp_path, f"{TRANSFERS}Valdoria,,Orla,raft,5,,held,,,\n")
    assert row(path, "transfers").unit == "items"


def test_a_table_may_begin_with_a_mark_of_its_encoding_and_other_letters(tmp_path: Path) -> None:
    path = table(tmp_path, "\ufeff" + TRANSFERS.upper() + 'Valdoria,,Igla-S,,"1,200",,held,,,\n')
    assert row(path, "transfers").low == 1200


@pytest.mark.parametrize(
    ("kind", "line", "field"),
    [
        ("figures", "Igla-S,altitude,,,,m,,,x", "low"),
        ("figures", "Igla-S,altitude,,9,3,m,,,x", "high"),
        ("figures", "Igla-S,altitude,,9,tall,m,,,x", "high"),
        ("figures", "Igla-S,,,1,2,m,,,x", "property"),
        ("figures", "Igla-S,altitude,,1,2,,,,x", "unit"),
        ("figures", "Igla-S,altitude,,1,2,m,June,,x", "from"),
        ("figures", "Igla-S,altitude,,1,2,m,2004,2001,x", "to"),
        ("figures", "Igla-S,altitude,,1,inf,m,,,x", "high"),
        ("transfers", "Valdoria,,Igla-S,,5,5,lent,,,", "state"),
        ("transfers", "Valdoria,,Igla-S,,5,5,catalogue,,,", "state"),
        ("transfers", "Valdoria,,Igla-S,,5,5,held,,,weather", "uncertain"),
        ("transfers", ",,Igla-S,,5,5,held,,,", "recipient"),
        ("transfers", "Valdoria,,,,5,5,held,,,", "item"),
        ("transfers", 'Valdoria,,Igla-S,,"1,2",5,held,,,', "low"),
    ],
)
def test_a_broken_row_names_its_field_and_remedy(
    tmp_path: Path, kind: ReferenceKind, line: str, field: str
) -> None:
    header = HEADERS[kind]
    found = one(table(tmp_path, f"{header}{line}\n"), kind)
    assert isinstance(found, Refusal)
    assert f"table.csv, row 2, field '{field}'" in found.message
    assert found.message.endswith(")")


@pytest.mark.parametrize("kind", KINDS)
def test_no_bytes_make_a_reader_fail_otherwise_than_it_says(tmp_path: Path, kind: ReferenceKind) -> None:
    header = HEADERS[kind]
    path = tmp_path / "odd.csv"
    path.write_bytes(
        header.encode() + b'\x00\x81\xff,"\n\n,,,,,,,,,,,\n"""",a\r\n' + b"\xe2\x80" * 9 + b"\n,,\n"
    )
    assert all(isinstance(record, Refusal) for record in import_reference(path, kind))


def test_a_number_with_python_s_own_sign_between_digits_is_none(tmp_path: Path) -> None:
    found = one(table(tmp_path, f"{FIGURES}Igla-S,altitude,,1_0,,m,2001,,Invented Arms Book\n"), "figures")
    assert isinstance(found, Refusal)
    assert "'1_0' is no number" in found.message
