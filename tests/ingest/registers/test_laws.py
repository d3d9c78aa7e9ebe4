"""What holds of every layout, whatever stands in the cells."""

import string
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.ingest.registers import KINDS, ReferenceKind, import_reference
from rostra.kernel import SourceError
from rostra.model import ReferenceRow, Refusal
from tests.ingest.registers.layouts import HEADERS

CELLS = st.text(alphabet=string.printable + "é\u202eЖ\x00“;", max_size=12)
LINES = st.lists(st.lists(CELLS, max_size=12), max_size=8)
FEW = settings(max_examples=60, deadline=None)


def written(kind: ReferenceKind, lines: list[list[str]]) -> bytes:
    return (HEADERS[kind] + "\n".join(",".join(line) for line in lines)).encode()


def read(kind: ReferenceKind, raw: bytes) -> list[ReferenceRow | Refusal]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.csv"
        path.write_bytes(raw)
        try:
            return list(import_reference(path, kind))
        except SourceError:
            return []


@FEW
@given(st.sampled_from(KINDS), LINES)
def test_any_cells_give_rows_or_refusals_with_a_place(kind: ReferenceKind, lines: list[list[str]]) -> None:
    for record in read(kind, written(kind, lines)):
        assert isinstance(record, ReferenceRow) or "given.csv, row " in record.message


@FEW
@given(st.sampled_from(KINDS), LINES)
def test_the_same_bytes_give_the_same_records(kind: ReferenceKind, lines: list[list[str]]) -> None:
    first = [record for record in read(kind, written(kind, lines)) if isinstance(record, ReferenceRow)]
    assert first == [
        record for record in read(kind, written(kind, lines)) if isinstance(record, ReferenceRow)
    ]


@FEW
@given(st.sampled_from(KINDS), LINES)
def test_no_two_rows_of_a_file_share_an_id(kind: ReferenceKind, lines: list[list[str]]) -> None:
    ids = [record.id for record in read(kind, written(kind, lines)) if isinstance(record, ReferenceRow)]
    assert len(ids) == len(set(ids))


@FEW
@given(st.sampled_from(["sipri", "unroca", "wikidata"]), st.binary(max_size=200))
def test_any_json_gives_rows_or_refusals(kind: ReferenceKind, raw: bytes) -> None:
    for record in read(kind, b'{"a": 1}\n{"id": "Q1", "labels": {}, "claims": ' + raw + b"}\n"):
        assert isinstance(record, ReferenceRow) or "row " in record.message
