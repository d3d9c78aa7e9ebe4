"""Runs and counts as a case remembers them."""

import json
import sqlite3

from rostra.model import DataFile
from rostra.store.records import Counts, RunInfo, StoredRun

_TABLES = ("documents", "mentions", "quotes", "claims", "findings", "reference_rows", "refusals")


def stored_runs(connection: sqlite3.Connection) -> tuple[StoredRun, ...]:
    """All runs, first to last."""
    query = "SELECT id, version, engine, options, files, started, finished FROM runs ORDER BY number"
    return tuple(_run(row) for row in connection.execute(query).fetchall())


def _run(row: tuple[str, str, str, str, str, str, str | None]) -> StoredRun:
    id_, version, engine, options, files, started, finished = row
    data = tuple(DataFile(name, sha256) for name, sha256 in json.loads(files))
    return StoredRun(id_, RunInfo(version, engine, data, json.loads(options)), started, finished)


def counts(connection: sqlite3.Connection) -> Counts:
    """Rows of each table of records."""
    queries = (f"SELECT count(*) FROM {table}" for table in _TABLES)  # noqa: S608 - names are this program's
    return Counts(*(connection.execute(query).fetchone()[0] for query in queries))
