"""What a case gives back: records in pages, so that a listing of any length needs little memory."""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from rostra.kernel import OffsetMap
from rostra.model import Claim, DataFile, Document, Evidence, Finding, Mention, Quote, ReferenceRow
from rostra.store.codec import from_json
from rostra.store.filters import Condition

R = TypeVar("R")
PAGE = 500
"""Rows held in memory at a time; a page is left before the next is asked for, so writing between is safe."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Where records of one kind lie, and the columns that give their order."""

    kind: type
    source: str
    record: str
    order: tuple[str, ...]


_ON_DOCUMENT = "JOIN documents ON documents.position"
MENTIONS = Listing(
    Mention,
    f"mentions {_ON_DOCUMENT} = mentions.document",
    "mentions.record",
    ("mentions.document", "mentions.ordinal"),
)
QUOTES = Listing(
    Quote, f"quotes {_ON_DOCUMENT} = quotes.document", "quotes.record", ("quotes.document", "quotes.ordinal")
)
CLAIMS = Listing(
    Claim, f"claims {_ON_DOCUMENT} = claims.document", "claims.record", ("claims.document", "claims.ordinal")
)
FINDINGS = Listing(
    Finding,
    f"findings {_ON_DOCUMENT} = findings.document JOIN claims ON claims.document = findings.document"
    " AND claims.ordinal = findings.claim_ordinal",
    "findings.record",
    ("findings.document", "findings.claim_ordinal", "findings.ordinal"),
)
ROWS = Listing(
    ReferenceRow,
    "reference_rows",
    "reference_rows.record",
    ("reference_rows.file", "reference_rows.ordinal"),
)


def paged(
    connection: sqlite3.Connection, listing: Listing, condition: Condition, extra: str = "NULL"
) -> Iterator[tuple[str, Any]]:
    """Record and one more column of each row that fits, in order, a page at a time."""
    sql, values = condition
    order = ", ".join(listing.order)
    after = f"({order}) > ({', '.join('?' * len(listing.order))})"
    query = f"SELECT {order}, {listing.record}, {extra} FROM {listing.source} WHERE {{}} ORDER BY {order} LIMIT {PAGE}"  # noqa: S608 - names are this program's, values are bound
    rows = connection.execute(query.format(sql), values).fetchall()
    while rows:
        yield from ((row[-2], row[-1]) for row in rows)
        if len(rows) < PAGE:
            return
        last = rows[-1][: len(listing.order)]
        rows = connection.execute(query.format(f"({sql}) AND {after}"), (*values, *last)).fetchall()


_DOCUMENT = "documents.id, documents.text, documents.offsets, documents.record, documents.source, documents.fingerprint"


def document_rows(connection: sqlite3.Connection, condition: Condition) -> Iterator[tuple[Any, ...]]:
    """Columns of each document that fits, in the order of reading; one document in memory at a time."""
    sql, values = condition
    query = f"SELECT documents.position FROM documents WHERE {sql} ORDER BY documents.position"  # noqa: S608 - as above
    positions = [row[0] for row in connection.execute(query, values)]
    for position in positions:
        row = one_document(connection, ("documents.position = ?", (position,)))
        if row:
            yield row


def one_document(connection: sqlite3.Connection, condition: Condition) -> tuple[Any, ...] | None:
    """Columns of the one document that fits."""
    sql, values = condition
    query = f"SELECT {_DOCUMENT}, runs.id FROM documents LEFT JOIN runs ON runs.number = documents.run WHERE {sql}"  # noqa: S608 - as above
    found: tuple[Any, ...] | None = connection.execute(query, values).fetchone()
    return found


def document_of(row: tuple[Any, ...]) -> Document:
    """The document of a row of `document_rows`."""
    text, offsets, record = row[1], row[2], row[3]
    plain = text.decode("utf-8", "surrogatepass") if isinstance(text, bytes) else text
    whole = from_json(OffsetMap, zlib.decompress(offsets).decode())
    return replace(from_json(Document, record), text=plain, offsets=whole)


def raw_bytes(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """The raw bytes with that hash; None where there are none, or they are damaged."""
    found = connection.execute("SELECT packed FROM raws WHERE sha256 = ?", (sha256,)).fetchone()
    try:
        return zlib.decompress(found[0]) if found else None
    except zlib.error:
        return None


def evidence_record(connection: sqlite3.Connection, record_id: str) -> Evidence | None:
    """The evidence of a record, None where none was kept."""
    query = (
        "SELECT evidence.record, file_sets.files FROM evidence"
        " JOIN file_sets ON file_sets.id = evidence.files WHERE record_id = ?"
    )
    found = connection.execute(query, (record_id,)).fetchone()
    if not found:
        return None
    files = tuple(DataFile(name, sha256) for name, sha256 in json.loads(found[1]))
    return replace(from_json(Evidence, found[0]), files=files)


_IDS = {
    "doc": ("documents", "id"),
    "m": ("mentions", "id"),
    "q": ("quotes", "id"),
    "c": ("claims", "id"),
    "n": ("findings", "id"),
    "r": ("reference_rows", "id"),
}


def ids_starting(connection: sqlite3.Connection, prefix: str, limit: int = 10) -> list[str]:
    """Ids that start with a prefix, at most `limit`; the kind ("c_") may be left out of it."""
    kind, mark, _ = prefix.partition("_")
    prefixes = [prefix] if mark and kind in _IDS else [f"{kind}_{prefix}" for kind in _IDS]
    found: list[str] = []
    for start in prefixes:
        table, column = _IDS[start.partition("_")[0]]
        query = (
            f"SELECT DISTINCT {column} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY 1 LIMIT ?"  # noqa: S608 - as above
        )
        found += [row[0] for row in connection.execute(query, (start, f"{start}\x7f", limit))]
    return found[:limit]


def record_with_id(connection: sqlite3.Connection, id_: str) -> Document | Any | None:
    """The record with a full id, of any kind; None when it is gone."""
    table, column = _IDS[id_.partition("_")[0]]
    if table == "documents":
        row = one_document(connection, ("documents.id = ?", (id_,)))
        return document_of(row) if row else None
    query = f"SELECT record FROM {table} WHERE {column} = ? LIMIT 1"  # noqa: S608 - as above
    found = connection.execute(query, (id_,)).fetchone()
    return from_json(_KINDS[table], found[0]) if found else None


_KINDS: dict[str, type] = {
    "mentions": Mention,
    "quotes": Quote,
    "claims": Claim,
    "findings": Finding,
    "reference_rows": ReferenceRow,
}
