"""Records of a JSON file one by one: a dump of one object a line in flat memory, a result of a query as a whole."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rostra.ingest.registers.cells import SourceFile
from rostra.ingest.registers.layout import JsonRecord
from rostra.ingest.registers.table import RowError
from rostra.kernel import Place, SourceError

MOST_LINE = 32 * 1024 * 1024
"""Bytes of one line of a dump: the largest entities of public dumps run to a few megabytes."""
MOST_WHOLE = 128 * 1024 * 1024
"""Bytes of a file that is one JSON text over many lines, which must be read as a whole."""


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A line of a dump that is no object, and why."""

    line: int
    error: RowError


def is_json(file: SourceFile) -> bool:
    """Whether the first sign of a file opens an object or a list."""
    with file.path.open(encoding=file.encoding, errors="replace") as stream:
        return stream.read(4096).lstrip()[:1] in {"{", "["}


def json_records(file: SourceFile) -> Iterator[JsonRecord | BrokenRecord]:
    """Every object of the file. Raises SourceError where it is one JSON text that cannot be read."""
    if _is_dump(file):
        yield from _lines(file)
    else:
        yield from _whole(file)


def _is_dump(file: SourceFile) -> bool:
    """Whether each line holds one object, with or without the brackets and commas of a list around them."""
    with file.path.open("rb") as stream:
        lines = [line for _ in range(3) if (line := stream.readline(MOST_LINE).strip())]
    bodies = [
        body
        for line in lines
        if (body := line.removeprefix(b"\xef\xbb\xbf").rstrip(b",")) not in {b"[", b"]"}
    ]
    if not bodies or len(bodies) == len(lines) == 1:
        return False
    return bodies[0].startswith(b"{") and bodies[0].endswith(b"}")


def _lines(file: SourceFile) -> Iterator[JsonRecord | BrokenRecord]:
    with file.path.open("rb") as stream:
        number = 0
        while line := stream.readline(MOST_LINE):
            number += 1
            if len(line) == MOST_LINE and not line.endswith(b"\n"):
                while (rest := stream.readline(MOST_LINE)) and not rest.endswith(b"\n"):
                    pass
                error = RowError("long", f"the line is longer than {MOST_LINE} bytes", remedy="part it")
                yield BrokenRecord(number, error)
                continue
            body = line.strip().removeprefix(b"\xef\xbb\xbf").rstrip(b",").strip()
            if body not in {b"", b"[", b"]"}:
                yield _record(number, body)


def _record(line: int, body: bytes) -> JsonRecord | BrokenRecord:
    remedy = "mend the line in the file"
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        return BrokenRecord(line, RowError("json", f"not JSON: {error}", remedy=remedy))
    if not isinstance(value, dict):
        return BrokenRecord(line, RowError("json", "no object", remedy=remedy))
    return JsonRecord(line, value)


def _whole(file: SourceFile) -> Iterator[JsonRecord | BrokenRecord]:
    place = Place(str(file.path))
    if file.path.stat().st_size > MOST_WHOLE:
        raise SourceError(
            f"one JSON text of more than {MOST_WHOLE} bytes",
            place=place,
            remedy="write one object a line (jq -c '.[]' FILE)",
        )
    try:
        value = json.loads(file.path.read_text(encoding=file.encoding, errors="replace"))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"not JSON: {error}", place=place, remedy="download the file again") from error
    for position, item in enumerate(_items(value), 1):
        if isinstance(item, dict):
            yield JsonRecord(position, item)
        else:
            yield BrokenRecord(position, RowError("json", "no object", remedy="mend the item in the file"))


def _items(value: Any) -> Iterator[Any]:
    """The records inside the envelopes that are known: a SPARQL result, a set of entities, a list, or one alone."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict) and isinstance(value.get("results"), dict):
        bindings = value["results"].get("bindings")
        yield from (_unwrapped(item) for item in (bindings if isinstance(bindings, list) else ()))
    elif isinstance(value, dict) and isinstance(value.get("entities"), dict):
        yield from value["entities"].values()
    else:
        yield value


def _unwrapped(binding: Any) -> Any:
    """A binding of a SPARQL result (SPARQL 1.1 Query Results JSON) as variable to value."""
    if not isinstance(binding, Mapping):
        return binding
    return {name: term.get("value") if isinstance(term, Mapping) else term for name, term in binding.items()}
