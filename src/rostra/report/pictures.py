"""Pictures of the signals: Vega-Lite drawn to SVG or PNG here, so that a page runs no script and asks for nothing."""

import re
from typing import Any

from rostra.kernel import SourceError
from rostra.signals import Picture
from rostra.signals.gates import library

WIDTH = 640
"""Pixels of a picture that asks for the width of its container."""
_STYLE = {
    "background": "#ffffff",
    "font": "system-ui, sans-serif",
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "gridColor": "#e5e7eb"},
    "view": {"stroke": None},
}
_ACTIVE = re.compile(
    r"<\s*(?:script|image|foreignObject|iframe|use|style)|\bon\w+\s*=|href\s*=", re.IGNORECASE
)


def svg(picture: Picture) -> str:
    """The picture as one SVG element.

    Raises EngineError where vl-convert is not installed, SourceError for a picture that cannot be drawn or that would
    load or run something.
    """
    drawn: str = _drawn("vegalite_to_svg", picture)
    if _ACTIVE.search(re.sub(r">[^<]*<", "><", drawn)):
        raise SourceError(
            "the picture would load or run something", remedy="leave links and images out of it"
        )
    return drawn


def png(picture: Picture, scale: float = 2.0) -> bytes:
    """The picture as PNG, `scale` pixels for each of its own. Raises as `svg` does."""
    drawn: bytes = _drawn("vegalite_to_png", picture, scale=scale)
    return drawn


def _drawn(how: str, picture: Picture, **options: Any) -> Any:
    convert = library("vl_convert")
    width = WIDTH if picture.get("width") == "container" else picture.get("width", WIDTH)
    given = {**picture, "config": {**_STYLE, **picture.get("config", {})}}
    if "row" not in picture.get("encoding", {}):
        given["width"] = width
    else:
        given.pop("width", None)
    try:
        return getattr(convert, how)(given, allowed_base_urls=[], **options)
    except ValueError as error:
        raise SourceError(f"the picture cannot be drawn: {str(error)[:200]}") from error
