"""Whose quoted words: where the parse's speaker replaces that of the rules."""

import importlib.util
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rostra.ingest import ReadSettings, document_from_text
from rostra.kernel import Span
from rostra.model import Document, Quote

if importlib.util.find_spec("spacy") is None:
    pytest.skip("spaCy is not installed", allow_module_level=True)

from rostra.backends.spacy_parse import Attribution
from rostra.backends.spacy_speakers import corrected, knows_better

if TYPE_CHECKING:
    from rostra.model.quote import QuoteKind

TEXT = "Orlo explained how the crew, which Tarn told “not to sail at all”, would leave."


def document(text: str = TEXT) -> Document:
    return document_from_text(text, ReadSettings(lang="en"))


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def guessed(kind: "QuoteKind" = "direct", rule: str = "Q140", speaker: str = "the crew") -> Quote:
    return Quote(document().id, kind, span("not to sail at all"), span(speaker), None, None, rule, 0.6)


def parsed(speaker: str = "Orlo", *, own: bool = True) -> Attribution:
    content = span("how the crew, which Tarn told “not to sail at all”, would leave")
    return Attribution(content, span(speaker), span("explained"), "Q901", own)


def test_a_quotation_without_a_cue_goes_to_the_subject_of_the_verb_that_governs_it() -> None:
    assert knows_better(parsed(), guessed(), document())


def test_a_shared_subject_replaces_nothing() -> None:
    assert not knows_better(parsed(own=False), guessed(), document())


def test_indirect_speech_keeps_the_speaker_of_the_rules() -> None:
    assert not knows_better(parsed(), guessed("indirect"), document())


def test_a_speaker_inside_the_quotation_is_no_speaker() -> None:
    assert not knows_better(parsed("sail"), guessed(), document())


def test_the_same_speaker_replaces_nothing() -> None:
    assert not knows_better(parsed("crew"), guessed(), document())


def test_a_name_in_capitals_may_be_a_dateline() -> None:
    text = TEXT.replace("Orlo", "ORLO")
    assert not knows_better(parsed(), guessed(), document(text))


def test_a_cue_of_its_own_keeps_its_speaker_unless_the_parse_reads_the_same_cue() -> None:
    cued = replace(guessed(rule="Q120"), cue=span("told"))
    assert not knows_better(parsed(), cued, document())


def test_the_same_cue_takes_the_speaker_of_the_parse() -> None:
    cued = replace(guessed(rule="Q120"), cue=span("explained"))
    assert knows_better(parsed(), cued, document())


def test_a_correction_names_speaker_cue_and_engine() -> None:
    quote = corrected(guessed(), parsed())
    assert (quote.speaker, quote.cue, quote.engine) == (span("Orlo"), span("explained"), "spacy")
