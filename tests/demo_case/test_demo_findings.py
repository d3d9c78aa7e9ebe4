"""What the shipped sample shows a person who tries rostra for the first time."""

from collections.abc import Iterator
from importlib.resources import as_file, files

import pytest

from rostra.check import CatalogueArsenal, CheckContext, check_claims
from rostra.data.packs import knowledge_with, read_pack
from rostra.ingest import document_from_bytes
from rostra.ingest.registers import KINDS, import_reference
from rostra.model import Annotation, Claim, Finding, Quote, ReferenceRow, Refusal
from rostra.pipeline.engine import StagedEngine
from rostra.pipeline.referencing import naming

DEMO = files("rostra") / "demo_case"
KNOWLEDGE = knowledge_with((read_pack(DEMO / "knowledge"),))


@pytest.fixture(scope="module")
def annotations() -> dict[str, Annotation]:
    engine, found = StagedEngine(knowledge=KNOWLEDGE), {}
    for file in (DEMO / "articles").iterdir():
        read = document_from_bytes(file.read_bytes(), name=file.name)
        assert not isinstance(read, Refusal)
        found[file.name.partition(".")[0]] = engine.annotate(read.document)
    return found


@pytest.fixture(scope="module")
def findings(annotations: dict[str, Annotation]) -> dict[str, list[Finding]]:
    claims = [claim for annotation in annotations.values() for claim in annotation.claims]
    context = CheckContext(arsenal=CatalogueArsenal(KNOWLEDGE.equipment))
    found: dict[str, list[Finding]] = {}
    for finding in check_claims(claims, list(rows()), context=context):
        found.setdefault(finding.claim, []).append(finding)
    return found


def rows() -> Iterator[ReferenceRow]:
    for kind in KINDS:
        with as_file(DEMO / f"{kind}.csv") as path:
            if path.exists():
                yield from (
                    row
                    for row in import_reference(path, kind, naming(KNOWLEDGE))
                    if isinstance(row, ReferenceRow)
                )


def boast(annotation: Annotation) -> Claim:
    return next(
        claim
        for claim in annotation.claims
        if claim.type == "possession" and claim.quantity and claim.quantity.low == 6000
    )


def words(annotation: Annotation, quote: Quote) -> str:
    return quote.content.of(annotation.document.text)


def test_nothing_is_refused(annotations: dict[str, Annotation]) -> None:
    assert [refusal for annotation in annotations.values() for refusal in annotation.refusals] == []


def test_the_boast_is_the_presidents_and_about_his_state(annotations: dict[str, Annotation]) -> None:
    claim = boast(annotations["almerra-parade"])
    assert (claim.holder, claim.attributed_to) == ("Valdoria", "Ilario Venstrom")
    assert claim.equipment
    assert claim.equipment.id == "9k338-igla-s"


def test_the_boast_exceeds_the_deliveries_on_record(
    annotations: dict[str, Annotation], findings: dict[str, list[Finding]]
) -> None:
    finding = findings[boast(annotations["almerra-parade"]).id][0]
    assert finding.verdict == "not_enough_info"
    assert finding.ratio == pytest.approx(6000 / 3600)
    assert len(finding.rows) == 4


def test_number_words_of_both_languages_are_one_value(annotations: dict[str, Annotation]) -> None:
    english, spanish = boast(annotations["almerra-parade"]), boast(annotations["escudo-de-bruma"])
    assert english.quantity
    assert spanish.quantity
    assert english.quantity.name == spanish.quantity.name == "6000"


def test_the_exercise_is_held_in_four_provinces(annotations: dict[str, Annotation]) -> None:
    exercises = [claim for claim in annotations["escudo-de-bruma"].claims if claim.type == "exercise"]
    assert "Tarvela; Ossoria; Quillara; Velmonte" in {exercise.place for exercise in exercises}


def test_a_scare_quote_is_no_quote(annotations: dict[str, Annotation]) -> None:
    annotation = annotations["kestrel-analysis"]
    assert not [quote for quote in annotation.quotes if "Kestrel threat" in words(annotation, quote)]


def test_every_turn_has_the_speaker_of_its_heading(annotations: dict[str, Annotation]) -> None:
    turns = [quote for quote in annotations["keldt-briefing"].quotes if quote.kind == "turn"]
    assert [turn.speaker_name for turn in turns].count("Oriana Keldt") == 5


def test_a_planned_delivery_is_not_refuted_by_todays_stock(
    annotations: dict[str, Annotation], findings: dict[str, list[Finding]]
) -> None:
    planned = [claim for claim in annotations["almerra-parade"].claims if claim.modality == "planned"]
    assert planned
    assert not [
        finding for claim in planned for finding in findings.get(claim.id, ()) if finding.verdict == "refuted"
    ]


def test_a_denied_delivery_is_kept_as_one(annotations: dict[str, Annotation]) -> None:
    claims = [
        claim for claim in annotations["escudo-de-bruma"].claims if claim.type == "delivery" and claim.negated
    ]
    assert [(claim.modality, claim.attributed_to) for claim in claims] == [("denied", "Pavel Dorsany")]


def test_a_range_beyond_the_catalogue_is_refuted(
    annotations: dict[str, Annotation], findings: dict[str, list[Finding]]
) -> None:
    claims = [
        claim
        for claim in annotations["keldt-briefing"].claims
        if claim.type == "capability" and claim.quantity and claim.quantity.unit == "km"
    ]
    assert [finding.verdict for claim in claims for finding in findings[claim.id]] == ["refuted"]


def test_furniture_of_the_page_is_no_text(annotations: dict[str, Annotation]) -> None:
    texts = [annotation.document.text for annotation in annotations.values()]
    assert not [text for text in texts if "Skip to content" in text or "lighthouse keeper" in text]
