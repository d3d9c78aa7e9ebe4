"""What SQLite says, in words that help: each failure as a CaseError with its remedy."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rostra.kernel import CaseError, Place

_REMEDIES = (
    (
        ("locked", "busy"),
        "another process is writing to the case",
        "wait until it has finished, or name another case file",
    ),
    (
        ("readonly", "read-only", "unable to open", "permission"),
        "the case cannot be written here",
        "name a file in a folder that exists and that you may write to",
    ),
    (
        ("disk is full", "database or disk is full"),
        "the disk is full",
        "free some space and run the command again; everything finished before is kept",
    ),
    (
        ("malformed", "not a database", "corrupt", "encrypted"),
        "the file is damaged or is no case",
        "restore a backup (beside the case), or name another file",
    ),
)


def case_error(error: Exception, path: Path) -> CaseError:
    """The CaseError that a failure of SQLite or of the file system comes to."""
    said = str(error).lower()
    for words, message, remedy in _REMEDIES:
        if any(word in said for word in words):
            return CaseError(f"{message} ({error})", place=Place(str(path)), remedy=remedy)
    return CaseError(
        f"the case failed: {error}", place=Place(str(path)), remedy="please report it with what you did"
    )


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turns every failure of SQLite or of the file system inside the block into a CaseError."""
    try:
        yield
    except (sqlite3.Error, OSError, zlib.error) as error:
        raise case_error(error, path) from error
