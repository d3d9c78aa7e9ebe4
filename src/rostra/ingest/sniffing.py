"""What kind of thing raw bytes are, whatever the file is called."""

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["text", "markdown", "html"]

TEXT_SUFFIXES = frozenset({".txt", ".text"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
SUFFIXES = TEXT_SUFFIXES | MARKDOWN_SUFFIXES | HTML_SUFFIXES
UNREAD_SUFFIXES = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub"})
"""Articles in forms that are not read: a folder that holds one gets a refusal for it, not silence."""

# First bytes, refusal code, what it is. Order matters: a longer mark before its own beginning.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "ingest.pdf", "a PDF file"),
    (b"PK\x03\x04", "ingest.archive", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "ingest.archive", "an empty ZIP archive"),
    (b"\x1f\x8b", "ingest.archive", "a gzip file"),
    (b"BZh", "ingest.archive", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "ingest.archive", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "ingest.archive", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "ingest.archive", "a Zstandard file"),
    (b"Rar!\x1a\x07", "ingest.archive", "a RAR archive"),
    (b"{\\rtf", "ingest.document", "a Rich Text file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ingest.document", "an old office document"),
    (b"SQLite format 3\x00", "ingest.binary", "a SQLite database"),
)
REMEDIES = {
    "ingest.pdf": "save its text as .txt, with `pdftotext` for instance",
    "ingest.archive": "unpack it and read what is inside",
    "ingest.document": "save it as .txt or .html",
    "ingest.binary": "give text, Markdown or HTML",
}
_PROLOGUE = re.compile(r"\s*(?:<\?xml[^<>]*>\s*)?")
_WHOLE_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|span|a|body|head|article|section|ul|li|table|title|meta)\b[^<>]*>", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_SAMPLE = 65_536

MOST_CONTROL = 0.01
"""Share of control characters above which bytes are no text. Random bytes have .10; a text with a stray form feed
or a few NULs of a broken editor stays far below."""


def magic_of(raw: bytes) -> tuple[str, str] | None:
    """Refusal code and description of a format that says in its first bytes that it is no text."""
    head = raw[:16].removeprefix(b"\xef\xbb\xbf")
    for mark, code, what in _MAGIC:
        if head.startswith(mark):
            return code, what
    return None


def is_binary(text: str) -> bool:
    """Whether decoded bytes hold so many control characters that they cannot be text."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > MOST_CONTROL * len(sample) + 1


def kind_of(text: str, name: str) -> Kind:
    """How to read a text: its own first words count more than the name of the file."""
    suffix = PurePath(name).suffix.lower()
    head = text[:_SAMPLE].removeprefix("\ufeff")
    if _WHOLE_PAGE.match(head, _after_comments(head)):
        return "html"
    if suffix in HTML_SUFFIXES:
        return "html" if _TAG.search(text) else "text"
    return "markdown" if suffix in MARKDOWN_SUFFIXES else "text"


def _after_comments(head: str) -> int:
    """Where a text begins after the XML declaration and comments that may stand before a page."""
    at = match.end() if (match := _PROLOGUE.match(head)) else 0
    while head.startswith("<!--", at):
        end = head.find("-->", at)
        if end < 0:
            return at
        at = end + 3
        while head[at : at + 1].isspace():
            at += 1
    return at
