"""A figure of a report on a terminal and as a link: its bars, and the findings that it draws."""

from rich.text import Text

from rostra.kernel import QueryError
from rostra.model import Link
from rostra.report.figures import PLOT, Bar, Figure, figures
from rostra.report.records import Report
from rostra.report.untrusted import plainly

WIDTH = 40
"""Columns of the longest bar."""


def figure_named(report: Report, prefix: str) -> Figure:
    """The figure with that id or start of one. Raises QueryError: none, or several."""
    found = [figure for figure in figures(report) if figure.id.startswith(prefix)]
    if len(found) != 1:
        what = "fits several figures" if found else "is no figure of this case"
        raise QueryError(f"{prefix!r} {what}", remedy="the page of `rostra report` has each figure's id")
    return found[0]


def figure_link(figure: Figure, findings: tuple[Link, ...]) -> Link:
    """The link of a figure over the chains of its findings."""
    bars = tuple((bar.label, bar.value) for bar in figure.bars)
    return Link("figure", figure.id, figure.title, (*bars, ("relation", figure.relation)), rests_on=findings)


def figure_text(figure: Figure) -> Text:
    """The bars of a figure in letters: full as far as a value is certain, light where it is possible."""
    lines = [
        Text.assemble((_bar(bar), _STYLES.get(bar.kind, "")), f" {plainly(bar.label)}: {plainly(bar.value)}")
        for bar in figure.bars
    ]
    return Text("\n").join([Text(plainly(figure.title), style="bold"), *lines])


_STYLES = {"delivered": "blue", "ordered": "bright_blue", "held": "green"}


def _bar(bar: Bar) -> str:
    start, sure, end = (round(WIDTH * place / PLOT) for place in (bar.start, bar.sure, bar.end))
    drawn = " " * start + "█" * (sure - start) + "░" * (end - sure)
    return (drawn[:-1] + "→" if bar.open_end and drawn else drawn).ljust(WIDTH)
