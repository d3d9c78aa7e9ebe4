import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.ingest.markdown import read_markdown
from rostra.kernel import PartialDate, Span

PIECES = ["**", "*", "_", "`", "[", "](", ")", "![", "# ", "> ", "- ", "1. ", "\n", "\n\n", "Kranz ", "word", " ", "---\n", "```\n",
          "<b>", "</b>", "<!-- x -->", "\\*", "|", "[^1]", "~~", "  \n", "#"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_character_left_stands_in_the_source(raw: str) -> None:
    draft = read_markdown(raw)
    for at, char in enumerate(draft.text):
        back = draft.offsets.to_raw(Span(at, at + 1))
        assert back is not None
        assert back.of(raw) == char or (char == " " and back.of(raw) == "\n")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_letter_of_a_word_is_lost(raw: str) -> None:
    assert (
        read_markdown(raw).text.count("Kranz") == raw.count("Kranz")
        or "](" in raw
        or "[" in raw
        or "---" in raw
    )


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("# Fleet sails", "Fleet sails"),
        ("## Fleet sails ##", "Fleet sails"),
        ("one\ntwo", "one two"),
        ("one  \ntwo", "one  \ntwo"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("a [link](https://x.example) b", "a link b"),
        ("a ![picture](x.png) b", "a  b"),
        ("> one\n> two", "one two"),
        ("- one\n- two", "one\ntwo"),
        ("2. one", "one"),
        ("**bold** and *soft* and __both__", "bold and soft and both"),
        ("5 * 3 and a_b_c", "5 * 3 and a_b_c"),
        (r"\*kept\*", "*kept*"),
        ("a <b>c</b> <!-- d -->", "a c "),
        ("```\ncode *x*\n```\n", "code *x*\n"),
        ("a[^1]\n\n[^1]: note", "a\n\n note"),
    ],
)
def test_markup_goes_and_words_stay(raw: str, text: str) -> None:
    assert read_markdown(raw).text == text


def test_front_matter_in_toml_is_read() -> None:
    draft = read_markdown('+++\ntitle = "Fleet"\ndate = 2025-10-25\nlanguage = "en"\n+++\nText')
    assert (draft.title, draft.lang, draft.text) == ("Fleet", "en", "Text")
    assert draft.date == PartialDate.day(dt.date(2025, 10, 25), "metadata")


@pytest.mark.parametrize(
    "raw", ["---\ntitle: [broken\n---\nText", "+++\nbroken =\n+++\nText", "---\n- a\n- b\n---\nText"]
)
def test_broken_front_matter_says_nothing(raw: str) -> None:
    assert read_markdown(raw).text == "Text"


def test_a_rule_is_no_front_matter() -> None:
    assert read_markdown("One\n\n---\n\nTwo").text.split() == ["One", "Two"]
