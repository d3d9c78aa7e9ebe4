from pathlib import Path

import pytest

from rostra.kernel import KnowledgeError, Span
from rostra.training.brat import is_brat, read_brat

TEXT = "Ana Ruiz said the fleet\nhad sailed, and Torv Breen agreed."
NOTES = (
    "T1\tSource 0 8\tAna Ruiz\nT2\tCue 9 13\tsaid\nT3\tContent 14 34\tthe fleet\nhad sailed\n"
    "T4\tAttribution 9 13\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
)


def folder(tmp_path: Path, notes: str = NOTES) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "one_a.ann").write_text(notes, encoding="utf-8")
    return tmp_path


def test_an_event_is_an_attribution(tmp_path: Path) -> None:
    (example,) = read_brat(folder(tmp_path))
    (found,) = example.attributions
    assert (found.contents, found.cues, found.sources) == ((Span(14, 34),), (Span(9, 13),), (Span(0, 8),))


def test_the_words_of_a_span_may_hold_line_breaks_that_look_like_lines(tmp_path: Path) -> None:
    notes = NOTES.replace("the fleet\nhad", "the fleet\nThe had")
    (example,) = read_brat(folder(tmp_path, notes))
    assert len(example.attributions) == 1


def test_a_content_in_pieces_keeps_them_in_order(tmp_path: Path) -> None:
    notes = NOTES.replace("Content 14 34", "Content 24 34;14 23")
    (example,) = read_brat(folder(tmp_path, notes))
    assert example.attributions[0].contents == (Span(14, 23), Span(24, 34))


def test_each_annotator_is_a_reading_of_the_same_text(tmp_path: Path) -> None:
    made = folder(tmp_path)
    (made / "attributions" / "one_b.ann").write_text("", encoding="utf-8")
    assert [(e.id, len(e.attributions)) for e in read_brat(made)] == [("one", 1), ("one", 0)]


def test_an_event_without_content_is_left_out(tmp_path: Path) -> None:
    (example,) = read_brat(folder(tmp_path, NOTES.replace("Content:T3 ", "")))
    assert example.attributions == ()


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (NOTES.replace("14 34", "14 999"), "offsets"),
        (NOTES.replace("14 34", "34 14"), "offsets"),
        (NOTES.replace("14 34", "x"), "offsets"),
        (NOTES.replace("Source:T1", "Source:T9"), "Source"),
    ],
)
def test_a_fault_is_told_with_its_line_and_field(tmp_path: Path, broken: str, field: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        list(read_brat(folder(tmp_path, broken)))
    (fault,) = caught.value.faults
    assert fault.place.row
    assert fault.place.field == field
    assert fault.remedy


def test_a_folder_without_annotations_is_no_corpus(tmp_path: Path) -> None:
    assert not is_brat(tmp_path)
