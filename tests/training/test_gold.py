import json
from pathlib import Path
from typing import Any

import pytest

from rostra.kernel import KnowledgeError, Span
from rostra.training.gold import read_gold

TEXT = "Breen said so. Ana Ruiz said the fleet had sailed."
SAID = {"content_start": 29, "content_end": 49, "speaker_start": 15, "speaker_end": 23, "cue_text": "said"}


def written(tmp_path: Path, *records: Any) -> Path:
    path = tmp_path / "gold.jsonl"
    lines = (record if isinstance(record, str) else json.dumps(record) for record in records)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_an_utterance_is_an_attribution_and_its_cue_the_nearest_words(tmp_path: Path) -> None:
    (example,) = read_gold(written(tmp_path, {"id": "a", "lang": "en", "text": TEXT, "utterances": [SAID]}))
    (found,) = example.attributions
    assert (found.contents, found.cues, found.sources) == ((Span(29, 49),), (Span(24, 28),), (Span(15, 23),))


def test_a_text_without_utterances_teaches_that_there_are_none(tmp_path: Path) -> None:
    (example,) = read_gold(written(tmp_path, {"id": "a", "lang": "es", "text": TEXT}))
    assert (example.lang, example.attributions) == ("es", ())


def test_a_cue_that_is_not_in_the_text_is_none(tmp_path: Path) -> None:
    said = {**SAID, "cue_text": "claimed"}
    (example,) = read_gold(written(tmp_path, {"id": "a", "lang": "en", "text": TEXT, "utterances": [said]}))
    assert example.attributions[0].cues == ()


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    far = {**SAID, "content_end": 900}
    path = written(tmp_path, "{", {"id": "b"}, {"id": "c", "text": TEXT, "utterances": [far]})
    with pytest.raises(KnowledgeError) as caught:
        list(read_gold(path))
    assert sorted({fault.place.row for fault in caught.value.faults if fault.place.row}) == [1, 2, 3]
