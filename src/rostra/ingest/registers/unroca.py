"""The United Nations Register of Conventional Arms: what states report of their exports, imports and holdings.

A transfer may be reported twice, by the state that sent and by the one that received, and the two counts often
differ: each side is a source of its own and they are never added up. Layouts: a table with the columns of the
register's own report (category, final importer or exporter state, number of items, …) beside reporting state and
year; the same as records of JSON; and the register's own profile of one state, whose fields end in _1 for what the
state reported and in _2 for what its partners did. Categories I to VII and small arms: `unroca.toml`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from rostra.data.registers import UnrocaCategory, bare, unroca_categories
from rostra.ingest.registers.cells import SourceFile
from rostra.ingest.registers.layout import JsonRecord, Layout, ObjectLayout, ObjectReader, RowReader
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.sipri import years_of
from rostra.ingest.registers.table import RowError, TableRow
from rostra.ingest.registers.transfers import counted_unit
from rostra.model import ReferenceRow

SOURCE = "UN Register of Conventional Arms"
TRANSFERS = ("year", "category", "exporter", "importer", "num_items")
HOLDINGS = ("year", "category", "country", "num_items")
ALIASES = {
    "number of items": "num_items",
    "items": "num_items",
    "quantity": "num_items",
    "number": "num_items",
    "exporter state": "exporter",
    "exporter state(s)": "exporter",
    "exporting state": "exporter",
    "importer state": "importer",
    "final importer state": "importer",
    "final importer state(s)": "importer",
    "importing state": "importer",
    "reporting year": "year",
    "calendar year": "year",
    "category (i-vii)": "category",
    "category(i-vii)": "category",
    "description of items": "description",
    "comments on the transfer": "comments",
    "comments on the transfers": "comments",
    "state of origin (if not exporter)": "state_of_origin",
    "intermediate location(s) (if any)": "intermediate_locations",
    "intermediate location (if any)": "intermediate_locations",
    "reporting state": "reporter",
    "report": "table",
    "state": "country",
}
_NOT_TOLD = frozenset(
    {"", "-", "–", "n/a", "na", "nil", "confidential", "classified", "unknown", "not specified"}
)
_SIDE = (("import", "importer"), ("export", "exporter"))


def _transfers(file: SourceFile, naming: Naming, _preamble: tuple[str, ...]) -> RowReader:
    def read(row: TableRow) -> Iterator[ReferenceRow]:
        exporter, importer = (naming.state(row.needed(name)) for name in ("exporter", "importer"))
        side = _side(row, exporter, importer, naming)
        yield _row(
            row, file, naming, subject=importer, supplier=exporter, state="delivered", source=_told_by(side)
        )

    return read


def _holdings(file: SourceFile, naming: Naming, _preamble: tuple[str, ...]) -> RowReader:
    def read(row: TableRow) -> Iterator[ReferenceRow]:
        country = naming.state(row.needed("country"))
        made = "production" in row.text("table").lower()
        supplier, state = (country, "delivered") if made else (None, "held")
        source = f"{SOURCE}, reported by the {'buyer at home' if made else 'holder'}"
        yield _row(row, file, naming, subject=country, supplier=supplier, state=state, source=source)

    return read


def _side(row: TableRow, exporter: str, importer: str, naming: Naming) -> str | None:
    """Which of the two reported the transfer: by the table that it stands in, else by the reporting state."""
    table = row.text("table").lower()
    for word, side in _SIDE:
        if word in table:
            return side
    reporter = row.text("reporter")
    named = naming.state(reporter) if reporter else ""
    return next(
        (side for side, name in (("exporter", exporter), ("importer", importer)) if name == named), None
    )


def _told_by(side: str | None) -> str:
    return f"{SOURCE}, reported by the {side}" if side else SOURCE


def _row(row: TableRow, file: SourceFile, naming: Naming, **given: Any) -> ReferenceRow:
    category = category_of(row.needed("category"))
    description = row.text("description")
    told = row.text("num_items").lower() not in _NOT_TOLD
    count = row.number("num_items") if told else None
    item_id = naming.system(description, category.name) if description else None
    return ReferenceRow(
        **given,
        item=description or category.name,
        item_id=item_id,
        item_class=category.name,
        low=count,
        high=count,
        unit=counted_unit(category.name),
        valid=years_of(row, "year"),
        file=file.name,
        sha256=file.sha256,
        row=row.line,
        uncertain=() if told else ("count",),
        cells=row.cells,
    )


def category_of(written: str) -> UnrocaCategory:
    """The category of a cell: by its roman number ("IV", "VII b"), its name, or the field of a profile."""
    table = unroca_categories()
    key = bare(written).removeprefix("category ")
    for category in table:
        if key in category.keys or any(key.startswith(f"{roman} ") for roman in category.romans):
            return category
    raise RowError(
        "category",
        f"{written[:40]!r} is no category of the register",
        field="category",
        remedy="write its roman number or its name",
    )


UNROCA_TRANSFERS = Layout(TRANSFERS, _transfers, ALIASES)
UNROCA_HOLDINGS = Layout(HOLDINGS, _holdings, ALIASES)


def _records(file: SourceFile, naming: Naming) -> ObjectReader:
    transfers, holdings = _transfers(file, naming, ()), _holdings(file, naming, ())

    def read(record: JsonRecord) -> Iterator[ReferenceRow]:
        given = {
            ALIASES.get(name.lower(), name): "" if v is None else str(v) for name, v in record.value.items()
        }
        reader = holdings if "country" in given and "importer" not in given else transfers
        return reader(TableRow(record.line, given))

    return read


def _profile(file: SourceFile, naming: Naming) -> ObjectReader:
    def read(record: JsonRecord) -> Iterator[ReferenceRow]:
        about = record.value.get("country")
        name = about.get("name_en") if isinstance(about, Mapping) else about
        if not name:
            raise RowError("empty", "the profile names no state", field="country", remedy="download it again")
        state = naming.state(str(name))
        for table, own, other in _TABLES:
            rows = record.value.get(table) or []
            for number, line in enumerate(rows if isinstance(rows, list) else [], 1):
                yield from _partner(line, (table, number, own, other), state, file, naming)

    return read


_TABLES = (
    ("hw_imp", "importer", "exporter"),
    ("hw_exp", "exporter", "importer"),
    ("salw_imp", "importer", "exporter"),
    ("salw_exp", "exporter", "importer"),
)
"""Tables of a profile, which side the state is on in it, and which its partner."""


def _partner(
    line: Any, place: tuple[str, int, str, str], state: str, file: SourceFile, naming: Naming
) -> Iterator[ReferenceRow]:
    table, number, own, other = place
    if not isinstance(line, Mapping) or not line.get("country"):
        return
    partner = naming.state(str(line["country"]))
    importer, exporter = (state, partner) if own == "importer" else (partner, state)
    for field, side in (("_1", own), ("_2", other)):
        for code, category in _by_code().items():
            count = line.get(f"{code}{field}")
            if isinstance(count, int | float) and not isinstance(count, bool) and count > 0:
                row = TableRow(number, {"category": category.name, "num_items": str(count), "year": ""})
                made = _row(
                    row,
                    file,
                    naming,
                    subject=importer,
                    supplier=exporter,
                    state="delivered",
                    source=_told_by(side),
                )
                yield _in_part(made, f"{table} {number} {code}{field}", line)


def _in_part(row: ReferenceRow, part: str, line: Mapping[str, Any]) -> ReferenceRow:
    cells = tuple((str(name), str(value)) for name, value in line.items() if value is not None)
    return replace(row, part=part, cells=cells)


def _by_code() -> dict[str, UnrocaCategory]:
    return {code: category for category in unroca_categories() for code in category.codes}


UNROCA_RECORDS = ObjectLayout(frozenset({"year", "category", "num_items"}), _records)
UNROCA_PROFILE = ObjectLayout(frozenset({"country", "hw_imp"}), _profile)
