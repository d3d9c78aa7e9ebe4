"""The laws of the best path: what a content may cross and where it may begin and end."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.backends.learned_viterbi import Borders, best_labels, runs

SEEDS = st.integers(0, 2**32 - 1)


def scene(seed: int, length: int = 40) -> tuple[np.ndarray, Borders]:
    """Random logits, and pairs of marks, edges and glued tokens at random."""
    dice = np.random.default_rng(seed)
    pair = np.full(length, -1)
    at = 0
    for number in range(5):
        at += int(dice.integers(1, 6))
        end = at + int(dice.integers(1, 8))
        pair[at:end] = number
        at = end
    may_begin, may_end = pair < 0, pair < 0
    for number in range(5):
        inside = np.flatnonzero(pair == number)
        may_begin[inside[:2]] = may_end[inside[-2:]] = True
    glued = dice.random(length) < 0.2
    glued[0] = False
    glued[1:] &= pair[1:] == pair[:-1]
    return dice.normal(0, 3, (length, 3, 3)), Borders(pair, may_begin, may_end, glued)


def first_layer(seed: int) -> tuple[list[tuple[int, int]], Borders]:
    logits, borders = scene(seed)
    return runs(best_labels(logits, borders, np.zeros(len(logits), dtype=bool))[0]), borders


@given(SEEDS)
def test_a_content_that_begins_strictly_inside_a_pair_ends_in_it(seed: int) -> None:
    found, borders = first_layer(seed)
    for first, last in found:
        if not borders.may_begin[first]:
            assert borders.pair[last - 1] == borders.pair[first]


@given(SEEDS)
def test_a_content_that_ends_strictly_inside_a_pair_begins_in_it(seed: int) -> None:
    found, borders = first_layer(seed)
    for first, last in found:
        if not borders.may_end[last - 1]:
            assert borders.pair[first] == borders.pair[last - 1]


@given(SEEDS)
def test_no_label_begins_or_ends_within_a_word(seed: int) -> None:
    logits, borders = scene(seed)
    for labels in best_labels(logits, borders, np.zeros(len(logits), dtype=bool)):
        for first, last in runs(labels):
            assert not borders.glued[first]
            assert last == len(logits) or not borders.glued[last]


@given(SEEDS)
def test_nothing_goes_on_that_did_not_begin(seed: int) -> None:
    logits, borders = scene(seed)
    for labels in best_labels(logits, borders, np.zeros(len(logits), dtype=bool)):
        assert not ((labels[1:] == 2) & (labels[:-1] == 0)).any()
        assert labels[0] != 2


@given(SEEDS)
def test_held_tokens_are_content(seed: int) -> None:
    logits, borders = scene(seed)
    held = borders.pair == 2
    assert (best_labels(logits, borders, held)[0][held] > 0).all()


@given(SEEDS)
def test_without_marks_the_path_is_the_best_of_all(seed: int) -> None:
    """Against a plain search over all labellings of five tokens."""
    logits = np.random.default_rng(seed).normal(0, 2, (5, 1, 3))
    paths = np.stack(np.meshgrid(*[range(3)] * 5, indexing="ij"), axis=-1).reshape(-1, 5)
    lawful = (paths[:, 0] != 2) & ~((paths[:, 1:] == 2) & (paths[:, :-1] == 0)).any(axis=1)
    totals = logits[np.arange(5), 0][np.arange(5)[None], paths].sum(axis=1)
    best = totals[lawful].max()
    labels = best_labels(logits, Borders.none(5), np.zeros(5, dtype=bool))[0]
    assert logits[np.arange(5), 0, labels].sum() == pytest.approx(best)


def test_logits_that_are_no_numbers_are_read_as_nothing() -> None:
    logits = np.full((4, 3, 3), np.nan)
    assert best_labels(logits, Borders.none(4), np.zeros(4, dtype=bool)).shape == (3, 4)


def test_an_empty_stretch_has_no_labels() -> None:
    assert best_labels(np.zeros((0, 3, 3)), Borders.none(0), np.zeros(0, dtype=bool)).shape == (3, 0)


def test_runs_are_parted_where_one_begins_anew() -> None:
    assert runs(np.array([1, 2, 1, 0, 1])) == [(0, 2), (2, 3), (4, 5)]
