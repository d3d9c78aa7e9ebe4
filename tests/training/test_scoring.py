from rostra.kernel import Span
from rostra.training.example import Attribution
from rostra.training.scoring import Found, Tally, tally

TEXT = "Breen said “the ships of the fleet sail north”."
WANTED = Attribution((Span(11, 46),), (Span(6, 10),), (Span(0, 5),))


def test_marks_at_the_ends_cost_nothing() -> None:
    assert tally(TEXT, [WANTED], [Found(Span(12, 45), Span(0, 5))]) == Tally(1, 1, 1, 1)


def test_less_than_half_in_common_is_no_match() -> None:
    assert tally(TEXT, [WANTED], [Found(Span(12, 24), None)]) == Tally(1, 1, 0, 0)


def test_a_wanted_content_is_found_once() -> None:
    twice = [Found(Span(12, 45), Span(0, 5)), Found(Span(12, 44), None)]
    assert tally(TEXT, [WANTED], twice) == Tally(1, 2, 1, 1)


def test_no_source_is_right_where_none_is_wanted() -> None:
    assert tally(TEXT, [Attribution((Span(12, 45),))], [Found(Span(12, 45), None)]).with_source == 1


def test_f1_of_a_sum() -> None:
    both = Tally(2, 2, 1, 1) + Tally(2, 2, 2, 1)
    assert (both.f1, both.f1_with_source, both.precision, both.recall) == (0.75, 0.5, 0.75, 0.75)
