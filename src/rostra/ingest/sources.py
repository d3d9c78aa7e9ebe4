"""Which sources there are: files, folders and standard input, each once, in an order that never changes."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rostra.ingest.sniffing import SUFFIXES, UNREAD_SUFFIXES

STANDARD_INPUT = "-"


class Source(NamedTuple):
    """Something to read: its name for people, and its path; None for standard input."""

    name: str
    path: Path | None


def list_sources(sources: Sequence[str | Path]) -> list[Source]:
    """Everything to read, in the order given; folders with all below them, sorted. A file named twice is read once.

    A folder gives its texts, Markdown and HTML, and what will be refused: PDF and office documents, folders that
    cannot be opened. The rest of it, hidden folders, linked folders and pipes are passed over. A file that is named is
    always tried.
    """
    seen: set[str] = set()
    found: list[Source] = []
    for source in sources:
        for item in _expanded(source):
            identity = _identity(item)
            if identity not in seen:
                seen.add(identity)
                found.append(item)
    return found


def read_raw(source: Source, limit: int) -> bytes:
    """Raw bytes of a source, at most one more than the limit. Raises OSError where they cannot be read."""
    if source.path is None:
        return sys.stdin.buffer.read(limit + 1)
    with source.path.open("rb") as file:
        return file.read(limit + 1)


def _expanded(source: str | Path) -> Iterator[Source]:
    if str(source) == STANDARD_INPUT:
        yield Source("standard input", None)
        return
    path = Path(source)
    if not _is_folder(path):
        yield _source(path)
        return
    closed: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(folder, name)
            if file.suffix.lower() in SUFFIXES | UNREAD_SUFFIXES and not name.startswith(".") and _ends(file):
                yield _source(file)
    for error in closed:
        yield _source(Path(error.filename))


def _source(path: Path) -> Source:
    """A source by its path; bytes of a name that are no UTF-8, which no record can hold, are shown as U+FFFD."""
    return Source(str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace"), path)


def _ends(file: Path) -> bool:
    """Whether reading it comes to an end: a pipe that nobody writes to would hold up the whole folder."""
    try:
        mode = file.stat().st_mode
    except (OSError, ValueError):
        return True  # it is refused when it is opened
    return stat.S_ISREG(mode)


def _identity(source: Source) -> str:
    try:
        return os.path.realpath(source.path) if source.path else STANDARD_INPUT
    except ValueError:  # a NUL in the name: it is refused when it is opened
        return source.name


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
