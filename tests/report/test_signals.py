import pytest

from rostra.kernel import SourceError
from rostra.report.page import render
from rostra.report.pictures import png, svg
from rostra.report.records import Making, Report
from rostra.store import Analysis

BARS = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "width": "container",
    "data": {"values": [{"what": "<script>alert(1)</script>", "n": 3}]},
    "mark": "bar",
    "encoding": {"x": {"field": "what", "type": "nominal"}, "y": {"field": "n", "type": "quantitative"}},
}


def page(**changed: str) -> str:
    kept = {"title": "Escalation: threats", "paragraph": "Threats rose.", "picture": "<svg/>"} | changed
    analysis = Analysis(
        "escalation", kept["title"], kept["paragraph"], ("p",), ((".001",),), kept["picture"], "{}"
    )
    return render(Report("Signals", (), Making("0.1.0"), analyses=(analysis,)))


def test_a_kept_analysis_stands_on_the_page_with_its_table() -> None:
    shown = page()
    assert "Signals over time" in shown
    assert "Threats rose." in shown
    assert ".001" in shown


def test_the_picture_is_an_image_that_holds_itself() -> None:
    assert 'src="data:image/svg+xml;base64,' in page()


def test_without_a_picture_there_is_no_image() -> None:
    assert "<img" not in page(picture="")


def test_words_of_an_analysis_are_escaped() -> None:
    assert "<script>" not in page(title="<script>x</script>", paragraph="<script>y</script>")


def test_a_page_without_analyses_has_no_section_for_them() -> None:
    assert "Signals over time" not in render(Report("Signals", (), Making("0.1.0")))


def test_a_picture_is_drawn_with_its_labels_escaped() -> None:
    pytest.importorskip("vl_convert")
    drawn = svg(BARS)
    assert drawn.startswith("<svg")
    assert "<script" not in drawn


def test_a_picture_is_drawn_as_pixels() -> None:
    pytest.importorskip("vl_convert")
    assert png(BARS)[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_picture_that_would_load_something_is_refused() -> None:
    pytest.importorskip("vl_convert")
    loads = BARS | {"mark": {"type": "image", "url": "https://example.org/a.png"}}
    with pytest.raises(SourceError):
        svg(loads)


def test_a_broken_picture_is_refused() -> None:
    pytest.importorskip("vl_convert")
    with pytest.raises(SourceError, match="cannot be drawn"):
        svg({"mark": 7})
