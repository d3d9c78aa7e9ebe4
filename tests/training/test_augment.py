import random

from hypothesis import given
from hypothesis import strategies as st

from rostra.training.augment import recased, restyled, varied, with_lost_marks

TEXT = '“We sail,” said Breen. "They don\'t," said Ruiz (“no”).'


@given(st.text(), st.integers(0, 1000))
def test_a_variant_is_as_long_as_the_text(text: str, seed: int) -> None:
    assert len(varied(text, random.Random(seed), share=1.0)) == len(text)


def test_marks_take_another_style() -> None:
    assert restyled(TEXT, "«", "»") == "«We sail,» said Breen. «They don't,» said Ruiz («no»)."


def test_lost_marks_leave_blanks() -> None:
    assert with_lost_marks(TEXT, random.Random(1), share=1.0).count("“") == 0


def test_a_letter_that_would_become_two_stays() -> None:
    assert recased("Straße", str.upper) == "STRAßE"


def test_the_same_seed_gives_the_same_variant() -> None:
    assert varied(TEXT, random.Random(5), 1.0) == varied(TEXT, random.Random(5), 1.0)
