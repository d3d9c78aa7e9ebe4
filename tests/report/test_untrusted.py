import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.report.untrusted import clipped, isolated, language_tag, plainly, safe_link, shortened, shown


@pytest.mark.parametrize(
    "char", ["\x00", "\x1b", "\x85", "\u200b", "\u202e", "\u2066", "\ufeff", "\ud800", "\u2028"]
)
def test_an_unseen_character_is_spelt_out(char: str) -> None:
    assert f"U+{ord(char):04X}" in shown(f"a{char}b")


def test_a_run_of_one_character_is_one_label() -> None:
    assert plainly("a" + "\u202e" * 1000) == "a<U+202E×1000>"


def test_labels_never_make_a_page_outgrow_its_source() -> None:
    assert len(shown("a\u202e" * 500_000)) < 2_000_000


@pytest.mark.parametrize("text", ["naïve", "نمی‌خواهم", "👩‍✈️", "tab\there", "a\nb", "«Igla-S»"])
def test_what_a_language_needs_is_left_alone(text: str) -> None:
    assert plainly(text) == text


def test_markup_is_escaped() -> None:
    assert shown("<b>\x00</b>").startswith("&lt;b&gt;<span")


def test_a_name_is_isolated() -> None:
    assert isolated("سعيد") == "<bdi>سعيد</bdi>"


def test_a_long_name_is_cut() -> None:
    assert len(clipped("W" * 5000, 240)) == 240


@given(st.text(max_size=300), st.integers(2, 80))
def test_a_shortened_text_is_one_short_line(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit
    assert "\n" not in short


@given(st.text())
def test_shown_text_holds_no_angle_bracket_of_its_own(text: str) -> None:
    markup = shown(text)
    assert markup.count("<") == 2 * markup.count('<span class="ctl"')


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        " https://x.example",
        "https://",
        "//x",
        "data:,",
        "ftp://x",
        "https://[",
        "http://x y",
        None,
    ],
)
def test_an_address_that_is_not_of_the_web_is_no_link(url: str | None) -> None:
    assert safe_link(url) is None


def test_an_address_of_the_web_is_a_link() -> None:
    assert safe_link("HTTPS://news.example/a?b=c#d") == "HTTPS://news.example/a?b=c#d"


@pytest.mark.parametrize(
    ("lang", "tag"), [("es", "es"), ("pt-BR", "pt-BR"), ("und", ""), ('en" x', ""), ("", "")]
)
def test_a_language_is_a_tag_or_nothing(lang: str, tag: str) -> None:
    assert language_tag(lang) == tag
