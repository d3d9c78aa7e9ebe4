"""Records on a terminal: tables that read well at 80 columns, whatever is in their texts.

Every text from outside goes through `cell`: no escape sequence, no markup of rich, no reordering character
reaches the screen.
"""

from collections.abc import Iterable
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from rostra.model import Claim, Document, Finding, Mention, Quote, ReferenceRow, Refusal, Verdict
from rostra.report.records import words_of
from rostra.report.speakers import UNNAMED
from rostra.report.tally import Tally
from rostra.report.untrusted import shortened
from rostra.report.wording import (
    VERDICT_SIGNS,
    VERDICT_WORDS,
    counted,
    headline,
    interval,
    lead,
    row_label,
)

VERDICT_STYLES: dict[Verdict, str] = {
    "refuted": "bold red",
    "conflicting": "bold magenta",
    "supported": "bold green",
    "not_enough_info": "bold",
    "not_comparable": "bold",
}
_SPEAKERS, _TYPES, _LANGUAGES = 8, 13, 6
_BAR = 10
_NARROWEST = 60
"""Columns below which the tables would stand letter under letter: a narrower terminal folds their lines."""


def console(*, stderr: bool = False) -> Console:
    """The terminal, without rich's own reading of texts: no markup, no emoji codes, no highlighting."""
    screen = Console(stderr=stderr, markup=False, emoji=False, highlight=False)
    screen.width = max(screen.width, _NARROWEST)
    return screen


def cell(text: str | None, limit: int = 160, style: str = "") -> Text:
    """Text from outside as one short, harmless line; a dash for none."""
    return Text(shortened(text, limit) if text else "–", style=style)


def quotes_table(listed: Iterable[tuple[Quote, Document]]) -> Table:
    """Speaker, kind, words and id of quotes."""
    table = _table(("Speaker", 20), ("Kind", 8), ("Words", None), ("Id", 10))
    for quote, document in listed:
        speaker = quote.speaker_name or words_of(document, quote.speaker) or UNNAMED
        words = cell(words_of(document, quote.content), 180)
        table.add_row(cell(speaker, 60, "bold"), quote.kind, words, _id(quote.id))
    return table


def claims_table(listed: Iterable[tuple[Claim, Document]]) -> Table:
    """Type and modality, the claim in a line over its words, who vouches for it, and id."""
    table = _table(("Type", 13), ("Claim", None), ("According to", 16), ("Id", 10))
    for claim, document in listed:
        what = Text("\n").join(
            (cell(headline(claim), 90, "bold"), cell(words_of(document, claim.evidence), 140, "dim"))
        )
        table.add_row(_kind(claim), what, cell(claim.attributed_to or "the outlet", 60), _id(claim.id))
    return table


def mentions_table(listed: Iterable[tuple[Mention, Document]]) -> Table:
    """Kind, canonical name, words in the text, offset, and the document of mentions."""
    table = _table(("Kind", 13), ("Name", None), ("In the text", None), ("At", 7), ("Document", 18))
    for mention, document in listed:
        name = mention.name if mention.id or not mention.candidates else f"{mention.name} ?"
        words = cell(words_of(document, mention.span), 60)
        title = cell(document.title or document.id, 40, "dim")
        table.add_row(
            mention.kind.replace("_", " "), cell(name, 60, "bold"), words, str(mention.span.start), title
        )
    return table


def findings_table(listed: Iterable[tuple[Finding, Claim]]) -> Table:
    """Verdict and grade, the claim over the relation to the record, and id of findings."""
    table = _table(("Verdict", 16), ("Claim and record", None), ("Grade", 5), ("Id", 10))
    for finding, claim in listed:
        first, rest = lead(finding.relation)
        lines = [_of_whom(claim), cell(first, 300), *([cell(rest, 300, "dim")] if rest else [])]
        what = Text("\n").join(lines)
        table.add_row(_verdict(finding.verdict), what, str(finding.grade), _id(finding.id))
    return table


def rows_table(rows: Iterable[ReferenceRow]) -> Table:
    """Subject, item, what is counted and its value, and where reference rows stand."""
    table = _table(("Subject", 16), ("Item", 16), ("Counted", None), ("Value", 14), ("From", 20))
    for row in rows:
        unit = "" if row.unit == "items" else f" {row.unit}"
        value = cell(f"{interval(row.low, row.high)}{unit}{' ?' if row.uncertain else ''}", 40, "bold")
        counted_as = cell(row_label(row), 80)
        place = cell(f"{row.file}:{row.row}", 40, "dim")
        table.add_row(cell(row.subject, 40), cell(row.item, 40), counted_as, value, place)
    return table


def refusals_table(refusals: Iterable[Refusal]) -> Table:
    """Source, code and reason of refusals."""
    table = _table(("Source", 20), ("Code", 21), ("Reason", None))
    for refusal in refusals:
        source = cell(refusal.source or refusal.document or "–", 60)
        table.add_row(source, cell(refusal.code, 40), cell(refusal.message, 200))
    return table


def summary(tally: Tally) -> RenderableType:
    """What a reading came to: counts, who speaks, what is claimed, what the record says, what was refused."""
    parts: list[RenderableType] = [_counts(tally)]
    if tally.speakers or tally.claims:
        parts += [Text(), _side_by_side(tally)]
    if tally.verdicts:
        parts += [Text(), Text("What the record says", style="bold"), _record_says(tally)]
    if tally.refused:
        parts += [Text(), Text(f"Refused: {tally.refused:,}", style="bold"), refusals_table(tally.refusals)]
    more = tally.refused - len(tally.refusals)
    return Group(*parts, *([Text(f"and {more:,} more", style="dim")] if more > 0 else []))


def _counts(tally: Tally) -> Text:
    languages = ", ".join(f"{number:,} {lang}" for lang, number in tally.languages.most_common(_LANGUAGES))
    documents = counted(tally.documents, "document") + (f" ({shortened(languages, 60)})" if languages else "")
    quotes, claims = sum(tally.kinds.values()), sum(tally.claims.values())
    found = sum(tally.verdicts.values())
    numbers = (counted(quotes, "quote"), counted(claims, "claim"), counted(found, "finding"))
    return Text(" · ".join((documents, *numbers, counted(tally.refused, "refusal"))), style="bold")


def _side_by_side(tally: Tally) -> Table:
    grid = Table.grid(expand=False, padding=(0, 3, 0, 0))
    speakers = [(cell(name, 22), number) for name, number in tally.speakers.most_common(_SPEAKERS)]
    types = [(Text(kind), number) for kind, number in tally.claims.most_common(_TYPES)]
    left = _ranking("Who speaks", speakers, len(tally.speakers) - len(speakers), "speaker")
    grid.add_row(left, _ranking("What is claimed", types, 0, "type"))
    return grid


def _ranking(title: str, counts: list[tuple[Text, int]], more: int, noun: str) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(max_width=22)
    table.add_column(justify="right")
    table.add_column(width=_BAR)
    most = max((number for _, number in counts), default=1)
    for name, number in counts:
        table.add_row(name, f"{number:,}", ProgressBar(total=most, completed=number, width=_BAR, style="dim"))
    rest = [Text(f"and {counted(more, f'more {noun}')}", style="dim")] if more > 0 else []
    return Group(Text(title, style="bold"), table, *rest)


def _record_says(tally: Tally) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column(max_width=16)
    table.add_column(ratio=1)
    for verdict in VERDICT_WORDS:
        if verdict in tally.verdicts:
            told = tally.telling[verdict]
            words = Text("\n").join((_of_whom(told.claim), cell(lead(told.finding.relation)[0], 300)))
            table.add_row(f"{tally.verdicts[verdict]:,}", _verdict(verdict), words)
    return table


def _of_whom(claim: Claim) -> Text:
    who = f"({claim.type}, {claim.attributed_to or 'the outlet'})"
    return Text(" ").join((cell(headline(claim), 80, "bold"), cell(who, 80, "dim")))


def _verdict(verdict: Verdict) -> Text:
    return Text(f"{VERDICT_SIGNS[verdict]} {VERDICT_WORDS[verdict]}", style=VERDICT_STYLES[verdict])


def _kind(claim: Claim) -> Text:
    marks: list[str] = [claim.modality] if claim.modality != "asserted" else []
    marks += ["negated"] if claim.negated and claim.modality != "denied" else []
    return Text("\n").join((Text(claim.type), *(Text(mark, style="italic") for mark in marks)))


def _id(id_: str) -> Text:
    """The start of an id, enough for `rostra why`."""
    return Text(id_[:10], style="dim")


_Width = int | None
_Overflow = Literal["fold"]


def _table(*columns: tuple[str, _Width]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold", expand=True)
    overflow: _Overflow = "fold"
    for name, width in columns:
        table.add_column(name, max_width=width, ratio=None if width else 1, overflow=overflow)
    return table
