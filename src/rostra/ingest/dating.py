"""When an article was published, as far as its words or its address say so."""

import datetime as dt
import re
from functools import cache
from importlib import import_module

from rostra.kernel import DateEvidence, PartialDate
from rostra.rules.furniture import furniture_languages
from rostra.text import fold

_YEAR = r"((?:19|20)\d\d)"
_ISO = re.compile(rf"\b{_YEAR}-(\d\d)-(\d\d)(?!\d)")
_FIGURES = re.compile(rf"\b(\d{{1,2}})([./-])(\d{{1,2}})\2{_YEAR}\b")
_URL = re.compile(rf"[/_-]{_YEAR}([/_-])(\d{{1,2}})(?:\2(\d{{1,2}}))?(?=[/_-]|$)")
_URL_RUN = re.compile(rf"[/_-]{_YEAR}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_WORD = re.compile(r"[^\W\d_]+")
_DATELINE_LENGTH = 80


def date_in(text: str, evidence: DateEvidence = "text") -> PartialDate | None:
    """The first date with a year in a short line; None without one, or where day and month cannot be told apart."""
    folded = fold(text[:400])
    for pattern, order in ((_ISO, "ymd"), (_worded(), "dmy"), (_worded_american(), "mdy")):
        if match := pattern.search(folded):
            return _day(dict(zip(order, match.groups(), strict=True)), evidence)
    if match := _FIGURES.search(folded):
        return _figures(match, evidence)
    return _month_alone(folded, evidence)


def date_in_url(url: str) -> PartialDate | None:
    """The day or month that an address such as `/2025/10/25/title` spells out."""
    if match := _URL.search(url):
        return _day({"y": match[1], "m": match[3], "d": match[4]}, "url")
    if match := _URL_RUN.search(url):
        return _day({"y": match[1], "m": match[2], "d": match[3]}, "url")
    return None


def dateline_date(paragraph: str) -> PartialDate | None:
    """The date before the dash or bracket that ends a dateline: "OSTRA, Oct. 25, 2025 (Agency) - …"."""
    head = paragraph[:_DATELINE_LENGTH]
    match = re.match(r"[^\W\d_][^.!?:;\"“«]{1,40}?[,(].{4,40}?[).]?\s?(?:--?|[–—])\s", head)
    return date_in(match[0]) if match and all(map(_fits_dateline, _WORD.findall(match[0]))) else None


def _fits_dateline(word: str) -> bool:
    """Places and agencies are capitalised, and months are months: anything else is the beginning of a sentence."""
    return word[0].isupper() or len(word) <= 2 or fold(word) in _months()


@cache
def _months() -> dict[str, int]:
    """Folded names of the months in every language whose pages are known (CLDR); one that means two months means none."""
    names: dict[str, int] = {}
    calendar = import_module("babel.dates")
    for lang in furniture_languages():
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in calendar.get_month_names(width, context, lang).items():
                    names[fold(name).strip(".")] = number
    names["sept"] = 9
    return names


@cache
def _month_pattern() -> str:
    return "|".join(sorted((re.escape(name) for name in _months()), key=len, reverse=True))


@cache
def _worded() -> re.Pattern[str]:
    """25 October 2025, 25 de octubre de 2025."""
    link = r"\.?,?\s+(?:[^\W\d_]{2,3}\s+)?"
    return re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th|º|o)?{link}({_month_pattern()}){link}{_YEAR}\b")


@cache
def _worded_american() -> re.Pattern[str]:
    """October 25, 2025; Oct. 25 2025."""
    return re.compile(rf"\b({_month_pattern()})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b")


@cache
def _month_year() -> re.Pattern[str]:
    return re.compile(rf"\b({_month_pattern()})\.?,?\s+(?:[^\W\d_]{{2,3}}\s+)?{_YEAR}\b")


def _month_alone(folded: str, evidence: DateEvidence) -> PartialDate | None:
    match = _month_year().search(folded)
    return _day({"m": match[1], "y": match[2], "d": None}, evidence) if match else None


def _figures(match: re.Match[str], evidence: DateEvidence) -> PartialDate | None:
    """25/10/2025; with full stops the day is first everywhere, with strokes only a number above 12 tells."""
    first, mark, second, year = match.groups()
    if mark == "." or int(first) > 12 or first == second:
        return _day({"d": first, "m": second, "y": year}, evidence)
    return _day({"m": first, "d": second, "y": year}, evidence) if int(second) > 12 else None


def _day(parts: dict[str, str | None], evidence: DateEvidence) -> PartialDate | None:
    year, month, day = parts["y"] or "", parts["m"] or "", parts["d"]
    number = _months().get(month) or (int(month) if month.isdecimal() else 0)
    try:
        if day is None:
            return PartialDate.month(int(year), number, evidence)
        return PartialDate.day(dt.date(int(year), number, int(day)), evidence)
    except (ValueError, IndexError):
        return None
