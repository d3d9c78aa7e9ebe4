import gc

import pytest

from rostra.kernel.memory import uncollected


def test_the_collector_rests_inside_and_runs_after() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected():
        raise ValueError("broken")
    assert gc.isenabled()


def test_inside_another_it_leaves_the_collector_at_rest() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
