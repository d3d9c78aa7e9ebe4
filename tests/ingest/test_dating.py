import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.ingest.dating import date_in, date_in_url, dateline_date
from rostra.kernel import PartialDate

DAY = PartialDate.day(dt.date(2025, 10, 25), "text")


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-25", "25 October 2025", "25 Oct. 2025", "October 25, 2025", "Oct. 25, 2025", "Saturday, October 25th 2025",
        "25 de octubre de 2025", "25 oct 2025", "sábado, 25 de octubre del 2025", "25 de outubro de 2025", "25 октября 2025 г.",
        "25.10.2025", "25/10/2025", "10/25/2025", "OCTOBER 25, 2025, 10:15 AM", "2025-10-25T10:15:00Z",
    ],
)  # fmt: skip
def test_a_day_is_read_in_each_way_of_writing(text: str) -> None:
    assert date_in(text) == DAY


@pytest.mark.parametrize("text", ["October 2025", "octubre de 2025", "octubre 2025", "Октябрь 2025"])
def test_a_month_alone_is_its_interval(text: str) -> None:
    assert date_in(text) == PartialDate.month(2025, 10, "text")


@pytest.mark.parametrize(
    "text", ["", "Oct. 25", "03/04/2025", "31 February 2025", "25/25/2025", "5,000 Igla-S", "in 2025"]
)
def test_what_names_no_day_gives_none(text: str) -> None:
    assert date_in(text) is None


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://courier.example/2025/10/25/fleet", "2025-10-25"),
        ("https://courier.example/world/2025-10-25-fleet", "2025-10-25"),
        ("https://courier.example/2025/10/fleet", "2025-10"),
        ("https://courier.example/20251025/fleet.html", "2025-10-25"),
        ("https://courier.example/fleet-20251025.html", "2025-10-25"),
    ],
)
def test_an_address_tells_its_date(url: str, date: str) -> None:
    found = date_in_url(url)
    assert found is not None
    assert (str(found), found.evidence) == (date, "url")


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/fleet",
        "https://courier.example/2025/99/1",
        "https://courier.example/id/20259999/x",
        "",
    ],
)
def test_an_address_without_a_date_tells_none(url: str) -> None:
    assert date_in_url(url) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "OSTRA, Oct. 25, 2025 (VNA) - The minister said so.",
        "Ostra, 25 oct. 2025 (VNA).- El ministro lo dijo.",
        "OSTRA, 25 October 2025 – The minister said so.",
        "OSTRA (25 October 2025) -- The minister said so.",
    ],
)
def test_a_dateline_tells_the_day(paragraph: str) -> None:
    assert dateline_date(paragraph) == DAY


@pytest.mark.parametrize(
    "paragraph",
    [
        "The minister said on October 25, 2025 that the fleet – all of it – had left.",
        "OSTRA (VNA) - On October 25, 2025 he spoke.",
    ],
)
def test_a_date_in_a_sentence_is_no_dateline(paragraph: str) -> None:
    assert dateline_date(paragraph) is None


@given(st.text(max_size=300))
def test_no_text_makes_dating_raise(text: str) -> None:
    date_in(text)
    date_in_url(text)
    dateline_date(text)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_any_day_written_in_words_is_read(day: dt.date) -> None:
    assert date_in(f"{day:%B} {day.day}, {day.year}") == PartialDate.day(day, "text")


@pytest.mark.parametrize("unit", ["25 ", "oct ", "2025", "25 de ", "A, ", "(", "/20"])
def test_dating_takes_no_longer_for_long_texts(unit: str) -> None:
    text = unit * 100_000
    start = time.process_time()
    date_in(text)
    dateline_date(text)
    date_in_url(text)
    assert time.process_time() - start < 20
