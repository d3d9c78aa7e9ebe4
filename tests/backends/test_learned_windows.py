"""Packing of sentences into windows."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rostra.backends.learned_windows import EDGES, Tokens, covered, marked, tokenized, windows
from rostra.kernel import Span
from rostra.text import Pair

LENGTHS = st.lists(st.integers(1, 90), max_size=40)


def ranges(lengths: list[int]) -> list[tuple[int, int]]:
    ends = np.cumsum([0, *lengths]).tolist()
    return list(pairwise(ends))


def words(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """One token for each code point that is no blank."""
    return [ord(c) for c in text if c != " "], [(i, i + 1) for i, c in enumerate(text) if c != " "]


@given(LENGTHS, st.integers(0, 3))
def test_every_token_has_one_home(lengths: list[int], overlap: int) -> None:
    found = windows(ranges(lengths), 64, overlap)
    homes = [token for window in found for token in range(window.home_first, window.home_last)]
    assert homes == list(range(sum(lengths)))


@given(LENGTHS, st.integers(0, 3))
def test_a_window_holds_its_home_and_no_more_than_the_model_reads(lengths: list[int], overlap: int) -> None:
    for window in windows(ranges(lengths), 64, overlap):
        assert window.first <= window.home_first < window.home_last <= window.last
        assert window.last - window.first + EDGES <= 64


def test_a_long_text_is_read_with_a_sentence_of_context_on_each_side() -> None:
    first, second, _ = windows(ranges([10] * 12), 62)
    assert (second.first, first.home_last, second.home_first, first.last) == (40, 50, 50, 60)


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    assert [window.last - window.first for window in windows([(0, 100)], 42)] == [40, 40, 20]


def test_offsets_are_those_of_the_text() -> None:
    tokens = tokenized("Ab c. De.", [Span(0, 5), Span(6, 9)], words)
    assert tokens.starts.tolist() == [0, 1, 3, 4, 6, 7, 8]
    assert tokens.sentences == ((0, 4), (4, 7))


def test_a_sentence_without_a_blank_is_encoded_in_pieces() -> None:
    given_lengths = []

    def encode(text: str) -> tuple[list[int], list[tuple[int, int]]]:
        given_lengths.append(len(text))
        return words(text)

    tokens = tokenized("x" * 5000, [Span(0, 5000)], encode)
    assert (given_lengths, tokens.sentences) == ([2000, 2000, 1000], ((0, 5000),))


def test_tokens_inside_quotation_marks_are_marked_with_their_marks() -> None:
    tokens = tokenized('a "b c" d', [Span(0, 9)], words)
    assert marked(tokens, [Pair(2, 3, 6, 7, 0, closed=True)]).tolist() == [0, 1, 1, 1, 1, 0]


def test_the_first_token_of_a_paragraph_is_marked() -> None:
    tokens = tokenized('a b\n"c"', [Span(0, 3), Span(4, 7)], words)
    pairs = [Pair(4, 5, 6, 7, 0, closed=True)]
    assert marked(tokens, pairs, [Span(0, 3), Span(4, 7)]).tolist() == [2, 0, 3, 1, 1]


def test_a_stretch_between_tokens_covers_none() -> None:
    tokens = Tokens(np.array([1, 2]), np.array([0, 8]), np.array([3, 9]), ((0, 2),))
    assert covered(tokens, 4, 7) == (1, 1)
