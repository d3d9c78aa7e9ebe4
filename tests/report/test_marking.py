from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import Span
from rostra.model import Claim, Document, Quote
from rostra.report.marking import INNERMOST, Paragraph, marked
from rostra.report.speakers import speakers_of
from tests.report.samples import document

TEXT = "Alpha beta gamma delta.\nEpsilon zeta eta theta.\n\n  Iota kappa.  "
spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, len(TEXT)), st.integers(1, len(TEXT))
)


def paragraphs(doc: Document, quotes: list[Span], claims: list[Span]) -> list[Paragraph]:
    said = tuple(Quote(doc.id, "direct", content, None, "A", None, "Q1", 1.0) for content in quotes)
    facts = tuple(Claim(doc.id, "possession", evidence, "C1", 1.0) for evidence in claims)
    return list(marked(doc, said, facts, speakers_of(doc, said)))


def text_of(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs)


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_marks_never_change_the_text(quotes: list[Span], claims: list[Span]) -> None:
    lines = [text_of(paragraph) for paragraph in paragraphs(document(TEXT), quotes, claims)]
    assert lines == [line.strip() for line in TEXT.splitlines() if line.strip()]


@given(st.lists(spans, max_size=6))
def test_a_claim_covers_its_words_and_no_others(claims: list[Span]) -> None:
    doc = document(TEXT)
    found = paragraphs(doc, [], claims)
    for number, span in enumerate(claims, 1):
        covered = "".join(r.text for p in found for r in p.runs if f"k{number}" in r.style.split())
        wanted = "".join(line.strip("\n ") for line in TEXT[span.start : span.end].splitlines())
        expected = wanted if span.end <= len(TEXT) else ""
        assert covered.replace(" ", "") == expected.replace(" ", "")


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_no_label_stands_twice(quotes: list[Span], claims: list[Span]) -> None:
    runs = [run for paragraph in paragraphs(document(TEXT), quotes, claims) for run in paragraph.runs]
    opened = [tag.index for run in runs for tag in run.opened]
    closed = [tag.index for run in runs for tag in run.closed]
    assert len(set(opened)) == len(opened)
    assert len(set(closed)) == len(closed)


def test_crossing_spans_share_the_middle() -> None:
    first, second = Span(0, 10), Span(6, 16)
    styles = [run.style for run in paragraphs(document(TEXT), [], [first, second])[0].runs]
    assert styles == ["claim k1", "claim k1 k2", "claim k2", ""]


def test_the_inner_quote_wins_over_the_outer() -> None:
    doc = document(TEXT)
    quotes = (
        Quote(doc.id, "turn", Span(0, 23), None, "Outer", None, "Q1", 1.0),
        Quote(doc.id, "direct", Span(6, 10), None, "Inner", None, "Q1", 1.0),
    )
    runs = next(iter(marked(doc, quotes, (), speakers_of(doc, quotes)))).runs
    assert [run.style for run in runs] == ["q turn s0 l0", "q direct s1 l1", "q turn s0 l0"]


def test_a_turn_gives_its_line_a_side() -> None:
    doc = document("SPEAKER: All of this line is one turn.\nNot this.")
    quotes = (Quote(doc.id, "turn", Span(9, 38), None, "Speaker", None, "Q1", 1.0),)
    assert [p.style for p in marked(doc, quotes, (), speakers_of(doc, quotes))] == ["turn s0 l0", ""]


def test_marks_on_one_run_are_bounded() -> None:
    doc = document("x" * 200)
    runs = paragraphs(doc, [], [Span(at, 200 - at) for at in range(60)])[0].runs
    assert max(len(run.style.split()) for run in runs) == INNERMOST + 1
