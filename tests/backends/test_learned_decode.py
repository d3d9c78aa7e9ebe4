"""From figures to contents: laws on figures of any kind, and links by hand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rostra.backends.learned_decode import Calibration, Output, Piece, Stretch, borders_of, decoded
from rostra.backends.learned_windows import tokenized, windows
from rostra.kernel import Span
from rostra.text import segment
from rostra.text.marks import outermost, pair_marks
from tests.backends.test_learned_windows import words

TEXTS = st.text(alphabet="ab .,\"“”«»'\n😀𐍈\u0301\u200f\x00", max_size=80)
SEEDS = st.integers(0, 2**32 - 1)


def stretch_of(text: str, held: tuple[Span, ...] = ()) -> Stretch:
    segments = segment(text, frozenset())
    pairs = outermost(pair_marks(text, segments.paragraphs))
    return Stretch(text, tokenized(text, segments.sentences, words), pairs, held)


def at_random(stretch: Stretch, seed: int, max_tokens: int = 24) -> list[Output]:
    dice = np.random.default_rng(seed)

    def figures(rows: int, width: int) -> np.ndarray:
        return dice.normal(0, 4, (rows, width)).astype(np.float32)

    found = windows(stretch.tokens.sentences, max_tokens)
    return [
        Output(window, *(figures(window.last - window.first + 2, width) for width in (9, 2, 2, 2, 2)))
        for window in found
    ]


@given(TEXTS, SEEDS)
def test_spans_lie_inside_the_text_and_contents_do_not_overlap(text: str, seed: int) -> None:
    stretch = stretch_of(text)
    at = 0
    for piece in decoded(stretch, at_random(stretch, seed), Calibration()):
        assert at <= piece.content.start < piece.content.end <= len(text)
        at = piece.content.end
        for linked in (piece.cue, piece.source):
            assert linked is None or linked.span.end <= len(text)


@given(TEXTS, SEEDS)
def test_figures_decide_alone(text: str, seed: int) -> None:
    stretch = stretch_of(text)
    outputs = at_random(stretch, seed)
    assert decoded(stretch, outputs, Calibration()) == decoded(stretch, outputs, Calibration())


@given(TEXTS, SEEDS)
def test_confidences_are_probabilities_of_two_digits(text: str, seed: int) -> None:
    stretch = stretch_of(text)
    for piece in decoded(stretch, at_random(stretch, seed), Calibration()):
        for value in (
            piece.confidence,
            piece.sourceless,
            *(x.confidence for x in (piece.cue, piece.source) if x),
        ):
            assert 0 <= value <= 1
            assert round(value, 2) == value


@given(TEXTS)
def test_figures_that_are_no_numbers_do_not_raise(text: str) -> None:
    stretch = stretch_of(text)
    broken = [
        Output(out.window, *(np.full_like(array, np.nan) for array in out[1:]))
        for out in at_random(stretch, 0)
    ]
    decoded(stretch, broken, Calibration())


@given(TEXTS)
def test_what_is_certain_is_content(text: str) -> None:
    stretch = stretch_of(text)
    for pair in stretch.pairs:
        held = Span(pair.inner_start, pair.inner_end) if pair.inner_end > pair.inner_start else None
        if held and held.of(text).strip():
            found = decoded(stretch._replace(held=[held]), at_random(stretch, 1), Calibration())
            covered = {at for piece in found for at in range(piece.content.start, piece.content.end)}
            assert {at for at in range(held.start, held.end) if not text[at].isspace()} <= covered


def test_a_stop_before_the_closing_mark_may_be_left_out() -> None:
    borders = borders_of(stretch_of('x "ab." y'))
    assert borders.may_end.tolist() == [True, False, False, True, True, True, True]
    assert borders.may_begin.tolist() == [True, True, True, False, False, False, True]


LINKED = "s said c d. t told e f."


def by_hand() -> list[Output]:
    """Two attributions in one window: the second content chooses by its vectors, not by what is near."""
    stretch = stretch_of(LINKED)
    tags = np.zeros((len(stretch.tokens) + 2, 9), np.float32)
    tags[:, [0, 3, 6]] = 5.0
    at = {int(start): row + 1 for row, start in enumerate(stretch.tokens.starts)}
    layers: dict[int, list[tuple[int, ...]]] = {
        0: [(7, 9), (19, 21)],
        3: [(0,), (12,)],
        6: [(2, 3, 4, 5), (14, 15, 16, 17)],
    }
    for layer, spans in layers.items():
        for span in spans:
            for index, start in enumerate(span):
                tags[at[start], layer : layer + 3] = (0, 0, 9) if index else (0, 9, 0)
    vectors = np.zeros((4, len(tags), 2), np.float32)
    vectors[1, at[14]] = vectors[3, at[12]] = (5, 0)
    vectors[1, at[2]] = vectors[3, at[0]] = (0, 5)
    vectors[0, at[7]] = vectors[2, at[7]] = (3, 0)
    vectors[3, 0] = (0, 9)
    vectors[2, at[19]] = (0, 3)
    (window,) = windows(stretch.tokens.sentences, 64)
    return [Output(window, tags, *vectors)]


def linked() -> list[Piece]:
    return decoded(stretch_of(LINKED), by_hand(), Calibration())


def test_a_content_chooses_its_cue_and_source_by_their_vectors() -> None:
    first = linked()[0]
    assert first.cue is not None
    assert first.source is not None
    assert (first.cue.span.start, first.source.span.start) == (14, 12)


def test_a_content_may_choose_none() -> None:
    second = linked()[1]
    assert (second.source, second.sourceless) == (None, 1.0)
