from rostra.report.speakers import COLOURS, LINES, UNNAMED, letter, speakers_of
from tests.report.samples import document, quote

TEXT = "Officials said that one. She said two. Somebody said three."


def test_speakers_stand_in_the_order_of_their_first_words() -> None:
    doc = document(TEXT)
    quotes = (
        quote(doc, "two", "Ada"),
        quote(doc, "one", None, speaker="Officials"),
        quote(doc, "three", None),
    )
    assert list(speakers_of(doc, quotes)) == ["Officials", "Ada", UNNAMED]


def test_colour_and_line_together_repeat_late() -> None:
    doc = document("x" * 100)
    quotes = tuple(quote(doc, "x" * n, f"S{n}") for n in range(1, COLOURS * LINES + 1))
    assert len({speaker.style for speaker in speakers_of(doc, quotes).values()}) == COLOURS * LINES


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]
