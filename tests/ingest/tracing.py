"""The law of reading: every character of a document leads back to the raw text, and from there to the raw bytes."""

import html
import re

from rostra.ingest import Reading, decode, raw_byte_span
from rostra.kernel import Span

TAGS = re.compile(r"<[^<>]*>")
UNSEEN = re.compile(r"[\x00-\x1f\x7f\xad\u200b\u2060\ufeff]")


def words_of(raw: str) -> str:
    """What a reader sees of a stretch of the source, with single blanks."""
    return " ".join(UNSEEN.sub("", html.unescape(TAGS.sub("", raw.replace("\n", " ")))).split())


def assert_traced(reading: Reading, step: int = 1) -> None:
    """Each word of the document reads the same in the raw text and in the raw bytes."""
    document = reading.document
    raw = decode(reading.raw, document.encoding)
    for match in list(re.finditer(r"\S+", document.text))[::step]:
        back = document.offsets.to_raw(Span(match.start(), match.end()))
        assert back is not None, match[0]
        assert words_of(back.of(raw)) == words_of(match[0]) or match[0] in back.of(raw)
        start, end = raw_byte_span(reading.raw, document.encoding, back)
        assert decode(reading.raw[start:end], document.encoding) == back.of(raw)
