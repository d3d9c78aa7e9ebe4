import sqlite3
from pathlib import Path

import pytest

from rostra.kernel import CaseError
from rostra.store import Case, opening
from rostra.store.opening import Migration, migrations, statements
from tests.store.articles import reading

KNOWN = migrations()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rostra.db"


def refused(path: Path, mode: str = "write") -> CaseError:
    with pytest.raises(CaseError) as raised:
        Case.open(path, mode, busy_seconds=0.05)  # type: ignore[arg-type]  # a literal
    assert raised.value.remedy
    return raised.value


def test_a_case_is_made_and_opened_again(path: Path) -> None:
    Case.open(path).close()
    with Case.open(path) as case:
        assert case.counts().documents == 0


@pytest.mark.parametrize("name", ["a b.db", "50%.db", "what?.db", "#1.db", "Séldar.db"])
def test_a_case_may_have_any_name(tmp_path: Path, name: str) -> None:
    Case.open(tmp_path / name).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_empty_file_becomes_a_case(path: Path) -> None:
    path.touch()
    Case.open(path).close()
    Case.open(path, "read").close()


def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("minutes of a meeting", encoding="utf-8")
    assert "no case" in refused(path).message
    assert path.read_text(encoding="utf-8") == "minutes of a meeting"


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    assert "no case" in refused(path).message


def test_a_database_with_another_mark_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA application_id = 7")
    other.close()
    assert "no case" in refused(path).message


def test_a_newer_case_is_refused(path: Path) -> None:
    Case.open(path).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 999")
    other.close()
    assert "newer" in refused(path).message


def test_a_damaged_case_is_refused(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert "damaged" in refused(path).message


def test_a_folder_is_refused(path: Path) -> None:
    path.mkdir()
    assert "folder" in refused(path).message


def test_a_case_in_a_missing_folder_is_refused(path: Path) -> None:
    assert "does not exist" in refused(path.parent / "no" / "rostra.db").message


def test_reading_a_missing_case_is_refused_and_makes_none(path: Path) -> None:
    assert "no case here" in refused(path, "read").message
    assert not path.exists()


def test_a_busy_case_is_refused_by_a_writer(path: Path) -> None:
    with Case.open(path, busy_seconds=0.05) as case:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseError, match="another process is writing"):
            case.add(reading())
        other.execute("ROLLBACK")
        other.close()
        case.add(reading())


def test_a_busy_case_is_read_all_the_same(path: Path) -> None:
    with Case.open(path) as case:
        case.add(reading())
        case._connection.execute("BEGIN IMMEDIATE")  # noqa: SLF001 - holds the writer's lock
        with Case.open(path, "read") as reader:
            assert len(list(reader.claims())) == 1
        case._connection.execute("ROLLBACK")  # noqa: SLF001


def test_a_case_that_cannot_be_written_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Case.open(path).close()
    with Case.open(path) as case:
        case._connection.execute("PRAGMA query_only = ON")  # noqa: SLF001 - stands for a read-only place
        with pytest.raises(CaseError, match="cannot be written") as raised:
            case.add(reading())
    assert "folder" in raised.value.remedy


def test_a_full_disk_is_told_and_keeps_what_was_finished(path: Path) -> None:
    with Case.open(path) as case:
        case.add(reading())
        pages = case._connection.execute("PRAGMA page_count").fetchone()[0]  # noqa: SLF001
        case._connection.execute(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001 - stands for a full disk
        with pytest.raises(CaseError, match="disk is full"):
            case.add(reading("Ada" + reading().annotation.document.text * 900, source="b.txt"))
    with Case.open(path) as case:
        assert case.counts().documents == 1


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [step.number for step in migrations()] == list(range(1, len(migrations()) + 1))


def test_an_older_case_is_brought_up_to_date_with_a_backup(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Case.open(path) as case:
        case.add(reading())
    last = migrations()[-1].number
    step = Migration(last + 1, "next", "CREATE TABLE notes (words TEXT);")
    monkeypatch.setattr(opening, "migrations", lambda: (*KNOWN, step))
    with Case.open(path) as case:
        assert case.counts().documents == 1
        assert case._connection.execute("SELECT count(*) FROM notes").fetchone() == (0,)  # noqa: SLF001
    monkeypatch.undo()
    with Case.open(path.with_name(f"rostra.db.v{last}.backup"), "read") as backup:
        assert backup.counts().documents == 1


def test_a_migration_that_fails_leaves_the_case_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Case.open(path) as case:
        case.add(reading())
    step = Migration(
        migrations()[-1].number + 1, "next", "CREATE TABLE notes (words TEXT); SELECT no_such();"
    )
    monkeypatch.setattr(opening, "migrations", lambda: (*KNOWN, step))
    assert "failed" in refused(path).message
    monkeypatch.undo()
    with Case.open(path) as case:
        assert case.counts().documents == 1


def test_a_script_is_split_at_its_statements() -> None:
    script = "CREATE TABLE a (b); CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; END; SELECT 1;"
    assert [part.split()[0] for part in statements(script)] == ["CREATE", "CREATE", "SELECT"]
