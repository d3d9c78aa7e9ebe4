import time

import pytest

from rostra.ingest.sniffing import is_binary, kind_of, magic_of

PAGE = "<!DOCTYPE html><html><body><p>Valdoria</p></body></html>"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", "Valdoria", "text"),
        ("a.txt", PAGE, "html"),
        ("a.md", PAGE, "html"),
        ("-", PAGE, "html"),
        ("a.txt", "\ufeff \n" + PAGE, "html"),
        ("a.txt", '<?xml version="1.0"?>\n<!-- one --><!-- two -->\n' + PAGE, "html"),
        ("a.html", PAGE, "html"),
        ("a.HTM", "<p>a fragment</p>", "html"),
        ("a.html", "Plain text. 5 < 6 and 7 > 6.", "text"),
        ("a.md", "# Valdoria", "markdown"),
        ("a", "Valdoria", "text"),
        ("a.txt", "He wrote <html> in the text.", "text"),
        ("a.txt", "<!-- never closed", "text"),
    ],
)
def test_the_words_of_a_file_count_more_than_its_name(name: str, text: str, kind: str) -> None:
    assert kind_of(text, name) == kind


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"%PDF-1.7 ...", "ingest.pdf"),
        (b"PK\x03\x04rest", "ingest.archive"),
        (b"\x1f\x8b\x08rest", "ingest.archive"),
        (b"{\\rtf1 ...", "ingest.document"),
        (b"\xef\xbb\xbf%PDF-1.4", "ingest.pdf"),
    ],
)
def test_a_format_is_known_by_its_first_bytes(raw: bytes, code: str) -> None:
    magic = magic_of(raw)
    assert magic is not None
    assert magic[0] == code


def test_a_text_about_a_format_is_a_text() -> None:
    assert magic_of(b"The PDF of the ministry ...") is None


def test_a_few_control_characters_do_not_make_a_text_binary() -> None:
    assert not is_binary("The brigade\x00 received tanks.\x0c" * 3 + "word " * 100)


def test_many_control_characters_do() -> None:
    assert is_binary("\x00\x01\x02abc" * 50)


@pytest.mark.parametrize("unit", ["<!---->", "<!-- -->\n", "<!--", "<?xml", "<p"])
def test_a_long_prologue_takes_no_longer_than_its_length(unit: str) -> None:
    start = time.process_time()
    kind_of(unit * 200_000, "a.html")
    assert time.process_time() - start < 10
