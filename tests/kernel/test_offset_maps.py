from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import OffsetMap, Run, Span


@st.composite
def maps(draw: st.DrawFn, raw_length: int = 60) -> tuple[OffsetMap, int]:
    """A lawful map over a raw text of `raw_length`, and the length of its cleaned text."""
    runs, at = [], 0
    for _ in range(draw(st.integers(0, 6))):
        at += draw(st.integers(0, 2))
        raw_start = draw(st.integers(0, raw_length - 1))
        raw_end = draw(st.integers(raw_start, min(raw_length, raw_start + 8)))
        length = draw(st.integers(1, 8))
        runs.append(Run(at, at + length, raw_start, raw_end))
        at += length
    return OffsetMap(tuple(runs)), at + 2


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


def points(a_map: OffsetMap, span: Span) -> set[int]:
    """Raw code points of a span, one cleaned code point at a time."""
    found: set[int] = set()
    for at in range(span.start, span.end):
        raw = a_map.to_raw(Span(at, at + 1))
        found |= set(range(raw.start, raw.end)) if raw else set()
    return found


@given(st.data())
def test_a_span_leads_to_the_hull_of_its_code_points(data: st.DataObject) -> None:
    a_map, length = data.draw(maps())
    span = data.draw(spans(length))
    raw, expected = a_map.to_raw(span), points(a_map, span)
    assert (raw is None and not expected) or (
        raw is not None and (raw.start, raw.end) == (min(expected), max(expected) + 1)
    )


@given(st.data())
def test_two_cleanings_in_a_row_lead_where_one_after_the_other_leads(data: st.DataObject) -> None:
    outer, middle_length = data.draw(maps())
    inner, length = data.draw(maps(middle_length))
    both = inner.then(outer)
    for at in range(length):
        middle = inner.to_raw(Span(at, at + 1))
        assert both.to_raw(Span(at, at + 1)) == (outer.to_raw(middle) if middle else None)


@given(st.integers(1, 50), st.data())
def test_the_identity_leads_a_span_to_itself(length: int, data: st.DataObject) -> None:
    span = data.draw(spans(length))
    assert OffsetMap.identity(length).to_raw(span) == span


@given(st.data())
def test_an_identity_before_or_after_changes_nothing(data: st.DataObject) -> None:
    a_map, length = data.draw(maps())
    span = data.draw(spans(length))
    assert OffsetMap.identity(length).then(a_map).to_raw(span) == a_map.to_raw(span)
    assert a_map.then(OffsetMap.identity(60)).to_raw(span) == a_map.to_raw(span)


@given(st.text(max_size=60), st.data())
def test_kept_stretches_read_the_same_in_both_texts(raw: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(raw)), max_size=8)))
    kept = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    cleaned = "".join(span.of(raw) for span in kept)
    a_map = OffsetMap.from_kept(kept)
    for at, char in enumerate(cleaned):
        back = a_map.to_raw(Span(at, at + 1))
        assert back is not None
        assert back.of(raw) == char


def test_text_put_in_by_the_cleaning_has_no_counterpart() -> None:
    assert OffsetMap((Run(0, 2, 0, 2), Run(3, 5, 4, 6))).to_raw(Span(2, 3)) is None


def test_a_run_of_another_length_leads_back_as_a_block() -> None:
    assert OffsetMap((Run(0, 1, 0, 5),)).to_raw(Span(0, 1)) == Span(0, 5)


def test_looking_up_late_spans_does_not_walk_the_early_runs() -> None:
    many = OffsetMap(tuple(Run(i * 2, i * 2 + 1, i * 3, i * 3 + 1) for i in range(200_000)))
    for i in range(190_000, 200_000):
        assert many.to_raw(Span(i * 2, i * 2 + 1)) == Span(i * 3, i * 3 + 1)
