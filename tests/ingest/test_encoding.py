import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.ingest.encoding import decode, decoded, raw_byte_span
from rostra.kernel import Span

SPANISH = (
    "El ministro añadió: «La nación está en máxima alerta», según el portavoz de Marenia. ¿Cuándo? Mañana."
)
RUSSIAN = "Министр обороны Вальдории заявил, что бригада получит сорок новых танков до конца года. " * 3
CHINESE = "国防部长说，旅将在年底前收到四十辆新坦克。军队正在边境进行演习。" * 5


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (SPANISH, "utf-8", "utf-8"),
        (SPANISH, "cp1252", "cp1252"),
        ("“Never,” she said – “never”.", "cp1252", "cp1252"),
        ("\ufeff" + SPANISH, "utf-8", "utf-8"),
        ("\ufeff" + SPANISH, "utf-16-le", "utf-16-le"),
        ("\ufeff" + SPANISH, "utf-16-be", "utf-16-be"),
        ("\ufeff" + SPANISH, "utf-32-le", "utf-32-le"),
        (SPANISH, "utf-16-le", "utf-16-le"),
        (SPANISH, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8_r"),
        (CHINESE, "gb18030", "gb18030"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_an_encoding_is_told_from_the_bytes(text: str, encoding: str, told: str) -> None:
    assert decoded(text.encode(encoding)) == (text, told)


def test_what_a_page_declares_is_read_as_browsers_read_it() -> None:
    raw = f'<meta charset="ISO-8859-1"><p>“{SPANISH}”</p>'.encode("cp1252")
    assert decoded(raw)[1] == "cp1252"


def test_a_page_that_declares_the_wrong_set_is_read_as_the_utf_8_that_it_is() -> None:
    raw = f'<meta charset="iso-8859-1"><p>{SPANISH}</p>'.encode()
    assert decoded(raw) == (raw.decode("utf-8"), "utf-8")


@pytest.mark.parametrize(
    "name", ["rot13", "base64", "utf-7", "no-such-set", "idna", "unicode_escape", "\x00"]
)
def test_a_declared_set_that_no_page_can_have_is_passed_over(name: str) -> None:
    raw = f'<meta charset="{name}"><p>{SPANISH}</p>'.encode("cp1252")
    assert decoded(raw)[1] == "cp1252"


def test_stray_bytes_do_not_spoil_a_text_in_utf_8() -> None:
    raw = SPANISH.encode() + "\n“quoted”".encode("cp1252") + b" \x81"
    assert decoded(raw) == (SPANISH + "\n“quoted” \x81", "utf-8+cp1252")


def test_a_byte_without_meaning_does_not_spoil_the_quotation_marks() -> None:
    raw = "“Nunca”, dijo el añoso almirante. ".encode("cp1252") + b"\x81"
    assert decoded(raw)[0] == "“Nunca”, dijo el añoso almirante. \x81"


@given(st.binary(max_size=400))
def test_no_bytes_make_decoding_raise(raw: bytes) -> None:
    text, encoding = decoded(raw)
    assert decode(raw, encoding) == text


@given(st.binary(max_size=200), st.data())
def test_a_span_leads_back_to_its_bytes_whatever_the_bytes(raw: bytes, data: st.DataObject) -> None:
    text, encoding = decoded(raw)
    if not text:
        return
    at = data.draw(st.integers(0, len(text) - 1))
    start, end = raw_byte_span(raw, encoding, Span(at, at + 1))
    assert 0 <= start < end <= len(raw)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "cp1252", "utf-16-le", "utf-32-be", "gb18030", "cp932", "iso2022_jp_2004"]
)
@given(data=st.data())
def test_bytes_of_a_span_decode_to_its_text(encoding: str, data: st.DataObject) -> None:
    alphabet = "añ«X1 " if encoding == "cp1252" else "aX1 日本の文字"
    text = data.draw(st.text(alphabet if encoding in {"gb18030", "cp932", "cp1252"} else "aX1 "))
    if not text:
        return
    at = data.draw(st.integers(0, len(text) - 1))
    raw = text.encode(encoding)
    start, end = raw_byte_span(raw, encoding, Span(at, at + 1))
    assert raw[start:end].decode(encoding) == text[at]


@given(st.text("añ«b", min_size=4), st.data())
def test_bytes_of_a_span_in_a_mixed_text(text: str, data: st.DataObject) -> None:
    raw = text.encode() + "ñ".encode("cp1252") + text.encode()
    mixed = decode(raw, "utf-8+cp1252")
    assert mixed == text + "ñ" + text
    at = data.draw(st.integers(0, len(mixed) - 1))
    start, end = raw_byte_span(raw, "utf-8+cp1252", Span(at, at + 1))
    assert decode(raw[start:end], "utf-8+cp1252") == mixed[at]
