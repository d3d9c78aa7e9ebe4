"""What a page is made from: documents with what was found in them, the rows compared, and how it was all made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rostra.check import Series
from rostra.data import Knowledge, shipped_knowledge
from rostra.kernel import Span
from rostra.model import (
    Claim,
    DataFile,
    Document,
    Finding,
    Mention,
    Quote,
    ReferenceRow,
    Refusal,
)
from rostra.store import Analysis, Decision, DocumentFilter


@dataclass(frozen=True, slots=True)
class Making:
    """How a report came about. `date` is given by the caller, so that the same records give the same bytes.

    `registers` names those of the files that are imported registers.
    """

    version: str
    engine: str = "rules"
    date: str | None = None
    files: tuple[DataFile, ...] = ()
    registers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldSeries:
    """What is claimed of one holder's stock over time, with the sentence of each claim by its id."""

    series: Series
    sentences: Mapping[str, str]


@dataclass(frozen=True)
class Beside:
    """What a report takes beside its case: the knowledge that the case is read with, and the series of its claims."""

    knowledge: Knowledge = field(default_factory=shipped_knowledge)
    series: tuple[ToldSeries, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One document and everything found in it or about it.

    `source` names the file it was read from. `raw` is the decoded raw text that `document.offsets` leads back to;
    with it the page can show what was dropped as furniture.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: str | None = None
    raw: str | None = None


@dataclass(frozen=True)
class Report:
    """Everything on one page. `rows` holds at least the reference rows that the findings cite.

    `asked` is what its documents were chosen by, `decisions` are persons' grades of sources and findings.
    """

    title: str
    chapters: tuple[Chapter, ...]
    making: Making
    rows: tuple[ReferenceRow, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    analyses: tuple[Analysis, ...] = ()
    series: tuple[ToldSeries, ...] = ()
    decisions: tuple[Decision, ...] = ()
    asked: DocumentFilter = field(default_factory=DocumentFilter)

    @cached_property
    def rows_by_id(self) -> dict[str, ReferenceRow]:
        """Reference rows by id."""
        return {row.id: row for row in self.rows}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings of all documents, in their order."""
        return tuple(finding for chapter in self.chapters for finding in chapter.findings)


def words_of(document: Document, span: Span | None) -> str:
    """The words under a span; empty for none, and cut at the end of the text for one that runs past it."""
    return document.text[span.start : span.end] if span else ""
