from dataclasses import replace

import pytest

from rostra.kernel import PartialDate, SourceError
from rostra.model import DataFile
from rostra.report import Making, Report
from rostra.report.page import render
from rostra.report.replaying import page_differences, section_digests
from rostra.report.seal import read_seal, seal_of, written
from rostra.store import DocumentFilter
from tests.report.hostile import hostile_report
from tests.report.samples import demonstration

PAGE = render(demonstration())


def links(page: str, report: Report) -> list[tuple[str, str]]:
    raw = page.encode("utf-8", "replace")
    return [(each.link, each.subject) for each in page_differences(raw, read_seal(page), report)]


@pytest.mark.parametrize("report", [demonstration(), hostile_report()], ids=["demonstration", "hostile"])
def test_a_page_carries_its_seal(report: Report) -> None:
    assert read_seal(render(report)) == seal_of(report)


def test_what_was_asked_for_comes_back() -> None:
    asked = DocumentFilter(lang="en", text="a <b> & c", since=PartialDate.parse("2025-10"))
    report = replace(demonstration(), asked=asked)
    assert read_seal(render(report)).filter() == asked


def test_a_page_agrees_with_its_report() -> None:
    assert links(PAGE, demonstration()) == []


def test_a_changed_word_is_named_with_its_section() -> None:
    changed = PAGE.replace('<h2 id="says">What', '<h2 id="says">Where')
    assert links(changed, demonstration()) == [("page", "says")]


def test_a_changed_claim_is_named() -> None:
    report = demonstration()
    chapter = report.chapters[0]
    claim = replace(chapter.claims[0], confidence=0.5)
    other = replace(
        report, chapters=(replace(chapter, claims=(claim, *chapter.claims[1:])), *report.chapters[1:])
    )
    assert links(PAGE, other)[0] == ("record", claim.id)


def test_a_changed_row_comes_before_the_figure_that_draws_it() -> None:
    report = demonstration()
    row = replace(report.rows[0], low=1)
    found = sorted(
        page_differences(PAGE.encode(), read_seal(PAGE), replace(report, rows=(row, *report.rows[1:]))),
        key=lambda each: each.place,
    )
    assert found[0].link == "register row"
    assert {"figure", "page"} <= {each.link for each in found}


@pytest.mark.parametrize(
    ("name", "link"),
    [("data/places.toml", "data file"), ("rules/codes/quotes.toml", "data file"), ("pack/x 1", "pack")],
)
def test_a_file_with_other_bytes_is_named(name: str, link: str) -> None:
    report = demonstration()
    making = replace(report.making, files=(*report.making.files, DataFile(name, "0" * 64)))
    assert (link, name) in links(render(replace(report, making=making)), report)


def test_a_page_of_another_case_is_named_as_such() -> None:
    other = Report("t", (), Making("1"))
    assert links(PAGE, other) == [("case", read_seal(PAGE).case)]


def test_a_page_without_a_seal_is_refused() -> None:
    with pytest.raises(SourceError, match="no block"):
        read_seal("<html></html>")


def test_a_broken_seal_is_refused() -> None:
    seal = seal_of(demonstration())
    id_, digest = next(iter(seal.records.items()))
    with pytest.raises(SourceError, match="broken"):
        read_seal(PAGE.replace(f"{id_} {digest}", f"{id_} 0000000000000000"))


def test_a_seal_names_no_folder() -> None:
    chapter = replace(demonstration().chapters[0], source="/home/somebody/secret/a.txt")
    page = render(replace(demonstration(), chapters=(chapter,)))
    assert "secret" not in page
    assert "/" not in written(seal_of(demonstration())).replace("/mentions", "").split("\n", 1)[1]


def test_sections_are_told_apart() -> None:
    sections = section_digests(PAGE)
    assert {"says", "against"} <= set(sections)
    assert "made" not in sections
