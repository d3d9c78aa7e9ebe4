import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.text import segment

ABBREVIATIONS = frozenset({"gen", "u.s", "sr", "ee.uu"})
TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            ["Gen. Kranz spoke", ". ", "! ", "… ", "?” ", "“", "”", "\n", "\r\n", "\u2028", "\x85", "\x0b", " ", "a", "A", "U.S. ",
             "J. R. Roe", "5.000", " - ", "¿Qué?", ".", "'", "\u00a0", "\u3000", "»", "("]
        )
    ).map("".join),
)  # fmt: skip


@given(TEXTS)
def test_sentences_lie_inside_paragraphs_in_order(text: str) -> None:
    segments = segment(text, ABBREVIATIONS)
    for spans in (segments.paragraphs, segments.sentences):
        assert all(one.end <= other.start for one, other in pairwise(spans))
    for sentence in segments.sentences:
        assert any(paragraph.contains(sentence) for paragraph in segments.paragraphs)


@given(TEXTS)
def test_sentences_cover_every_character_that_is_no_blank(text: str) -> None:
    covered = {
        at
        for sentence in segment(text, ABBREVIATIONS).sentences
        for at in range(sentence.start, sentence.end)
    }
    assert [char for at, char in enumerate(text) if at not in covered and not char.isspace()] == []


@given(TEXTS)
def test_no_segment_begins_or_ends_with_a_blank(text: str) -> None:
    segments = segment(text, ABBREVIATIONS)
    for span in (*segments.paragraphs, *segments.sentences):
        assert span.of(text) == span.of(text).strip()


@given(TEXTS)
def test_a_paragraph_holds_no_line_end(text: str) -> None:
    assert all(len(p.of(text).splitlines()) == 1 for p in segment(text, ABBREVIATIONS).paragraphs)


@given(TEXTS, st.data())
def test_a_segment_is_found_by_any_offset_in_it(text: str, data: st.DataObject) -> None:
    segments = segment(text, ABBREVIATIONS)
    if not segments.sentences:
        assert segments.sentence_at(0) is None
        assert segments.paragraph_at(0) is None
        return
    sentence = data.draw(st.sampled_from(segments.sentences))
    offset = data.draw(st.integers(sentence.start, sentence.end - 1))
    paragraph = segments.paragraph_at(offset)
    assert segments.sentence_at(offset) == sentence
    assert paragraph is not None
    assert paragraph.contains(sentence)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He spoke. She left.", ["He spoke.", "She left."]),
        ("Gen. Kranz spoke. She left.", ["Gen. Kranz spoke.", "She left."]),
        ("The U.S. Navy sailed.", ["The U.S. Navy sailed."]),
        ("J. R. Roe spoke.", ["J. R. Roe spoke."]),
        ("“Never!” he said. “No.” He left.", ["“Never!” he said.", "“No.”", "He left."]),
        ("¿Cuándo? Mañana. ¡No!", ["¿Cuándo?", "Mañana.", "¡No!"]),
        ("They have 5.000 men. All left.", ["They have 5.000 men.", "All left."]),
        ("He waited... then left.", ["He waited... then left."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("It left at 7:40 a.m. ET on Monday. It sank.", ["It left at 7:40 a.m. ET on Monday.", "It sank."]),
        ("It left at 7 p.m. Tarn saw it.", ["It left at 7 p.m.", "Tarn saw it."]),
    ],
)
def test_sentences_are_told_apart(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in segment(text, ABBREVIATIONS).sentences] == sentences


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        ".",
        "!",
        "…",
        '."',
        ". ",
        ".” ",
        "\n",
        "a. ",
        "A. ",
        ". -",
        " ",
        "U.S. ",
        "'",
        "¿",
        ".\u00a0",
        "-",
        "a.b",
    ],
)
def test_ten_megabytes_in_one_line_take_time_in_their_length(unit: str) -> None:
    text = "Start. " + unit * (
        10_000_000 // len(unit) // (5 if unit in {". ", "a. ", "\n", ".” ", "A. ", "U.S. "} else 1)
    )
    start = time.process_time()
    segment(text, ABBREVIATIONS)
    assert time.process_time() - start < 60
