"""From raw bytes to text and back: which encoding, and which bytes a code point came from.

A byte order mark stays in the text as its first code point, so byte and code point counts need no exception.
"""

import codecs
import re
from collections.abc import Iterator
from importlib import import_module

from rostra.kernel import Span

MIXED = "utf-8+cp1252"
"""UTF-8 with stray bytes of Windows-1252: texts pasted together from two sources."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a page calls itself is read as browsers read it (WHATWG Encoding Standard): the wider set of the same family.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_NEVER_DECLARED = frozenset(
    {"utf-7", "utf-16", "utf-32", "punycode", "idna", "undefined", "raw-unicode-escape", "unicode-escape"}
)
_GUESSED = ["cp1252", "cp1251", "koi8_r", "cp1250", "cp1253", "cp1254", "cp1256", "gb18030", "big5", "cp932"]
_GUESSED += ["euc_jp", "cp949", "iso8859_5", "mac_roman", "cp866"]
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 16_384


def decoded(raw: bytes) -> tuple[str, str]:
    """The text of raw bytes, and the encoding that `decode` needs to read it again. Never raises."""
    for encoding in _candidates(raw):
        try:
            return decode(raw, encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    return decode(raw, MIXED), MIXED


def decode(raw: bytes, encoding: str) -> str:
    """The text of raw bytes in an encoding named by `decoded`. Raises UnicodeDecodeError where it does not fit."""
    if encoding == MIXED:
        return "".join(text for _, _, text in _mixed(raw))
    return raw.decode(encoding)


def raw_byte_span(raw: bytes, encoding: str, span: Span) -> tuple[int, int]:
    """First byte, and the byte after the last, of a span of the decoded text. Raises as `decode` does."""
    start = _byte_offset(raw, encoding, span.start)
    return start, _byte_offset(raw, encoding, span.end)


def _candidates(raw: bytes) -> Iterator[str]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            yield encoding
            break
    yield "utf-8"
    if utf16 := _unmarked_utf16(raw):
        yield utf16
    if _is_mixed(raw):
        yield MIXED
    if declared := _declared(raw):
        yield declared
    if _is_western(raw):
        yield "cp1252"
        yield MIXED
    # From either end of the bytes beyond ASCII: a detector given 30 MB would take a minute.
    high = _HIGH.search(raw)
    best = (
        import_module("charset_normalizer")
        .from_bytes(raw[high.start() :][:_SAMPLE], cp_isolation=_GUESSED)
        .best()
        if high
        else None
    )
    if best is not None:
        yield best.encoding
    yield "cp1252"


def _unmarked_utf16(raw: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every other byte."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or len(raw) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 * half and odd < 0.05 * half else None


def _is_mixed(raw: bytes) -> bool:
    """Whether well-formed sequences of UTF-8 beyond ASCII outnumber stray bytes."""
    text = raw.decode("utf-8", "replace")
    if "\x00" in text:
        return False
    bad = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
    good = len(text) - bad - sum(raw.count(bytes([byte])) for byte in range(128))
    return 0 < bad <= good


def _is_western(raw: bytes) -> bool:
    """Bytes beyond ASCII that mostly stand alone among ASCII letters: Spanish or French, not Russian or Chinese."""
    runs = _HIGH.findall(raw[:4_000_000])
    return bool(runs) and sum(len(run) == 1 for run in runs) > 0.75 * sum(len(run) for run in runs)


def _declared(raw: bytes) -> str | None:
    """The encoding a page names in its first 4 kB, where it is one that a page can have."""
    match = _DECLARED.search(raw[:4096])
    if not match:
        return None
    try:
        codec = codecs.lookup(match[1].decode("ascii"))
        "a".encode(codec.name)
    except (LookupError, UnicodeError, ValueError):
        return None
    name = codec.name
    return None if name in _NEVER_DECLARED else _WIDER.get(name, name)


def _mixed(raw: bytes) -> Iterator[tuple[int, int, str]]:
    """Stretches of raw bytes and their text: well-formed UTF-8, or stray bytes one code point each."""
    at = 0
    view = memoryview(raw)
    while at < len(raw):
        try:
            yield at, len(raw), codecs.utf_8_decode(view[at:], "strict", True)[0]  # noqa: FBT003 - C signature
        except UnicodeDecodeError as error:
            start, end = at + error.start, at + error.end
            if start > at:
                yield at, start, raw[at:start].decode("utf-8")
            yield start, end, "".join(_stray(byte) for byte in raw[start:end])
            at = end
        else:
            return


def _stray(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _byte_offset(raw: bytes, encoding: str, offset: int) -> int:
    """How many bytes make the first `offset` code points."""
    if encoding == MIXED:
        return _mixed_offset(raw, offset)
    text = decode(raw, encoding)
    prefix = text[:offset].encode(encoding, "surrogatepass" if encoding.startswith("utf") else "strict")
    if raw.startswith(prefix):
        return len(prefix)
    return _walked_offset(raw, encoding, offset)


def _mixed_offset(raw: bytes, offset: int) -> int:
    for start, end, text in _mixed(raw):
        if offset <= len(text):
            stray = end - start == len(text)
            return start + (offset if stray else len(text[:offset].encode("utf-8")))
        offset -= len(text)
    return len(raw)


def _walked_offset(raw: bytes, encoding: str, offset: int) -> int:
    """For encodings that write one text in several ways: the decoder itself says where a code point ends."""
    decoder = codecs.getincrementaldecoder(encoding)()
    count = 0
    for at, byte in enumerate(raw):
        if count >= offset:
            return at
        count += len(decoder.decode(bytes([byte])))
    return len(raw)
