"""One door for all layouts of reference files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

from rostra.ingest.registers.cells import RowStream, source_file
from rostra.ingest.registers.figures import FIGURES
from rostra.ingest.registers.layout import Layout
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.sipri import SIPRI
from rostra.ingest.registers.table import RowError, as_row, preamble_and_header, refused
from rostra.ingest.registers.transfers import TRANSFERS
from rostra.model import ReferenceRow, Refusal

ReferenceKind = Literal["figures", "transfers", "sipri"]
KINDS: tuple[ReferenceKind, ...] = get_args(ReferenceKind)
_LAYOUTS: dict[ReferenceKind, Layout] = {"figures": FIGURES, "transfers": TRANSFERS, "sipri": SIPRI}
_NO_NAMING = Naming()


def import_reference(
    path: Path | str, kind: ReferenceKind, naming: Naming = _NO_NAMING
) -> Iterator[ReferenceRow | Refusal]:
    """Rows of a reference file in its order, streaming; a row that cannot be used is a refusal, the rest goes on.

    Raises SourceError when the file cannot be read or is of another layout.
    """
    file, layout = source_file(Path(path)), _LAYOUTS[kind]
    rows = RowStream(file)
    preamble, header = preamble_and_header(iter(rows), file, layout.columns)
    rows.width = len(header)
    reader = layout.reader(file, naming, preamble)
    for row in rows:
        try:
            found = tuple(reader(as_row(header, row)))
        except RowError as error:
            yield refused(file, row.line, error)
        else:
            yield from found
