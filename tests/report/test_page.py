import base64
import hashlib
import re
from dataclasses import replace

import pytest

from rostra.report import Making, Report
from rostra.report.page import render
from tests.report.hostile import ADDRESSES, hostile_chapter, hostile_report
from tests.report.markup import Page, parsed
from tests.report.samples import demonstration, parade

REPORTS = {
    "demonstration": demonstration(),
    "hostile": hostile_report(),
    "empty": Report("Nothing yet", (), Making("0.1.0")),
}


@pytest.fixture(scope="module", params=sorted(REPORTS))
def html(request: pytest.FixtureRequest) -> str:
    return render(REPORTS[request.param])


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return parsed(html)


def test_every_tag_closes_what_it_opened(page: Page) -> None:
    assert page.faults == []
    assert page.stack == []


def test_ids_are_unique(page: Page) -> None:
    ids = page.values("id")
    assert sorted(set(ids)) == sorted(ids)


def test_every_link_inside_the_page_arrives(page: Page) -> None:
    ids = set(page.values("id"))
    assert [href for href in page.values("href") if href.startswith("#") and href[1:] not in ids] == []


def test_every_label_by_reference_exists(page: Page) -> None:
    ids = set(page.values("id"))
    wanted = {name for value in page.values("aria-labelledby") for name in value.split()}
    assert wanted <= ids


def test_nothing_that_could_run_or_load_is_on_the_page(page: Page) -> None:
    loading = {"script", "img", "iframe", "object", "embed", "form", "base", "audio", "video", "image", "use"}
    assert not page.names() & loading
    assert [
        name for _, attrs in page.tags for name in attrs if name.startswith("on") or name in {"src", "style"}
    ] == []


def test_links_lead_into_the_page_or_to_the_web(page: Page) -> None:
    hrefs = [href for tag, attrs in page.tags if tag == "a" and (href := attrs.get("href"))]
    assert [href for href in hrefs if not href.startswith(("#", "https://", "http://"))] == []


def test_the_policy_names_the_style_sheet_by_its_hash(html: str, page: Page) -> None:
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(attrs["content"] or "" for _, attrs in page.tags if attrs.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert digest in policy
    assert "unsafe" not in policy


def test_the_page_can_be_written_as_utf8(html: str) -> None:
    assert html.encode("utf-8")


def test_nothing_unseen_reaches_the_page(html: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\u200b\u202a-\u202e\u2066-\u2069\ufeff]", html)


@pytest.mark.parametrize("report", [demonstration, hostile_report])
def test_the_same_report_gives_the_same_page(report: object) -> None:
    assert callable(report)
    assert render(report()) == render(report())


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_hostile_address_becomes_no_link_out_of_its_attribute(url: str) -> None:
    page = parsed(render(Report("t", (hostile_chapter(url),), Making("1"))))
    out = [attrs for tag, attrs in page.tags if tag == "a" and not (attrs.get("href") or "").startswith("#")]
    assert all(attrs["href"] == url and url.startswith("https://") for attrs in out)


def test_an_address_of_the_web_is_a_link_that_tells_nobody() -> None:
    page = parsed(render(demonstration()))
    link = next(attrs for _, attrs in page.tags if (attrs.get("href") or "").startswith("https:"))
    assert link["rel"] == "noopener noreferrer nofollow"


def test_the_text_on_the_page_is_the_text_of_the_document() -> None:
    chapter = parade()
    html = render(Report("t", (chapter,), Making("1")))
    section = html[html.index('<section class="text"') : html.index('<section class="ledger"')]
    without_labels = re.sub(r'<a class="(?:tag|no) [^>]*>[^<]*</a>', "", section)
    words = " ".join("".join(text for _, text in parsed(without_labels).texts).split())
    assert words == " ".join(chapter.document.text.split())


def test_text_of_another_language_says_so() -> None:
    page = parsed(render(demonstration()))
    sections = [attrs for tag, attrs in page.tags if tag == "section" and attrs.get("class") == "text"]
    assert [attrs["lang"] for attrs in sections] == ["en", "es", "en"]


def test_every_figure_is_described_in_words() -> None:
    html = render(demonstration())
    assert html.count("<svg ") == html.count("<desc ") == 3
    assert "Possession claimed by Ilario Venstrom, 2026-05-14: 6,000" in html
    assert "together 3,600" in html


def test_a_cited_row_keeps_its_marks_of_uncertainty() -> None:
    html = render(demonstration())
    assert '<abbr title="marked as uncertain in the source">?</abbr>' in html
    assert "marked uncertain in the source: <bdi>count, licence</bdi>" in html


def test_a_fact_stated_three_times_is_told_once() -> None:
    html = render(demonstration())
    overview = html[html.index('id="says"') : html.index('id="against"')]
    assert overview.count("6,000 × Igla-S") == 1
    assert "3 times in all" in overview


def test_furniture_is_reachable() -> None:
    assert "Skip to content Home » World » Valdoria" in render(demonstration())


def test_refusals_are_listed_with_file_and_reason() -> None:
    html = render(demonstration())
    assert "scan.pdf" in html
    assert "articles/scan.pdf" not in html
    assert "the file holds no text that can be read" in html


def test_a_finding_on_an_unknown_row_still_shows() -> None:
    report = replace(demonstration(), rows=())
    assert "Not enough information" in render(report)


def test_many_documents_are_folded_and_stay_small() -> None:
    report = replace(demonstration(), chapters=demonstration().chapters * 67)
    html = render(report)
    assert "<details open>\n<summary><h2" not in html
    assert len(html) / len(report.chapters) < 20_000
