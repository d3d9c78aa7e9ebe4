"""Reading a delimited file row by row, so that one broken row costs itself alone."""

import codecs
import csv
import hashlib
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rostra.kernel import PartialDate, Place, SourceError

MOST_LINES = 60
"""Lines that one row may run over (a comment with line breaks); beyond it a quotation mark was left open."""
MOST_CHARACTERS = 1_000_000
"""Characters of one row; a longer one is refused, not read into memory again and again."""
_BLOCK = 1 << 20
_ISO_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)")
_WORDED_DAY = re.compile(r"(?<!\d)(\d{1,2}) ([A-Za-z]{3})[A-Za-z]* (\d{4})(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_EXPORT = "download the export itself, not the page around it"
_OTHERS = (
    (
        b"pk\x03\x04",
        "a workbook or a ZIP archive",
        "save the sheet as CSV, or unpack the archive, and name that file",
    ),
    (b"\xd0\xcf\x11\xe0", "a workbook", "save the sheet as CSV and name that file"),
    (b"\x1f\x8b", "compressed (gzip)", "unpack it first: gunzip FILE"),
    (b"bzh", "compressed (bzip2)", "unpack it first: bunzip2 FILE"),
    (b"\xfd7zxz", "compressed (xz)", "unpack it first: unxz FILE"),
    (b"%pdf", "a PDF", "download the register as CSV"),
    (b"{\\rtf", "an RTF text", "download the register as CSV"),
    (b"<!doctype", "a web page", _EXPORT),
    (b"<html", "a web page", _EXPORT),
    (b"<?xml", "XML", "download the register as CSV or JSON"),
)
"""First bytes, in small letters, of what is given by mistake; what it is; what to do instead."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A reference file: its path, its name, the SHA-256 of its bytes, its encoding (UTF-8, UTF-16, else Windows-1252)."""

    path: Path
    name: str
    sha256: str
    encoding: str

    @property
    def snapshot(self) -> PartialDate | None:
        """The day that the name of the file gives ("2024-03-11_losses.csv")."""
        return day_in(self.name)


def day_in(text: str) -> PartialDate | None:
    """The first day in a text, written YYYY-MM-DD or "7 Feb 2024"; None where there is none."""
    if match := _ISO_DAY.search(text):
        return PartialDate.parse(match[0], "metadata")
    if (match := _WORDED_DAY.search(text)) and match[2].lower() in _MONTHS:
        month = _MONTHS.index(match[2].lower()) + 1
        return PartialDate.parse(f"{int(match[3]):04d}-{month:02d}-{int(match[1]):02d}", "metadata")
    return None


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: the line of the file on which it begins, counted from 1, and its cells; `broken` says why there are none."""

    line: int
    cells: tuple[str, ...]
    broken: str | None = None


def source_file(path: Path) -> SourceFile:
    """Hash and encoding of a file in one pass. Raises SourceError where it cannot be read."""
    digest, decoder, is_utf8, head = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")(), True, b""
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                head = head or block
                digest.update(block)
                is_utf8 = is_utf8 and _decodes(decoder, block)
    except OSError as error:
        raise SourceError(
            f"cannot be read: {error.strerror}",
            place=Place(str(path)),
            remedy="name a file that you may read",
        ) from error
    must_be_text(head, path)
    encoding = "utf-16" if head.startswith(_UTF_16) else "utf-8-sig" if is_utf8 else "cp1252"
    return SourceFile(path, path.name, digest.hexdigest(), encoding)


def must_be_text(head: bytes, path: Path) -> None:
    """Raises SourceError where the first bytes are those of a workbook, an archive or a page."""
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    for start, what, remedy in _OTHERS:
        if plain.startswith(start):
            raise SourceError(f"the file is {what}", place=Place(str(path)), remedy=remedy)


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

    def __init__(self, file: SourceFile, delimiter: str = ",") -> None:
        self.file, self.delimiter = file, delimiter
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
        row = self._parsed(start, "".join(taken), strict=len(taken) > 1)
        if marks % 2 or (len(taken) > 1 and (row.broken or self.width not in {None, len(row.cells)})):
            self._waiting.extendleft(reversed(taken[1:]))
            self._line = start
            return Cells(start, (), "a quotation mark is left open")
        self._line = start + len(taken) - 1
        return row

    def _parsed(self, line: int, text: str, *, strict: bool) -> Cells:
        if len(text) >= MOST_CHARACTERS:
            return Cells(line, (), f"the row is longer than {MOST_CHARACTERS} characters")
        try:
            cells = next(
                csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter, strict=strict), []
            )
        except csv.Error as error:
            return Cells(line, (), f"not a row of CSV: {error}")
        return Cells(line, tuple(cells))
