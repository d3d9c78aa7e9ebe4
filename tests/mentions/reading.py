"""Reading a text for tests: the document around it and its mentions."""

from rostra.data import shipped_knowledge
from rostra.kernel import OffsetMap
from rostra.mentions import find_mentions
from rostra.model import Document, Mention
from rostra.rules import language_pack
from rostra.text import Article


def document_of(text: str, lang: str) -> Document:
    return Document(
        "doc_test", text, lang, None, None, None, None, "0" * 64, "utf-8", OffsetMap.identity(len(text))
    )


def article_of(text: str, lang: str) -> Article:
    return Article(document_of(text, lang), language_pack(lang), shipped_knowledge())


def read(text: str, lang: str = "en") -> tuple[Mention, ...]:
    return find_mentions(article_of(text, lang))
