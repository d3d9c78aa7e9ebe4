"""The learned engine as a whole, with a tagger of a few words."""

import importlib
import logging
import random
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.ingest import ReadSettings, document_from_text
from rostra.kernel import EngineError, EngineMissing
from rostra.model import Annotation, Quote
from rostra.plugins import Engine, EngineOptions, engine
from tests.backends.tiny_tagger import CONTENT, CUE, SOURCE, write_tagger

WORDS: dict[str, dict[str, Any]] = {
    "Corvin": {"labels": {SOURCE: "B"}, "key_source": (4, 0)},
    "murmured": {"labels": {CUE: "B"}, "key_cue": (4, 0)},
    "tugs": {"labels": {CONTENT: "B"}, "query_cue": (4, 0), "query_source": (4, 0)},
    "were": {"labels": {CONTENT: "I"}},
    "late": {"labels": {CONTENT: "I"}},
}
TEXT = "Minister Ada Corvin left. Corvin murmured tugs were late at “Selm”."


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = write_tagger(tmp_path_factory.mktemp("weights"), WORDS)
    return engine("learned", EngineOptions(str(folder)))


def annotated(engine_: Engine, text: str, lang: str = "en") -> Annotation:
    return engine_.annotate(document_from_text(text, ReadSettings(lang=lang)))


def its_own(found: Annotation) -> list[Quote]:
    return [quote for quote in found.quotes if quote.rule.startswith("Q91")]


def test_a_content_comes_with_its_speaker_and_cue(learned: Engine) -> None:
    (quote,) = its_own(annotated(learned, TEXT))
    assert quote.speaker is not None
    assert quote.cue is not None
    assert (quote.content.of(TEXT), quote.cue.of(TEXT)) == ("tugs were late", "murmured")


def test_its_speakers_are_named_as_those_of_the_rules(learned: Engine) -> None:
    (quote,) = its_own(annotated(learned, TEXT))
    assert quote.speaker_name == "Ada Corvin"


def test_each_record_names_its_engine(learned: Engine) -> None:
    assert {quote.engine for quote in annotated(learned, TEXT).quotes} <= {"rules", "learned"}
    assert {quote.engine for quote in its_own(annotated(learned, TEXT))} == {"learned"}


def test_offsets_are_code_points_beyond_the_first_plane(learned: Engine) -> None:
    text = f"😀𐍈 {TEXT}"
    (quote,) = its_own(annotated(learned, text))
    assert quote.content.of(text) == "tugs were late"


def test_a_document_of_a_language_without_weights_is_left_to_the_rules(learned: Engine) -> None:
    text = "La ministra Ada Corvin aseguró que los tugs were late."
    assert annotated(learned, text, "es").quotes == annotated(engine("rules"), text, "es").quotes


def test_records_do_not_depend_on_what_is_read_before(learned: Engine) -> None:
    texts = [TEXT, f"“{TEXT}” " * 3, "Nothing was said.", TEXT * 40]
    alone = {text: annotated(learned, text).quotes for text in texts}
    random.Random(3).shuffle(texts)  # noqa: S311 - an order, no secret
    assert {text: annotated(learned, text).quotes for text in texts} == alone


def test_its_weights_are_among_the_files_that_its_records_rest_on(learned: Engine) -> None:
    assert [file.name for file in learned.files] == ["learned/encoder.onnx", "learned/tokenizer.json"]


def test_the_version_names_the_weights(learned: Engine) -> None:
    assert f"+tiny-1-{learned.files[0].sha256[:8]}" in learned.version


@given(st.text(alphabet='tugs were late Corvin murmured “”"«»\n\x00\u202e\u0301😀.,', max_size=300))
def test_no_text_makes_it_raise(learned: Engine, text: str) -> None:
    if text.strip():
        found = annotated(learned, text)
        assert found.refusals == ()
        for quote in found.quotes:
            assert quote.content.end <= len(found.document.text)


@pytest.mark.parametrize(
    "text",
    [
        "tugs" * 20_000,
        "tugs were late " * 5_000,
        "“" * 20_000,
        "said " * 2_000,
        "\x00" * 50_000,
        "😀 said. " * 1_000,
    ],
    ids=["one word", "no stop", "marks", "cues", "control characters", "emoji"],
)
def test_a_text_of_nonsense_takes_bounded_time(learned: Engine, text: str) -> None:
    rules = engine("rules")
    document = document_from_text(text, ReadSettings(lang="en"))
    start = time.process_time()
    rules.annotate(document)
    between = time.process_time()
    learned.annotate(document)
    assert time.process_time() - between < 3 * (between - start) + 10


def test_without_its_libraries_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        monkeypatch.setitem(__import__("sys").modules, name, None)

    missing("onnxruntime")
    for module in ("learned_model", "learned_reading", "learned_quotes"):
        monkeypatch.delitem(__import__("sys").modules, f"rostra.backends.{module}", raising=False)
    made = importlib.import_module("rostra.pipeline.engine").learned_engine
    with pytest.raises(EngineMissing, match="not installed") as caught:
        made(EngineOptions())
    assert "rostra[learned]" in str(caught.value)


def test_auto_goes_on_with_the_rules_and_one_line_where_weights_are_broken(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    monkeypatch.setattr("rostra.backends.learned_quotes._shipped", lambda: tmp_path)
    with caplog.at_level(logging.WARNING, "rostra"):
        assert engine.__wrapped__("auto", EngineOptions(threads=7)).name == "rules"
    assert [record.message for record in caplog.records if "rules alone" in record.message]


def test_auto_does_not_pass_over_weights_that_the_user_names(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be used"):
        engine("auto", EngineOptions(str(tmp_path)))
