"""A kept analysis of the signals as the page shows it."""

import base64
from dataclasses import dataclass

from rostra.store import Analysis


@dataclass(frozen=True, slots=True)
class AnalysisView:
    """The words, the table and the picture of an analysis; `drawing` is an address that holds the picture itself.

    An image cannot run a script or load anything, whatever a picture holds.
    """

    id: str
    title: str
    paragraph: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    drawing: str | None


def analysis_view(analysis: Analysis) -> AnalysisView:
    """The view of an analysis; without a picture `drawing` is None."""
    drawing = base64.b64encode(analysis.picture.encode()).decode()
    return AnalysisView(
        analysis.id,
        analysis.title,
        analysis.paragraph,
        analysis.columns,
        analysis.rows,
        f"data:image/svg+xml;base64,{drawing}" if drawing else None,
    )
