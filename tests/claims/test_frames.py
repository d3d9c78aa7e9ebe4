"""Every frame states its type in its own example, and nothing of that type in its counter-example."""

import pytest

from rostra.model import CLAIM_TYPES
from rostra.rules import language_pack
from rostra.rules.frames import Frame
from rostra.rules.registry import rule_register
from tests.claims.reading import claims_of

LANGUAGES = ("en", "es")
FRAMES = [(lang, frame) for lang in LANGUAGES for frame in language_pack(lang).frames]


def _name(value: str | Frame) -> str:
    return value if isinstance(value, str) else f"{value.type}-{value.trigger}".replace(" ", "_")


@pytest.mark.parametrize(("lang", "frame"), FRAMES, ids=_name)
def test_the_example_states_the_type(lang: str, frame: Frame) -> None:
    found = {claim.type for claim in claims_of(frame.example, lang)}
    assert frame.type in found, f"{frame.example!r} gives {sorted(found)}"


@pytest.mark.parametrize(("lang", "frame"), [f for f in FRAMES if f[1].counter_example], ids=_name)
def test_the_counter_example_does_not(lang: str, frame: Frame) -> None:
    assert frame.counter_example is not None
    assert frame.type not in {claim.type for claim in claims_of(frame.counter_example, lang)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_type_has_frames(lang: str) -> None:
    assert {frame.type for frame in language_pack(lang).frames} == set(CLAIM_TYPES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_sixty_triggers(lang: str) -> None:
    assert len(language_pack(lang).frames) >= 60


def test_each_rule_of_a_claim_is_registered() -> None:
    known = rule_register()
    texts = [frame.example for lang, frame in FRAMES if lang == "en"]
    assert {claim.rule for text in texts for claim in claims_of(text)} <= set(known)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_cue_of_modality_has_an_example_that_holds_it(lang: str) -> None:
    for cue in language_pack(lang).claim_cues:
        assert any(phrase in cue.example.casefold() for phrase in cue.phrases), cue.example


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_measure_has_an_example_that_holds_it(lang: str) -> None:
    for entry in language_pack(lang).claim_figures.measures:
        assert any(word in entry.example.casefold() for word in entry.words), entry.example


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_condition_has_an_example_that_holds_it(lang: str) -> None:
    for entry in language_pack(lang).claim_figures.conditions:
        assert any(word in entry.example.casefold() for word in entry.words), entry.example
