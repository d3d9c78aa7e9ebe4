"""What a record refuses to be."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import InvalidRecord, OffsetMap, PartialDate, Span
from rostra.model import (
    CLAIM_TYPES,
    MENTION_KINDS,
    Claim,
    Document,
    Grade,
    Mention,
    Observation,
    Quantity,
    Quote,
    plain,
)

HERE = Span(0, 4)
NUMBERS = st.one_of(st.none(), st.integers(-1000, 10**9), st.floats(-1e6, 1e9, allow_nan=False))
MODIFIERS = st.sampled_from(["exact", "about", "at_least", "at_most", "between"])


def quantity_is_lawful(low: float | None, high: float | None, modifier: str) -> bool:
    return {
        "exact": low is not None and low == high,
        "about": low is not None and low == high,
        "at_least": low is not None and high is None,
        "at_most": low is None and high is not None,
        "between": low is not None and high is not None and low <= high,
    }[modifier]


@given(NUMBERS, NUMBERS, MODIFIERS)
def test_a_quantity_has_the_interval_of_its_modifier(
    low: float | None, high: float | None, modifier: str
) -> None:
    if quantity_is_lawful(low, high, modifier):
        assert Quantity(low, high, "items", modifier, HERE).name  # type: ignore[arg-type]  # drawn from the literals
    else:
        with pytest.raises(InvalidRecord, match="does not fit"):
            Quantity(low, high, "items", modifier, HERE)  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize(
    ("quantity", "name"),
    [
        (Quantity(5000, 5000, "items", "exact", HERE), "5000"),
        (Quantity(2000, 2000, "m", "about", HERE), "2000 m"),
        (Quantity(20, 30, "aircraft", "between", HERE), "20..30 aircraft"),
        (Quantity(5000, None, "items", "at_least", HERE), ">=5000"),
        (Quantity(None, 30, "items", "at_most", HERE), "<=30"),
        (Quantity(4.5e6, 4.5e6, "USD", "exact", HERE), "4500000 USD"),
    ],
)
def test_a_quantity_is_named_by_number_and_unit(quantity: Quantity, name: str) -> None:
    assert quantity.name == name


@given(st.floats(-1e9, 1e9, allow_nan=False))
def test_a_plain_number_has_no_exponent(number: float) -> None:
    assert "e" not in plain(number)
    assert float(plain(number)) == pytest.approx(number, abs=1e-6)


@given(st.floats(allow_nan=False))
def test_confidence_lies_between_nought_and_one(confidence: float) -> None:
    lawful = 0 <= confidence <= 1
    for make in (
        lambda: Quote("d", "direct", HERE, None, None, None, "Q110", confidence),
        lambda: Claim("d", "possession", HERE, "C110", confidence),
    ):
        if lawful:
            make()
        else:
            with pytest.raises(InvalidRecord, match="confidence"):
                make()


def test_a_denied_claim_is_negated() -> None:
    with pytest.raises(InvalidRecord, match="denied"):
        Claim("d", "possession", HERE, "C110", 1.0, modality="denied")
    assert Claim("d", "possession", HERE, "C110", 1.0, modality="denied", negated=True).negated


def test_an_entity_is_certain_or_has_candidates() -> None:
    with pytest.raises(InvalidRecord, match="one or the other"):
        Mention(HERE, "person", "Ivo Kranz", "M110", id="p1", candidates=("p1", "p2"))


@pytest.mark.parametrize("kind", MENTION_KINDS)
def test_equipment_and_nothing_else_has_a_class(kind: str) -> None:
    wrong = None if kind == "equipment" else "weapon"
    with pytest.raises(InvalidRecord, match="equipment class"):
        Mention(HERE, kind, "x", "M110", equipment_class=wrong)  # type: ignore[arg-type]  # drawn from the literals


@given(st.integers(-3, 5), st.integers(-3, 5))
def test_an_observation_counts_a_part_of_its_total(count: int, total: int) -> None:
    if 0 <= count <= total:
        Observation(dt.date(2025, 10, 25), "s", count, total)
    else:
        with pytest.raises(InvalidRecord):
            Observation(dt.date(2025, 10, 25), "s", count, total)


def document(text: str, length: int) -> Document:
    made = Document.make_id("00", text)
    return Document(made, text, "en", None, None, None, None, "00", "utf-8", OffsetMap.identity(length))


def test_an_offset_map_stays_within_its_text() -> None:
    assert document("abc", 3).text == "abc"
    with pytest.raises(InvalidRecord, match="runs past"):
        document("abc", 4)


@given(st.text(), st.text())
def test_documents_with_another_text_have_another_id(one: str, other: str) -> None:
    assert (Document.make_id("00", one) == Document.make_id("00", other)) == (one == other)


@given(st.sampled_from(CLAIM_TYPES), st.integers(0, 50))
def test_one_fact_in_two_sentences_is_two_claims_with_one_identity(kind: str, at: int) -> None:
    one = Claim("d", kind, Span(at, at + 5), "C110", 0.5, holder="Valdoria")  # type: ignore[arg-type]  # as above
    other = dataclasses.replace(
        one, evidence=Span(at + 60, at + 65), rule="C120", confidence=0.9, document="e"
    )
    assert one.id != other.id
    assert one.identity == other.identity


def test_the_opposite_is_another_fact() -> None:
    claim = Claim("d", "possession", HERE, "C110", 0.5, holder="Valdoria")
    assert dataclasses.replace(claim, negated=True).identity != claim.identity


def test_the_words_of_a_time_are_no_part_of_a_fact() -> None:
    claim = Claim("d", "possession", HERE, "C110", 0.5, holder="Valdoria")
    dated = dataclasses.replace(claim, time="on Monday", when=PartialDate.day(dt.date(2025, 10, 27)))
    assert dated.identity == claim.identity


def test_another_speaker_makes_another_quote() -> None:
    quote = Quote("d", "direct", HERE, None, None, None, "Q110", 1.0)
    assert dataclasses.replace(quote, speaker_name="Ivo Kranz").id != quote.id
    assert dataclasses.replace(quote, rule="Q120", confidence=0.3).id == quote.id


def test_a_grade_says_that_nothing_is_known_until_something_is() -> None:
    assert str(Grade()) == "F6"
