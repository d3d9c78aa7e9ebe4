"""Reading a text for tests: through mentions and quotes to its claims."""

from rostra.claims import find_claims
from rostra.data import shipped_knowledge
from rostra.kernel import OffsetMap
from rostra.mentions import find_mentions
from rostra.model import Claim, Document, Mention, Quote
from rostra.quotes import find_quotes
from rostra.resolve import name_persons, name_speakers
from rostra.rules import language_pack
from rostra.text import Article


def document_of(text: str, lang: str) -> Document:
    return Document(
        "doc_test", text, lang, None, None, None, None, "0" * 64, "utf-8", OffsetMap.identity(len(text))
    )


def parts_of(text: str, lang: str) -> tuple[Article, tuple[Mention, ...], tuple[Quote, ...]]:
    article = Article(document_of(text, lang), language_pack(lang), shipped_knowledge())
    mentions = name_persons(article, find_mentions(article))
    return article, mentions, name_speakers(article, find_quotes(article), mentions)


def claims_of(text: str, lang: str = "en") -> tuple[Claim, ...]:
    return find_claims(*parts_of(text, lang))
