"""A page from a case: its documents with what was found in them, and the rows that the findings cite."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from rostra.check import catalogue_rows
from rostra.ingest import decode
from rostra.kernel import QueryError
from rostra.model import DataFile, Document, Finding, ReferenceRow
from rostra.report.records import Beside, Chapter, Making, Report
from rostra.store import Case, ClaimFilter, DocumentFilter, MentionFilter, QuoteFilter


def report_of(
    case: Case,
    title: str,
    date: str | None,
    asked: DocumentFilter | None = None,
    beside: Beside | None = None,
) -> Report:
    """Everything on one page: the documents asked for (default: all)."""
    beside = beside or Beside()
    findings = defaultdict(list)
    for finding in case.findings():
        findings[finding.claim].append(finding)
    chapters = tuple(_chapters(case, findings, asked))
    told = {claim.id for chapter in chapters for claim in chapter.claims}
    shown = {finding.id for chapter in chapters for finding in chapter.findings}
    return Report(
        title,
        chapters,
        _making(case, chapters, date),
        tuple(_cited(case, chapters, beside)),
        tuple(case.refusals()),
        case.analyses(),
        tuple(each for each in beside.series if any(point.claim.id in told for point in each.series.points)),
        tuple(one for one in case.decisions() if one.kind == "source" or one.subject in shown),
        asked or DocumentFilter(),
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
    except (UnicodeDecodeError, LookupError, QueryError):
        return None


def _cited(case: Case, chapters: tuple[Chapter, ...], beside: Beside) -> Iterator[ReferenceRow]:
    cited = {row for chapter in chapters for finding in chapter.findings for row in finding.rows}
    cited |= {row.id for told in beside.series for step in told.series.steps for row in step.rows}
    rows = chain(case.reference_rows(), catalogue_rows(beside.knowledge.equipment))
    return (row for row in rows if row.id in cited)


def _making(case: Case, chapters: tuple[Chapter, ...], date: str | None) -> Making:
    """Version and engine of the runs that read the documents, what they stood on, the packs and registers.

    No clock is read, and a run whose readings were all replaced is left out.
    """
    used = {case.stored_document(chapter.document.id).run for chapter in chapters}
    runs = [run.info for run in case.runs() if run.id in used]
    versions, engines = dict.fromkeys(run.version for run in runs), dict.fromkeys(run.engine for run in runs)
    files = [file for run in runs for file in run.files]
    files += [DataFile(f"pack/{pack.name} {pack.version}", pack.sha256) for pack in case.packs()]
    registers = [DataFile(file.name, file.sha256) for file in case.reference_files()]
    names = tuple(dict.fromkeys(file.name for file in registers))
    return Making(
        ", ".join(versions), ", ".join(engines), date, tuple(dict.fromkeys((*files, *registers))), names
    )
