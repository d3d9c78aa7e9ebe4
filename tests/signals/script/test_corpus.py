import json
from pathlib import Path

import pytest

from rostra.kernel import KnowledgeError, SourceError
from rostra.signals.script import read_corpus

GOOD = {"id": "a", "date": "2025-01-02", "actor": "Valdoria", "lang": "en", "text": "We hold the straits."}


def corpus(folder: Path, *lines: object) -> Path:
    path = folder / "corpus.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
    return path


def test_documents_come_in_their_order(tmp_path: Path) -> None:
    found = read_corpus(corpus(tmp_path, GOOD, "", GOOD | {"id": "b"}))
    assert [document.id for document in found] == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON"),
        ("[1]", "no JSON object"),
        (GOOD | {"text": 7}, "field 'text'): missing, or no text"),
        (GOOD | {"date": "last week"}, "'last week' names no day"),
        (GOOD | {"date": "2025-01"}, "names no day"),
        (GOOD, "the id 'a' occurs before"),
    ],
)
def test_a_faulty_line_is_named_with_its_row(tmp_path: Path, line: object, said: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_corpus(corpus(tmp_path, GOOD, line))
    assert "row 2" in str(caught.value)
    assert said.rsplit("): ", maxsplit=1)[-1] in str(caught.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_corpus(corpus(tmp_path, *[GOOD | {"date": "x", "id": str(at)} for at in range(30)]))
    assert (len(caught.value.faults), "and 10 more" in str(caught.value)) == (21, True)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no document"):
        read_corpus(corpus(tmp_path))


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "bom.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    assert len(read_corpus(path)) == 1


def test_a_line_as_long_as_a_corpus_is_refused_once(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(b'{"text": "' + b"a " * 20_000_000 + b'"}\n')
    with pytest.raises(KnowledgeError, match=r"row 1: longer than 16,000,000 bytes") as refused:
        read_corpus(path)
    assert len(refused.value.faults) == 1
