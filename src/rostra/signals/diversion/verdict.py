"""The three words that a test of diversion may end with, and why."""

from typing import Literal

from rostra.signals.diversion.course import Course
from rostra.signals.diversion.event import EventTest
from rostra.signals.diversion.plan import LEAST_PLACEBOS, LEVEL

DiversionVerdict = Literal["consistent with diversion", "no evidence", "cannot tell"]
CENTRE = 1.0
"""Placebo centre, in t, beyond which something moves every topic at once."""


def course_verdict(course: Course) -> tuple[DiversionVerdict, tuple[str, ...]]:
    """The verdict on a course, with the gates that decided it (METHODS 2.3)."""
    if len(course.placebo.names) < LEAST_PLACEBOS:
        given = len(course.placebo.names)
        return "cannot tell", (f"{given} placebo topics, where at least {LEAST_PLACEBOS} are needed",)
    if course.p_holm >= LEVEL:
        return "no evidence", (f"p {course.p_holm:.3f} after Holm",)
    if course.estimate >= 0:
        return "no evidence", ("the topic rose, it did not fall",)
    failed = tuple(_failed_gates(course))
    return ("cannot tell", failed) if failed else ("consistent with diversion", ())


def _failed_gates(course: Course) -> list[str]:
    failed = []
    if course.lead_p < LEVEL:
        failed.append(f"the topic had moved on the day before the display (lead test p {course.lead_p:.3f})")
    centre = course.placebo.centre
    if centre is None or abs(centre) > CENTRE:
        failed.append(f"the placebo topics moved as well (centre of t {centre:+.2f})")
    failed += [
        f"without {outlet.name} the topic does not fall"
        for outlet in course.outlets
        if outlet.estimate_without is not None and outlet.estimate_without >= 0
    ]
    return failed


def event_verdict(test: EventTest) -> tuple[DiversionVerdict, tuple[str, ...]]:
    """The verdict on one event. It is never "consistent with diversion": one event cannot show it (METHODS 2.4)."""
    if test.p >= LEVEL:
        return "no evidence", (f"the fall ranks at p {test.p:.3f} among {test.dates} other dates",)
    reasons = ["one event is not enough"]
    if test.lead_p < LEVEL:
        reasons.append(f"the topic had moved in the week before (p {test.lead_p:.3f})")
    return "cannot tell", tuple(reasons)
