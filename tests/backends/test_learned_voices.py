import pytest

from rostra.backends.learned_decode import Linked, Piece
from rostra.backends.learned_voices import is_another_voice, is_heard_there
from rostra.kernel import Span
from tests.mentions.reading import article_of


def piece(text: str, content: str, cue: str, source: str) -> Piece:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Piece(at(content), 0.9, Linked(at(cue), 0.9), Linked(at(source), 0.9), 0.0)


@pytest.mark.parametrize(
    ("text", "cue", "source", "heard"),
    [
        ("A warning that echoed in Marenia: the strait is shut.", "warning that echoed", "Marenia", True),
        ("The strait is shut, said the harbour master.", "said", "the harbour master", False),
    ],
)
def test_who_stands_behind_a_preposition_of_place_is_no_speaker(
    text: str, cue: str, source: str, heard: bool
) -> None:
    assert is_heard_there(piece(text, "strait is shut", cue, source), article_of(text, "en")) is heard


@pytest.mark.parametrize(
    ("source", "other"), [("the harbour master", True), ("I", False), ("something", False)]
)
def test_who_is_speaking_and_nobody_are_no_other_voice(source: str, other: bool) -> None:
    text = f"The strait is shut, said {source} again."
    assert is_another_voice(piece(text, "strait is shut", "said", source), article_of(text, "en")) is other
