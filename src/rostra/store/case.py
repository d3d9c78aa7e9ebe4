"""A case: one SQLite file that holds what was read, what was found, and why."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

from rostra.kernel import QueryError
from rostra.model import (
    Claim,
    Document,
    Evidence,
    Finding,
    Mention,
    Quote,
    ReferenceRow,
    Refusal,
)
from rostra.store import filters, reading, registers, runs, writing
from rostra.store.codec import from_json
from rostra.store.faults import told_plainly
from rostra.store.ledgers import Ledgers
from rostra.store.records import (
    Checked,
    Counts,
    Reading,
    ReferenceFile,
    RunInfo,
    StoredDocument,
    StoredRun,
)

Record = Document | Mention | Quote | Claim | Finding | ReferenceRow
Rows = Iterable[ReferenceRow | Refusal]


class Case(Ledgers):
    """A case file: what was read, found and checked, with the evidence; what persons gave it stands in the ledgers."""

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

    def raw(self, source: Document | ReferenceFile) -> bytes:
        """The raw bytes that a document or register was read from. Raises QueryError."""
        with told_plainly(self.path):
            found = reading.raw_bytes(self._connection, source.sha256)
        if found is None:
            raise QueryError(f"no raw bytes with SHA-256 {source.sha256}", remedy="read the source again")
        return found

    def evidence_of(self, prefix: str) -> Evidence | None:
        """Why a record stands: its inputs, rules, data and words; None where none was kept. Raises QueryError."""
        id_ = self.find(prefix)
        with told_plainly(self.path):
            return reading.evidence_record(self._connection, id_)
