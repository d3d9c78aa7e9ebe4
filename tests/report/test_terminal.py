import io
import re

import pytest
from rich.console import Console, RenderableType

from rostra.model import Annotation, Finding
from rostra.report import Report
from rostra.report.tally import REFUSALS_SHOWN, Tally
from rostra.report.terminal import (
    cell,
    claims_table,
    console,
    findings_table,
    mentions_table,
    quotes_table,
    refusals_table,
    rows_table,
    summary,
)
from tests.report.hostile import hostile_report
from tests.report.samples import demonstration


def tallied(report: Report) -> Tally:
    tally = Tally()
    for chapter in report.chapters:
        tally.read(Annotation(chapter.document, chapter.mentions, chapter.quotes, chapter.claims, ()))
        claims = {claim.id: claim for claim in chapter.claims}
        for finding in chapter.findings:
            tally.find(finding, claims[finding.claim])
    for refusal in report.refusals:
        tally.refuse(refusal)
    return tally


def printed(renderable: RenderableType, width: int = 80, *, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=terminal,
        color_system=None,
    )
    console.print(renderable)
    return out.getvalue()


def everything(report: Report) -> list[RenderableType]:
    chapters = report.chapters
    return [
        summary(tallied(report)),
        quotes_table((quote, c.document) for c in chapters for quote in c.quotes),
        claims_table((claim, c.document) for c in chapters for claim in c.claims),
        mentions_table((mention, c.document) for c in chapters for mention in c.mentions),
        findings_table(
            (f, next(k for k in c.claims if k.id == f.claim)) for c in chapters for f in c.findings
        ),
        rows_table(report.rows),
        refusals_table(report.refusals),
    ]


@pytest.mark.parametrize("report", [demonstration(), hostile_report()], ids=["demonstration", "hostile"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    for table in everything(report):
        assert max(len(line) for line in printed(table, width).splitlines()) <= width


def test_no_control_character_reaches_the_terminal() -> None:
    text = "".join(printed(table) for table in everything(hostile_report()))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_markup_of_rich_is_plain_text() -> None:
    assert "[bold red]x[/] :boom:" in printed(cell("[bold red]x[/] :boom:"))


def test_a_wide_terminal_shows_the_words_whole() -> None:
    report = demonstration()
    quotes = quotes_table((quote, report.chapters[0].document) for quote in report.chapters[0].quotes)
    assert "We have 6,000 Igla-S missiles standing guard" in printed(quotes, 160)


def test_the_summary_counts_everything() -> None:
    text = printed(summary(tallied(demonstration())))
    assert "3 documents (2 en, 1 es) · 23 quotes · 12 claims · 5 findings · 1 refusal" in text
    assert "Ilario Venstrom" in text
    assert "articles/scan.pdf" in text


def test_the_summary_tells_the_most_telling_relation() -> None:
    text = " ".join(printed(summary(tallied(demonstration()))).split())
    assert "documents 3,600 Igla-S" in text
    assert "No row on S-300" not in text


def test_a_finding_on_a_number_tells_more_than_one_without() -> None:
    report = demonstration()
    claims = report.chapters[0].claims
    counted, bare = claims[0], claims[4]
    tally = Tally()
    for claim in (bare, counted, bare):
        tally.find(Finding(claim.id, "supported", "relation", "K1", ("r_1",)), claim)
    assert tally.telling["supported"].claim == counted


def test_an_empty_reading_has_a_summary() -> None:
    assert printed(summary(Tally())).startswith("0 documents · 0 quotes")


def test_refusals_are_counted_beyond_those_shown() -> None:
    tally = Tally()
    for _ in range(REFUSALS_SHOWN + 3):
        tally.refuse(demonstration().refusals[0])
    assert "and 3 more" in printed(summary(tally))


def test_a_narrow_terminal_folds_lines_not_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert console().width == 60
