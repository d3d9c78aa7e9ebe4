"""What a person decided on grades, kept for good: no decision is changed or taken away, a later one goes before it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from rostra.kernel import InvalidRecord, content_id
from rostra.store.filters import storable
from rostra.store.records import Decision
from rostra.store.writing import insert, now, transaction

_COLUMNS = "kind, name, value, reason, made, id"


@contextmanager
def lasting(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A transaction that has reached the disk when it is over: a person does not decide twice."""
    before = connection.execute("PRAGMA synchronous").fetchone()[0]
    connection.execute("PRAGMA synchronous = FULL")
    try:
        with transaction(connection):
            yield connection
    finally:
        connection.execute(f"PRAGMA synchronous = {int(before)}")


def write_decision(connection: sqlite3.Connection, decision: Decision) -> Decision:
    """Adds a decision with its day and id. Raises InvalidRecord for one without a reason."""
    if not decision.reason.strip():
        raise InvalidRecord(
            "a decision needs a reason", remedy="say why, in a sentence that others can judge"
        )
    made = now()
    number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM decisions").fetchone()[0]
    id_ = content_id("g", number, decision.kind, decision.subject, decision.value, decision.reason, made)
    row = (
        number,
        id_,
        decision.kind,
        key(decision.subject),
        decision.subject,
        decision.value,
        decision.reason,
        made,
    )
    insert(connection, "decisions (number, id, kind, subject, name, value, reason, made)", [row])
    return replace(decision, made=made, id=id_)


def decisions(connection: sqlite3.Connection, kind: str | None, subject: str | None) -> tuple[Decision, ...]:
    """Decisions in the order in which they were made, on one subject or on all."""
    asked = [("kind = ?", kind), ("subject = ?", key(subject) if subject is not None else None)]
    kept = [(sql, value) for sql, value in asked if value is not None]
    where = " AND ".join(sql for sql, _ in kept) or "1"
    query = f"SELECT {_COLUMNS} FROM decisions WHERE {where} ORDER BY number"  # noqa: S608 - names are this program's
    rows = connection.execute(query, [value for _, value in kept]).fetchall()
    return tuple(Decision(*row) for row in rows)


def key(subject: str) -> str:
    """A subject as it is looked up: a source under any spelling of its case and spaces."""
    return " ".join(storable(subject).split())
