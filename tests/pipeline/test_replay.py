"""A case that was tampered with, or is replayed with other knowledge, names the link that differs."""

import json
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from rostra.ingest import ReadSettings, list_sources
from rostra.model import DataFile, Difference
from rostra.pipeline import reading
from rostra.pipeline.checking import check_case
from rostra.pipeline.engine import StagedEngine
from rostra.pipeline.knowing import knowledge_of
from rostra.pipeline.reading import Plan, read_into
from rostra.pipeline.replay import Replayed, replay
from rostra.store import Case
from tests.pipeline.samples import ARTICLE, REGISTER, made


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("replay") / "one")


@pytest.fixture
def copied(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path / "case.db"))


def replayed(path: Path) -> Replayed:
    with Case.open(path, "read") as case:
        return replay(case)


def first(path: Path) -> Difference:
    return replayed(path).differences[0]


def tampered(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.create_function("folded", 1, str, deterministic=True)
        assert connection.execute(statement, values).rowcount


def with_record(path: Path, table: str, change: Callable[[dict[str, Any]], None], where: str = "1") -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        query = f"SELECT id, record FROM {table} WHERE {where}"  # noqa: S608 - names are the test's own
        id_, record = next(connection.execute(query))
        fields = json.loads(record)
        change(fields)
        update = f"UPDATE {table} SET record = ? WHERE id = ?"  # noqa: S608 - as above
        connection.execute(update, (json.dumps(fields), id_))


def run_files(path: Path, change: Callable[[list[list[str]]], None]) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        files = json.loads(next(connection.execute("SELECT files FROM runs"))[0])
        change(files)
        connection.execute("UPDATE runs SET files = ?", (json.dumps(files),))


def test_a_case_agrees_with_itself(original: Path) -> None:
    done = replayed(original)
    assert (done.differences, done.notes) == ((), ())
    assert (done.documents, done.rows) == (1, 2)
    assert done.records > 4
    assert done.findings


def test_progress_is_told(original: Path) -> None:
    heard: list[tuple[int, int]] = []
    with Case.open(original, "read") as case:
        replay(case, told=lambda done, total: heard.append((done, total)))
    assert heard == [(1, 1)]


def test_nothing_is_written(original: Path) -> None:
    before = original.read_bytes()
    replayed(original)
    assert original.read_bytes() == before


@pytest.fixture
def article(original: Path) -> Iterator[str]:
    with Case.open(original, "read") as case:
        yield next(case.documents()).sha256


def test_other_raw_bytes_are_named(copied: Path, article: str) -> None:
    other = zlib.compress(ARTICLE.replace("400", "900").encode())
    tampered(copied, "UPDATE raws SET packed = ? WHERE sha256 = ?", other, article)
    assert first(copied).link == "raw bytes"


def test_damaged_raw_bytes_are_named(copied: Path, article: str) -> None:
    tampered(copied, "UPDATE raws SET packed = ? WHERE sha256 = ?", b"xx", article)
    assert (first(copied).link, first(copied).now) == ("raw bytes", "missing or damaged")


def test_missing_raw_bytes_are_named(copied: Path, article: str) -> None:
    tampered(copied, "DELETE FROM raws WHERE sha256 = ?", article)
    assert first(copied).link == "raw bytes"


@pytest.mark.parametrize(
    ("name", "value", "link"),
    [("encoding", "cp1252", "decoding"), ("lang", "es", "language"), ("outlet", "Another", "text")],
)
def test_a_changed_document_is_named(copied: Path, name: str, value: str, link: str) -> None:
    with_record(copied, "documents", lambda fields: fields.update({name: value}))
    assert (first(copied).link, first(copied).field) == (link, name)


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [("claims", "confidence", 0.123), ("quotes", "rule", "Q999"), ("mentions", "name", "Elsewhere")],
)
def test_a_changed_record_is_named_with_its_field(copied: Path, table: str, name: str, value: object) -> None:
    with_record(copied, table, lambda fields: fields.update({name: value}))
    assert (first(copied).link, first(copied).field) == ("record", name)


@pytest.mark.parametrize(
    ("table", "link"),
    [
        ("documents", "text"),
        ("quotes", "record"),
        ("claims", "record"),
        ("reference_rows", "register row"),
        ("findings", "check"),
    ],
)
@pytest.mark.parametrize("record", ["{", '{"confidence":7}', "[]"])
def test_a_record_that_cannot_be_read_is_named(copied: Path, table: str, link: str, record: str) -> None:
    tampered(copied, f"UPDATE {table} SET record = ?", record)  # noqa: S608 - the test's own names
    assert link in {each.link for each in replayed(copied).differences}


def test_a_record_taken_out_is_named(copied: Path) -> None:
    tampered(copied, "DELETE FROM quotes WHERE ordinal = 0")
    assert (first(copied).link, first(copied).stored) == ("record", "none")


def test_another_version_of_a_rule_is_named(copied: Path) -> None:
    with closing(sqlite3.connect(copied)) as connection:
        cited = [json.loads(row[0]) for row in connection.execute("SELECT record FROM evidence")]
    rule = cited[0]["rules"][0].partition("@")[0]
    tampered(copied, "UPDATE evidence SET record = replace(record, ?, ?)", f'"{rule}@1"', f'"{rule}@7"')
    assert (first(copied).link, first(copied).subject, first(copied).stored) == ("rule", rule, f"{rule}@7")


@pytest.mark.parametrize("name", ["data/places.toml", "rules/codes/quotes.toml"])
def test_another_data_or_rule_file_is_named(copied: Path, name: str) -> None:
    def change(files: list[list[str]]) -> None:
        next(file for file in files if file[0] == name)[1] = "0" * 64

    run_files(copied, change)
    assert (first(copied).link, first(copied).subject) == ("data file", name)


def test_a_file_changed_here_is_named(original: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tuple(
        DataFile(file.name, "f" * 64 if file.name == "data/places.toml" else file.sha256)
        for file in reading.shipped_files()
    )
    monkeypatch.setattr(reading, "shipped_files", lambda: here)
    assert (first(original).link, first(original).now) == ("data file", "f" * 64)


def test_a_changed_pack_is_named(copied: Path) -> None:
    with closing(sqlite3.connect(copied)) as connection:
        raw = zlib.decompress(
            next(connection.execute("SELECT packed FROM pack_files WHERE name = 'pack.toml'"))[0]
        )
    tampered(
        copied, "UPDATE pack_files SET packed = ? WHERE name = 'pack.toml'", zlib.compress(raw + b"# more\n")
    )
    assert (first(copied).link, first(copied).subject.startswith("pack/")) == ("pack", True)


def test_a_pack_taken_out_is_named(copied: Path) -> None:
    tampered(copied, "DELETE FROM packs")
    assert (first(copied).link, first(copied).now) == ("pack", "none")


def test_a_model_that_is_not_here_is_named(copied: Path) -> None:
    run_files(copied, lambda files: files.append(["weights/model.onnx", "1" * 64]))
    assert (first(copied).link, first(copied).subject) == ("model", "weights/model.onnx")


def test_another_version_of_the_engine_is_named(copied: Path) -> None:
    tampered(copied, "UPDATE runs SET engine = 'rules 9.9'")
    assert (first(copied).link, first(copied).stored) == ("engine", "rules 9.9")


def test_an_engine_that_is_not_installed_is_named(copied: Path) -> None:
    tampered(copied, "UPDATE runs SET engine = 'oracle 1'")
    assert (first(copied).link, "cannot be used here" in first(copied).now) == ("engine", True)


def test_another_version_of_the_program_is_named(copied: Path) -> None:
    tampered(copied, "UPDATE runs SET version = '99.0'")
    assert first(copied).link == "program"


def test_a_changed_row_is_named_before_the_check_that_cites_it(copied: Path) -> None:
    with_record(copied, "reference_rows", lambda fields: fields.update({"low": 140}))
    links = [each.link for each in replayed(copied).differences]
    assert links[0] == "register row"
    assert "check" in links


def test_other_bytes_of_a_register_are_named(copied: Path) -> None:
    with Case.open(copied, "read") as case:
        sha256 = case.reference_files()[0].sha256
    other = zlib.compress(REGISTER.replace("150", "160").encode())
    tampered(copied, "UPDATE raws SET packed = ? WHERE sha256 = ?", other, sha256)
    assert (first(copied).link, first(copied).subject) == ("register", "deliveries.csv")


def test_a_register_without_bytes_is_told_and_its_rows_stand(copied: Path) -> None:
    with Case.open(copied, "read") as case:
        sha256 = case.reference_files()[0].sha256
    tampered(copied, "DELETE FROM raws WHERE sha256 = ?", sha256)
    done = replayed(copied)
    assert (done.differences, done.rows) == ((), 0)
    assert "deliveries.csv" in done.notes[0]


def test_a_changed_finding_is_named_with_its_field(copied: Path) -> None:
    with_record(copied, "findings", lambda fields: fields.update({"relation": "It is so."}))
    assert (first(copied).link, first(copied).field) == ("check", "relation")


def test_a_changed_decision_is_named(copied: Path) -> None:
    tampered(copied, "UPDATE decisions SET reason = 'another reason'")
    assert first(copied).link == "grade by hand"


def test_missing_evidence_is_named(copied: Path) -> None:
    tampered(copied, "DELETE FROM evidence")
    assert (first(copied).link, first(copied).field) == ("record", "evidence")


def test_kept_furniture_is_kept_in_a_replay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Skip to content\n\n{ARTICLE}\nRead also\n", encoding="utf-8")
    path = tmp_path / "case.db"
    with Case.open(path) as case:
        plan = Plan(list_sources([tmp_path / "a.txt"]), ReadSettings(keep_furniture=True), StagedEngine())
        list(read_into(case, plan))
        check_case(case, knowledge_of(case))
    assert replayed(path).differences == ()


def test_a_refused_source_is_told(copied: Path, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_bytes(b"\x00\x01\x02")
    with Case.open(copied) as case:
        list(read_into(case, Plan(list_sources([tmp_path / "x.html"]), ReadSettings(), StagedEngine())))
    done = replayed(copied)
    assert (done.differences, "noted: 1" in done.notes[0]) == ((), True)


def test_two_machines_paths_give_the_same_digits(original: Path, tmp_path: Path) -> None:
    other = made(tmp_path / "quite" / "another place")
    with Case.open(original, "read") as here, Case.open(other, "read") as there:
        for listing in ("documents", "mentions", "quotes", "claims", "reference_rows"):
            assert list(getattr(here, listing)()) == list(getattr(there, listing)())
        assert [each.id for each in here.findings()] == [each.id for each in there.findings()]
    assert replayed(other).differences == ()
