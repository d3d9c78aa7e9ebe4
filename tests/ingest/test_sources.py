import io
import os
from pathlib import Path

import pytest

from rostra.ingest import Reading, ReadSettings, list_sources, read_sources
from rostra.model import Refusal

TEXT = "The minister of Valdoria said on Tuesday that the brigade would receive forty tanks.\n"


def names(*sources: str | Path) -> list[str]:
    return [Path(source.name).name for source in list_sources(sources)]


def only(path: Path, settings: ReadSettings | None = None) -> Reading | Refusal:
    [read] = read_sources([path], settings)
    return read


def code(read: Reading | Refusal) -> str:
    assert isinstance(read, Refusal)
    assert read.stage == "ingest"
    assert str(read.source) in read.message
    assert "; " in read.message
    return read.code


def test_a_folder_gives_its_texts_in_order_of_name(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "c.html",
        "z/1.htm",
        "z/0.txt",
        "picture.png",
        ".hidden.txt",
        ".git/x.txt",
        "d.PDF",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert names(tmp_path) == ["a.md", "b.txt", "c.html", "d.PDF", "0.txt", "1.htm"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    (tmp_path / "link.txt").symlink_to(file)
    assert names(file, tmp_path, tmp_path / ".." / tmp_path.name / "a.txt") == ["a.txt"]


def test_linked_folders_that_turn_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["a.txt"]


def test_a_name_that_is_no_utf_8_can_be_stored(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    file.write_text(TEXT)
    read = only(file)
    assert isinstance(read, Reading)
    assert read.source.endswith("\ufffd.txt")


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["a.txt"]


def test_a_folder_that_cannot_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed, scandir = tmp_path / "closed", os.scandir
    closed.mkdir()

    def guarded(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert code(only(tmp_path)) == "ingest.unreadable"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert code(only(tmp_path / "a.txt")) == "ingest.unreadable"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert code(only(tmp_path / "nothing.txt")) == "ingest.not_found"


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert code(next(iter(read_sources(["a\x00b.txt"])))) == "ingest.unreadable"


def test_a_file_without_rights_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)

    def denied(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert code(only(file)) == "ingest.unreadable"


def test_a_file_above_the_limit_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "dump.txt"
    with file.open("wb") as opened:
        opened.truncate(200 * 1024 * 1024)
    assert code(only(file)) == "ingest.too_large"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device that never ends")
def test_a_device_that_never_ends_is_refused() -> None:
    assert code(only(Path("/dev/zero"), ReadSettings(max_bytes=1000))) == "ingest.too_large"


def test_the_rest_goes_on_after_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(TEXT)
    first, second = read_sources([tmp_path])
    assert code(first) == "ingest.empty"
    assert isinstance(second, Reading)


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    [read] = read_sources(["-", "-"])
    assert isinstance(read, Reading)
    assert (read.source, read.document.text) == ("standard input", TEXT.strip())


def test_what_was_listed_is_read_as_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    listed = list_sources([tmp_path])
    assert [read.source for read in read_sources(listed)] == [source.name for source in listed]


def test_what_is_given_wins_over_what_the_source_says(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"---\ntitle: Other\nlang: es\n---\n{TEXT}")
    read = only(
        file, ReadSettings(title="Given", lang="en", url="https://courier.example/2025/10/25/a", outlet="C")
    )
    assert isinstance(read, Reading)
    document = read.document
    assert (document.title, document.lang, document.outlet, str(document.date)) == (
        "Given",
        "en",
        "C",
        "2025-10-25",
    )


def test_an_empty_list_gives_nothing() -> None:
    assert list(read_sources([])) == []


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert list(read_sources([tmp_path])) == list(read_sources([os.fspath(tmp_path)]))
