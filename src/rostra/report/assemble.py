"""A page from a case: its documents with what was found in them, and the rows that the findings cite."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from rostra.check import catalogue_rows
from rostra.data import shipped_knowledge
from rostra.ingest import decode
from rostra.model import DataFile, Document, Finding, ReferenceRow
from rostra.report.records import Chapter, Making, Report
from rostra.store import Case, ClaimFilter, DocumentFilter, MentionFilter, QuoteFilter


def report_of(case: Case, title: str, date: str | None, asked: DocumentFilter | None = None) -> Report:
    """Everything on one page: the documents asked for (default: all)."""
    findings = defaultdict(list)
    for finding in case.findings():
        findings[finding.claim].append(finding)
    return Report(
        title,
        tuple(_chapters(case, findings, asked)),
        _making(case, date),
        tuple(_cited(case, findings)),
        tuple(case.refusals()),
        case.analyses(),
    )


def _chapters(
    case: Case, findings: dict[str, list[Finding]], asked: DocumentFilter | None
) -> Iterator[Chapter]:
    for document in case.documents(asked):
        claims = tuple(case.claims(ClaimFilter(document=document.id)))
        yield Chapter(
            document,
            tuple(case.mentions(MentionFilter(document=document.id))),
            tuple(case.quotes(QuoteFilter(document=document.id))),
            claims,
            tuple(finding for claim in claims for finding in findings.get(claim.id, ())),
            case.stored_document(document.id).source,
            _raw(case, document),
        )


def _raw(case: Case, document: Document) -> str | None:
    """The decoded source; None where its bytes no longer read as the document says."""
    try:
        return decode(case.raw(document), document.encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _cited(case: Case, findings: dict[str, list[Finding]]) -> Iterator[ReferenceRow]:
    cited = {row for found in findings.values() for finding in found for row in finding.rows}
    rows = chain(case.reference_rows(), catalogue_rows(shipped_knowledge().equipment))
    return (row for row in rows if row.id in cited)


def _making(case: Case, date: str | None) -> Making:
    """Version and engine of every run, the data they stood on, and the reference files; no clock is read."""
    runs = [run.info for run in case.runs()]
    versions, engines = dict.fromkeys(run.version for run in runs), dict.fromkeys(run.engine for run in runs)
    files = [file for run in runs for file in run.files]
    files += [DataFile(file.name, file.sha256) for file in case.reference_files()]
    return Making(", ".join(versions), ", ".join(engines), date, tuple(dict.fromkeys(files)))
