from pathlib import Path

import pytest

from rostra.ingest.registers import Naming, import_reference
from rostra.model import ReferenceRow, Refusal
from tests.ingest.registers.layouts import LONG, WIDE, table

NAMING = Naming(item={"T-72B": "t-72", "Orlan-10": "orlan-10", "T-72": "t-72"}.get)


def rows(path: Path) -> list[ReferenceRow]:
    return [record for record in import_reference(path, "oryx", NAMING) if isinstance(record, ReferenceRow)]


def test_a_total_gives_a_row_for_each_kind_of_loss(tmp_path: Path) -> None:
    found = rows(table(tmp_path, f"{WIDE}Valdoria,T-72B,7,2,0,1,10\n"))
    assert [(row.state, row.condition, row.low, row.high) for row in found] == [
        ("lost", "destroyed", 7, 7),
        ("lost", "captured", 2, 2),
        ("lost", "damaged", 1, 1),
    ]
    assert len({row.id for row in found}) == 3


def test_what_is_damaged_may_be_repaired(tmp_path: Path) -> None:
    *_, damaged = rows(table(tmp_path, f"{WIDE}Valdoria,T-72B,7,0,0,1,8\n"))
    assert damaged.uncertain == ("state",)


def test_a_sum_that_is_wrong_makes_the_counts_uncertain(tmp_path: Path) -> None:
    (found,) = rows(table(tmp_path, f"{WIDE}Valdoria,T-72B,7,0,0,0,9\n"))
    assert found.uncertain == ("count",)


@pytest.mark.parametrize(
    ("written", "item", "id_", "doubt"),
    [
        ("T-72B", "T-72B", "t-72", ()),
        ("314 T-72B", "T-72B", "t-72", ("item",)),
        ("'Orlan-10'", "'Orlan-10'", "orlan-10", ()),
        ("Unknown T-72", "Unknown T-72", "t-72", ("item",)),
        ("(Unknown) truck", "(Unknown) truck", None, ("item",)),
        ("122 mm gun", "122 mm gun", None, ()),
    ],
)
def test_names_of_the_lists_resolve(
    tmp_path: Path, written: str, item: str, id_: str | None, doubt: tuple[str, ...]
) -> None:
    (found,) = rows(table(tmp_path, f"{WIDE}Valdoria,{written},1,0,0,0,1\n"))
    assert (found.item, found.item_id, found.uncertain) == (item, id_, doubt)


def test_a_single_loss_is_a_row_of_one_with_its_day_and_link(tmp_path: Path) -> None:
    path = table(tmp_path, f"{LONG}valdoria,XX,T-72B,destroyed,https://example.org/1,2024-02-07\n")
    (found,) = rows(path)
    assert (found.subject, found.low, str(found.snapshot)) == ("Valdoria", 1, "2024-02-07")
    assert dict(found.cells)["url"] == "https://example.org/1"


def test_a_mirror_with_other_names_of_columns_is_read(tmp_path: Path) -> None:
    header = "equipment_type,cntry_army,flag,system,status,image_link,timestamp\n"
    path = table(
        tmp_path,
        f"{header}Tanks,Valdoria,x,T-72B,damaged and captured,https://example.org/1,2024-02-07 10:00:00\n",
    )
    (found,) = rows(path)
    assert (found.subject, found.item_class, found.unit, found.condition) == (
        "Valdoria",
        "Tanks",
        "tanks",
        "damaged and captured",
    )


def test_the_day_in_the_name_of_a_file_is_its_snapshot(tmp_path: Path) -> None:
    path = table(tmp_path, f"{WIDE}Valdoria,T-72B,1,0,0,0,1\n", "2024-02-07_losses.csv")
    assert [str(row.snapshot) for row in rows(path)] == ["2024-02-07"]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Valdoria,T-72B,x,0,0,0,1", "destroyed"),
        (",T-72B,1,0,0,0,1", "country"),
        ("Valdoria,,1,0,0,0,1", "system"),
    ],
)
def test_a_broken_row_names_its_field(tmp_path: Path, line: str, field: str) -> None:
    (found,) = import_reference(table(tmp_path, f"{WIDE}{line}\n"), "oryx")
    assert isinstance(found, Refusal)
    assert f"table.csv, row 2, field '{field}'" in found.message


def test_an_unknown_kind_of_loss_is_refused(tmp_path: Path) -> None:
    (found,) = import_reference(table(tmp_path, f"{LONG}Valdoria,XX,T-72B,polished,,\n"), "oryx")
    assert isinstance(found, Refusal)
    assert "no kind of loss" in found.message
