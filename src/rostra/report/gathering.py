"""A case as a report: everything that the page shows, read from the store."""

from dataclasses import dataclass

from rostra.ingest.encoding import decode
from rostra.model import DataFile, Document
from rostra.report.records import Chapter, Making, Report
from rostra.store import Case, ClaimFilter, DocumentFilter, FindingFilter, MentionFilter, QuoteFilter


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report is to show: its title, the date to put on it (None for none), and which documents."""

    title: str
    date: str | None = None
    documents: DocumentFilter | None = None


def gathered(case: Case, wanted: Wanted) -> Report:
    """The report of a case. No clock is read: the same case and wishes give the same report."""
    chapters = tuple(_chapter(case, document) for document in case.documents(wanted.documents))
    cited = {row for chapter in chapters for finding in chapter.findings for row in finding.rows}
    rows = tuple(row for row in case.reference_rows() if row.id in cited) if cited else ()
    return Report(wanted.title, chapters, _making(case, wanted.date), rows, tuple(case.refusals()))


def _chapter(case: Case, document: Document) -> Chapter:
    return Chapter(
        document,
        tuple(case.mentions(MentionFilter(document=document.id))),
        tuple(case.quotes(QuoteFilter(document=document.id))),
        tuple(case.claims(ClaimFilter(document=document.id))),
        tuple(case.findings(FindingFilter(document=document.id))),
        case.stored_document(document.id).source,
        _raw(case, document),
    )


def _raw(case: Case, document: Document) -> str | None:
    """The decoded source, None where it does not read as its document says."""
    try:
        return decode(case.raw(document), document.encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _making(case: Case, date: str | None) -> Making:
    runs = [run.info for run in case.runs()]
    versions, engines = dict.fromkeys(run.version for run in runs), dict.fromkeys(run.engine for run in runs)
    files = [file for info in runs for file in info.files]
    files += [DataFile(file.name, file.sha256) for file in case.reference_files()]
    return Making(", ".join(versions), ", ".join(engines), date, tuple(dict.fromkeys(files)))
