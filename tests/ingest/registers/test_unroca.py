import json
from pathlib import Path

import pytest

from rostra.data.comparison import shipped_comparison
from rostra.data.registers import unroca_categories
from rostra.ingest.registers import Naming, import_reference
from rostra.ingest.registers.unroca import category_of
from rostra.kernel import PartialDate
from rostra.model import ReferenceRow, Refusal
from tests.ingest.registers.layouts import REPORT, table

NAMING = Naming(item={"T-72B": "t-72"}.get)
SENT = "2019,Marenia,I. Battle tanks,Marenia,Valdoria,{count},,,T-72B,{comment}\n"


def rows(path: Path) -> list[ReferenceRow]:
    found = list(import_reference(path, "unroca", NAMING))
    assert not [record for record in found if isinstance(record, Refusal)], found
    return [record for record in found if isinstance(record, ReferenceRow)]


def test_a_transfer_is_a_delivery_of_its_year(tmp_path: Path) -> None:
    (found,) = rows(table(tmp_path, REPORT + SENT.format(count=12, comment="new")))
    assert (found.subject, found.supplier, found.item_id, found.state) == (
        "Valdoria",
        "Marenia",
        "t-72",
        "delivered",
    )
    assert (found.low, found.unit, found.valid) == (12, "tanks", PartialDate.year(2019))
    assert dict(found.cells)["comments"] == "new"


def test_the_two_sides_of_a_transfer_are_two_sources(tmp_path: Path) -> None:
    received = SENT.replace("2019,Marenia", "2019,Valdoria")
    path = table(tmp_path, REPORT + SENT.format(count=12, comment="") + received.format(count=10, comment=""))
    found = rows(path)
    assert [row.source.rsplit(" ", maxsplit=1)[-1] for row in found] == ["exporter", "importer"]
    assert [row.low for row in found] == [12, 10]


def test_a_count_that_is_withheld_stays_open(tmp_path: Path) -> None:
    (found,) = rows(table(tmp_path, REPORT + SENT.format(count="confidential", comment="")))
    assert (found.low, found.high, found.uncertain) == (None, None, ("count",))


def test_holdings_are_held(tmp_path: Path) -> None:
    text = "table,year,country,category,num_items,description,comments\nmilitary_holdings,2019,Valdoria,IV,30,,\n"
    (found,) = rows(table(tmp_path, text))
    assert (found.state, found.item, found.unit, found.supplier) == (
        "held",
        "combat aircraft",
        "aircraft",
        None,
    )


def test_what_a_state_made_for_itself_was_delivered_to_it(tmp_path: Path) -> None:
    text = "table,year,country,category,num_items\nnational_production,2019,Valdoria,VI,2\n"
    (found,) = rows(table(tmp_path, text))
    assert (found.state, found.supplier) == ("delivered", "Valdoria")


def test_records_of_json_are_read_as_the_table(tmp_path: Path) -> None:
    record = {
        "table": "major_import",
        "year": "2019",
        "exporter": "Marenia",
        "importer": "Valdoria",
        "category": "I. Battle tanks",
        "num_items": "12",
        "description": "T-72B",
    }
    holding = {
        "table": "military_holdings",
        "year": "2019",
        "country": "Valdoria",
        "category": "VI",
        "num_items": "4",
    }
    path = table(tmp_path, f"[\n{json.dumps(record)},\n{json.dumps(holding)}\n]", "unroca.json")
    first, second = rows(path)
    assert (first.source, first.row) == ("UN Register of Conventional Arms, reported by the importer", 2)
    assert (second.state, second.low) == ("held", 4)


def test_a_profile_keeps_own_and_partners_reports_apart(tmp_path: Path) -> None:
    profile = {
        "country": {"name_en": "Valdoria"},
        "hw_imp": [{"country": "Marenia", "bt_1": 10, "bt_2": 12, "ca_1": None}],
        "salw_exp": [{"country": "Ostravia", "sa_ar_1": 900}],
    }
    found = rows(table(tmp_path, json.dumps(profile), "valdoria.json"))
    assert [(row.subject, row.supplier, row.low, row.source.rsplit(" ", 1)[-1]) for row in found] == [
        ("Valdoria", "Marenia", 10, "importer"),
        ("Valdoria", "Marenia", 12, "exporter"),
        ("Ostravia", "Valdoria", 900, "exporter"),
    ]
    assert len({row.id for row in found}) == 3


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("I", "battle tanks"),
        ("I. Battle tanks", "battle tanks"),
        ("Category II", "armoured combat vehicles"),
        ("III - Large-calibre artillery systems", "large-calibre artillery systems"),
        ("IV (a)", "combat aircraft"),
        ("IVb", "combat aircraft and unmanned combat aerial vehicles, unmanned"),
        ("V", "attack helicopters"),
        ("Warships", "warships"),
        ("VII", "missiles and missile launchers"),
        ("VII b) MANPADS", "man-portable air-defence systems"),
        ("VIII", "small arms and light weapons"),
        ("Assault rifles", "assault rifles"),
        ("mnpd", "man-portable air-defence systems"),
    ],
)
def test_a_category_is_known_by_number_name_or_field(written: str, name: str) -> None:
    assert category_of(written).name == name


def test_every_category_is_known_by_all_that_it_is_called() -> None:
    for category in unroca_categories():
        assert {category_of(key).name for key in (category.name, *category.keys)} == {category.name}


def test_missiles_with_launchers_count_nothing_certain() -> None:
    assert shipped_comparison().register_class("missiles and missile launchers") is None


def test_an_unknown_category_is_refused(tmp_path: Path) -> None:
    text = REPORT + SENT.format(count=1, comment="").replace("I. Battle tanks", "XII Kites")
    (found,) = import_reference(table(tmp_path, text), "unroca")
    assert isinstance(found, Refusal)
    assert "field 'category'" in found.message
