"""Laws of the claim stage: spans inside one sentence, the same twice, nothing raised on odd input."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.claims import find_claims
from rostra.model import Claim
from rostra.text import Segments
from tests.claims.reading import claims_of, parts_of

TEXT = (
    "MARDEN (Ostravia News) - Ostravian troops fired 30 rockets at the port of Odesa on Monday, killing 12 people, "
    "General Ivo Marek said. “We have 5,000 Igla-S missiles and will destroy any ship,” he added.\n"
    "The army moved two brigades to the border and denied that it had received howitzers. "
    "The Mistral is a portable missile. Its maximum altitude is 3,000 m; its range reaches 6 km against drones."
)
ODD = "“”\"'«»—–-.,;:()\n\t\u202e\u00ad🚀💥0123456789%$€"


def lawful(claims: tuple[Claim, ...], text: str, segments: Segments) -> bool:
    for claim in claims:
        at = segments.sentence_at(claim.evidence.start)
        if at is None or not at.contains(claim.evidence) or not claim.evidence.of(text).strip():
            return False
        if claim.equipment and claim.equipment.span and claim.equipment.span.end > len(text):
            return False
    return True


@pytest.mark.parametrize("lang", ["en", "es"])
@given(data=st.data())
def test_mutated_text_keeps_the_laws(lang: str, data: st.DataObject) -> None:
    letters = list(TEXT)
    for _ in range(data.draw(st.integers(0, 12))):
        at = data.draw(st.integers(0, len(letters) - 1))
        letters[at] = data.draw(st.sampled_from(ODD))
    text = "".join(letters)
    article, mentions, quotes = parts_of(text, lang)
    claims = find_claims(article, mentions, quotes)
    assert lawful(claims, text, article.segments)


@given(st.randoms(use_true_random=False))
def test_any_subset_of_mentions_and_quotes_keeps_the_laws(chance: random.Random) -> None:
    article, mentions, quotes = parts_of(TEXT, "en")
    some = tuple(mention for mention in mentions if chance.random() < 0.6)
    few = tuple(quote for quote in quotes if chance.random() < 0.6)
    claims = find_claims(article, some, few)
    assert lawful(claims, TEXT, article.segments)


@given(st.text(max_size=300))
def test_random_text_raises_nothing(text: str) -> None:
    claims_of(text)


def test_the_same_text_gives_the_same_claims() -> None:
    assert claims_of(TEXT) == claims_of(TEXT)


def test_a_giant_line_is_read_in_linear_time() -> None:
    claims = claims_of("The army fired rockets at the port and " * 3000)
    assert len(claims) < 3000


def test_a_text_without_arms_has_no_claims() -> None:
    assert claims_of("The choir sang. The conductor bowed and the audience left.") == ()


def test_claims_stand_in_the_order_of_the_text() -> None:
    spans = [claim.evidence for claim in claims_of(TEXT)]
    assert spans == sorted(spans)


def test_headline_and_body_state_one_fact_in_two_claims() -> None:
    first, second = claims_of(
        "Russia has 5,000 Igla-S missiles\nRussia has 5,000 Igla-S missiles, a paper said."
    )
    assert first.id != second.id
    assert first.identity == second.identity
