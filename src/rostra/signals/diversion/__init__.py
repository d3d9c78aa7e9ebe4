"""Diversion: does a display go with less of another topic in the rest of the news? METHODS, section 2."""

from rostra.signals.diversion.answer import Diversion, diversion
from rostra.signals.diversion.ardl import Response, cumulative_response
from rostra.signals.diversion.course import Course, OutletTest, Placebos
from rostra.signals.diversion.event import EventTest
from rostra.signals.diversion.plan import DiversionPlan
from rostra.signals.diversion.telling import paragraph, picture, section
from rostra.signals.diversion.verdict import DiversionVerdict

__all__ = [
    "Course",
    "Diversion",
    "DiversionPlan",
    "DiversionVerdict",
    "EventTest",
    "OutletTest",
    "Placebos",
    "Response",
    "cumulative_response",
    "diversion",
    "paragraph",
    "picture",
    "section",
]
