"""From the raw bytes of one source to its document."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from rostra.ingest.dating import date_in_url
from rostra.ingest.draft import Draft
from rostra.ingest.encoding import decoded
from rostra.ingest.furniture import Dropped, pruned
from rostra.ingest.language import UNKNOWN, language_of, primary_subtag
from rostra.ingest.layout import unwrapped, without_marks
from rostra.ingest.markdown import read_markdown
from rostra.ingest.reading import Reading
from rostra.ingest.settings import ReadSettings
from rostra.ingest.sniffing import REMEDIES, is_binary, kind_of, magic_of
from rostra.kernel import OffsetMap, Span, sha256_hex
from rostra.model import Document, Refusal


def document_from_bytes(raw: bytes, *, name: str, settings: ReadSettings | None = None) -> Reading | Refusal:
    """The reading of one source, or a refusal that says what is wrong with it. Never raises on what it is given."""
    settings = settings or ReadSettings()
    if len(raw) > settings.max_bytes:
        return too_large(name, settings)
    if magic := magic_of(raw):
        return refusal(magic[0], f"{name} is {magic[1]}", REMEDIES[magic[0]], name)
    text, encoding = decoded(raw)
    if is_binary(text):
        what = f"{name} is no text: it is full of control characters"
        return refusal("ingest.binary", what, REMEDIES["ingest.binary"], name)
    kind = kind_of(text, name)
    draft = _draft(text, kind, settings)
    if not draft.text.strip():
        code = "ingest.no_text" if text.strip("\ufeff \t\r\n") else "ingest.empty"
        return refusal(code, f"{name} holds no text to read", _EMPTY[code], name)
    return _reading(raw, encoding, draft, name, settings)


def too_large(name: str, settings: ReadSettings) -> Refusal:
    """The refusal of a source above the limit."""
    size = f"{settings.max_bytes / 1024 / 1024:g} MB"
    return refusal("ingest.too_large", f"{name} has more than {size}", "split it", name)


def refusal(code: str, what: str, remedy: str, name: str) -> Refusal:
    """A refusal of this stage: what is wrong with which source, and how to mend it."""
    return Refusal("ingest", code, f"{what}; {remedy}", source=name)


_EMPTY = {
    "ingest.empty": "leave it out, or save its text again",
    "ingest.no_text": "the page may build its text with a script: copy the article into a .txt file",
}


def _draft(raw: str, kind: str, settings: ReadSettings) -> Draft:
    if kind == "html":
        # trafilatura takes half a second to import: plain text does not wait for it.
        read_page: Callable[[str, str | None], Draft] = import_module("rostra.ingest.html").read_page
        return read_page(raw, settings.url)
    text, offsets = without_marks(raw)
    if kind == "text":
        return Draft(unwrapped(text), offsets)
    draft = read_markdown(text)
    return replace(draft, offsets=draft.offsets.then(offsets))


def _reading(raw: bytes, encoding: str, draft: Draft, name: str, settings: ReadSettings) -> Reading | Refusal:
    draft, dropped = _without_furniture(draft, settings)
    if not draft.text.strip():
        return refusal(
            "ingest.no_text", f"{name} holds menus and links, no article", _EMPTY["ingest.no_text"], name
        )
    given = settings.lang or draft.lang
    lang = primary_subtag(given) if given else language_of(draft.text)
    sha256 = sha256_hex(raw)
    url = settings.url or draft.url
    document = Document(
        id=Document.make_id(sha256, draft.text),
        text=draft.text,
        lang=lang,
        title=settings.title or draft.title,
        date=settings.date or draft.date or (date_in_url(url) if url else None),
        url=url,
        outlet=settings.outlet or draft.outlet,
        sha256=sha256,
        encoding=encoding,
        offsets=draft.offsets,
    )
    return Reading(document, raw, name, dropped, _notes(document, name))


def _notes(document: Document, name: str) -> tuple[Refusal, ...]:
    if document.lang != UNKNOWN:
        return ()
    message = f"the language of {name} could not be told; name it with --lang"
    return (Refusal("ingest", "ingest.language", message, source=name, document=document.id),)


def _without_furniture(draft: Draft, settings: ReadSettings) -> tuple[Draft, tuple[Dropped, ...]]:
    """The draft without furniture, and what was taken off in places of the raw text."""
    if settings.keep_furniture:
        return draft, ()
    found = pruned(draft.text, settings.title or draft.title)
    dropped = tuple(
        Dropped(raw, item.rule) for item in found.dropped if (raw := draft.offsets.to_raw(item.span))
    )
    text, offsets = _cut(draft, found.kept)
    # A page's own word for its date beats a line in its text; in plain text the line is all there is.
    return replace(
        draft,
        text=text,
        offsets=offsets,
        title=draft.title or found.headline,
        date=draft.date or found.date,
        outlet=draft.outlet or found.outlet,
    ), dropped


def _cut(draft: Draft, kept: tuple[Span, ...]) -> tuple[str, OffsetMap]:
    if len(kept) == 1 and len(kept[0]) == len(draft.text):
        return draft.text, draft.offsets
    return "".join(span.of(draft.text) for span in kept), OffsetMap.from_kept(kept).then(draft.offsets)
