"""Bytes that lie about what they are: each gives a right document or a refusal with a code."""

import gzip
import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.ingest import Reading, ReadSettings, document_from_bytes
from rostra.kernel import Span
from rostra.model import Refusal
from tests.ingest.tracing import assert_traced

PROSE = "The minister of Valdoria said on Tuesday that the brigade would receive forty tanks."
SPANISH = "El ministro añadió: «La nación está en máxima alerta», según el portavoz de Marenia."


def packed() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", PROSE)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.txt", b"", "ingest.empty"),
        ("a.txt", b" \r\n\t\n", "ingest.empty"),
        ("a.txt", b"\xef\xbb\xbf", "ingest.empty"),
        ("a.html", b"<html></html>", "ingest.no_text"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "ingest.pdf"),
        ("a.txt", packed(), "ingest.archive"),
        ("a.txt", gzip.compress(b"0" * 10_000_000), "ingest.archive"),
        ("a.txt", bytes(range(256)) * 20, "ingest.binary"),
        ("a.txt", b"\x00" * 1000, "ingest.binary"),
        ("a.html", b"\x7fELF\x02\x01\x01" + b"\x00" * 100, "ingest.binary"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "ingest.binary"),
        ("a.txt", b"Skip to content\nHome\nContact us\n", "ingest.no_text"),
    ],
)
def test_what_is_no_article_is_refused(name: str, raw: bytes, code: str) -> None:
    read = document_from_bytes(raw, name=name)
    assert isinstance(read, Refusal)
    assert (read.stage, read.code, read.source) == ("ingest", code, name)


@pytest.mark.parametrize(
    ("name", "raw", "text"),
    [
        ("a.txt", PROSE.replace("\n", "\r\n").encode(), PROSE),
        ("a.txt", f"{PROSE}\r\n\r\n{PROSE}\r\n".encode(), f"{PROSE}\n\n{PROSE}"),
        ("a.txt", f"{PROSE}\r{PROSE}".encode(), f"{PROSE}\n{PROSE}"),
        ("a.txt", b"\xef\xbb\xbf" + SPANISH.encode(), SPANISH),
        ("a.txt", ("\ufeff" + SPANISH).encode("utf-16-le"), SPANISH),
        ("a.txt", SPANISH.encode("utf-16-be"), SPANISH),
        ("a.txt", SPANISH.encode("cp1252"), SPANISH),
        ("a.txt", f"{PROSE}\x00 {PROSE}".encode(), f"{PROSE} {PROSE}"),
        ("a.txt", "anti\u00adaircraft ".encode() + PROSE.encode(), f"antiaircraft {PROSE}"),
        ("a.txt", f"<!doctype html><html><body><p>{SPANISH}</p></body></html>".encode(), SPANISH),
        ("a.html", SPANISH.encode(), SPANISH),
        (
            "a.html",
            f'<html><head><meta charset="utf-8"></head><body><p>{SPANISH}</p></body></html>'.encode("cp1252"),
            SPANISH,
        ),
        (
            "a.html",
            f'<html><head><meta charset="big5"></head><body><p>{SPANISH}</p></body></html>'.encode(),
            SPANISH,
        ),
    ],
)
def test_what_is_an_article_is_read_whatever_it_is_called(name: str, raw: bytes, text: str) -> None:
    read = document_from_bytes(raw, name=name)
    assert isinstance(read, Reading)
    assert read.document.text == text
    assert_traced(read)


def test_a_text_in_two_encodings_is_read_in_both() -> None:
    raw = (SPANISH + "\n").encode() * 3 + SPANISH.encode("cp1252")
    read = document_from_bytes(raw, name="a.txt")
    assert isinstance(read, Reading)
    assert read.document.text.count("añadió") == 4
    assert_traced(read)


FRAGMENTS = [
    b"<p>", b"</p>", b"<html>", b"<!--", b"-->", b"<script>", b"</script>", b"&amp;", b"&#x0;", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\r\n", b"\n\n", b"---\n", b"title: x\n", b"+++\n", b"# ", b"> ", b"* ", b"[a](b)", b"**", b"`",
    b"Skip to content\n", b"Home \xc2\xbb World\n", b"By Ana Ruiz, 25 October 2025\n", b"Related articles\n", b"\xe9",
    b"Tags: a, b\n", b"| - | - |\n", b"<a href='", b"\xc3", "«¿¡“”‘’—".encode(), "🛰️\u200f\u202e".encode(), b"<h1>",
    PROSE.encode(), SPANISH.encode(), SPANISH.encode("cp1252"), b'<meta charset="utf-16">', b"<title>", b"\x1b[31m",
]  # fmt: skip


@given(
    st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(FRAGMENTS), max_size=25).map(b"".join)),
    st.sampled_from(["a.txt", "a.md", "a.html", "-", "", "a.\x00", "x" * 5000]),
)
@settings(max_examples=300)
def test_no_bytes_make_reading_raise_and_every_word_leads_back(raw: bytes, name: str) -> None:
    read = document_from_bytes(raw, name=name)
    if isinstance(read, Refusal):
        assert read.code.startswith("ingest.")
        return
    document = read.document
    assert document.text.strip()
    assert_every_character_has_a_place(read)
    assert document_from_bytes(raw, name=name) == read


def assert_every_character_has_a_place(read: Reading) -> None:
    document = read.document
    for at, char in enumerate(document.text):
        assert char.isspace() or document.offsets.to_raw(Span(at, at + 1)) is not None


@given(
    st.lists(
        st.sampled_from([PROSE, SPANISH, "“No,” he said.", "", "Read more: x", "Advertisement"]), max_size=12
    )
)
def test_prose_is_never_taken_off(lines: list[str]) -> None:
    read = document_from_bytes("\n".join([PROSE, *lines]).encode(), name="a.txt")
    assert isinstance(read, Reading)
    kept = read.document.text.split("\n")
    assert [line for line in lines if line in {PROSE, SPANISH, "“No,” he said."}] == [
        line for line in kept[1:] if line in {PROSE, SPANISH, "“No,” he said."}
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    "unit",
    [PROSE + " ", "word ", "a", "« ", "<p>x</p>", "> ", "# ", "* [", "![", "\r", "\n", "<!-- ", "By A B\n", " ", "»", "| ",
     "Read more: ", "&amp;", "é", "_a_", "``", "- - ", "1. ", "[^", "](", "Home > "],
)  # fmt: skip
def test_a_quarter_megabyte_of_anything_is_read_in_seconds(name: str, unit: str) -> None:
    raw = (unit * (250_000 // len(unit))).encode()
    start = time.process_time()
    document_from_bytes(raw, name=name, settings=ReadSettings(lang="en"))
    assert time.process_time() - start < 30
