from hypothesis import given
from hypothesis import strategies as st

from rostra.ingest.layout import unwrapped, without_marks
from rostra.kernel import Span

WRAPPED = """The minister of defence of Valdoria said on Monday that forty tanks had
reached the port and that a further shipment was expected before the end
of the year, if the weather in the strait allowed it, and that the ships
would sail under the flag of Marenia until the treaty was signed by both
of the governments, which had been at odds over the strait for a decade.
Nobody at the ministry of Marenia was ready to confirm what he had said.

- the first item of a list that follows the paragraph stands alone here
- the second item too, although the line before it is as full as can be
"""


@given(st.text("ab \r\n\x00\ufeff\xad\u200b\u2060"))
def test_what_is_left_reads_the_same_in_the_raw_text(raw: str) -> None:
    text, offsets = without_marks(raw)
    for at, char in enumerate(text):
        back = offsets.to_raw(Span(at, at + 1))
        assert back is not None
        assert back.of(raw) in ({"\n", "\r"} if char == "\n" else {char})


@given(st.text("ab\r\n\x00\ufeff\xad"))
def test_only_line_feeds_end_lines(raw: str) -> None:
    text, _ = without_marks(raw)
    assert not set(text) & set("\r\x00\ufeff\xad")
    assert (
        text.count("\n") == raw.replace("\r\n", "\n").replace("\r", "\n").count("\n")
        or "\x00" in raw
        or "\ufeff" in raw
        or "\xad" in raw
    )


@given(st.text("ab .\n-", max_size=300))
def test_joining_lines_moves_no_character(text: str) -> None:
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert all(one == other or (one, other) == ("\n", " ") for one, other in zip(text, joined, strict=True))


def test_a_paragraph_in_lines_becomes_one_and_a_list_stays() -> None:
    lines = [line for line in unwrapped(WRAPPED).split("\n") if line]
    assert [line[:9] for line in lines] == ["The minis", "- the fir", "- the sec"]


def test_paragraphs_of_one_length_are_not_joined() -> None:
    text = "The brigade left the town of Ostra on Monday at dawn.\n" * 10
    assert unwrapped(text) == text
