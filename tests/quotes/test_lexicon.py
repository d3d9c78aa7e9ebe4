"""The cue lexicons: enough of them, each seen at work in its example."""

import pytest

from rostra.quotes.units import find_cues
from rostra.rules import language_pack
from rostra.rules.cues import Cue, inflected
from rostra.rules.registry import rule_register
from tests.quotes.reading import quotes_of

CUES = [(lang, cue) for lang in ("en", "es") for cue in language_pack(lang).cues.cues]


@pytest.mark.parametrize(("lang", "least"), [("en", 150), ("es", 120)])
def test_there_are_enough_reporting_verbs_and_phrases(lang: str, least: int) -> None:
    assert sum(cue.part == "verb" for cue in language_pack(lang).cues.cues) >= least


@pytest.mark.parametrize(("lang", "cue"), CUES, ids=[f"{lang}-{cue.part}-{cue.lemma}" for lang, cue in CUES])
def test_a_cue_stands_in_its_example(lang: str, cue: Cue) -> None:
    found = {form.cue.lemma for _, _, form in find_cues(cue.example, language_pack(lang).cues)}
    nouns = {noun for noun in cue.nouns if noun in cue.example.casefold()}
    assert cue.lemma in found or nouns


@pytest.mark.parametrize(
    ("lemma", "pattern", "form"),
    [
        ("admit", "=ed", "admitted"),
        ("deny", "-1+ies", "denies"),
        ("asegurar", "-2+ó", "aseguró"),
        ("call for", "+ed", "called for"),
    ],
)
def test_inflection(lemma: str, pattern: str, form: str) -> None:
    assert inflected(lemma, pattern) == form


def test_every_rule_of_a_quote_is_registered() -> None:
    text = "“Yes,” Tarn said. “No.” He says it rains, according to Vela. It rains hard there, Breen said."
    assert {quote.rule for quote in quotes_of(text)} <= set(rule_register())
