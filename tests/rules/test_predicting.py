from pathlib import Path

import pytest

from rostra.kernel import KnowledgeError
from rostra.pipeline.predicting import Foreseen, find_foreseen
from rostra.rules import known_languages, language_pack
from rostra.rules.predicting import LISTS, PredictingEntry, load_predicting, plain_word
from tests.mentions.reading import article_of

ENTRIES = [(lang, entry) for lang in known_languages() for entry in language_pack(lang).predicting.entries]
EXAMPLES = [(lang, entry, text) for lang, entry in ENTRIES for text in entry.examples]
OTHERS = [(lang, text) for lang, entry in ENTRIES for text in entry.counter_examples]


def says(entry: PredictingEntry, found: Foreseen) -> bool:
    return entry.label in {found.hedge, found.direction, found.act}


@pytest.mark.parametrize(("lang", "entry", "text"), EXAMPLES)
def test_an_entry_is_found_in_its_examples(lang: str, entry: PredictingEntry, text: str) -> None:
    assert [says(entry, found) for found in find_foreseen(article_of(text, lang))] == [True]


@pytest.mark.parametrize(("lang", "text"), OTHERS)
def test_nothing_is_found_in_counter_examples(lang: str, text: str) -> None:
    assert find_foreseen(article_of(text, lang)) == ()


def test_a_language_without_a_file_finds_nothing(tmp_path: Path) -> None:
    assert not load_predicting(tmp_path / "none.toml").marker.search("will increase")


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "predicting.toml"
    path.write_text('[[marker]]\nhedge = "sure"\nwords = ["will"]\n', encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_predicting(path)
    assert len(caught.value.faults) == 3 + len(LISTS) + 1


def test_a_word_is_read_as_folded_text_has_it() -> None:
    assert plain_word("Учений") == "учении"
