"""Registers of a case imported again from their own bytes, and set against the rows that the case holds."""

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from rostra.data import Knowledge
from rostra.data.packs import knowledge_with
from rostra.ingest.registers import ReferenceKind, import_reference
from rostra.kernel import QueryError, SourceError, sha256_hex
from rostra.model import Difference, ReferenceRow
from rostra.pipeline.basis import Bases
from rostra.pipeline.comparing import compared
from rostra.pipeline.referencing import fingerprint, naming
from rostra.store import Case, ReferenceFile


@dataclass(frozen=True, slots=True)
class Registers:
    """How many rows were read again, what differs, and which registers could not be read again."""

    rows: int
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]


def replay_registers(case: Case, bases: Bases) -> Registers:
    """Reads every register of a case again. One whose bytes the case does not hold begins with its rows."""
    stored: dict[str, list[ReferenceRow]] = defaultdict(list)
    for row in case.reference_rows():
        stored[row.sha256].append(row)
    found: list[Difference] = []
    notes: list[str] = []
    read = 0
    for file in case.reference_files():
        try:
            raw = case.raw(file)
        except QueryError:
            notes.append(
                f"the bytes of {file.name} are not in the case: its {file.rows} rows are the first link"
            )
            continue
        read += file.rows
        found += _file(file, raw, stored[file.sha256], bases)
    known = {file.sha256 for file in case.reference_files()}
    strays = [row for sha256, rows in stored.items() if sha256 not in known for row in rows]
    found += [Difference("register row", row.id, row.sha256, "no register of that hash") for row in strays]
    return Registers(read, tuple(found), tuple(notes))


def _file(file: ReferenceFile, raw: bytes, stored: list[ReferenceRow], bases: Bases) -> Iterator[Difference]:
    if sha256_hex(raw) != file.sha256:
        yield Difference("register", file.name, file.sha256, sha256_hex(raw))
        return
    knowledge, mark = _named_with(file, bases)
    if mark != file.fingerprint:
        yield Difference("register", file.name, file.fingerprint, mark, "rules and data")
    try:
        now = _rows(file, raw, knowledge)
    except SourceError as error:
        yield Difference("register", file.name, "a register", error.message)
        return
    yield from compared("register row", stored, now, lambda row: row.id)


def _named_with(file: ReferenceFile, bases: Bases) -> tuple[Knowledge, str]:
    """The knowledge that the register was named with, as far as packs go: those of the case, or the shipped alone."""
    everything = knowledge_with(tuple(pack for _, pack in sorted(bases.packs.items())))
    for knowledge in (everything, knowledge_with(())):
        mark = fingerprint(file.kind, knowledge)
        if mark == file.fingerprint:
            return knowledge, mark
    return everything, fingerprint(file.kind, everything)


def _rows(file: ReferenceFile, raw: bytes, knowledge: Knowledge) -> list[ReferenceRow]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, Path(file.name).name or "register")
        path.write_bytes(raw)
        kind = cast("ReferenceKind", file.kind)
        records = import_reference(path, kind, naming(knowledge))
        return [record for record in records if isinstance(record, ReferenceRow)]
