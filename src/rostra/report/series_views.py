"""Series of claims as the page shows them: a drawing over time, and each statement with how it came from the one before."""

from dataclasses import dataclass

from rostra.check import Point, Series, Step
from rostra.report.figures import scale
from rostra.report.records import Report, ToldSeries
from rostra.report.series import OPEN, movement_words, number_words
from rostra.report.timeline import Timeline, Value, timeline
from rostra.report.untrusted import shortened

MOST_SERIES = 40


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement: its days, number, speaker and sentence, its place on the page, and the step to it in words."""

    when: str
    number: str
    speaker: str
    sentence: str
    anchor: str | None
    claim: str
    step: str
    unexplained: bool
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesView:
    """One series ready to show."""

    id: str
    title: str
    unit: str
    drawing: Timeline | None
    statements: tuple[StatementView, ...]
    unexplained: int


def series_views(report: Report) -> tuple[SeriesView, ...]:
    """The series whose statements move, those with steps that the record does not explain first."""
    anchors = {
        claim.id: f"d{number}c{index}"
        for number, chapter in enumerate(report.chapters, 1)
        for index, claim in enumerate(chapter.claims, 1)
    }
    moving = [told for told in report.series if any(step.movement != "level" for step in told.series.steps)]
    views = [_view(told, anchors) for told in moving]
    return tuple(sorted(views, key=lambda view: -view.unexplained)[:MOST_SERIES])


def _view(told: ToldSeries, anchors: dict[str, str]) -> SeriesView:
    series = told.series
    where = f" in {series.place}" if series.place else ""
    steps: list[Step | None] = [None, *series.steps]
    return SeriesView(
        series.id,
        shortened(f"{series.holder}: {series.item}, {series.state}{where}", 120),
        "" if series.unit == "items" else series.unit,
        _drawing(series),
        tuple(
            _statement(point, step, told, anchors) for point, step in zip(series.points, steps, strict=True)
        ),
        sum(step.open for step in series.steps),
    )


def _statement(point: Point, step: Step | None, told: ToldSeries, anchors: dict[str, str]) -> StatementView:
    return StatementView(
        str(point.when),
        number_words(point),
        point.speaker or "the outlet",
        told.sentences.get(point.claim.id, ""),
        anchors.get(point.claim.id),
        point.claim.id,
        movement_words(step),
        bool(step and step.open),
        tuple(f"{row.file}, row {row.row}" for row in step.rows) if step else (),
    )


def _drawing(series: Series) -> Timeline | None:
    """The statements, and the rows that explain a part of a step, each at its own number."""
    claims = [_said(point) for point in series.points]
    found = {row.id: row for step in series.steps for row in step.rows if row.valid and row.low is not None}
    rows = []
    for row in found.values():
        low, high = float(row.low or 0), float(row.high if row.high is not None else row.low or 0)
        kind = row.state if row.state in {"ordered", "delivered"} else "held"
        if row.valid:
            rows.append(Value(row.valid, kind, f"{row.item}, {row.state}", 0, low, high, row.high is None))
    return timeline(claims, rows, scale(max(max(value.sure, value.end) for value in (*claims, *rows))))


def _said(point: Point) -> Value:
    low, high = point.value.low, point.value.high
    label = f"{point.speaker or 'the outlet'}: {number_words(point)}"
    return Value(
        point.when, "claimed", shortened(label, 80), 0, low, low if high == OPEN else high, high == OPEN
    )
