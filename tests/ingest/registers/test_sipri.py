import datetime as dt
from pathlib import Path

import pytest

from rostra.ingest.registers import Naming, import_reference
from rostra.kernel import PartialDate, SourceError
from rostra.model import ReferenceRow, Refusal
from tests.ingest.registers.layouts import DEALS, PREAMBLE, register


def rows(path: Path, naming: Naming | None = None) -> list[ReferenceRow]:
    read = import_reference(path, "sipri", naming or Naming())
    return [record for record in read if isinstance(record, ReferenceRow)]


def test_a_deal_gives_what_was_ordered_and_what_was_delivered(tmp_path: Path) -> None:
    ordered, delivered, *_ = rows(register(tmp_path))
    assert (ordered.state, ordered.low, ordered.high, ordered.unit) == ("ordered", 700, 700, "missiles")
    assert (delivered.state, delivered.low, delivered.high) == ("delivered", 600, 600)


def test_years_of_delivery_become_an_interval(tmp_path: Path) -> None:
    ordered, delivered, *_ = rows(register(tmp_path))
    assert ordered.valid == PartialDate.year(2003)
    assert delivered.valid == PartialDate(dt.date(2005, 1, 1), dt.date(2006, 12, 31))


def test_marks_of_doubt_stay_with_their_field(tmp_path: Path) -> None:
    found = rows(register(tmp_path))
    assert [row.uncertain for row in found] == [("count", "year"), (), (), ("count",), ()]


def test_the_day_of_the_export_is_read_from_the_preamble(tmp_path: Path) -> None:
    assert {row.snapshot for row in rows(register(tmp_path))} == {
        PartialDate.day(dt.date(2024, 2, 7), "metadata")
    }


def test_a_row_is_cited_by_the_line_on_which_it_begins(tmp_path: Path) -> None:
    path = register(tmp_path)
    lines = path.read_text(encoding="cp1252").splitlines()
    for row in rows(path):
        assert lines[row.row - 1].startswith(f"{row.subject},{row.supplier}")


def test_letters_of_windows_1252_are_read(tmp_path: Path) -> None:
    assert [row.item for row in rows(register(tmp_path))][2] == "Séldar-3"


def test_a_line_break_inside_a_comment_stays_in_its_cell(tmp_path: Path) -> None:
    ship = rows(register(tmp_path))[2]
    assert dict(ship.cells)["Comments"] == "With guns;\ndelivered late, in parts"


def test_an_order_of_unknown_size_stays_open(tmp_path: Path) -> None:
    order = rows(register(tmp_path))[-1]
    assert (order.state, order.low, order.high) == ("ordered", None, None)


def test_names_are_resolved_through_the_callables(tmp_path: Path) -> None:
    naming = Naming(item={"Igla-S": "9k338"}.get, country={"Valdoria": "Republic of Valdoria"}.get)
    found = rows(register(tmp_path), naming)
    assert (found[0].subject, found[0].supplier, found[0].item_id) == (
        "Republic of Valdoria",
        "Marenia",
        "9k338",
    )
    assert found[2].item_id is None


@pytest.mark.parametrize(
    ("broken", "field", "told"),
    [
        ("Valdoria,Marenia,2003,,many,,Igla-S,portable SAM,6,,2005,New,,,,\n", "Number ordered", "no number"),
        ("Valdoria,Marenia,2003,,-7,,Igla-S,portable SAM,6,,2005,New,,,,\n", "Number ordered", "negative"),
        ("Valdoria,Marenia,soon,,7,,Igla-S,portable SAM,6,,2005,New,,,,\n", "Year of order", "no year"),
        ("Valdoria,Marenia,2003,,7,,,portable SAM,6,,2005,New,,,,\n", "Weapon designation", "empty"),
        (",Marenia,2003,,7,,Igla-S,portable SAM,6,,2005,New,,,,\n", "Recipient", "empty"),
        (
            "Valdoria,Marenia,2003,,7,,Igla-S,portable SAM,nan,,2005,New,,,,\n",
            "Number delivered",
            "no number",
        ),
        ("Valdoria,Marenia,2003\n", None, "cells"),
        ('Valdoria,Marenia,2003,,7,,"Igla-S,portable SAM,6,,2005,New,,,,\n', None, "quotation mark"),
    ],
)
def test_a_broken_row_is_refused_and_the_rest_is_read(
    tmp_path: Path, broken: str, field: str | None, told: str
) -> None:
    path = register(tmp_path, broken + DEALS)
    found = list(import_reference(path, "sipri"))
    refusals = [record for record in found if isinstance(record, Refusal)]
    assert len(refusals) == 1
    assert len(found) - 1 == len(rows(register(tmp_path, name="whole.csv")))
    message = refusals[0].message
    assert "register.csv, row 7" in message
    assert told in message
    assert field is None or f"'{field}'" in message


def test_a_register_with_broken_rows_here_and_there_lists_each(tmp_path: Path) -> None:
    good = "Valdoria,Marenia,2003,,7,,Igla-S,portable SAM,6,,2005,New,,,,\n"
    bad = good.replace(",7,", ",?,")
    path = register(tmp_path, "".join(bad if at % 20 == 7 else good for at in range(400)))
    found = list(import_reference(path, "sipri"))
    assert next(at for at, record in enumerate(found) if isinstance(record, Refusal)) == 14
    assert sum(isinstance(record, Refusal) for record in found) == 20
    assert sum(isinstance(record, ReferenceRow) for record in found) == 760


def test_an_open_quotation_mark_does_not_swallow_rows_up_to_the_next_one(tmp_path: Path) -> None:
    open_mark = 'Valdoria,Marenia,2003,,7,,"Igla-S,portable SAM,6,,2005,New,,,,\n'
    path = register(tmp_path, open_mark + DEALS.splitlines(keepends=True)[0] + open_mark + DEALS)
    found = list(import_reference(path, "sipri"))
    assert sum(isinstance(record, Refusal) for record in found) == 2


def test_a_row_without_end_is_refused_not_held(tmp_path: Path) -> None:
    path = register(tmp_path, "x" * 3_000_000 + "\n" + DEALS)
    found = list(import_reference(path, "sipri"))
    assert isinstance(found[0], Refusal)
    assert len(found) == 6


def test_a_file_of_another_layout_is_refused_whole(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("name,colour\nOrla,blue\n", encoding="utf-8")
    with pytest.raises(SourceError, match="no header"):
        list(import_reference(path, "sipri"))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        list(import_reference(tmp_path / "none.csv", "sipri"))


def test_an_export_without_a_day_has_no_snapshot(tmp_path: Path) -> None:
    path = register(tmp_path)
    path.write_bytes(path.read_bytes().replace(PREAMBLE.splitlines()[-1].encode(), b"no day"))
    assert {row.snapshot for row in rows(path)} == {None}


@pytest.mark.shared
def test_the_real_export_is_read_whole(shared: Path) -> None:
    path = next((shared / "corpora" / "sipri_sample").glob("*.csv"))
    found = list(import_reference(path, "sipri"))
    assert not [record for record in found if isinstance(record, Refusal)]
    assert len(found) == 596
