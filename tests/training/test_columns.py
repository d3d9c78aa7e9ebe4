from pathlib import Path

import pytest

from rostra.kernel import KnowledgeError
from rostra.training.columns import read_columns

SENTENCE = """\
Breen X O B-source O
said X O O B-cue
that X B-content O O
ships X I-content O O
sailed X I-content O O
. X O O O
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.conll"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sentence_is_put_together_with_its_spans(tmp_path: Path) -> None:
    (example,) = read_columns(written(tmp_path, SENTENCE))
    (found,) = example.attributions
    parts = [spans[0].of(example.text) for spans in (found.contents, found.cues, found.sources)]
    assert (example.text.strip(), parts) == (
        "Breen said that ships sailed.",
        ["that ships sailed", "said", "Breen"],
    )


def test_a_content_takes_the_nearest_cue_of_its_sentence(tmp_path: Path) -> None:
    (example,) = read_columns(written(tmp_path, SENTENCE + "\n" + SENTENCE.replace("said", "told")))
    assert [a.cues[0].of(example.text) for a in example.attributions] == ["said", "told"]


def test_a_line_of_docstart_begins_another_text(tmp_path: Path) -> None:
    two = f"-DOCSTART- O O O\n\n{SENTENCE}\n-DOCSTART- O O O\n\n{SENTENCE}"
    assert [e.id for e in read_columns(written(tmp_path, two))] == ["mine:0", "mine:1"]


def test_a_label_inside_without_a_first_one_begins_a_span(tmp_path: Path) -> None:
    (example,) = read_columns(written(tmp_path, "ships I O O\nsail O O O\n"))
    assert [c.of(example.text) for a in example.attributions for c in a.contents] == ["ships"]


@pytest.mark.parametrize("line", ["ships O O", "ships Q O O", "ships"])
def test_a_broken_line_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        list(read_columns(written(tmp_path, SENTENCE + line + "\n")))
    assert [fault.place.row for fault in caught.value.faults] == [7]
