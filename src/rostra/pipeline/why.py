"""Why a record stands: the chain from a figure down to its sentences, their bytes and the hash of the source."""

from collections.abc import Iterator
from dataclasses import replace

from rostra.check import catalogue_rows
from rostra.ingest.encoding import raw_byte_span
from rostra.kernel import QueryError, Span
from rostra.model import (
    Claim,
    DataFile,
    Document,
    Evidence,
    Finding,
    Link,
    Mention,
    Quote,
    ReferenceRow,
    Words,
)
from rostra.pipeline.kept import Kept, kept, letters
from rostra.pipeline.knowing import knowledge_of
from rostra.pipeline.register_links import present, register_link, row_link
from rostra.rules import known_languages, language_pack
from rostra.rules.registry import rule_register
from rostra.store import Case, MentionFilter, mention_id
from rostra.text import Segments, segment


def chain(case: Case, prefix: str) -> Link:
    """The chain of a record, given its id or a unique start of it. Raises QueryError for an unknown one.

    A record is a document, mention, quote, claim, finding or row, a figure of the catalogue, a person's decision, a
    prediction, an analysis that was kept, or a series of claims.
    """
    links = _Chain(case)
    beside = kept(case, prefix)
    if beside:
        return links.over(beside)
    try:
        return links.link(case.find(prefix))
    except QueryError:
        figure = links.figure(prefix)
        if figure:
            return links.row(figure)
        raise


class _Chain:
    """Follows the links of one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.segments: dict[str, Segments] = {}
        self.runs = {run.id: run.info for run in case.runs()}
        self.registers = {file.sha256: file for file in case.reference_files()}
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
            return self.row(record)
        if isinstance(record, Document):
            return self._document(record)
        assert isinstance(record, Mention)  # noqa: S101 - no other kind is left
        return self._mention(id_, record)

    def over(self, beside: Kept) -> Link:
        """The link of what is kept beside the records, over what it rests on."""
        return replace(beside.link, rests_on=tuple(self._below(beside.below)))

    def _finding(self, finding: Finding, evidence: Evidence | None) -> Link:
        below = (finding.claim, *finding.rows, *(id_ for id_ in finding.claims if id_ != finding.claim))
        computed = f" (computed: {finding.computed})" if finding.computed else ""
        grade = f"{finding.grade}{computed}: {finding.basis}" if finding.basis else str(finding.grade)
        decisions = [
            (f"decided {each.made[:10]}", f"credibility {each.value}: {each.reason}")
            for each in self.case.decisions("finding", finding.id)
        ]
        facts = (
            ("grade", grade),
            *letters(self.case, self._sources(finding)),
            *decisions,
            ("searched", finding.searched),
        )
        return Link(
            "finding",
            finding.id,
            f"{finding.verdict}: {finding.relation}",
            present(facts),
            rules=_rules(evidence, finding.rule),
            files=evidence.files if evidence else (),
            rests_on=tuple(self._below(below)),
        )

    def _sources(self, finding: Finding) -> Iterator[str | None]:
        """The registers, outlet and speaker that a finding rests on."""
        for id_ in (finding.claim, *finding.rows):
            try:
                record = self.case.get(id_)
            except QueryError:
                continue
            if isinstance(record, Claim):
                yield from (record.attributed_to, self.case.document(record.document).outlet)
            elif isinstance(record, ReferenceRow):
                yield record.source

    def _below(self, ids: tuple[str, ...]) -> Iterator[Link]:
        for id_ in ids:
            try:
                yield self.link(id_)
            except QueryError as error:
                figure = self.figure(id_)
                yield (
                    self.row(figure)
                    if figure
                    else Link("missing", id_, f"no longer in the case: {error.message}")
                )

    def figure(self, id_: str) -> ReferenceRow | None:
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
            present(_claim_facts(claim)),
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
        run = self.runs.get(stored.run or "")
        facts = (
            ("source", stored.source),
            ("outlet", document.outlet),
            ("date", f"{document.date} ({document.date.evidence})" if document.date else None),
            ("url", document.url),
            ("language", document.lang),
            ("encoding", document.encoding),
            ("engine", run.engine if run else None),
            ("read by", f"rostra {run.version}" if run else None),
            (
                "read with",
                ", ".join(f"{name} {value}" for name, value in run.options.items()) if run else None,
            ),
            ("sha256", document.sha256),
        )
        return Link("document", document.id, document.title or "untitled", present(facts))

    def _mention(self, id_: str, mention: Mention) -> Link:
        asked = MentionFilter(kind=mention.kind, name=mention.name)
        found = (
            name for name, each in self.case.mentions_with_documents(asked) if mention_id(name, each) == id_
        )
        document = self.case.document(next(found))
        facts = (
            ("entity", mention.id),
            ("may be", ", ".join(mention.candidates)),
            (
                "value",
                getattr(mention.value, "name", None) or (str(mention.value) if mention.value else None),
            ),
        )
        run = self.runs.get(self.case.stored_document(document.id).run or "")
        return Link(
            "mention",
            id_,
            f"{mention.kind.replace('_', ' ')} {mention.name}",
            present(facts),
            (self._words(document, "words", mention.span),),
            _rules(None, mention.rule),
            tuple(file for file in run.files if _of_mentions(file)) if run else (),
            (self._document(document),),
        )

    def row(self, row: ReferenceRow) -> Link:
        """A row, over the register that it stands in."""
        file = self.registers.get(row.sha256)
        return replace(row_link(row), rests_on=(register_link(self.case, file),) if file else ())

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


def _of_mentions(file: DataFile) -> bool:
    """Whether a file of a run has a say in mentions: rules, packs of a user, weights; the tables are too many to list."""
    shipped = file.name.startswith(("data/", "rules/"))
    return file.name in {"rules/codes/mentions.toml", "rules/codes/numbers.toml"} or not shipped


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


def _rules(evidence: Evidence | None, code: str) -> tuple[str, ...]:
    cited = evidence.rules if evidence else (code,)
    register = rule_register()
    known = (register.get(versioned.partition("@")[0]) for versioned in cited)
    return tuple(f"{name}: {rule.what}" if rule else name for name, rule in zip(cited, known, strict=True))
