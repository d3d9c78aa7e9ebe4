"""Reading a text for tests: its quotes, named."""

from rostra.data import shipped_knowledge
from rostra.kernel import OffsetMap
from rostra.mentions import find_mentions
from rostra.model import Document, Quote
from rostra.quotes import find_quotes
from rostra.resolve import name_persons, name_speakers
from rostra.rules import language_pack
from rostra.text import Article


def document_of(text: str, lang: str) -> Document:
    return Document(
        "doc_test", text, lang, None, None, None, None, "0" * 64, "utf-8", OffsetMap.identity(len(text))
    )


def article_of(text: str, lang: str) -> Article:
    return Article(document_of(text, lang), language_pack(lang), shipped_knowledge())


def quotes_of(text: str, lang: str = "en") -> tuple[Quote, ...]:
    """Quotes, their speakers not yet named."""
    return find_quotes(article_of(text, lang))


def named_quotes(text: str, lang: str = "en") -> tuple[Quote, ...]:
    """Quotes with their speakers named, as in the pipeline."""
    article = article_of(text, lang)
    mentions = name_persons(article, find_mentions(article))
    return name_speakers(article, find_quotes(article), mentions)
