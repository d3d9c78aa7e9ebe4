import json
from pathlib import Path

from rostra.ingest.registers import Naming, import_reference
from rostra.kernel import PartialDate
from rostra.model import ReferenceRow, Refusal
from tests.ingest.registers.layouts import DELIVERIES, table

ROW = "77,Marenia,Valdoria,Igla-S,portable SAM,Air-defence systems,2003,{order},{units},{doubt},2005,{year},New,0.1,0.1,60,No\n"


def rows(path: Path) -> list[ReferenceRow]:
    found = list(import_reference(path, "sipri", Naming(item={"Igla-S": "9k338"}.get)))
    assert not [record for record in found if isinstance(record, Refusal)], found
    return [record for record in found if isinstance(record, ReferenceRow)]


def line(**given: str) -> str:
    return ROW.format(**{"order": "No", "units": "600", "doubt": "No", "year": "No", **given})


def test_a_row_is_what_was_delivered_in_a_year(tmp_path: Path) -> None:
    (found,) = rows(table(tmp_path, DELIVERIES + line()))
    assert (found.subject, found.supplier, found.item_id) == ("Valdoria", "Marenia", "9k338")
    assert (found.state, found.low, found.unit, found.valid) == (
        "delivered",
        600,
        "missiles",
        PartialDate.year(2005),
    )


def test_what_is_an_estimate_is_marked(tmp_path: Path) -> None:
    path = table(tmp_path, DELIVERIES + line(doubt="Yes") + line(year="Yes") + line(order="Yes"))
    assert [row.uncertain for row in rows(path)] == [("count",), ("year",), ()]


def test_a_deal_without_deliveries_stays_an_open_order(tmp_path: Path) -> None:
    (found,) = rows(table(tmp_path, DELIVERIES + line(units="", order="Yes")))
    assert (found.state, found.low, found.valid) == ("ordered", None, PartialDate.year(2003))
    assert found.uncertain == ("year",)


def test_the_older_export_has_semicolons_sellers_and_buyers(tmp_path: Path) -> None:
    old = DELIVERIES.replace("SIPRI AT Database ID,Supplier,Recipient", "Deal ID,Seller,Buyer")
    text = "A search (created: 07 Feb 2024)\n\n" + (old + line()).replace(",", ";")
    (found,) = rows(table(tmp_path, text))
    assert (found.subject, found.supplier) == ("Valdoria", "Marenia")
    assert str(found.snapshot) == "2024-02-07"


def test_trades_of_json_keep_each_delivery(tmp_path: Path) -> None:
    trade = {
        "buyerCountry": "Valdoria",
        "sellerCountry": "Marenia",
        "armamentDesignation": "Igla-S",
        "armamentDescription": "portable SAM",
        "orderDate": 2003,
        "unitsOrdered": 700,
        "deliveries": [{"units": 400, "year": 2005}, {"units": 200, "year": 2006}],
    }
    path = table(tmp_path, json.dumps([trade, trade], indent=1), "trades.json")
    found = rows(path)
    assert [(row.state, row.low, row.row) for row in found[:3]] == [
        ("ordered", 700, 1),
        ("delivered", 400, 1),
        ("delivered", 200, 1),
    ]
    assert len({row.id for row in found}) == 6


def test_a_trade_with_broken_deliveries_is_refused_alone(tmp_path: Path) -> None:
    trade = {"buyerCountry": "Valdoria", "sellerCountry": "Marenia", "armamentDesignation": "Igla-S"}
    path = table(tmp_path, json.dumps([{**trade, "deliveries": 7}, trade, [1]]), "trades.json")
    found = list(import_reference(path, "sipri"))
    assert [type(record) for record in found] == [Refusal, ReferenceRow, Refusal]
