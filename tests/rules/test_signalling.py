from pathlib import Path

import pytest

from rostra.kernel import KnowledgeError
from rostra.rules import known_languages, language_pack
from rostra.rules.signalling import PARTS, load_signalling
from rostra.text import fold

CASES = [(lang, part) for lang in known_languages() for part in PARTS]


@pytest.mark.parametrize(("lang", "part"), CASES)
def test_words_are_found_in_their_examples_and_not_in_the_others(lang: str, part: str) -> None:
    words = language_pack(lang).signalling
    examples, others = (words.examples or {})[part]
    assert [text for text in examples if not getattr(words, part).search(fold(text))] == []
    assert [text for text in others if getattr(words, part).search(fold(text))] == []


def test_a_language_without_a_file_finds_nothing(tmp_path: Path) -> None:

    assert not load_signalling(tmp_path / "none.toml").display.search("parade")


def test_every_part_without_examples_is_a_fault(tmp_path: Path) -> None:

    path = tmp_path / "signalling.toml"
    path.write_text('[display]\nwords = ["parade"]\n', encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_signalling(path)
    assert len(caught.value.faults) == len(PARTS)
