"""Opening a case file: recognised by its mark, brought up to this version, or refused with a remedy."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

from rostra.kernel import CaseError, Place
from rostra.store.faults import told_plainly
from rostra.store.filters import storable

CaseMode = Literal["write", "read"]

APPLICATION_ID = 0x524F5354
"""The mark of a case in the header of its file: "ROST"."""
BUSY_SECONDS = 10.0
"""How long a writer waits for another one; a document is written in milliseconds."""
_HEADER = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step forward: its number, its name and its statements."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """The shipped migrations in order; the last number is the version of a case."""
    folder = files("rostra.store") / "migrations"
    paths = sorted(
        (path for path in folder.iterdir() if path.name.endswith(".sql")), key=lambda path: path.name
    )
    return tuple(Migration(int(path.name[:4]), path.name, path.read_text(encoding="utf-8")) for path in paths)


def connect(path: Path, mode: CaseMode, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """An open connection to a case of this version.

    Writing makes a missing case and brings an older one up to date, with a backup beside it. Raises CaseError for
    a file that is no case, is newer than this rostra, is busy, or cannot be written or found.
    """
    _must_be_reachable(path, mode)
    with told_plainly(path):
        connection = _connection(path, mode, busy_seconds)
        try:
            _must_be_a_case(connection, path)
            _bring_up_to_date(connection, path, mode)
        except BaseException:
            connection.close()
            raise
    return connection


def _must_be_reachable(path: Path, mode: CaseMode) -> None:
    if path.is_dir():
        raise CaseError(
            "a folder is no case", place=Place(str(path)), remedy="name a file, such as rostra.db"
        )
    if path.is_file():
        with told_plainly(path), path.open("rb") as file:
            head = file.read(len(_HEADER))
        if head not in {b"", _HEADER}:
            raise _foreign(path)
    elif mode == "read":
        raise CaseError(
            "there is no case here",
            place=Place(str(path)),
            remedy="read some articles first, or name the case",
        )
    elif not path.parent.is_dir():
        raise CaseError(
            "the folder of the case does not exist",
            place=Place(str(path)),
            remedy=f"make {path.parent} first",
        )


def _foreign(path: Path) -> CaseError:
    return CaseError(
        "the file is no case of rostra",
        place=Place(str(path)),
        remedy="name another file; this one is untouched",
    )


def _connection(path: Path, mode: CaseMode, busy_seconds: float) -> sqlite3.Connection:
    options = {"write": ("mode=rwc",), "read": ("mode=rw", "mode=ro", "mode=ro&immutable=1")}[mode]
    for option in options[:-1]:
        try:
            return _tried(path, option, busy_seconds)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise
    return _tried(path, options[-1], busy_seconds)


def _tried(path: Path, option: str, busy_seconds: float) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?{option}"
    connection = sqlite3.connect(uri, uri=True, timeout=busy_seconds, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.create_function("folded", 1, storable, deterministic=True)
        connection.execute("PRAGMA schema_version").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _must_be_a_case(connection: sqlite3.Connection, path: Path) -> None:
    mark, version = _pragma(connection, "application_id"), _pragma(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if (mark, version) != (0, 0) and mark != APPLICATION_ID:
        raise _foreign(path)
    if mark == 0 and tables:
        raise _foreign(path)
    if version > migrations()[-1].number:
        raise CaseError(
            f"the case is of version {version}, newer than this rostra knows ({migrations()[-1].number})",
            place=Place(str(path)),
            remedy="install the rostra that made it, or a newer one",
        )


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, mode: CaseMode) -> None:
    version = _pragma(connection, "user_version")
    pending = [step for step in migrations() if step.number > version]
    if pending and mode == "read" and version == 0:
        raise CaseError("the case is empty", place=Place(str(path)), remedy="read some articles first")
    if pending and version:
        _back_up(connection, path.with_name(f"{path.name}.v{version}.backup"))
    if pending and not version:
        connection.execute("PRAGMA journal_mode = WAL")
    if mode == "write":
        connection.execute("PRAGMA synchronous = NORMAL")
    for step in pending:
        _migrate(connection, step)


def _back_up(connection: sqlite3.Connection, backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as copy:
        connection.backup(copy)


def _migrate(connection: sqlite3.Connection, step: Migration) -> None:
    """One step in one transaction: done whole, or the case stays as it was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have taken the step while this one waited for the lock.
        if _pragma(connection, "user_version") < step.number:
            for statement in statements(step.sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {step.number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def statements(sql: str) -> tuple[str, ...]:
    """The statements of a script one by one; a trigger with its body is one."""
    found, held = [], ""
    for piece in sql.split(";"):
        held += f"{piece};"
        if sqlite3.complete_statement(held):
            found += [held] if held.strip("; \n") else []
            held = ""
    return tuple(found)
