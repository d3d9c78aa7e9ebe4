"""The report of a case with everything on it: what `report`, `demo`, `replay` and `why` share."""

from rostra.pipeline.knowing import knowledge_of
from rostra.pipeline.series import series_of
from rostra.report.assemble import report_of
from rostra.report.records import Beside, Report, ToldSeries
from rostra.store import Case, DocumentFilter


def report_for(
    case: Case, title: str, dated: str | None = None, asked: DocumentFilter | None = None
) -> Report:
    """The report of the documents asked for (default: all), with the packs of the case and its series."""
    knowledge = knowledge_of(case)
    series = tuple(ToldSeries(told.series, told.sentences) for told in series_of(case, knowledge))
    return report_of(case, title, dated, asked, Beside(knowledge, series))
