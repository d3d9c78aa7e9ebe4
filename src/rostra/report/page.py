"""The page: one HTML file that holds everything it needs and asks for nothing."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rostra.report.figures import figures
from rostra.report.records import Report
from rostra.report.seal import seal_of, written
from rostra.report.series_views import series_views
from rostra.report.signals import analysis_view
from rostra.report.untrusted import clipped, isolated, plainly, shortened, shown
from rostra.report.views import ChapterView, chapter_views, telling
from rostra.report.wording import VERDICT_SIGNS, VERDICT_WORDS, counted, lead, near

OPEN_CHAPTERS = 4
"""A report of at most so many documents shows them unfolded."""
LIT_CLAIMS = 200
"""Claims of one document that light up together with their words; a rule of the style sheet each."""


def render(report: Report) -> str:
    """The report as one HTML page. The same report gives the same characters."""
    drawn = figures(report)
    figure_of = {anchor: figure.index for figure in drawn for anchor in figure.anchors}
    chapters = tuple(chapter_views(report, figure_of))
    style = _style(chapters)
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            report=report,
            chapters=chapters,
            figures=drawn,
            series=series_views(report),
            seal=written(seal_of(report, drawn)),
            analyses=tuple(map(analysis_view, report.analyses)),
            telling=telling(chapters),
            counts=_counts(report),
            verdicts=VERDICT_WORDS,
            signs=VERDICT_SIGNS,
            unfolded=len(chapters) <= OPEN_CHAPTERS,
            style=Markup(style),  # noqa: S704 - our own style sheet; no text of a report enters it
            policy=_policy(style),
        )
    )


def _counts(report: Report) -> tuple[tuple[int, str], ...]:
    counts = (
        (len(report.chapters), "document"),
        (sum(len(chapter.quotes) for chapter in report.chapters), "quote"),
        (sum(len(chapter.claims) for chapter in report.chapters), "claim"),
        (len(report.findings), "finding"),
        (len(report.refusals), "refusal"),
    )
    return tuple((number, noun if number == 1 else f"{noun}s") for number, noun in counts)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rostra.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "bdi": isolated,
        "clip": clipped,
        "shown": shown,
        "plain": plainly,
        "short": shortened,
        "counted": counted,
        "lead": lead,
        "near": near,
    }
    return environment


def _style(chapters: tuple[ChapterView, ...]) -> str:
    """The style sheet, and a rule for each claim number: what is pointed at lights up in text and ledger."""
    sheet = (files("rostra.report") / "templates" / "page.css").read_text(encoding="utf-8")
    most = min(max((len(chapter.claims) for chapter in chapters), default=0), LIT_CLAIMS)
    return "\n" + sheet + "".join(map(_lit, range(1, most + 1)))


def _lit(number: int) -> str:
    k = f".k{number}"
    lit = "--mark:var(--mark-lit);--glow:var(--mark-lit);--edge:var(--soft)"
    return f".doc:has({k}:is(:hover,:target,:focus-within)) {k}{{{lit}}}\n"


def _policy(style: str) -> str:
    """Nothing may load or run; the one style sheet is named by its hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
