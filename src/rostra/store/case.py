"""A case: one SQLite file that holds what was read, what was found, and why."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from rostra.kernel import CaseError, Place, QueryError
from rostra.model import (
    Claim,
    Document,
    Evidence,
    Finding,
    Mention,
    Outcome,
    Prediction,
    Quote,
    ReferenceRow,
    Refusal,
)
from rostra.store import decisions, filters, packs, predictions, reading, registers, runs, writing
from rostra.store.codec import from_json
from rostra.store.faults import told_plainly
from rostra.store.opening import BUSY_SECONDS, CaseMode, connect
from rostra.store.records import (
    Checked,
    Counts,
    Decision,
    Entry,
    Reading,
    ReferenceFile,
    RunInfo,
    StoredDocument,
    StoredPack,
    StoredRun,
)

Record = Document | Mention | Quote | Claim | Finding | ReferenceRow
Rows = Iterable[ReferenceRow | Refusal]


class Case:
    """An open case. One process writes at a time, any number read. Every failure is a CaseError with a remedy."""

    def __init__(self, connection: sqlite3.Connection, path: Path, mode: CaseMode) -> None:
        self._connection, self.path, self.mode = connection, path, mode
        self._run: tuple[int, str] | None = None
        self._document: Document | None = None

    @classmethod
    def open(cls, path: Path | str, mode: CaseMode = "write", *, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Opens a case; writing makes a missing one and brings an older one up to date, with a backup first."""
        place = Path(path)
        return cls(connect(place, mode, busy_seconds), place, mode)

    def close(self) -> None:
        """Gives the file back. What was added stands already."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._must_be_writing()
        with told_plainly(self.path), writing.transaction(self._connection):
            yield self._connection

    def _must_be_writing(self) -> None:
        if self.mode == "read":
            raise CaseError(
                "the case was opened for reading", place=self._place, remedy="open it for writing"
            )

    @property
    def _place(self) -> Place:
        return Place(str(self.path))

    # -- writing

    def begin_run(self, info: RunInfo) -> str:
        """Starts a run; documents added from now on belong to it. Returns its id."""
        with self._writing() as connection:
            id_ = writing.begin_run(connection, info)
            number = connection.execute("SELECT number FROM runs WHERE id = ?", (id_,)).fetchone()[0]
        self._run = (number, info.fingerprint)
        return id_

    def end_run(self) -> None:
        """Marks the run as finished; one that was interrupted stays unmarked."""
        if self._run:
            with self._writing() as connection:
                connection.execute(
                    "UPDATE runs SET finished = ? WHERE number = ?", (writing.now(), self._run[0])
                )
        self._run = None

    def add(self, read: Reading) -> str:
        """Adds a document with its records, in place of an earlier reading of it. Returns its id."""
        with self._writing() as connection:
            writing.write_reading(connection, read, self._run)
        self._document = None
        return read.annotation.document.id

    def add_refusals(self, refusals: Iterable[Refusal], source: str | None = None) -> None:
        """Adds refusals of sources that gave no document, in place of earlier ones of that source."""
        with self._writing() as connection:
            if source is not None:
                connection.execute(
                    "DELETE FROM refusals WHERE document IS NULL AND file IS NULL AND source = ?", (source,)
                )
            writing.write_refusals(connection, refusals, source)

    def add_findings(self, checked: Checked) -> None:
        """Puts findings in place of all earlier ones on the claims that were checked."""
        with self._writing() as connection:
            writing.write_checked(connection, checked)

    def add_reference(
        self, kind: str, records: Rows, file: Path | str, *, fingerprint: str = ""
    ) -> ReferenceFile:
        """Imports what a register's reader yields, streaming, whole or not at all; a file of the same hash is replaced."""
        with self._writing() as connection:
            number = registers.write_reference(connection, kind, records, str(file), fingerprint=fingerprint)
            return registers.reference_file(connection, number)

    def add_pack(self, pack: StoredPack) -> bool:
        """Adds a pack of knowledge in place of an earlier version of it; False where it was there already."""
        with self._writing() as connection:
            return packs.write_pack(connection, pack)

    def remove_pack(self, name: str) -> bool:
        """Takes a pack out; False where there was none of that name."""
        with self._writing() as connection:
            return packs.remove_pack(connection, name)

    def decide(self, decision: Decision) -> Decision:
        """Keeps a person's decision for good, on the disk when this returns. Raises InvalidRecord without a reason."""
        self._must_be_writing()
        with told_plainly(self.path), decisions.lasting(self._connection) as connection:
            return decisions.write_decision(connection, decision)

    def predict(self, prediction: Prediction) -> bool:
        """Stores a prediction for good; False where it stands already."""
        with self._writing() as connection:
            return predictions.write_prediction(connection, prediction)

    def settle(self, outcome: Outcome) -> bool:
        """Stores what came of a prediction; False where an outcome stands already. Raises QueryError."""
        with self._writing() as connection:
            return predictions.write_outcome(connection, outcome)

    # -- what was read

    def is_current(self, sha256: str, info: RunInfo) -> bool:
        """Whether these raw bytes were already read by a run that would read them alike."""
        query = "SELECT 1 FROM documents WHERE sha256 = ? AND fingerprint = ? LIMIT 1"
        with told_plainly(self.path):
            return self._connection.execute(query, (sha256, info.fingerprint)).fetchone() is not None

    def documents(self, asked: filters.DocumentFilter | None = None) -> Iterator[Document]:
        """Documents in the order in which they were first read."""
        condition = filters.of_documents(asked or filters.DocumentFilter())
        with told_plainly(self.path):
            yield from map(reading.document_of, reading.document_rows(self._connection, condition))

    def mentions(self, asked: filters.MentionFilter | None = None) -> Iterator[Mention]:
        """Mentions in the order of documents and text."""
        condition = filters.of_mentions(asked or filters.MentionFilter())
        return self._listed(reading.MENTIONS, condition)

    def quotes(self, asked: filters.QuoteFilter | None = None) -> Iterator[Quote]:
        """Quotes in the order of documents and text."""
        return self._listed(reading.QUOTES, filters.of_quotes(asked or filters.QuoteFilter()))

    def claims(self, asked: filters.ClaimFilter | None = None) -> Iterator[Claim]:
        """Claims in the order of documents and text."""
        return self._listed(reading.CLAIMS, filters.of_claims(asked or filters.ClaimFilter()))

    def findings(self, asked: filters.FindingFilter | None = None) -> Iterator[Finding]:
        """Findings in the order of their claims."""
        return self._listed(reading.FINDINGS, filters.of_findings(asked or filters.FindingFilter()))

    def reference_rows(self, asked: filters.RowFilter | None = None) -> Iterator[ReferenceRow]:
        """Reference rows in the order of import and file."""
        return self._listed(reading.ROWS, filters.of_rows(asked or filters.RowFilter()))

    def _listed(self, listing: reading.Listing, condition: filters.Condition) -> Iterator[Any]:
        with told_plainly(self.path):
            for record, _ in reading.paged(self._connection, listing, condition):
                yield from_json(listing.kind, record)

    def mentions_with_documents(
        self, asked: filters.MentionFilter | None = None
    ) -> Iterator[tuple[str, Mention]]:
        """As `mentions`, each with the id of its document, which the record itself does not hold."""
        condition = filters.of_mentions(asked or filters.MentionFilter())
        with told_plainly(self.path):
            for record, id_ in reading.paged(self._connection, reading.MENTIONS, condition, "documents.id"):
                yield id_, from_json(Mention, record)

    def refusals(self) -> Iterator[Refusal]:
        """Refusals in the order in which they were noted."""
        with told_plainly(self.path):
            for (record,) in self._connection.execute(
                "SELECT record FROM refusals ORDER BY number"
            ).fetchall():
                yield from_json(Refusal, record)

    def runs(self) -> tuple[StoredRun, ...]:
        """All runs, first to last."""
        with told_plainly(self.path):
            return runs.stored_runs(self._connection)

    def reference_files(self) -> tuple[ReferenceFile, ...]:
        """Imported registers and tables in the order of import."""
        with told_plainly(self.path):
            numbers = self._connection.execute(
                "SELECT number FROM reference_files ORDER BY number"
            ).fetchall()
            return tuple(registers.reference_file(self._connection, number) for (number,) in numbers)

    def packs(self) -> tuple[StoredPack, ...]:
        """The packs of knowledge that the case holds, in the order of their names."""
        with told_plainly(self.path):
            return tuple(packs.stored_packs(self._connection))

    def decisions(self, kind: str | None = None, subject: str | None = None) -> tuple[Decision, ...]:
        """What persons decided on grades, first to last: all of it, or of one kind, or on one subject."""
        with told_plainly(self.path):
            return decisions.decisions(self._connection, kind, subject)

    def predictions(self) -> tuple[Entry, ...]:
        """The ledger of predictions in the order in which they were added."""
        with told_plainly(self.path):
            return predictions.entries(self._connection)

    def counts(self) -> Counts:
        """How many records of each kind there are."""
        with told_plainly(self.path):
            return runs.counts(self._connection)

    # -- one record and why it stands

    def find(self, prefix: str) -> str:
        """The id that a unique prefix stands for. Raises QueryError: none, or several, which it lists."""
        with told_plainly(self.path):
            found = reading.ids_starting(self._connection, prefix) if prefix else []
        if prefix in found or len(found) == 1:
            return prefix if prefix in found else found[0]
        if not found:
            raise QueryError(
                f"nothing in {self.path} has an id that starts with {prefix!r}",
                remedy="list the records for their ids",
            )
        raise QueryError(f"{prefix!r} fits several ids", remedy=f"give more digits: {', '.join(found)}")

    def get(self, prefix: str) -> Record:
        """The record with an id, or with the unique start of one. Raises QueryError."""
        id_ = self.find(prefix)
        with told_plainly(self.path):
            return cast("Record", reading.record_with_id(self._connection, id_))

    def document(self, id_: str) -> Document:
        """The document with a full id; the last one asked for is kept at hand. Raises QueryError."""
        if self._document is None or self._document.id != id_:
            self._document = self.stored_document(id_).document
        return self._document

    def stored_document(self, id_: str) -> StoredDocument:
        """The document with its source and run. Raises QueryError."""
        with told_plainly(self.path):
            row = reading.one_document(self._connection, ("documents.id = ?", (id_,)))
        if row is None:
            raise QueryError(f"no document {id_!r} in {self.path}", remedy="list the documents for their ids")
        return StoredDocument(reading.document_of(row), row[4], row[5], row[6])

    def raw(self, document: Document) -> bytes:
        """The raw bytes that a document was read from. Raises QueryError."""
        with told_plainly(self.path):
            found = reading.raw_bytes(self._connection, document.sha256)
        if found is None:
            raise QueryError(f"no raw bytes with SHA-256 {document.sha256}", remedy="read the source again")
        return found

    def evidence_of(self, prefix: str) -> Evidence | None:
        """Why a record stands: its inputs, rules, data and words; None where none was kept. Raises QueryError."""
        id_ = self.find(prefix)
        with told_plainly(self.path):
            return reading.evidence_record(self._connection, id_)
