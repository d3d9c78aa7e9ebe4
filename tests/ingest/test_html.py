import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.ingest import Reading, document_from_bytes
from rostra.ingest.visible import visible_words
from tests.ingest.tracing import assert_traced

SENTENCES = [
    "Six ships of the Kestrel Republic left the harbour of Ostra on Monday, the navy announced.",
    "They were watched by patrol boats of Marenia, which stayed outside the twelve mile limit.",
    "“We sail,” said Admiral Ivo Kranz, “and we return before the winter storms begin.”",
    "El ministro añadió que la brigada recibirá cuarenta carros de combate antes de fin de año.",
    "Pressed for a figure, he spoke of 5 < 6 batteries & more than 4,000 missiles.",
]


def escaped(draw: st.DrawFn, char: str) -> str:
    """A character as a page may write it."""
    plain = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(char, char)
    forms = [plain, f"&#{ord(char)};", f"&#x{ord(char):x};"] if not char.isspace() else [plain]
    return draw(st.sampled_from(forms)) if draw(st.integers(0, 9)) == 0 or plain != char else plain


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of a few paragraphs with markup, comments, scripts and entities strewn over them."""
    noise = [
        "",
        "",
        "",
        "<b>",
        "</b>",
        "<!-- a note -->",
        "<script>leak()</script>",
        "\n",
        "<a href='x>y'>",
        "</a>",
    ]
    noise += ["<i>", "</i>", "&shy;", '<span class="q">', "</span>", "&nbsp;", "<wbr>", "\u00ad"]
    paragraphs = []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5, unique=True)):
        words = ["".join(escaped(draw, char) for char in word) for word in sentence.split()]
        paragraphs.append(" ".join(word + draw(st.sampled_from(noise)) for word in words))
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return f"<html><head><title>Fleet sails</title></head><body><article><h1>Fleet sails</h1>{body}</article></body></html>"


@given(pages())
@settings(max_examples=60)
def test_every_word_of_a_page_leads_back_to_its_source(page: str) -> None:
    reading = document_from_bytes(page.encode(), name="page.html")
    assert isinstance(reading, Reading)
    assert_traced(reading)
    assert "leak" not in reading.document.text
    assert "a note" not in reading.document.text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>one two</p>", ["one", "two"]),
        ("a&nbsp;b&amp;c", ["a", "b&c"]),
        ("<!-- x --> y <!-- > --> z", ["y", "z"]),
        ("<!--> y", ["y"]),
        ("<script>if (a < b) x('</p>')</script>y", ["y"]),
        ("<SCRIPT>x</Script >y", ["y"]),
        ("x<script>never closed", ["x"]),
        ("<style>p{}</style>x", ["x"]),
        ('<a title="a > b">x</a>', ["x"]),
        ("<p title=it's>x</p> y", ["x", "y"]),
        ("5 < 6", ["5", "<", "6"]),
        ("x <", ["x", "<"]),
        ("soft&shy;ware", ["software"]),
        ("&unknown; &#0; &#xFFFFFFFF;", ["&unknown;", "\ufffd", "\ufffd"]),
        ("<title>t</title>x", ["x"]),
    ],
)
def test_the_words_that_a_reader_sees(source: str, words: list[str]) -> None:
    assert [word.text for word in visible_words(source).words] == words


def test_words_know_whether_a_blank_or_a_block_precedes_them() -> None:
    words = visible_words("a<b>b</b> c<br>d<p>e").words
    assert [(word.text, word.spaced) for word in words] == [
        ("a", True),
        ("b", False),
        ("c", True),
        ("d", True),
        ("e", True),
    ]


@pytest.mark.parametrize(
    "unit",
    ["<", "<a '>' ", '<a "', "<!--", "<p>", "&amp;", "<script>", "<svg>", "</", "<b", "&#", "a<b>", "\u00ad"],
)
def test_scanning_a_hostile_source_takes_time_in_its_length(unit: str) -> None:
    start = time.process_time()
    visible_words(unit * (1_000_000 // len(unit)))
    assert time.process_time() - start < 30


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 5_000 + " ".join(SENTENCES) + "</div>" * 5_000,
        "<html><body><p>" + "<p>".join(SENTENCES),
        "<html><body><p>" + " ".join(SENTENCES) * 50 + "</body>",
        "<html><body><table><tr><td>" + "</td><td>".join(SENTENCES) + "</td></tr></table>",
        "<html><body><ul><li>" + "</li><li>".join(SENTENCES) + "</li></ul>",
        "<!doctype html>" + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES),
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>'
        + "</p><p>".join(SENTENCES)
        + "</p></body></html>",
    ],
    ids=["deep", "unclosed", "one paragraph", "table", "list", "no body", "xhtml"],
)
def test_odd_pages_are_read_and_traced(page: str) -> None:
    reading = document_from_bytes(page.encode(), name="page.html")
    assert isinstance(reading, Reading)
    assert SENTENCES[0] in reading.document.text
    assert_traced(reading, step=7)


def test_a_page_of_many_paragraphs_is_read_in_seconds() -> None:
    body = "".join(f"<p>{number} {sentence}</p>\n" for number in range(2_000) for sentence in SENTENCES)
    start = time.process_time()
    reading = document_from_bytes(
        f"<html><body><article>{body}</article></body></html>".encode(), name="a.html"
    )
    assert time.process_time() - start < 30
    assert isinstance(reading, Reading)
    assert "1999 " + SENTENCES[0] in reading.document.text
