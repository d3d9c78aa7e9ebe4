"""What a person reads of a test of diversion: a paragraph with its limits, a table, a picture."""

import math
from typing import Any

import numpy as np

from rostra.signals.diversion.answer import Diversion
from rostra.signals.diversion.course import Course
from rostra.signals.diversion.event import AFTER, BEFORE, EventTest
from rostra.signals.diversion.plan import LEAST_PLACEBOS
from rostra.signals.results import Picture, Section, picture_of

_BINS = 40
_LIMITS = (
    "The test sees coverage, not intent: what a display was for is outside the data. "
    "A cause that moves both topics, anticipation, and the choice of outlets and key words can do the same."
)


def section(answer: Diversion) -> Section:
    """The answer for a reader."""
    return Section(
        f"Diversion: {answer.plan.display} and {answer.plan.topic}",
        paragraph(answer),
        ("figure", "value", "what it says"),
        _rows(answer.numbers),
        picture(answer),
    )


def paragraph(answer: Diversion) -> str:
    """The result in words that an analyst may print, limits included."""
    numbers = answer.numbers
    body = _course_words(answer, numbers) if isinstance(numbers, Course) else _event_words(answer, numbers)
    because = f" ({'; '.join(answer.reasons)})" if answer.reasons else ""
    return f"{body} Verdict: {answer.verdict}{because}. {_LIMITS}"


def _course_words(answer: Diversion, course: Course) -> str:
    plan = answer.plan
    return (
        f"On {course.n} days from {answer.source.first} to {answer.source.last}, {plan.topic} held "
        f"{_percent(course.estimate)} of its share of the news without {plan.display} on the day after "
        f"{plan.display} stood one standard deviation higher (two-sided p {course.p:.3f} over {course.shifts} "
        f"circular shifts, {course.p_holm:.3f} after Holm; lead test p {course.lead_p:.3f}). "
        f"{_placebo_words(course)} A change of {_size(course.mde)} would have been found four times in five. "
        f"Displacement in proportion alone would make it {_percent(course.mechanical)} of all news, "
        "which is crowding out, not diversion."
    )


def _placebo_words(course: Course) -> str:
    count = len(course.placebo.names)
    if course.placebo.centre is None:
        return f"{count} placebo topics were given; {LEAST_PLACEBOS} are needed."
    return (
        f"{count} placebo topics centre at t {course.placebo.centre:+.2f} "
        f"(spread {course.placebo.spread:.2f}; the topic {course.t:+.2f})."
    )


def _event_words(answer: Diversion, test: EventTest) -> str:
    plan = answer.plan
    return (
        f"In the {AFTER} days from {plan.event} on, {plan.topic} held {_percent(test.estimate)} of the share of the "
        f"news without {plan.display} that it had in the {BEFORE} days before; falls as deep stand at p {test.p:.3f} "
        f"among {test.dates} other dates (the week before: p {test.lead_p:.3f}). A fall of {_size(test.mde)} would "
        "have been found four times in five."
    )


def _percent(log_change: float) -> str:
    return f"{100 * math.exp(log_change):.1f} %"


def _size(log_change: float) -> str:
    return f"{100 * (1 - math.exp(-log_change)):.0f} % or more"


def _rows(numbers: Course | EventTest) -> tuple[tuple[str, ...], ...]:
    rows = [
        ("estimate", f"{numbers.estimate:+.3f}", f"log share; {_percent(numbers.estimate)} of what it was"),
        (
            "p",
            f"{numbers.p:.3f}",
            "among circular shifts" if isinstance(numbers, Course) else "among other dates",
        ),
        ("lead p", f"{numbers.lead_p:.3f}", "before the display: should be null"),
        ("detectable", f"{numbers.mde:.3f}", f"found four times in five: a fall of {_size(numbers.mde)}"),
        ("n", str(numbers.n), "days"),
    ]
    return tuple(rows) + (_course_rows(numbers) if isinstance(numbers, Course) else _event_rows(numbers))


def _course_rows(course: Course) -> tuple[tuple[str, ...], ...]:
    rows = [
        ("p after Holm", f"{course.p_holm:.3f}", f"over the topic and {len(course.outlets)} outlets"),
        ("mechanical", f"{course.mechanical:+.3f}", "log share of all news under proportional crowding out"),
    ]
    rows += [
        (f"placebo {name}", f"{t:+.2f}", "t")
        for name, t in zip(course.placebo.names, course.placebo.t, strict=True)
    ]
    rows += [
        (f"without {outlet.name}", _number(outlet.estimate_without), outlet.refusal or "estimate without it")
        for outlet in course.outlets
    ]
    return tuple(rows)


def _event_rows(test: EventTest) -> tuple[tuple[str, ...], ...]:
    return (
        ("p among topics", _number(test.topics_p), f"{len(test.placebo_steps)} placebo topics, same date"),
    )


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:+.3f}"


def picture(answer: Diversion) -> Picture:
    """The null distribution as bars, placebo topics as points, the topic as a rule: Vega-Lite, data inside."""
    numbers = answer.numbers
    course = isinstance(numbers, Course)
    topic = numbers.t if isinstance(numbers, Course) else numbers.estimate
    placebos = numbers.placebo.t if isinstance(numbers, Course) else numbers.placebo_steps
    axis = "t of circular shifts of the display" if course else "step of the log share at other dates"
    return picture_of(
        f"{answer.plan.topic} against its null distribution",
        layer=[
            _bars(numbers.null, axis),
            _marks(answer.plan.placebos, placebos, "point", "#6b7280"),
            _marks((answer.plan.topic,), (topic,), "rule", "#b91c1c"),
        ],
    )


def _bars(null: Any, axis: str) -> Picture:
    counts, edges = np.histogram(null, bins=_BINS)
    values = [
        {"from": round(float(low), 4), "to": round(float(high), 4), "count": int(count)}
        for low, high, count in zip(edges[:-1], edges[1:], counts, strict=True)
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "bar", "color": "#cbd5e1"},
        "encoding": {
            "x": {"field": "from", "type": "quantitative", "bin": {"binned": True}, "title": axis},
            "x2": {"field": "to"},
            "y": {"field": "count", "type": "quantitative", "title": "draws"},
        },
    }


def _marks(names: tuple[str, ...], at: tuple[float, ...], mark: str, color: str) -> Picture:
    values = [
        {"name": name, "at": round(value, 4)}
        for name, value in zip(names, at, strict=True)
        if math.isfinite(value)
    ]
    return {
        "data": {"values": values},
        "mark": {"type": mark, "color": color},
        "encoding": {
            "x": {"field": "at", "type": "quantitative"},
            "tooltip": [{"field": "name", "type": "nominal"}, {"field": "at", "type": "quantitative"}],
        },
    }
