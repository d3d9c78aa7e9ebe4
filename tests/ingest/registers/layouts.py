"""Invented files in the layouts that are read."""

from pathlib import Path

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
