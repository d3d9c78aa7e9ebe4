"""Every language whose words are known loads whole, and its data do what their examples say."""

from functools import cached_property

import pytest

from rostra.model import CLAIM_TYPES
from rostra.quotes.units import find_cues
from rostra.rules import known_languages, language_pack
from rostra.rules.cues import Cue
from rostra.rules.frames import Frame
from rostra.rules.pack import LanguagePack
from tests.claims.reading import claims_of
from tests.quotes.reading import quotes_of

PARTS = sorted(name for name, value in vars(LanguagePack).items() if isinstance(value, cached_property))
BY_DATA = ("pt", "ru")
CUES = [(lang, cue) for lang in BY_DATA for cue in language_pack(lang).cues.cues]
FRAMES = [(lang, frame) for lang in BY_DATA for frame in language_pack(lang).frames]


def _name(value: str | Frame | Cue) -> str:
    if isinstance(value, Frame):
        return f"{value.type}-{value.trigger}".replace(" ", "_")
    return value if isinstance(value, str) else f"{value.part}-{value.lemma}"


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("lang", known_languages())
def test_each_part_of_a_known_language_loads(lang: str, part: str) -> None:
    assert getattr(language_pack(lang), part) is not None


@pytest.mark.parametrize("lang", BY_DATA)
def test_there_are_a_hundred_reporting_verbs_and_phrases(lang: str) -> None:
    assert len(language_pack(lang).cues.cues) >= 100


@pytest.mark.parametrize(("lang", "cue"), CUES, ids=_name)
def test_a_cue_stands_in_its_example(lang: str, cue: Cue) -> None:
    found = {form.cue.lemma for _, _, form in find_cues(cue.example, language_pack(lang).cues)}
    nouns = {noun for noun in cue.nouns if noun in cue.example.casefold()}
    assert cue.lemma in found or nouns


@pytest.mark.parametrize(
    ("lang", "cue"),
    [(lang, cue) for lang, cue in CUES if cue.part == "verb" and cue.takes & {"that", "quote"}],
    ids=_name,
)
def test_the_example_of_a_verb_of_saying_is_a_quote(lang: str, cue: Cue) -> None:
    assert quotes_of(cue.example, lang)


@pytest.mark.parametrize(("lang", "frame"), FRAMES, ids=_name)
def test_the_example_of_a_frame_states_its_type(lang: str, frame: Frame) -> None:
    found = {claim.type for claim in claims_of(frame.example, lang)}
    assert frame.type in found, f"{frame.example!r} gives {sorted(found)}"


@pytest.mark.parametrize(("lang", "frame"), [f for f in FRAMES if f[1].counter_example], ids=_name)
def test_the_counter_example_of_a_frame_does_not(lang: str, frame: Frame) -> None:
    assert frame.counter_example is not None
    assert frame.type not in {claim.type for claim in claims_of(frame.counter_example, lang)}


@pytest.mark.parametrize("lang", BY_DATA)
def test_each_type_of_claim_has_frames(lang: str) -> None:
    assert {frame.type for frame in language_pack(lang).frames} == set(CLAIM_TYPES)


@pytest.mark.parametrize("lang", BY_DATA)
def test_each_cue_of_modality_has_an_example_that_holds_it(lang: str) -> None:
    for cue in language_pack(lang).claim_cues:
        assert any(phrase in cue.example.casefold() for phrase in cue.phrases), cue.example


@pytest.mark.parametrize("lang", BY_DATA)
def test_each_measure_has_an_example_that_holds_it(lang: str) -> None:
    figures = language_pack(lang).claim_figures
    entries = [(entry.words, entry.example) for entry in figures.measures]
    entries += [(entry.words, entry.example) for entry in figures.conditions]
    for words, example in entries:
        assert any(word in example.casefold() for word in words), example
