"""Reading a text for tests: its quotes, named."""

from rostra.data import shipped_knowledge
from rostra.kernel import OffsetMap
from rostra.mentions import find_mentions
from rostra.model import Document, Quote
from rostra.quotes import find_quotes
from rostra.resolve import name_persons, name_speakers
from rostra.rules import language_pack
from rostra.text import segment


def document_of(text: str, lang: str) -> Document:
    return Document(
        "doc_test", text, lang, None, None, None, None, "0" * 64, "utf-8", OffsetMap.identity(len(text))
    )


def quotes_of(text: str, lang: str = "en") -> tuple[Quote, ...]:
    """Quotes found without mentions, their speakers not yet named."""
    pack = language_pack(lang)
    return find_quotes(document_of(text, lang), segment(text, pack.words.abbreviations), (), pack)


def named_quotes(text: str, lang: str = "en") -> tuple[Quote, ...]:
    """Quotes found with mentions and named, as in the pipeline."""
    pack, knowledge, document = language_pack(lang), shipped_knowledge(), document_of(text, lang)
    segments = segment(text, pack.words.abbreviations)
    mentions = name_persons(document, find_mentions(document, segments, pack, knowledge), pack)
    quotes = find_quotes(document, segments, mentions, pack)
    return name_speakers(document, segments, quotes, mentions, pack, knowledge)
