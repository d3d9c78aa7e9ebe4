"""A text that someone hands over: every character counts as it stands."""

from rostra.ingest.language import language_of, primary_subtag
from rostra.ingest.settings import ReadSettings
from rostra.kernel import InvalidRecord, OffsetMap, sha256_hex
from rostra.model import Document


def document_from_text(text: str, settings: ReadSettings | None = None) -> Document:
    """The document of a text taken as given: nothing is taken off, every offset is its own.

    Raises InvalidRecord for a text with lone surrogates, which no Unicode encoding can hold.
    """
    settings = settings or ReadSettings()
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InvalidRecord(
            f"code point {error.start} is a lone surrogate, so this is no Unicode text",
            remedy="replace lone surrogates, with U+FFFD for instance, before the text is read",
        ) from error
    sha256 = sha256_hex(raw)
    return Document(
        id=Document.make_id(sha256, text),
        text=text,
        lang=primary_subtag(settings.lang) if settings.lang else language_of(text),
        title=settings.title,
        date=settings.date,
        url=settings.url,
        outlet=settings.outlet,
        sha256=sha256,
        encoding="utf-8",
        offsets=OffsetMap.identity(len(text)),
    )
