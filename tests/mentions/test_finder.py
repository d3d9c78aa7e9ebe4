from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.data import shipped_knowledge
from rostra.kernel import Span
from rostra.mentions.overlaps import without_overlap
from rostra.model import Mention, Quantity
from tests.mentions.reading import read

PIECES = st.sampled_from(
    ["Norway", "U.S.", "the", "Ministry of", "Defence", "“", "”", "(", "VCG)", "President", "Ruy", "de la", "3rd", "Division",
     "exercise", "ejercicio", "200", "\n", ". ", ", ", "ÁÉ", "😀", "\u202e", "al-", "'s", "’", "mar", "y", "and", "Miranda", "\x00", "N°"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map(" ".join), st.sampled_from(["en", "es"]))
def test_mentions_are_in_order_and_never_overlap(text: str, lang: str) -> None:
    mentions = read(text, lang)
    assert all(one.span.end <= two.span.start for one, two in pairwise(mentions))
    assert all(mention.span.of(text).strip() for mention in mentions)


@given(st.text(max_size=200), st.sampled_from(["en", "es"]))
def test_no_text_makes_the_finder_raise(text: str, lang: str) -> None:
    read(text, lang)


def test_a_long_line_of_capitals_is_read_in_linear_time() -> None:
    assert read("Valdor Ostra " * 20_000) is not None


def test_the_longest_reading_wins() -> None:
    short = Mention(Span(0, 5), "country", "a", "M100")
    long = Mention(Span(0, 9), "organisation", "b", "M300")
    assert without_overlap([short, long]) == (long,)


def test_a_capital_leads_to_its_state() -> None:
    places = shipped_knowledge().places
    assert places.country_of("capital:VE/caracas") == "Venezuela"


def test_an_ambiguous_place_keeps_its_candidates() -> None:
    mention = next(one for one in read("They drove in Bolívar.") if one.kind == "place")
    assert mention.id is None
    assert len(mention.candidates) > 1


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Marenia ordered 24 Rafale fighters.", "items"),
        ("Marenia ordered 24 stealth F-35 fighters.", "items"),
        ("Marenia sent 300 fighters of the militia.", "people"),
        ("Marenia trained 24 Rafale pilots.", "people"),
    ],
)
def test_fighters_of_a_type_are_aircraft(text: str, unit: str) -> None:
    (count,) = [mention.value for mention in read(text) if isinstance(mention.value, Quantity)]
    assert count.unit == unit
