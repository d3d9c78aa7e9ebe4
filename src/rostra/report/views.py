"""Records as the page's template wants them: numbered, paired with what they lead to, every link already safe."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rostra.model import Claim, Finding, Quote, ReferenceRow, Verdict
from rostra.report.furniture import Dropped, dropped
from rostra.report.marking import Paragraph, marked
from rostra.report.records import Chapter, Report, words_of
from rostra.report.rungs import Rung, history, rungs
from rostra.report.speakers import Speaker, speaker_label, speakers_of
from rostra.report.untrusted import language_tag, safe_link, shortened
from rostra.report.wording import VERDICT_SIGNS, VERDICT_WORDS, headline, interval, near
from rostra.store import Decision

Cell = tuple[str, str, bool]
MOST_DROPPED = 60
"""Stretches of furniture listed for one document; the rest is counted."""


@dataclass(frozen=True, slots=True)
class RowView:
    """A cited row: its cells with the marks of uncertainty that the source gives them."""

    row: ReferenceRow
    cells: tuple[Cell, ...]
    uncertain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its verdict in words, the rows and claims that it cites, and the figure that shows it.

    `history` tells the letters that persons gave its sources, `chain` leads down to the bytes of the source.
    """

    finding: Finding
    word: str
    sign: str
    rows: tuple[RowView, ...]
    claims: tuple[tuple[str, str | None], ...]
    figure: int | None
    history: tuple[str, ...] = ()
    chain: tuple[Rung, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether the record had nothing to set against the claim."""
        return not (self.rows or self.claims)


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its number in the document, its particulars in words, and its findings."""

    number: int
    claim: Claim
    headline: str
    words: str
    particulars: tuple[tuple[str, str], ...]
    quote: int | None
    speaker: str
    findings: tuple[FindingView, ...]
    marked: bool


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote with its number in the document and its words."""

    number: int
    quote: Quote
    speaker: Speaker
    words: str
    cue: str


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A document with its text marked and its ledger."""

    number: int
    chapter: Chapter
    title: str
    lang: str
    link: str | None
    paragraphs: tuple[Paragraph, ...]
    speakers: tuple[Speaker, ...]
    quotes: tuple[QuoteView, ...]
    claims: tuple[ClaimView, ...]
    names: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    furniture: tuple[Dropped, ...]
    furniture_left_out: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where records stand on the page: anchors of claims and numbers of figures, by claim id."""

    claims: dict[str, tuple[str, str]]
    figures: dict[str, int]
    rows: dict[str, ReferenceRow]
    decisions: tuple[Decision, ...] = ()


def chapter_views(report: Report, figure_of: dict[str, int]) -> Iterator[ChapterView]:
    """One view a document. `figure_of` gives the figure's number by the anchor of its claim."""
    anchors: dict[str, tuple[str, str]] = {}
    figure_by_claim: dict[str, int] = {}
    for number, chapter in enumerate(report.chapters, 1):
        for index, claim in enumerate(chapter.claims, 1):
            anchor = f"d{number}c{index}"
            anchors.setdefault(claim.id, (anchor, headline(claim)))
            if anchor in figure_of:
                figure_by_claim[claim.id] = figure_of[anchor]
    places = Places(anchors, figure_by_claim, report.rows_by_id, report.decisions)
    for number, chapter in enumerate(report.chapters, 1):
        yield _chapter_view(number, chapter, places)


def _chapter_view(number: int, chapter: Chapter, places: Places) -> ChapterView:
    document = chapter.document
    speakers = speakers_of(document, chapter.quotes)
    furniture = tuple(dropped(chapter.raw, document.offsets)) if chapter.raw is not None else ()
    return ChapterView(
        number=number,
        chapter=chapter,
        title=document.title or shortened(document.text[:400], 90) or near(chapter.source or document.id),
        lang=language_tag(document.lang),
        link=safe_link(document.url),
        paragraphs=tuple(marked(document, chapter.quotes, chapter.claims, speakers)),
        speakers=tuple(speakers.values()),
        quotes=tuple(_quote_views(chapter, speakers)),
        claims=tuple(_claim_views(chapter, places)),
        names=tuple(_names(chapter)),
        furniture=furniture[:MOST_DROPPED],
        furniture_left_out=max(len(furniture) - MOST_DROPPED, 0),
    )


def _quote_views(chapter: Chapter, speakers: dict[str, Speaker]) -> Iterator[QuoteView]:
    document = chapter.document
    for number, quote in enumerate(chapter.quotes, 1):
        words = words_of(document, quote.content)
        speaker = speakers[speaker_label(document, quote)]
        yield QuoteView(number, quote, speaker, words, words_of(document, quote.cue))


def _claim_views(chapter: Chapter, places: Places) -> Iterator[ClaimView]:
    quotes = {quote.id: number for number, quote in enumerate(chapter.quotes, 1)}
    findings: dict[str, list[Finding]] = {}
    for finding in chapter.findings:
        findings.setdefault(finding.claim, []).append(finding)
    for number, claim in enumerate(chapter.claims, 1):
        yield ClaimView(
            number=number,
            claim=claim,
            headline=headline(claim),
            words=words_of(chapter.document, claim.evidence),
            particulars=tuple(_particulars(claim)),
            quote=quotes.get(claim.quote) if claim.quote else None,
            speaker=claim.attributed_to or "the outlet itself",
            findings=tuple(
                _finding_view(finding, claim, chapter, places) for finding in findings.get(claim.id, ())
            ),
            marked=claim.evidence.end <= len(chapter.document.text),
        )


def _particulars(claim: Claim) -> Iterator[tuple[str, str]]:
    meant = f" ({claim.when})" if claim.when and str(claim.when) != claim.time else ""
    time = f"{claim.time or ''}{meant}".strip()
    measured = " ".join(filter(None, (claim.measure, f"({claim.condition})" if claim.condition else None)))
    pairs = (("target", claim.target), ("place", claim.place), ("time", time), ("measures", measured))
    yield from ((name, value) for name, value in pairs if value)


def _finding_view(finding: Finding, claim: Claim, chapter: Chapter, places: Places) -> FindingView:
    others = (places.claims.get(claim) for claim in finding.claims)
    rows = tuple(places.rows[row] for row in finding.rows if row in places.rows)
    sources = (*(row.source for row in rows), chapter.document.outlet, claim.attributed_to)
    return FindingView(
        finding=finding,
        word=VERDICT_WORDS[finding.verdict],
        sign=VERDICT_SIGNS[finding.verdict],
        rows=tuple(map(row_view, rows)),
        claims=tuple(
            (other[1], other[0]) if other else (claim, None)
            for claim, other in zip(finding.claims, others, strict=True)
        ),
        figure=places.figures.get(finding.claim),
        history=tuple(history(sources, finding, places.decisions)),
        chain=tuple(rungs(finding, claim, chapter, rows)),
    )


_HOLDS = {"count": {"low", "high"}, "year": {"from", "to"}, "item": {"item", "class"}}
"""The columns that a field named in `ReferenceRow.uncertain` may stand in."""


def row_view(row: ReferenceRow) -> RowView:
    """The row as its file has it; for one without cells, as rostra understood it.

    A column "X ?" of the file (the register's own marks) becomes the mark of column X; empty cells are left out.
    """
    given = row.cells or tuple(_understood(row))
    names = {name for name, _ in given}
    marks = {f"{name} ?" for name in names} & names
    doubted = {column for field in row.uncertain for column in _HOLDS.get(field, {field})}
    doubted |= {name.removesuffix(" ?") for name, value in given if name in marks and value.strip() == "?"}
    cells = tuple((n, value, n in doubted) for n, value in given if value.strip() and n not in marks)
    return RowView(row, cells, row.uncertain)


def _understood(row: ReferenceRow) -> Iterator[tuple[str, str]]:
    value = f"{interval(row.low, row.high)} {row.unit}"
    pairs = (("subject", row.subject), ("item", row.item), ("state", row.state), ("value", value))
    yield from pairs
    if row.valid:
        yield "valid", str(row.valid)


def _names(chapter: Chapter) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
    kinds: dict[str, Counter[str]] = {}
    for mention in chapter.mentions:
        kinds.setdefault(mention.kind.replace("_", " "), Counter())[mention.name] += 1
    for kind in sorted(kinds):
        yield kind, tuple(kinds[kind].most_common())


@dataclass(frozen=True, slots=True)
class Telling:
    """A finding that met something to compare with, for the overview; `again` leads to the fact's other statements."""

    view: FindingView
    claim: ClaimView
    chapter: ChapterView
    again: tuple[str, ...] = ()


def telling(chapters: tuple[ChapterView, ...]) -> tuple[tuple[Verdict, tuple[Telling, ...]], ...]:
    """Findings that cite a row or another claim: a fact once, by verdict, in the order in which a reader wants them."""
    facts: dict[tuple[str, str, tuple[str, ...]], list[Telling]] = {}
    for item in _compared(chapters):
        finding = item.view.finding
        facts.setdefault((item.claim.claim.identity, finding.verdict, finding.rows), []).append(item)
    found: dict[Verdict, list[Telling]] = {verdict: [] for verdict in VERDICT_WORDS}
    for first, *more in facts.values():
        again = tuple(dict.fromkeys(f"d{item.chapter.number}c{item.claim.number}" for item in more))
        found[first.view.finding.verdict].append(replace(first, again=again))
    return tuple((verdict, tuple(items)) for verdict, items in found.items() if items)


def _compared(chapters: tuple[ChapterView, ...]) -> Iterator[Telling]:
    for chapter in chapters:
        for claim in chapter.claims:
            for view in claim.findings:
                if view.finding.rows or view.finding.claims:
                    yield Telling(view, claim, chapter)
