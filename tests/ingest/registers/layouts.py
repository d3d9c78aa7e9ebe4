"""Invented files in the layouts that are read."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PREAMBLE = (
    "Transfers of major arms from All to All. Invented for a test\n"
    "A '?' in a column indicates uncertain data.\n"
    "\n"
    "Source: an invented register\n"
    "Data generated: 07 Feb 2024 09:30:00 AM\n"
)
HEADER = (
    "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,"
    "Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\n"
)
DEALS = (
    "Valdoria,Marenia,2003,?,700,?,Igla-S,portable SAM,600,,2005; 2006,New,,0.1,70,60\n"
    'Valdoria,Kestrel Republic,2010,,8,,Séldar-3,patrol ship,8,?,2012,New,"With guns;\ndelivered late, in parts",10,80,80\n'
    "Marenia,Ostravia,2015,,,,Orla,SAM system,,,,New,,1,,\n"
)
DELIVERIES = (
    "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,"
    "Order date is estimate,Numbers delivered,Numbers delivered is estimate,Delivery year,Delivery year is estimate,"
    "Status,SIPRI estimate,TIV deal unit,TIV delivery values,Local production\n"
)
WIDE = "country,system,destroyed,captured,abandoned,damaged,total\n"
LONG = "country,origin,system,status,url,date_recorded\n"
REPORT = (
    "Year,Reporting state,Category,Exporter state,Final importer state,Number of items,"
    "State of origin (if not exporter),Intermediate location(s) (if any),Description of items,"
    "Comments on the transfer\n"
)
RESULT = "item,itemLabel,propertyLabel,amount,unitLabel,lower,upper,date\n"
HEADERS = {
    "figures": "subject,property,condition,low,high,unit,from,to,source\n",
    "transfers": "recipient,supplier,item,class,low,high,state,from,to,uncertain\n",
    "sipri": "Recipient,Supplier,Year of order,Number ordered,Weapon designation,Number delivered\n",
    "unroca": REPORT,
    "oryx": WIDE,
    "wikidata": RESULT,
}


def register(folder: Path, deals: str = DEALS, name: str = "register.csv") -> Path:
    """A trade register as its web page exports it: Windows-1252, a preamble, columns without a name."""
    path = folder / name
    path.write_bytes((PREAMBLE + HEADER + deals).encode("cp1252"))
    return path


def table(folder: Path, text: str, name: str = "table.csv") -> Path:
    """A plain table in UTF-8."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def dump(folder: Path, entities: Iterable[Any], name: str = "dump.json") -> Path:
    """Entities one a line inside a list, as the dumps have them."""
    lines = ",\n".join(json.dumps(entity, ensure_ascii=False) for entity in entities)
    return table(folder, f"[\n{lines}\n]\n", name)


def entity(id_: str, label: str, claims: Any = None, **more: Any) -> dict[str, Any]:
    """An entity with an English label."""
    labels = {"en": {"language": "en", "value": label}, **more.pop("labels", {})}
    return {"id": id_, "type": "item", "labels": labels, "claims": claims or {}, **more}


def statement(value: Any, rank: str = "normal", **qualifiers: Any) -> dict[str, Any]:
    """A statement with qualifiers by property."""
    found = {name: [_snak(one)] for name, one in qualifiers.items()}
    return {"mainsnak": _snak(value), "type": "statement", "rank": rank, "qualifiers": found}


def _snak(value: Any) -> dict[str, Any]:
    return (
        {"snaktype": "value", "datavalue": {"value": value}} if value is not None else {"snaktype": "novalue"}
    )


def quantity(amount: str, unit: str = "Q11573", **bounds: str) -> dict[str, Any]:
    """A quantity in a unit."""
    return {"amount": amount, "unit": f"http://www.wikidata.org/entity/{unit}", **bounds}


def year(number: int) -> dict[str, Any]:
    """A time of the precision of a year."""
    return {"time": f"+{number}-00-00T00:00:00Z", "precision": 9}


def thing(id_: str) -> dict[str, Any]:
    """A value that names another entity."""
    return {"entity-type": "item", "id": id_}
