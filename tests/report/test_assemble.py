from pathlib import Path

from rostra.kernel import OffsetMap, Run, sha256_hex
from rostra.model import Annotation, DataFile, Document
from rostra.report.assemble import report_of
from rostra.report.page import render
from rostra.store import Case, Reading, RunInfo
from tests.report.samples import document

RAW = "Home » World\nThe Marenian fleet left port on Monday."
TEXT = "The Marenian fleet left port on Monday."


def read(folder: Path) -> Path:
    path, digest = folder / "case.db", sha256_hex(RAW.encode())
    doc = document(TEXT, id=Document.make_id(digest, TEXT), sha256=digest, offsets=_kept())
    with Case.open(path) as case:
        case.begin_run(RunInfo("0.1.0", "rules", (DataFile("words.toml", "a" * 64),)))
        case.add(Reading(Annotation(doc, (), (), (), ()), RAW.encode(), "fleet.txt"))
        case.end_run()
    return path


def _kept() -> OffsetMap:
    start = RAW.index(TEXT)
    return OffsetMap((Run(0, len(TEXT), start, start + len(TEXT)),))


def test_a_case_becomes_a_report(tmp_path: Path) -> None:
    with Case.open(read(tmp_path), "read") as case:
        report = report_of(case, "The fleet", "2026-06-01")
    assert [chapter.source for chapter in report.chapters] == ["fleet.txt"]
    assert (report.making.version, report.making.engine) == ("0.1.0", "rules")
    assert report.making.files == (DataFile("words.toml", "a" * 64),)


def test_furniture_of_a_stored_document_is_on_the_page(tmp_path: Path) -> None:
    with Case.open(read(tmp_path), "read") as case:
        assert "Home » World" in render(report_of(case, "The fleet", None))


def test_two_readings_of_one_case_give_the_same_page(tmp_path: Path) -> None:
    path = read(tmp_path)
    pages = []
    for _ in range(2):
        with Case.open(path, "read") as case:
            pages.append(render(report_of(case, "The fleet", None)))
    assert pages[0] == pages[1]
