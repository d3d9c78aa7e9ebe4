"""Reading a delimited file row by row, so that one broken row costs itself alone."""

import codecs
import csv
import hashlib
import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rostra.kernel import Place, SourceError

MOST_LINES = 60
"""Lines that one row may run over (a comment with line breaks); beyond it a quotation mark was left open."""
MOST_CHARACTERS = 1_000_000
"""Characters of one row; a longer one is refused, not read into memory again and again."""
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A reference file: its path, its name, the SHA-256 of its bytes, its encoding (UTF-8, else Windows-1252)."""

    path: Path
    name: str
    sha256: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: the line of the file on which it begins, counted from 1, and its cells; `broken` says why there are none."""

    line: int
    cells: tuple[str, ...]
    broken: str | None = None


def source_file(path: Path) -> SourceFile:
    """Hash and encoding of a file in one pass. Raises SourceError where it cannot be read."""
    digest, decoder, is_utf8 = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")(), True
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                is_utf8 = is_utf8 and _decodes(decoder, block)
    except OSError as error:
        raise SourceError(
            f"cannot be read: {error.strerror}",
            place=Place(str(path)),
            remedy="name a file that you may read",
        ) from error
    return SourceFile(path, path.name, digest.hexdigest(), "utf-8-sig" if is_utf8 else "cp1252")


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    try:
        decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


class RowStream:
    """The rows of a file that are not blank, in order.

    `width` is the number of cells of a row, once the header is known: a row that runs over several lines and has
    another number then had a quotation mark left open, which costs its first line alone.
    """

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.width: int | None = None
        self._waiting: deque[str] = deque()
        self._line = 0
        self._rows = self._read()

    def __iter__(self) -> Iterator[Cells]:
        return self._rows

    def _read(self) -> Iterator[Cells]:
        with self.file.path.open(encoding=self.file.encoding, errors="replace", newline="") as stream:
            while first := self._take(stream):
                row = self._row(stream, first)
                if row.broken or any(cell.strip() for cell in row.cells):
                    yield row

    def _take(self, stream: TextIO) -> str:
        if self._waiting:
            return self._waiting.popleft()
        line = stream.readline(MOST_CHARACTERS)
        rest = line
        while len(rest) == MOST_CHARACTERS and not rest.endswith("\n"):
            rest = stream.readline(MOST_CHARACTERS)
        return line

    def _row(self, stream: TextIO, first: str) -> Cells:
        start, taken = self._line + 1, [first]
        marks = first.count('"')
        while marks % 2 and len(taken) < MOST_LINES and (more := self._take(stream)):
            taken.append(more)
            marks += more.count('"')
        # A mark that closes inside a word, lines after the one that opened, was another row's.
        row = _parsed(start, "".join(taken), strict=len(taken) > 1)
        if marks % 2 or (len(taken) > 1 and (row.broken or self.width not in {None, len(row.cells)})):
            self._waiting.extendleft(reversed(taken[1:]))
            self._line = start
            return Cells(start, (), "a quotation mark is left open")
        self._line = start + len(taken) - 1
        return row


def _parsed(line: int, text: str, *, strict: bool) -> Cells:
    if len(text) >= MOST_CHARACTERS:
        return Cells(line, (), f"the row is longer than {MOST_CHARACTERS} characters")
    try:
        cells = next(csv.reader(io.StringIO(text, newline=""), strict=strict), [])
    except csv.Error as error:
        return Cells(line, (), f"not a row of CSV: {error}")
    return Cells(line, tuple(cells))
