"""What a person sees: the page."""

from rostra.report.page import render
from rostra.report.records import Chapter, Making, Report

__all__ = ["Chapter", "Making", "Report", "render"]
