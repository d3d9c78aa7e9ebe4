"""One door for all layouts of reference files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, get_args

from rostra.ingest.registers.cells import Cells, RowStream, SourceFile, source_file
from rostra.ingest.registers.figures import FIGURES
from rostra.ingest.registers.layout import Layout, ObjectLayout, RowReader
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.objects import BrokenRecord, is_json, json_records
from rostra.ingest.registers.oryx import ORYX_LONG, ORYX_WIDE
from rostra.ingest.registers.sipri import SIPRI
from rostra.ingest.registers.sipri_deliveries import SIPRI_DELIVERIES, SIPRI_TRADES
from rostra.ingest.registers.table import RowError, as_row, no_header, preamble_and_header, refused
from rostra.ingest.registers.transfers import TRANSFERS
from rostra.ingest.registers.unroca import UNROCA_HOLDINGS, UNROCA_PROFILE, UNROCA_RECORDS, UNROCA_TRANSFERS
from rostra.ingest.registers.wikidata import WIKIDATA_ENTITIES, WIKIDATA_FIGURES, WIKIDATA_RESULT
from rostra.kernel import Place, SourceError
from rostra.model import ReferenceRow, Refusal

ReferenceKind = Literal["figures", "transfers", "sipri", "unroca", "oryx", "wikidata"]
KINDS: tuple[ReferenceKind, ...] = get_args(ReferenceKind)
TABLES: dict[ReferenceKind, tuple[Layout, ...]] = {
    "figures": (FIGURES,),
    "transfers": (TRANSFERS,),
    "sipri": (SIPRI, SIPRI_DELIVERIES),
    "unroca": (UNROCA_TRANSFERS, UNROCA_HOLDINGS),
    "oryx": (ORYX_WIDE, ORYX_LONG),
    "wikidata": (WIKIDATA_FIGURES,),
}
OBJECTS: dict[ReferenceKind, tuple[ObjectLayout, ...]] = {
    "sipri": (SIPRI_TRADES,),
    "unroca": (UNROCA_PROFILE, UNROCA_RECORDS),
    "wikidata": (WIKIDATA_ENTITIES, WIKIDATA_RESULT),
}
DELIMITERS = (",", ";", "\t")
_NO_NAMING = Naming()

Records = Iterator[ReferenceRow | Refusal]


def import_reference(path: Path | str, kind: ReferenceKind, naming: Naming = _NO_NAMING) -> Records:
    """Rows of a reference file in its order, streaming; a row that cannot be used is a refusal, the rest goes on.

    Raises SourceError when the file cannot be read or is of another layout.
    """
    file = source_file(Path(path))
    if kind in OBJECTS and is_json(file):
        yield from _objects(file, OBJECTS[kind], naming)
    else:
        yield from _table(file, TABLES[kind], naming)


def _table(file: SourceFile, layouts: Sequence[Layout], naming: Naming) -> Records:
    layout, rows, preamble, header = _opened(file, layouts)
    reader = layout.reader(file, naming, preamble)
    for row in rows:
        yield from _read(file, reader, header, row)


def _read(file: SourceFile, reader: RowReader, header: tuple[str, ...], row: Cells) -> Records:
    try:
        found = tuple(reader(as_row(header, row)))
    except RowError as error:
        yield refused(file, row.line, error)
    else:
        yield from found


def _opened(
    file: SourceFile, layouts: Sequence[Layout]
) -> tuple[Layout, RowStream, tuple[str, ...], tuple[str, ...]]:
    """The layout and delimiter whose header the file has, and its rows from there on."""
    for layout in layouts:
        for delimiter in DELIMITERS:
            rows = RowStream(file, delimiter)
            found = preamble_and_header(iter(rows), layout.columns, layout.aliases)
            if found:
                rows.width = len(found[1])
                return layout, rows, *found
    raise no_header(file, [layout.columns for layout in layouts])


def _objects(file: SourceFile, layouts: Sequence[ObjectLayout], naming: Naming) -> Records:
    readers = [(layout.keys, layout.reader(file, naming)) for layout in layouts]
    known = False
    for record in json_records(file):
        if isinstance(record, BrokenRecord):
            yield refused(file, record.line, record.error)
            continue
        reader = next((reader for keys, reader in readers if keys <= record.value.keys()), None)
        known = known or reader is not None
        if reader is None:
            yield refused(file, record.line, _of_none(layouts))
            continue
        try:
            found = tuple(reader(record))
        except RowError as error:
            yield refused(file, record.line, error)
        else:
            yield from found
    if not known:
        raise SourceError(
            "no object of the file is of a layout that is known",
            place=Place(str(file.path)),
            remedy="docs/registers.md shows the layouts; name another one with --as",
        )


def _of_none(layouts: Sequence[ObjectLayout]) -> RowError:
    keys = " or ".join(", ".join(sorted(layout.keys)) for layout in layouts)
    return RowError("object", f"an object without the keys {keys}", remedy="leave it, or mend it in the file")
