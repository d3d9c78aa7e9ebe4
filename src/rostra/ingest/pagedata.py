"""What an HTML page says of itself: title, date, outlet, address."""

import datetime as dt
from typing import NamedTuple
from urllib.parse import urlsplit

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from rostra.ingest.dating import date_in_url
from rostra.kernel import PartialDate

EARLIEST, LATEST = "1900-01-01", "2199-12-31"
"""Fixed, for htmldate's own limits move with the clock and the same page must read the same next year."""


class PageData(NamedTuple):
    """Metadata of a page; None where it says nothing."""

    title: str | None = None
    date: PartialDate | None = None
    outlet: str | None = None
    url: str | None = None


def page_data(tree: HtmlElement, url: str | None) -> PageData:
    """Metadata of a parsed page. `url`, where it is known, wins over the page's own word."""
    try:
        found = extract_metadata(tree, default_url=url, date_config=_date_settings(), extensive=False)
    except Exception:  # noqa: BLE001 - hostile markup may break any of its parsers; a page without metadata is a page
        return PageData(url=url)
    address = url or _http(found.url)
    title = " ".join(found.title.split()) if found.title else None
    return PageData(title or None, _date(tree, address), found.sitename or _host(address), address)


def _date_settings() -> dict[str, object]:
    return {"extensive_search": False, "original_date": True, "min_date": EARLIEST, "max_date": LATEST}


def _date(tree: HtmlElement, url: str | None) -> PartialDate | None:
    """The date in the markup, else in the address. htmldate's search through the whole text only guesses: left out."""
    try:
        found = find_date(
            tree, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST
        )
    except Exception:  # noqa: BLE001 - as above
        found = None
    if found:
        return PartialDate.day(dt.date.fromisoformat(found), "metadata")
    return date_in_url(url) if url else None


def _http(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None
