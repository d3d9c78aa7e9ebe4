"""The article that the program must read first. Its text stays outside: names and figures alone are asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rostra.ingest import document_from_bytes
from rostra.ingest.settings import ReadSettings
from rostra.model import Annotation, Claim, Refusal
from rostra.plugins import engine

STATES = {
    "Zulia",
    "Falcón",
    "Carabobo",
    "Aragua",
    "Miranda",
    "La Guaira",
    "Anzoátegui",
    "Nueva Esparta",
    "Sucre",
}

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def seed(shared: Path) -> Annotation:
    source = next((shared / "seed").glob("*.txt"))
    read = document_from_bytes(source.read_bytes(), name=source.name, settings=ReadSettings())
    assert not isinstance(read, Refusal)
    return engine("rules").annotate(read.document)


def words(annotation: Annotation, claim: Claim) -> str:
    return claim.evidence.of(annotation.document.text)


def claims_of(annotation: Annotation, *types: str) -> Iterator[Claim]:
    return (claim for claim in annotation.claims if claim.type in types)


def holds_five_thousand(claim: Claim) -> bool:
    return claim.quantity is not None and (claim.quantity.low, claim.quantity.high) == (5000, 5000)


def test_the_furniture_of_the_page_is_gone(seed: Annotation) -> None:
    assert not seed.document.text.startswith("Skip")
    assert seed.document.title is not None
    assert seed.document.text.count(seed.document.title) == 1


def test_the_five_thousand_are_claimed_in_headline_body_and_last_section(seed: Annotation) -> None:
    found = [
        c.evidence.start / len(seed.document.text)
        for c in claims_of(seed, "deployment", "possession")
        if holds_five_thousand(c)
    ]
    assert min(found) < 0.05
    assert max(found) > 0.85
    assert len(found) >= 3


def test_the_five_thousand_are_igla_s_of_venezuela_by_maduro(seed: Annotation) -> None:
    claims = [c for c in claims_of(seed, "deployment", "possession") if holds_five_thousand(c) and c.quote]
    assert len(claims) >= 2
    assert {c.equipment.id for c in claims if c.equipment} == {"9k338-igla-s"}
    assert {c.attributed_to for c in claims} == {"Nicolás Maduro"}
    assert {c.holder for c in claims} == {"Venezuela"}


def test_five_figures_are_capabilities_with_what_they_hold_for(seed: Annotation) -> None:
    figures = {
        (c.quantity.low, c.quantity.unit, c.condition) for c in claims_of(seed, "capability") if c.quantity
    }
    assert {(low, unit) for low, unit, _ in figures} >= {(n, "m") for n in (2000, 3000, 2500, 3500, 10)}
    conditions = {low: condition or "" for low, _, condition in figures}
    assert [("plane" in conditions[n], "helicopter" in conditions[n]) for n in (2000, 3000, 2500, 3500)] == [
        (True, False), (False, True), (True, False), (False, True),
    ]  # fmt: skip


def test_the_figures_are_of_the_igla_s_in_the_outlets_voice(seed: Annotation) -> None:
    figures = [c for c in claims_of(seed, "capability") if c.quantity and c.quantity.unit == "m"]
    assert {c.equipment.id for c in figures if c.equipment} == {"9k338-igla-s"}
    assert {c.attributed_to for c in figures} == {None}


def test_the_exercise_has_its_name_and_all_nine_states(seed: Annotation) -> None:
    assert [m.name for m in seed.mentions if m.kind == "exercise_name" and "200" in m.name]
    places = {place.strip() for c in claims_of(seed, "exercise") for place in (c.place or "").split(";")}
    assert {place.removesuffix(" State") for place in places} >= STATES


def test_the_minister_speaks_directly_and_in_part(seed: Annotation) -> None:
    kinds = [quote.kind for quote in seed.quotes if quote.speaker_name == "Vladimir Padrino López"]
    assert {"direct", "mixed"} <= set(kinds)


def test_training_is_attributed_to_the_documents(seed: Annotation) -> None:
    speakers = [q.speaker.of(seed.document.text).casefold() for q in seed.quotes if q.speaker]
    assert any("documents" in speaker for speaker in speakers)


def test_a_scare_quote_is_no_quote(seed: Annotation) -> None:
    invasion = [
        q for q in seed.quotes if 5 < len(q.content) < 30 and "invasion" in q.content.of(seed.document.text)
    ]
    assert invasion == []


def test_media_attention_is_no_claim(seed: Annotation) -> None:
    assert [words(seed, c) for c in seed.claims if "media focus" in words(seed, c)] == []
