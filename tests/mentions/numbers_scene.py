"""Documents for the tests of numbers and dates."""

import datetime as dt
from functools import cache
from importlib.resources import files

from rostra.kernel import OffsetMap, PartialDate
from rostra.mentions.dates import find_dates
from rostra.mentions.quantities import find_quantities
from rostra.model import Document, Mention, Quantity
from rostra.rules import LanguagePack
from rostra.text import fold

LANGUAGES = ("en", "es", "pt", "ru")
TODAY = PartialDate.day(dt.date(2025, 11, 5))


@cache
def pack_of(lang: str) -> LanguagePack:
    return LanguagePack(lang, files("rostra.rules") / "packs" / lang)


def document(text: str, lang: str = "en", date: PartialDate | None = None) -> Document:
    return Document("doc", text, lang, None, date, None, None, "", "utf-8", OffsetMap(()))


def quantities(text: str, lang: str = "en") -> list[Mention]:
    return find_quantities(document(text, lang), fold(text), pack_of(lang))


def values(text: str, lang: str = "en") -> list[Quantity]:
    return [mention.value for mention in quantities(text, lang) if isinstance(mention.value, Quantity)]


def dates(text: str, lang: str = "en", date: PartialDate | None = TODAY) -> list[Mention]:
    return find_dates(document(text, lang, date), fold(text), pack_of(lang))
