from pathlib import Path

import pytest

from rostra.kernel import KnowledgeError
from rostra.kernel.tables import FaultList, read_toml


def test_a_file_gives_its_tables(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[t]\nx = 1\n")
    assert read_toml(tmp_path / "a.toml") == {"t": {"x": 1}}


@pytest.mark.parametrize(("raw", "what"), [(b"\xff", "not UTF-8 at byte 0"), (b"x = ", "not TOML")])
def test_a_faulty_file_is_refused_with_its_fault(tmp_path: Path, raw: bytes, what: str) -> None:
    (tmp_path / "a.toml").write_bytes(raw)
    with pytest.raises(KnowledgeError, match=what):
        read_toml(tmp_path / "a.toml")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="missing"):
        read_toml(tmp_path / "a.toml")


def test_a_list_of_faults_raises_them_all_at_once() -> None:
    faults = FaultList("a.toml")
    faults.add("one", "mend it", row=1)
    faults.add("two", "mend it", row=2)
    with pytest.raises(KnowledgeError) as caught:
        faults.close()
    assert len(caught.value.faults) == 2


def test_a_list_without_faults_raises_nothing() -> None:
    FaultList("a.toml").close()
