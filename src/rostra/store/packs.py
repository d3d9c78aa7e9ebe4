"""Packs of a user's knowledge in a case: their bytes, so that the case replays where the folder is not."""

import sqlite3
import zlib
from collections.abc import Iterator

from rostra.store.records import StoredPack
from rostra.store.writing import insert, now


def write_pack(connection: sqlite3.Connection, pack: StoredPack) -> bool:
    """Puts a pack in place of an earlier version of it; False where the same one was there already."""
    found = connection.execute("SELECT sha256 FROM packs WHERE name = ?", (pack.name,)).fetchone()
    if found == (pack.sha256,):
        return False
    connection.execute("DELETE FROM packs WHERE name = ?", (pack.name,))
    insert(
        connection, "packs (name, version, sha256, added)", [(pack.name, pack.version, pack.sha256, now())]
    )
    rows = ((pack.name, name, zlib.compress(raw, 6)) for name, raw in pack.files)
    insert(connection, "pack_files (pack, name, packed)", rows)
    return True


def remove_pack(connection: sqlite3.Connection, name: str) -> bool:
    """Takes a pack out; False where there was none of that name."""
    return connection.execute("DELETE FROM packs WHERE name = ?", (name,)).rowcount > 0


def stored_packs(connection: sqlite3.Connection) -> Iterator[StoredPack]:
    """All packs in the order of their names."""
    query = "SELECT name, version, sha256, added FROM packs ORDER BY name"
    for name, version, sha256, added in connection.execute(query).fetchall():
        files = connection.execute(
            "SELECT name, packed FROM pack_files WHERE pack = ? ORDER BY name", (name,)
        )
        raw = tuple((file, zlib.decompress(packed)) for file, packed in files.fetchall())
        yield StoredPack(name, version, sha256, raw, added)
