import pytest

WHY = "torch is not installed (pip install 'rostra[train]'); continuous integration does without it"
torch = pytest.importorskip("torch", reason=WHY)

from rostra.backends.learned_trust import Evidence, Trust  # noqa: E402 - behind the gate
from rostra.training.trust import fitted  # noqa: E402

TESTS = 40


def test_confidence_is_the_share_that_is_right() -> None:
    cases = [(Evidence(0.95, 0.9, 0.1), index % 10 < 7) for index in range(TESTS)]
    assert fitted(cases).confidence(cases[0][0]) == pytest.approx(0.7, abs=0.02)


def test_what_goes_on_behind_its_end_is_less_sure() -> None:
    cases = [
        (Evidence(0.9, 0.9, beyond), beyond < index / TESTS)
        for index in range(TESTS)
        for beyond in (0.1, 0.6)
    ]
    trust = fitted(cases)
    assert trust.confidence(cases[0][0]) > trust.confidence(cases[1][0])


def test_where_all_are_right_nothing_is_fitted() -> None:
    assert fitted([(Evidence(0.9, 0.9, 0.1), True)] * 5) == Trust()
