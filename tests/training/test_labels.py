from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import Span
from rostra.training.example import Attribution, Example, outermost, shorn
from rostra.training.labels import TAGS, TokenLabels, token_labels

TEXT = "Breen said “ships sail”, he said, “north”."
SPANS = [
    (0, 5),
    (6, 10),
    (11, 12),
    (12, 17),
    (18, 22),
    (22, 23),
    (23, 24),
    (25, 27),
    (28, 32),
    (32, 33),
    (34, 35),
    (35, 40),
    (40, 41),
    (41, 42),
]


def labelled(*attributions: Attribution, unsure: tuple[Span, ...] = ()) -> TokenLabels:
    return token_labels(Example("a", TEXT, "en", attributions, unsure=unsure), SPANS)


def test_there_are_three_layers_of_three_labels() -> None:
    assert (len(TAGS), TAGS[0], TAGS[-1]) == (9, "content O", "cue I")


def test_a_content_sheds_its_marks() -> None:
    found = labelled(Attribution((Span(11, 23),), (Span(6, 10),), (Span(0, 5),)))
    assert found.tags[0][:6] == [0, 0, 0, 1, 2, 0]


def test_each_piece_is_linked_with_its_cue_and_source() -> None:
    found = labelled(Attribution((Span(11, 23), Span(34, 41)), (Span(28, 32),), (Span(25, 27),)))
    assert (found.cue_of, found.source_of) == ({3: 8, 11: 8}, {3: 7, 11: 7})


def test_a_content_without_source_is_linked_with_none() -> None:
    assert labelled(Attribution((Span(11, 23),), (Span(6, 10),))).source_of == {3: None}


def test_an_inner_attribution_gives_way() -> None:
    inner = Attribution((Span(18, 22),), (Span(6, 10),))
    outer = Attribution((Span(11, 23),), (Span(28, 32),))
    assert outermost((inner, outer)) == (outer,)


def test_what_is_unsure_is_given_as_tokens() -> None:
    assert labelled(unsure=(Span(0, 10),)).unsure == [(0, 2)]


def test_a_content_of_marks_alone_is_none() -> None:
    assert shorn(TEXT, Span(22, 24)) == Span(23, 24)
    assert shorn("“ ”", Span(0, 3)) is None


@given(st.lists(st.tuples(st.integers(0, 41), st.integers(1, 12)), max_size=6))
def test_an_inside_label_never_follows_an_outside_one(parts: list[tuple[int, int]]) -> None:
    spans = [Span(start, min(start + length, 42)) for start, length in parts]
    found = labelled(*(Attribution((span,), (span,), (span,)) for span in spans))
    for layer in found.tags:
        assert all(layer[at - 1] for at, label in enumerate(layer) if label == 2)
