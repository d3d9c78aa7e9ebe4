"""The corpus of a script test: dated texts of named actors, one JSON object a line."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from rostra.kernel import KnowledgeError, PartialDate, Place, SourceError
from rostra.kernel.tables import FaultList

FIELDS = ("id", "date", "actor", "lang", "text")
LONGEST_LINE = 16_000_000
"""Bytes of a line at most; a longer one is a whole corpus on one line, or an attack."""
_SHOWN_FAULTS = 20


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """What one actor published on one day."""

    id: str
    date: dt.date
    actor: str
    lang: str
    text: str


def read_corpus(path: Path) -> tuple[CorpusDocument, ...]:
    """The documents of a JSON lines file, in its order.

    Raises SourceError for a file that cannot be read or holds none, and KnowledgeError with the faults of its lines:
    no JSON, a field that is missing or no text, a date that names no day, an id that occurs twice.
    """
    faults = FaultList(str(path))
    documents: dict[str, CorpusDocument] = {}
    for row, line in _lines(path):
        found = _document(line, row, faults)
        if found is None:
            continue
        if found.id in documents:
            faults.add(
                f"the id {found.id[:60]!r} occurs before", "give each document an id of its own", row=row
            )
        documents[found.id] = found
    if faults.faults:
        rest = len(faults.faults) - _SHOWN_FAULTS
        del faults.faults[_SHOWN_FAULTS:]
        if rest > 0:
            faults.add(f"and {rest} more faults", "mend these first")
        raise KnowledgeError(faults.faults)
    if not documents:
        raise SourceError(
            "no document", place=Place(str(path)), remedy=f"give JSON lines with {', '.join(FIELDS)}"
        )
    return tuple(documents.values())


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            for row, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), 1):
                if line.strip():
                    yield row, line.removeprefix(b"\xef\xbb\xbf") if row == 1 else line
                if len(line) == LONGEST_LINE:
                    _pass_rest(line, file)
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", place=Place(str(path))) from error


def _pass_rest(line: bytes, file: BinaryIO) -> None:
    """Reads on to the end of a line that is too long, so that it is refused once."""
    while line and not line.endswith(b"\n"):
        line = file.readline(LONGEST_LINE)


def _document(line: bytes, row: int, faults: FaultList) -> CorpusDocument | None:
    if len(line) >= LONGEST_LINE:
        faults.add(
            f"longer than {LONGEST_LINE:,} bytes", "write one document a line, not the corpus", row=row
        )
        return None
    try:
        item = json.loads(line)
    except (ValueError, RecursionError) as error:
        faults.add(f"no JSON: {error}"[:200], "write one JSON object a line, in UTF-8", row=row)
        return None
    if not isinstance(item, dict):
        faults.add("no JSON object", f"give an object with {', '.join(FIELDS)}", row=row)
        return None
    return _checked(item, row, faults)


def _checked(item: Mapping[str, Any], row: int, faults: FaultList) -> CorpusDocument | None:
    missing = [name for name in FIELDS if not isinstance(item.get(name), str)]
    for name in missing:
        faults.add("missing, or no text", "give it as a string", row=row, field=name)
    if missing:
        return None
    day = _day(item["date"])
    if day is None:
        faults.add(f"{item['date'][:40]!r} names no day", "write 2025-10-25", row=row, field="date")
        return None
    return CorpusDocument(item["id"], day, item["actor"].strip(), item["lang"], item["text"])


def _day(text: str) -> dt.date | None:
    found = PartialDate.parse(text[:10])
    return found.first if found is not None and found.first == found.last else None
