"""Series of claims as JSON and on a terminal: each statement with its sentence, each step with what explains it."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from rostra.check import Point, Series, Step
from rostra.report.serialise import COLUMNS, Plain
from rostra.report.terminal import cell

OPEN = float("inf")
SERIES_COLUMNS = ("holder", "item", "state", "place", "unit", "statements", "unexplained")


def series_to_json(series: Series, sentences: Mapping[str, str]) -> Plain:
    """A series: its statements in order, and the steps between them; an open end of an interval is null."""
    return {
        "holder": series.holder,
        "item": series.item,
        "state": series.state,
        "place": series.place,
        "unit": series.unit,
        "statements": len(series.points),
        "unexplained": sum(step.open for step in series.steps),
        "points": [_point(point, sentences) for point in series.points],
        "steps": [_step(step) for step in series.steps],
    }


def _point(point: Point, sentences: Mapping[str, str]) -> Plain:
    claim = point.claim
    return {
        "claim": claim.id,
        "document": claim.document,
        "when": str(point.when),
        "low": point.value.low,
        "high": _end(point.value.high),
        "negated": claim.negated,
        "speaker": point.speaker,
        "sentence": sentences.get(claim.id, ""),
    }


def _step(step: Step) -> Plain:
    return {
        "earlier": step.earlier.claim.id,
        "later": step.later.claim.id,
        "movement": step.movement,
        "gap": step.gap,
        "explained": [step.explained.low, _end(step.explained.high)],
        "unexplained": step.open,
        "one_speaker": step.one_speaker,
        "rows": [row.id for row in step.rows],
    }


def _end(value: float) -> float | None:
    return None if value == OPEN else value


COLUMNS[series_to_json] = SERIES_COLUMNS


def series_table(listed: Iterable[tuple[Series, Mapping[str, str]]]) -> Table:
    """Holder and item, then every statement with its day, number, speaker and sentence, and how it was come to."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold", expand=True)
    for name, width in (("When", 10), ("Number", 14), ("Statement", None), ("Since the one before", 22)):
        table.add_column(name, max_width=width, ratio=None if width else 1, overflow="fold")
    for series, sentences in listed:
        where = f" in {series.place}" if series.place else ""
        table.add_row("", "", cell(f"{series.holder}: {series.item}, {series.state}{where}", 120, "bold"), "")
        for number, point in enumerate(series.points):
            step = series.steps[number - 1] if number else None
            who = cell(f"({point.speaker or 'the outlet'})", 60, "dim")
            words = Text(" ").join((cell(sentences.get(point.claim.id, ""), 200), who))
            style = "bold" if step and step.open else "dim"
            moved = Text(movement_words(step), style=style)
            table.add_row(cell(str(point.when), 21), number_words(point), words, moved)
    return table


def number_words(point: Point) -> str:
    """The number of a statement in words: 5,000; 20 to 30; 400 or more."""
    low, high = point.value.low, point.value.high
    if low == high:
        return f"{low:,.0f}"
    return f"{low:,.0f} or more" if high == OPEN else f"{low:,.0f} to {high:,.0f}"


def movement_words(step: Step | None) -> str:
    """How a statement came from the one before; empty where nothing moved."""
    if step is None or step.movement == "level":
        return ""
    sign = "+" if step.movement == "rise" else "-"
    return f"{sign}{step.gap:,.0f}, {'not explained on record' if step.open else 'explained on record'}"


def listed(told: Iterable[Any]) -> Iterable[tuple[Series, Mapping[str, str]]]:
    """Series with their sentences, as a listing takes them."""
    return ((each.series, each.sentences) for each in told)
