"""Recomputes a case from its raw bytes with the rules and data that it names, and says which links differ.

Every link is taken up by itself, so that one broken document does not hide another; the lowest link of the chain
explains the rest. Nothing is written.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from rostra.ingest import document_from_bytes
from rostra.kernel import QueryError, content_id, sha256_hex
from rostra.model import Annotation, DataFile, Difference, Document, Evidence, Finding, LinkKind, Refusal
from rostra.pipeline.basis import NONE, Bases, Basis, file_differences
from rostra.pipeline.checking import Checking
from rostra.pipeline.comparing import compared, field_difference, shown
from rostra.pipeline.evidence import evidence_of, evidence_of_finding
from rostra.pipeline.reading import annotated
from rostra.pipeline.registers import replay_registers
from rostra.rules.registry import rule_register
from rostra.store import (
    Case,
    ClaimFilter,
    DocumentFilter,
    MentionFilter,
    QuoteFilter,
    StoredDocument,
    mention_id,
)

Told = Callable[[int, int], None]
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError)
"""What a stored record that was tampered with raises when it is read: broken JSON, a missing field, a broken law."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay came to: how much was recomputed, and the links that differ, from the bottom of the chain up.

    `notes` say what could not be taken further down than it was, such as a register whose bytes are not in the case.
    """

    documents: int
    records: int
    rows: int
    findings: int
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to replay: documents (default: all), and the model that `--model` named when they were read."""

    documents: DocumentFilter = field(default_factory=DocumentFilter)
    model: str | None = None


def replay(case: Case, wanted: Wanted | None = None, told: Told | None = None) -> Replayed:
    """Replays a case; `told` hears of the number of documents done, and of all."""
    asked = wanted or Wanted()
    return _Replay(case, Bases(case, asked.model)).run(asked.documents, told)


class _Replay:
    """One replay of one case."""

    def __init__(self, case: Case, bases: Bases) -> None:
        self.case, self.bases = case, bases
        self.found: dict[tuple[str, str, str], Difference] = {}
        self.records = self.findings = self.rows = 0
        self.notes: list[str] = []
        self.refusals: dict[str | None, list[Refusal]] = defaultdict(list)
        for refusal in case.refusals():
            self.refusals[refusal.document].append(refusal)
        if self.refusals[None]:
            many = len(self.refusals[None])
            self.notes.append(f"refused sources and rows stand as they were noted: {many}")

    def run(self, asked: DocumentFilter, told: Told | None) -> Replayed:
        ids: list[str] = []
        self._add("text", "documents", self._named(asked, ids))
        for number, id_ in enumerate(ids, 1):
            self._add("record", id_, self._document(self.case.stored_document(id_)))
            if told:
                told(number, len(ids))
        self._add("register row", "registers", self._registers())
        self._add("grade by hand", "decisions", self._decisions())
        self._add("check", "findings", self._checks(ids))
        found = sorted(_telling(self.found.values()), key=lambda each: each.place)
        return Replayed(len(ids), self.records, self.rows, self.findings, tuple(found), tuple(self.notes))

    def _named(self, asked: DocumentFilter, ids: list[str]) -> Iterator[Difference]:
        """Fills in the ids of the documents asked for."""
        ids.extend(document.id for document in self.case.documents(asked))
        yield from ()

    def _add(self, link: LinkKind, subject: str, differences: Iterable[Difference]) -> None:
        """Notes differences; a stored record that no longer reads as one is the difference itself."""
        try:
            for each in differences:
                self.found.setdefault((each.link, each.subject, each.field), each)
        except UNREADABLE as error:
            broken = Difference(link, subject, "a record", f"cannot be read: {shown(str(error))}", "record")
            self.found.setdefault((link, subject, "record"), broken)

    def _registers(self) -> Iterator[Difference]:
        registers = replay_registers(self.case, self.bases)
        self.rows = registers.rows
        self.notes += registers.notes
        yield from registers.differences

    def _document(self, stored: StoredDocument) -> Iterator[Difference]:
        document = stored.document
        raw, sha256 = self._raw(document)
        if sha256 != document.sha256:
            yield Difference("raw bytes", document.id, document.sha256, sha256)
            return
        basis = self.bases.of(stored.run)
        yield from basis.differences
        if basis.engine is None:
            return
        read = document_from_bytes(raw, name=stored.source or "", settings=basis.settings)
        if isinstance(read, Refusal):
            yield Difference("text", document.id, "a text", read.message)
            return
        yield from _of_document(document, read.document)
        yield from self._annotation(document.id, annotated(basis.engine, read), basis)

    def _raw(self, document: Document) -> tuple[bytes, str]:
        try:
            raw = self.case.raw(document)
        except QueryError:
            return b"", "missing or damaged"
        return raw, sha256_hex(raw)

    def _annotation(self, id_: str, now: Annotation, basis: Basis) -> Iterator[Difference]:
        case = self.case
        stored = (
            tuple(case.mentions(MentionFilter(document=id_))),
            tuple(case.quotes(QuoteFilter(document=id_))),
            tuple(case.claims(ClaimFilter(document=id_))),
        )
        self.records += sum(map(len, stored))
        yield from compared("record", stored[0], now.mentions, lambda mention: mention_id(id_, mention))
        yield from compared("record", stored[1], now.quotes, _id)
        yield from compared("record", stored[2], now.claims, _id)
        yield from compared("record", self.refusals[id_], now.refusals, lambda one: f"{id_} {one.code}")
        beside = (*basis.packs, *(basis.engine.files if basis.engine else ()))
        for evidence in evidence_of(now, beside):
            yield from self._evidence(evidence, "record")

    def _evidence(self, now: Evidence, link: LinkKind) -> Iterator[Difference]:
        try:
            stored = self.case.evidence_of(now.record)
        except QueryError:
            return  # the record itself is told as new
        if stored is None:
            yield Difference(link, now.record, NONE, "evidence", "evidence")
            return
        yield from _rules(stored)
        yield from file_differences(stored.files, now.files)
        if (stored.inputs, stored.spans) != (now.inputs, now.spans):
            yield field_difference(link, now.record, _bare(stored), _bare(now))

    def _decisions(self) -> Iterator[Difference]:
        """The id of a decision derives from what was decided, when, and in which order."""
        for number, one in enumerate(self.case.decisions(), 1):
            id_ = content_id("g", number, one.kind, one.subject, one.value, one.reason, one.made)
            if id_ != one.id:
                yield Difference("grade by hand", one.id, one.id, id_)

    def _checks(self, ids: list[str]) -> Iterator[Difference]:
        stored: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.case.findings():
            stored[finding.claim].append(finding)
        packs = self._packs_of_check(stored)
        checking = Checking(self.case, self.bases.knowledge(packs))
        for document in ids:
            for claim in self.case.claims(ClaimFilter(document=document)):
                now = checking.of(claim)
                self.findings += len(now)
                yield from compared("check", stored[claim.id], now, _id)
                for finding in now:
                    yield from self._evidence(evidence_of_finding(finding, packs=packs), "check")

    def _packs_of_check(self, stored: dict[str, list[Finding]]) -> tuple[DataFile, ...]:
        """The packs of the case that its last check stood on; all of them where nothing was found."""
        one = next((finding for found in stored.values() for finding in found), None)
        evidence = self.case.evidence_of(one.id) if one else None
        packs = [pack.data_file for _, pack in sorted(self.bases.packs.items())]
        named = {file.name.rpartition(" ")[0] for file in evidence.files} if evidence else None
        return tuple(file for file in packs if named is None or file.name.rpartition(" ")[0] in named)


def _id(record: Any) -> str:
    return str(record.id)


_LINKS: dict[str, LinkKind] = {"encoding": "decoding", "lang": "language"}


def _of_document(stored: Document, now: Document) -> Iterator[Difference]:
    for name in ("encoding", "lang", "text", "offsets", "title", "date", "url", "outlet"):
        before, after = getattr(stored, name), getattr(now, name)
        if before != after:
            yield Difference(_LINKS.get(name, "text"), stored.id, shown(before), shown(after), name)


def _rules(stored: Evidence) -> Iterator[Difference]:
    """Rules that had another version when the record was made."""
    for cited in stored.rules:
        rule = rule_register().get(cited.partition("@")[0])
        now = rule.versioned if rule else NONE
        if cited != now and "@" in cited:
            yield Difference("rule", cited.partition("@")[0], cited, now)


def _bare(evidence: Evidence) -> Evidence:
    return replace(evidence, rules=(), files=())


def _telling(found: Iterable[Difference]) -> list[Difference]:
    """Without the hash of a folder where the hash of a file in it says which one it was."""
    listed = list(found)
    files = [each.subject for each in listed if each.link == "data file"]
    return [
        each
        for each in listed
        if each.link != "data file" or not any(name.startswith(f"{each.subject}/") for name in files)
    ]
