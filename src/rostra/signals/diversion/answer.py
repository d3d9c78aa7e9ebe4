"""The test of diversion, its verdict, and the record that a machine reads."""

from dataclasses import dataclass, fields
from typing import Any

from rostra.signals.diversion.course import Course, course
from rostra.signals.diversion.event import EventTest, event_test
from rostra.signals.diversion.plan import DiversionPlan, checked
from rostra.signals.diversion.verdict import DiversionVerdict, course_verdict, event_verdict
from rostra.signals.results import Source, plain
from rostra.signals.series import SeriesTable

SCHEMA = "rostra.signals.diversion/1"


@dataclass(frozen=True, slots=True, eq=False)
class Diversion:
    """The answer to a plan. `numbers` are those of a course or of one event; `reasons` are why the verdict is so."""

    plan: DiversionPlan
    source: Source
    numbers: Course | EventTest
    verdict: DiversionVerdict
    reasons: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """All numbers with every setting; the draws of the null distribution are left to the seed."""
        numbers = {f.name: getattr(self.numbers, f.name) for f in fields(self.numbers) if f.name != "null"}
        return {
            "schema": SCHEMA,
            "design": "course" if isinstance(self.numbers, Course) else "event",
            "verdict": self.verdict,
            "reasons": list(self.reasons),
            **plain(numbers),
            "placebo": self._placebo(),
            "settings": plain(self.plan),
            "source": plain(self.source),
        }

    def _placebo(self) -> dict[str, Any]:
        if isinstance(self.numbers, Course):
            told: dict[str, Any] = plain(self.numbers.placebo)
            return told
        return {
            "names": list(self.plan.placebos),
            "steps": plain(self.numbers.placebo_steps),
            "p": self.numbers.topics_p,
        }


def diversion(table: SeriesTable, plan: DiversionPlan) -> Diversion:
    """Whether more of the display goes with less of the topic in the rest of the news (METHODS 2.3, 2.4).

    `table` is daily, with totals. Raises SeriesError where it cannot carry the test: there is no answer without
    the total of all articles.
    """
    checked(table, plan)
    numbers: Course | EventTest
    if plan.event is None:
        numbers = course(table, plan)
        verdict, reasons = course_verdict(numbers)
    else:
        numbers = event_test(table, plan, plan.event)
        verdict, reasons = event_verdict(numbers)
    return Diversion(plan, Source.of(table), numbers, verdict, reasons)
