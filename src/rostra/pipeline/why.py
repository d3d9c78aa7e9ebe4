"""Why a record stands: the chain from a figure down to its sentences, their bytes and the hash of the source."""

from collections.abc import Iterator

from rostra.check import catalogue_rows
from rostra.ingest.encoding import raw_byte_span
from rostra.kernel import QueryError, Span
from rostra.model import Claim, Document, Evidence, Finding, Link, Quote, ReferenceRow, Words
from rostra.pipeline.knowing import knowledge_of
from rostra.rules import known_languages, language_pack
from rostra.rules.registry import rule_register
from rostra.store import Case, Record
from rostra.text import Segments, segment


def chain(case: Case, prefix: str) -> Link:
    """The chain of a record, given its id or a unique start of it. Raises QueryError for an unknown one."""
    return _Chain(case).link(case.find(prefix))


class _Chain:
    """Follows the links of one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.segments: dict[str, Segments] = {}
        self.figures: dict[str, ReferenceRow] | None = None

    def link(self, id_: str) -> Link:
        record = self.case.get(id_)
        evidence = self.case.evidence_of(id_)
        if isinstance(record, Finding):
            return self._finding(record, evidence)
        if isinstance(record, Claim):
            return self._claim(record, evidence)
        if isinstance(record, Quote):
            return self._quote(record, evidence)
        if isinstance(record, ReferenceRow):
            return _row(record)
        if isinstance(record, Document):
            return self._document(record)
        return self._other(id_, record)

    def _finding(self, finding: Finding, evidence: Evidence | None) -> Link:
        below = (finding.claim, *finding.rows, *(id_ for id_ in finding.claims if id_ != finding.claim))
        computed = f" (computed: {finding.computed})" if finding.computed else ""
        grade = f"{finding.grade}{computed}: {finding.basis}" if finding.basis else str(finding.grade)
        decisions = [
            (f"decided {each.made[:10]}", f"credibility {each.value}: {each.reason}")
            for each in self.case.decisions("finding", finding.id)
        ]
        facts = (("grade", grade), *decisions, ("searched", finding.searched))
        return Link(
            "finding",
            finding.id,
            f"{finding.verdict}: {finding.relation}",
            _present(facts),
            rules=_rules(evidence, finding.rule),
            files=evidence.files if evidence else (),
            rests_on=tuple(self._below(below)),
        )

    def _below(self, ids: tuple[str, ...]) -> Iterator[Link]:
        for id_ in ids:
            try:
                yield self.link(id_)
            except QueryError as error:
                figure = self._figure(id_)
                yield (
                    _row(figure)
                    if figure
                    else Link("missing", id_, f"no longer in the case: {error.message}")
                )

    def _figure(self, id_: str) -> ReferenceRow | None:
        """A figure of the catalogue, which stands beside the case."""
        if self.figures is None:
            self.figures = {row.id: row for row in catalogue_rows(knowledge_of(self.case).equipment)}
        return self.figures.get(id_)

    def _claim(self, claim: Claim, evidence: Evidence | None) -> Link:
        document = self.case.document(claim.document)
        parts = [("evidence", claim.evidence)]
        parts += [("equipment", claim.equipment.span)] if claim.equipment and claim.equipment.span else []
        parts += [("quantity", claim.quantity.span)] if claim.quantity else []
        return Link(
            "claim",
            claim.id,
            _claim_in_words(claim),
            _present(_claim_facts(claim)),
            tuple(self._words(document, role, span) for role, span in parts),
            _rules(evidence, claim.rule),
            evidence.files if evidence else (),
            tuple(self._below((claim.quote,))) if claim.quote else (self._document(document),),
        )

    def _quote(self, quote: Quote, evidence: Evidence | None) -> Link:
        document = self.case.document(quote.document)
        parts = (("content", quote.content), ("speaker", quote.speaker), ("cue", quote.cue))
        facts = (("kind", quote.kind), ("engine", quote.engine), ("confidence", f"{quote.confidence:.2f}"))
        return Link(
            "quote",
            quote.id,
            f"{quote.kind} quote of {quote.speaker_name or 'an unnamed source'}",
            facts,
            tuple(self._words(document, role, span) for role, span in parts if span),
            _rules(evidence, quote.rule),
            evidence.files if evidence else (),
            (self._document(document),),
        )

    def _document(self, document: Document) -> Link:
        stored = self.case.stored_document(document.id)
        facts = (
            ("source", stored.source),
            ("outlet", document.outlet),
            ("date", f"{document.date} ({document.date.evidence})" if document.date else None),
            ("url", document.url),
            ("language", document.lang),
            ("encoding", document.encoding),
            ("sha256", document.sha256),
        )
        return Link("document", document.id, document.title or "untitled", _present(facts))

    def _other(self, id_: str, record: Record) -> Link:
        return Link("mention", id_, f"{getattr(record, 'kind', '')} {getattr(record, 'name', '')}".strip())

    def _words(self, document: Document, role: str, span: Span) -> Words:
        raw = document.offsets.to_raw(span)
        raw_bytes = raw_byte_span(self.case.raw(document), document.encoding, raw) if raw else None
        return Words(role, span.of(document.text), span, self._sentence(document, span), raw_bytes)

    def _sentence(self, document: Document, span: Span) -> str:
        if document.id not in self.segments:
            known = document.lang in known_languages()
            abbreviations = language_pack(document.lang).words.abbreviations if known else frozenset()
            self.segments[document.id] = segment(document.text, abbreviations)
        sentence = self.segments[document.id].sentence_at(span.start)
        return (sentence.hull(span) if sentence else span).of(document.text)


def _row(row: ReferenceRow) -> Link:
    facts = (
        ("file", f"{row.file}, row {row.row}"),
        ("source", row.source),
        ("state", row.state),
        ("valid", str(row.valid) if row.valid else None),
        ("uncertain in the source", ", ".join(row.uncertain)),
        ("snapshot", str(row.snapshot) if row.snapshot else None),
        ("sha256", row.sha256),
        *row.cells,
    )
    return Link("row", row.id, f"{row.subject}: {row.item}, {row.state}", _present(facts))


def _claim_in_words(claim: Claim) -> str:
    parts = (
        claim.holder or "unnamed holder",
        claim.type,
        claim.quantity.name if claim.quantity else None,
        claim.equipment.name if claim.equipment else None,
        "(not)" if claim.negated else None,
        claim.modality if claim.modality != "asserted" else None,
    )
    return " ".join(part for part in parts if part)


def _claim_facts(claim: Claim) -> tuple[tuple[str, str | None], ...]:
    return (
        ("attributed to", claim.attributed_to or "the outlet"),
        ("target", claim.target),
        ("measure", claim.measure),
        ("condition", claim.condition),
        ("place", claim.place),
        ("time", claim.time),
        ("identity", claim.identity),
        ("engine", claim.engine),
        ("confidence", f"{claim.confidence:.2f}"),
    )


def _present(facts: tuple[tuple[str, str | None], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in facts if value)


def _rules(evidence: Evidence | None, code: str) -> tuple[str, ...]:
    cited = evidence.rules if evidence else (code,)
    register = rule_register()
    known = (register.get(versioned.partition("@")[0]) for versioned in cited)
    return tuple(f"{name}: {rule.what}" if rule else name for name, rule in zip(cited, known, strict=True))
