"""What a person sees: the page (`rostra.report.page`), the terminal, and records for machines."""

from rostra.report.records import Chapter, Making, Report

__all__ = ["Chapter", "Making", "Report"]
