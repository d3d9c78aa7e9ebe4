"""What the page tells of a finding beside its words: the chain down to the source, and how its sources came to their letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rostra.kernel import Span
from rostra.model import Claim, Finding, ReferenceRow
from rostra.report.records import Chapter
from rostra.rules.registry import rule_register
from rostra.store import Decision
from rostra.text import fold

MOST_ROWS = 8
"""Rows of one finding that its chain lists; all of them stand above it."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One record of a chain: what it is, what it rests on in words, and its id."""

    kind: str
    words: str
    id: str


def rungs(finding: Finding, claim: Claim, chapter: Chapter, rows: tuple[ReferenceRow, ...]) -> Iterator[Rung]:
    """From a finding down to the bytes: its claim, the quote it stands in, the document, the rows."""
    document = chapter.document
    yield Rung("finding", _rule(finding.rule), finding.id)
    words = f"{_rule(claim.rule)}; {_place(claim.evidence)}, engine {claim.engine}"
    yield Rung("claim", words, claim.id)
    for quote in chapter.quotes:
        if quote.id == claim.quote:
            yield Rung(
                "quote", f"{_rule(quote.rule)}; {_place(quote.content)}, engine {quote.engine}", quote.id
            )
    yield Rung("document", f"{document.encoding}, sha256 {document.sha256}", document.id)
    for row in rows[:MOST_ROWS]:
        yield Rung("row", f"{row.file}, row {row.row}, sha256 {row.sha256}", row.id)


def _rule(code: str) -> str:
    rule = rule_register().get(code)
    return f"rule {rule.versioned}: {rule.what}" if rule else f"rule {code}"


def _place(span: Span) -> str:
    return f"code points {span.start} to {span.end}"


def history(
    sources: Iterable[str | None], finding: Finding, decisions: tuple[Decision, ...]
) -> Iterator[str]:
    """Each letter that a person gave a source of the finding, and each figure given to itself, with day and reason."""
    names = {_key(source) for source in sources if source}
    for one in decisions:
        if one.kind == "source" and _key(one.subject) in names:
            yield f"{one.subject}: {one.value} since {one.made[:10]}, because {one.reason}"
        elif one.kind == "finding" and one.subject == finding.id:
            yield f"this finding: {one.value} since {one.made[:10]}, because {one.reason}"


def _key(source: str) -> str:
    return " ".join(fold(source).split())
