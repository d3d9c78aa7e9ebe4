"""The weights that ship: whole, small enough, and the same records in any company."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from rostra.ingest import ReadSettings, document_from_text
from rostra.kernel import EngineError
from rostra.model import Quote
from rostra.plugins import Engine, EngineOptions, engine

LARGEST = 60_000_000
"""Bytes of the weights, by the issue that asked for them."""
ENGLISH = (
    "Defence Minister Ada Corvin visited Port Selm on Monday. She let it be known that the corvette would stay.\n"
    "The strait belongs to nobody, in the view of Admiral Tomas Reyle. “We will not leave,” he told reporters."
)
SPANISH = (
    "La ministra Ada Corvin aseguró que la corbeta seguirá en el puerto. “No nos iremos”, dijo el almirante Reyle.\n"
    "A juicio del gobierno de Valdoria, el estrecho no es de nadie."
)
HOSTILE = ("😀𐍈" * 400, "“" * 500 + "said", "\x00\u202e\u0301" * 300, "1 " * 2000, "word " * 1500)


@pytest.fixture(scope="module")
def learned() -> Engine:
    if find_spec("rostra_learned") is None:
        pytest.skip("rostra-learned is not installed")
    try:
        return engine("learned")
    except EngineError as error:
        pytest.skip(f"no weights to test: {error.message}")


def quotes(made: Engine, text: str, lang: str = "en") -> tuple[Quote, ...]:
    return made.annotate(document_from_text(text, ReadSettings(lang=lang))).quotes


def weights(made: Engine) -> Iterator[Path]:
    import rostra_learned

    assert made.name == "learned"
    return Path(str(rostra_learned.weights())).iterdir()


def test_the_weights_are_small(learned: Engine) -> None:
    assert sum(path.stat().st_size for path in weights(learned)) <= LARGEST


def test_no_neighbour_changes_a_document(learned: Engine) -> None:
    """Activations are scaled over all that is read at once: so a document is read by itself, window by window."""
    alone = quotes(learned, ENGLISH), quotes(learned, SPANISH, "es")
    for text in HOSTILE:
        quotes(learned, text)
    again = quotes(learned, SPANISH, "es"), quotes(learned, ENGLISH)
    assert again == alone[::-1]


def test_the_number_of_threads_changes_nothing(learned: Engine) -> None:
    two = engine("learned", EngineOptions(threads=2))
    assert quotes(two, ENGLISH) == quotes(learned, ENGLISH)


@pytest.mark.parametrize("text", HOSTILE, ids=["emoji", "marks", "control characters", "digits", "one word"])
def test_nonsense_is_read_without_a_defect(learned: Engine, text: str) -> None:
    found = learned.annotate(document_from_text(text, ReadSettings(lang="en")))
    assert found.refusals == ()


def test_speech_that_no_rule_sees_is_found(learned: Engine) -> None:
    found = [quote.content.of(ENGLISH) for quote in quotes(learned, ENGLISH)]
    assert any("corvette would stay" in content for content in found)


def test_its_confidences_have_two_digits(learned: Engine) -> None:
    assert all(round(quote.confidence, 2) == quote.confidence for quote in quotes(learned, ENGLISH))


def test_sub_words_lie_where_they_stand_beyond_the_first_plane(learned: Engine) -> None:
    """The tokenizer counts code points, and its own changes of the text (a wide letter, a ligature) keep places."""
    tagger = learned.finder.tagger  # type: ignore[attr-defined]  # the engine that rostra makes itself
    text = "𐍈 ﬁne 😀 Ｖａｌｄｏｒｉａ said so."
    _, offsets = tagger.encode(text)
    assert [
        text[start:end].strip() for start, end in offsets if text[start:end].strip() in {"said", "so"}
    ] == [
        "said",
        "so",
    ]
