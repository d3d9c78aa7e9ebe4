"""Laws of quotation on odd input: nothing raises, spans lie in the text, the same text gives the same quotes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quotes.reading import named_quotes, quotes_of

ARTICLE = (
    "“The strait,” Admiral Tarn said, “is closed.” He added that 'nobody' leaves.\n"
    'According to the ministry, "two drones" were lost, «según» Vela. It\'s 6\'2".\n'
    "—No —dijo Vela—. Seguimos. ``Old marks,'' she said: “And an open one\n"
    "“goes on here,” the minister told Reuters.\n"
)
MARKS = "“”\"«»‹›‘’'`„—–:.,!?\n\u202e😀\x00"


def mutated(text: str, edits: list[tuple[int, str]]) -> str:
    for place, new in edits:
        at = place % (len(text) + 1)
        text = text[:at] + new + text[at + (1 if place % 2 else 0) :]
    return text


EDITS = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from([*MARKS, "", "“”", "\u0627\u0644"])), max_size=12
)


def assert_lawful(text: str, lang: str) -> None:
    for quote in quotes_of(text, lang):
        for span in (quote.content, quote.speaker, quote.cue):
            if span is not None:
                assert 0 <= span.start < span.end <= len(text)
        assert quote.content.of(text).strip()


@given(EDITS, st.sampled_from(["en", "es"]))
@settings(max_examples=150)
def test_mutated_marks_keep_spans_in_the_text(edits: list[tuple[int, str]], lang: str) -> None:
    assert_lawful(mutated(ARTICLE, edits), lang)


@given(st.text(max_size=300), st.sampled_from(["en", "es"]))
def test_any_text_is_read(text: str, lang: str) -> None:
    assert_lawful(text, lang)


@given(EDITS)
@settings(max_examples=25)
def test_naming_leaves_spans_as_they_are(edits: list[tuple[int, str]]) -> None:
    text = mutated(ARTICLE, edits)
    named = named_quotes(text)
    assert [q.content for q in named] == sorted([q.content for q in named], key=lambda s: (s.start, -s.end))


@given(EDITS)
@settings(max_examples=25)
def test_the_same_text_gives_the_same_quotes(edits: list[tuple[int, str]]) -> None:
    text = mutated(ARTICLE, edits)
    assert quotes_of(text) == quotes_of(text)


@pytest.mark.parametrize(
    "line",
    [
        "“a” said " * 4_000,
        '"' * 50_000,
        "‘x " * 50_000,
        "he said that " * 4_000,
        ", " * 100_000 + "he said",
        "and the " * 40_000 + "said",
        "X said “" * 10_000,
        "according to the " * 5_000,
        "A: b\n" * 5_000,
    ],
    ids=["quotes", "marks", "openers", "cues", "commas", "phrases", "unclosed", "sources", "headings"],
)
def test_a_monstrous_line_takes_seconds_not_minutes(line: str) -> None:
    started = time.process_time()
    quotes_of(line)
    assert time.process_time() - started < 20
