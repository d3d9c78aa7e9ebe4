"""What a case writes: one document with everything found in it, findings, reference rows; each whole or not at all."""

import datetime as dt
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from rostra.kernel import OffsetMap, content_id
from rostra.model import Annotation, Claim, Document, Evidence, Quote, ReferenceRow, Refusal
from rostra.store.codec import to_json
from rostra.store.filters import squeezed, storable
from rostra.store.records import Checked, Reading, RunInfo, mention_id

Row = tuple[Any, ...]


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block, or nothing of it, also when the process is interrupted."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def now() -> str:
    """The time, UTC, ISO 8601 to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def begin_run(connection: sqlite3.Connection, info: RunInfo) -> str:
    """Notes a run and gives its id."""
    number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM runs").fetchone()[0]
    started = now()
    id_ = content_id("run", number, info.fingerprint, started)
    files = json.dumps([[file.name, file.sha256] for file in info.files])
    row = (
        number,
        id_,
        info.version,
        info.engine,
        info.fingerprint,
        json.dumps(dict(info.options)),
        files,
        started,
    )
    insert(connection, "runs (number, id, version, engine, fingerprint, options, files, started)", [row])
    return id_


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row], verb: str = "INSERT") -> None:
    """Puts rows into `table (columns)`."""
    marks = ", ".join("?" * (table.count(",") + 1))
    connection.executemany(f"{verb} INTO {table} VALUES ({marks})", rows)


def write_reading(connection: sqlite3.Connection, reading: Reading, run: tuple[int, str] | None) -> None:
    """Puts one document with its records in place of an earlier reading of it."""
    position = _put_document(connection, reading, run)
    annotation = reading.annotation
    _clear(connection, position, reading.source)
    mentions = (
        (position, at, mention_id(annotation.document.id, m), m.kind, storable(m.name), m.id, to_json(m))
        for at, m in enumerate(annotation.mentions)
    )
    insert(connection, "mentions (document, ordinal, id, kind, name, entity, record)", mentions)
    quotes = (_quote_row(position, at, q, annotation) for at, q in enumerate(_distinct(annotation.quotes)))
    insert(connection, "quotes (document, ordinal, id, kind, speaker, words, record)", quotes)
    claims = (_claim_row(position, at, c, annotation) for at, c in enumerate(_distinct(annotation.claims)))
    columns = "document, ordinal, id, type, holder, target, equipment, equipment_id, speaker, modality, negated, words"
    insert(connection, f"claims ({columns}, record)", claims)
    write_refusals(connection, annotation.refusals, reading.source, document=position)
    write_evidence(connection, reading.evidence, position)


def _put_document(connection: sqlite3.Connection, reading: Reading, run: tuple[int, str] | None) -> int:
    document = reading.annotation.document
    connection.execute(
        "DELETE FROM documents WHERE sha256 = ? AND source IS ? AND id <> ? AND run IS NOT ?",
        (document.sha256, reading.source, document.id, run[0] if run else None),
    )
    packed = (document.sha256, len(reading.raw), zlib.compress(reading.raw, 6))
    insert(connection, "raws (sha256, size, packed)", [packed], "INSERT OR IGNORE")
    found = connection.execute("SELECT position FROM documents WHERE id = ?", (document.id,)).fetchone()
    if found:
        # The text is the same, for the id derives from it; only what surrounds it may have changed.
        connection.execute(
            "UPDATE documents SET (source, fingerprint, run, lang, outlet, first, last, record) = (?,?,?,?,?,?,?,?)"
            " WHERE position = ?",
            (*_metadata(reading, run), found[0]),
        )
        return int(found[0])
    columns = "id, sha256, text, folded, offsets, source, fingerprint, run, lang, outlet, first, last, record"
    insert(connection, f"documents ({columns})", [(*_text(document), *_metadata(reading, run))])
    return int(connection.execute("SELECT last_insert_rowid()").fetchone()[0])


def _text(document: Document) -> Row:
    offsets = zlib.compress(to_json(document.offsets).encode())
    return document.id, document.sha256, held_text(document.text), storable(document.text), offsets


def held_text(text: str) -> str | bytes:
    """The text as a column holds it: as bytes where lone surrogates forbid UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def _metadata(reading: Reading, run: tuple[int, str] | None) -> Row:
    document = reading.annotation.document
    days = (
        (document.date.first.isoformat(), document.date.last.isoformat()) if document.date else (None, None)
    )
    outlet = storable(document.outlet) if document.outlet else None
    # Text and offsets have columns of their own; the record keeps the rest.
    record = to_json(replace(document, text="", offsets=OffsetMap(())))
    number, fingerprint = run or (None, "")
    return reading.source, fingerprint, number, document.lang, outlet, *days, record


def _clear(connection: sqlite3.Connection, position: int, source: str | None) -> None:
    for table in ("mentions", "quotes", "claims", "findings", "refusals", "evidence"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (position,))  # noqa: S608 - a table of ours
    if source is not None:
        connection.execute(
            "DELETE FROM refusals WHERE document IS NULL AND file IS NULL AND source = ?", (source,)
        )


def _distinct(records: Iterable[Any]) -> list[Any]:
    return list({record.id: record for record in records}.values())


def _quote_row(position: int, at: int, quote: Quote, annotation: Annotation) -> Row:
    words = storable(quote.content.of(annotation.document.text))
    return position, at, quote.id, quote.kind, _folded(quote.speaker_name), words, to_json(quote)


def _claim_row(position: int, at: int, claim: Claim, annotation: Annotation) -> Row:
    equipment = claim.equipment
    return (
        position,
        at,
        claim.id,
        claim.type,
        _folded(claim.holder),
        _folded(claim.target),
        squeezed(equipment.name) if equipment else None,
        equipment.id if equipment else None,
        _folded(claim.attributed_to),
        claim.modality,
        int(claim.negated),
        storable(claim.evidence.of(annotation.document.text)),
        to_json(claim),
    )


def _folded(name: str | None) -> str | None:
    return storable(name) if name is not None else None


def write_refusals(
    connection: sqlite3.Connection,
    refusals: Iterable[Refusal],
    source: str | None,
    *,
    document: int | None = None,
    file: int | None = None,
) -> None:
    """Adds refusals of one document, of a reference file, or of a source that gave neither."""
    rows = ((document, file, source or r.source, r.stage, r.code, to_json(r)) for r in refusals)
    insert(connection, "refusals (document, file, source, stage, code, record)", rows)


def write_evidence(
    connection: sqlite3.Connection, evidence: Iterable[Evidence], position: int | None
) -> None:
    """Adds evidence; the lists of data files, the same for most records, are kept once."""
    known: set[str] = set()
    for record in evidence:
        files = json.dumps([[file.name, file.sha256] for file in record.files])
        set_id = content_id("fs", files)
        if set_id not in known:
            insert(connection, "file_sets (id, files)", [(set_id, files)], "INSERT OR IGNORE")
            known.add(set_id)
        row = (record.record, position, set_id, to_json(replace(record, files=())))
        insert(connection, "evidence (record_id, document, files, record)", [row], "INSERT OR REPLACE")


def write_checked(connection: sqlite3.Connection, checked: Checked) -> None:
    """Puts findings in place of the earlier ones on the same claims; one on a claim that is gone is left out."""
    places = _places_of_claims(connection, checked.claims)
    for claim in checked.claims:
        connection.execute(
            "DELETE FROM evidence WHERE record_id IN (SELECT id FROM findings WHERE claim = ?)", (claim,)
        )
        connection.execute("DELETE FROM findings WHERE claim = ?", (claim,))
    rows = [
        (
            *places[finding.claim],
            at,
            finding.id,
            finding.claim,
            finding.verdict,
            finding.rule,
            to_json(finding),
        )
        for at, finding in enumerate(checked.findings)
        if finding.claim in places
    ]
    columns = "document, claim_ordinal, ordinal, id, claim, verdict, rule, record"
    insert(connection, f"findings ({columns})", rows)
    positions = {row[3]: row[0] for row in rows}
    for record in checked.evidence:
        if record.record in positions:
            write_evidence(connection, [record], positions[record.record])


def _places_of_claims(connection: sqlite3.Connection, claims: Iterable[str]) -> dict[str, tuple[int, int]]:
    places = {}
    for claim in claims:
        found = connection.execute("SELECT document, ordinal FROM claims WHERE id = ?", (claim,)).fetchone()
        if found:
            places[claim] = (int(found[0]), int(found[1]))
    return places


def reference_row(number: int, at: int, row: ReferenceRow) -> Row:
    """A reference row as its table holds it."""
    record = to_json(row)
    return (
        number,
        at,
        row.id,
        row.row,
        storable(row.subject),
        squeezed(row.item),
        row.item_id,
        row.state,
        record,
    )
