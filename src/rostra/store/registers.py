"""Reference files in a case: streamed in, replaced whole, described."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from rostra.kernel import PartialDate, Place, SourceError
from rostra.model import ReferenceRow, Refusal
from rostra.store.records import ReferenceFile
from rostra.store.writing import insert, now, reference_row, write_refusals

MOST_KEPT = 64 * 1024 * 1024
"""Bytes of a register that a case keeps, so that its rows replay; of a larger one it keeps the hash alone."""


def write_reference(
    connection: sqlite3.Connection,
    kind: str,
    records: Iterable[ReferenceRow | Refusal],
    file: str,
    *,
    fingerprint: str = "",
) -> int:
    """Rows and refusals of one file, a row at a time; returns the number of the file."""
    digest = _digest(Path(file))
    connection.execute("DELETE FROM reference_files WHERE sha256 = ?", (digest,))
    _keep_bytes(connection, Path(file), digest)
    header = (digest, Path(file).name, kind, now(), fingerprint)
    insert(connection, "reference_files (sha256, name, kind, imported, fingerprint)", [header])
    number = int(connection.execute("SELECT last_insert_rowid()").fetchone()[0])
    columns = "file, ordinal, id, row, subject, item, item_id, state, record"
    stream = _Stream(records, file)
    insert(
        connection,
        f"reference_rows ({columns})",
        (reference_row(number, at, row) for at, row in enumerate(stream.rows(connection, number))),
    )
    snapshot = str(stream.snapshot) if stream.snapshot else None
    connection.execute("UPDATE reference_files SET snapshot = ? WHERE number = ?", (snapshot, number))
    return number


def _keep_bytes(connection: sqlite3.Connection, file: Path, digest: str) -> None:
    if file.stat().st_size > MOST_KEPT:
        return
    raw = file.read_bytes()
    if hashlib.sha256(raw).hexdigest() == digest:
        packed = (digest, len(raw), zlib.compress(raw, 6))
        insert(connection, "raws (sha256, size, packed)", [packed], "INSERT OR IGNORE")


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as raw:
            return hashlib.file_digest(raw, "sha256").hexdigest()
    except OSError as error:
        raise SourceError(
            f"cannot be read: {error.strerror}", place=Place(str(file)), remedy="name a file that can be read"
        ) from error


class _Stream:
    """Splits what a reader yields: rows go on, refusals are written where they come."""

    def __init__(self, records: Iterable[ReferenceRow | Refusal], file: str) -> None:
        self.records, self.file = records, file
        self.snapshot: PartialDate | None = None

    def rows(self, connection: sqlite3.Connection, number: int) -> Iterator[ReferenceRow]:
        for record in self.records:
            if isinstance(record, Refusal):
                write_refusals(connection, [record], self.file, file=number)
            else:
                self.snapshot = self.snapshot or record.snapshot
                yield record


def reference_file(connection: sqlite3.Connection, number: int) -> ReferenceFile:
    """A reference file with the number of its rows and refusals."""
    query = "SELECT name, sha256, kind, snapshot, imported, fingerprint FROM reference_files WHERE number = ?"
    name, sha256, kind, snapshot, imported, fingerprint = connection.execute(query, (number,)).fetchone()
    rows = connection.execute("SELECT count(*) FROM reference_rows WHERE file = ?", (number,)).fetchone()[0]
    refused = connection.execute("SELECT count(*) FROM refusals WHERE file = ?", (number,)).fetchone()[0]
    day = PartialDate.parse(snapshot) if snapshot else None
    return ReferenceFile(name, sha256, kind, day, imported, rows, refused, fingerprint)
