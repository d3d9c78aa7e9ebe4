import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.ingest import ReadSettings, document_from_text
from rostra.kernel import InvalidRecord, OffsetMap

ENGLISH = "The minister of Valdoria said on Tuesday that the brigade would receive forty tanks."


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_given_text_is_not_changed(text: str) -> None:
    document = document_from_text(text, ReadSettings(lang="en"))
    assert (document.text, document.offsets) == (text, OffsetMap.identity(len(text)))


def test_furniture_of_a_given_text_stays() -> None:
    text = f"Skip to content\n\n{ENGLISH}"
    assert document_from_text(text).text == text


def test_a_lone_surrogate_is_refused_with_its_place() -> None:
    with pytest.raises(InvalidRecord, match="code point 3"):
        document_from_text("abc\ud800")


def test_the_language_is_told_from_the_text() -> None:
    assert document_from_text(ENGLISH).lang == "en"


def test_the_language_given_wins() -> None:
    assert document_from_text(ENGLISH, ReadSettings(lang="es-VE")).lang == "es"
