import random

from hypothesis import given
from hypothesis import strategies as st

from rostra.training.batches import IGNORED, Window, cuts, shuffled_batches
from rostra.training.labels import TokenLabels


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30), st.integers(5, 30), st.integers(0, 30))
def test_cuts_cover_a_text_once_in_order(lengths: list[int], size: int, shift: int) -> None:
    sentences, at = [], 0
    for length in lengths:
        sentences.append((at, at + length))
        at += length
    found = cuts(sentences, size, min(shift, size))
    assert [first for first, _ in found] == [0, *(last for _, last in found[:-1])]
    assert found[-1][1] == at
    assert all(last - first <= size for first, last in found)


def test_cuts_keep_sentences_whole_where_they_fit() -> None:
    assert cuts([(0, 4), (4, 9), (9, 12)], 8) == [(0, 4), (4, 12)]


def test_a_batch_keeps_within_its_budget() -> None:
    rng = random.Random(1)
    windows = [Window([0] * rng.randint(3, 60), [], ([], [], []), []) for _ in range(200)]
    found = list(shuffled_batches(windows, 300, rng))
    assert sum(map(len, found)) == 200
    assert all(len(batch) * max(len(w.ids) for w in batch) <= 300 for batch in found)


def test_nothing_is_learned_of_an_attribution_that_a_window_cuts() -> None:
    from types import SimpleNamespace
    from typing import Any, cast

    from rostra.training.batches import window

    tokens = cast("Any", SimpleNamespace(ids=list(range(10, 20)), marks=[0] * 10))
    labels = TokenLabels(
        ([0, 0, 0, 1, 2, 2, 0, 0, 0, 0], [0] * 10, [0, 0, 1] + [0] * 7), {3: 2}, {3: None}, [(2, 5)], []
    )
    found = window(tokens, labels, 0, 5)
    assert found.tags[0] == [IGNORED, 0, 0, IGNORED, IGNORED, IGNORED, IGNORED]
    assert found.links == []


def test_links_count_from_the_window_s_own_start() -> None:
    from types import SimpleNamespace
    from typing import Any, cast

    from rostra.training.batches import window

    tokens = cast("Any", SimpleNamespace(ids=list(range(10, 20)), marks=[0] * 10))
    labels = TokenLabels(
        ([0, 0, 0, 1, 2, 2, 0, 0, 0, 0], [0] * 10, [0, 0, 1] + [0] * 7), {3: 2}, {3: None}, [(2, 5)], []
    )
    assert window(tokens, labels, 2, 8).links == [(2, 1, 0)]
