import json
from pathlib import Path

import pytest

from rostra.kernel import SourceError
from rostra.training.corpora import is_held, read_corpora, read_open, split
from tests.training.written import examples


def test_the_suffix_tells_the_reader(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "text": "Breen spoke."}), encoding="utf-8")
    (tmp_path / "b.conll").write_text("Breen O O O\n", encoding="utf-8")
    found = read_corpora([tmp_path / "a.jsonl", tmp_path / "b.conll"])
    assert [example.origin for example in found] == ["gold", "columns"]


def test_what_no_reader_knows_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="brat"):
        read_corpora([tmp_path])


def test_about_one_text_in_ten_is_held_out() -> None:
    assert 60 <= sum(is_held(f"text {n}") for n in range(1000)) <= 140


def test_no_text_is_both_learned_from_and_held_out() -> None:
    corpus = split(examples(200))
    taught = {group[0].id for group in corpus.taught}
    assert not taught & {one.id for one in corpus.held}
    assert len(taught) + len(corpus.held) == 200


def test_silver_is_never_held_out() -> None:
    assert split(examples(100, "silver")).held == ()


def test_readings_of_one_text_stay_together() -> None:
    corpus = split([*examples(30), *examples(30)])
    assert {len(group) for group in corpus.taught} == {2}


def test_a_broken_line_of_open_text_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "open.jsonl"
    path.write_text('{"id": "a", "lang": "es"}\n', encoding="utf-8")
    with pytest.raises(SourceError, match="row 1"):
        list(read_open([path]))
