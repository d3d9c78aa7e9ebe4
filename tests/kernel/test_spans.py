import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import InvalidRecord, Span, trimmed


@st.composite
def spans(draw: st.DrawFn, length: int = 40) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@given(st.integers(-5, 10), st.integers(-5, 10))
def test_a_span_is_never_empty_or_negative(start: int, end: int) -> None:
    if 0 <= start < end:
        assert len(Span(start, end)) == end - start
    else:
        with pytest.raises(InvalidRecord):
            Span(start, end)


@given(st.text(min_size=1), st.data())
def test_a_span_of_a_text_is_its_slice(text: str, data: st.DataObject) -> None:
    span = data.draw(spans(len(text)))
    assert span.of(text) == text[span.start : span.end]


@given(st.text(max_size=5))
def test_a_span_past_the_text_is_refused(text: str) -> None:
    with pytest.raises(InvalidRecord, match="runs past"):
        Span(0, len(text) + 1).of(text)


@given(spans(), spans())
def test_overlap_is_a_shared_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(spans(), spans())
def test_containing_is_holding_every_code_point(one: Span, other: Span) -> None:
    inside = set(range(other.start, other.end)) <= set(range(one.start, one.end))
    assert one.contains(other) == inside


@given(spans(), spans())
def test_the_hull_contains_both(one: Span, other: Span) -> None:
    hull = one.hull(other)
    assert hull == other.hull(one)
    assert hull.contains(one)
    assert hull.contains(other)


@given(spans(), st.integers(0, 100))
def test_a_shift_keeps_the_length_and_can_be_undone(span: Span, by: int) -> None:
    assert span.shift(by).shift(-by) == span


@given(st.text(" \t\na"), st.data())
def test_trimming_leaves_no_blank_at_either_end(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = trimmed(text, start, end)
    assert (span.of(text) if span else "") == text[start:end].strip(" \t\n")
