"""Behaviour of the quote rules: the cases of tests/cases/quotes/*.yml."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from _pytest.mark.structures import ParameterSet

from tests.quotes.reading import quotes_of

FOLDER = Path(__file__).parent.parent / "cases" / "quotes"
LANGUAGE = {"english": "en", "english_speakers": "en", "spanish": "es"}


def cases() -> Iterator[ParameterSet]:
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, LANGUAGE.get(path.stem), id=f"{path.stem}: {case['text'][:60]!a}")


@pytest.mark.parametrize(("case", "lang"), list(cases()))
def test_case(case: dict[str, Any], lang: str | None) -> None:
    text = case["text"]
    found = [
        {
            "kind": quote.kind,
            "speaker": quote.speaker.of(text) if quote.speaker else None,
            "content": quote.content.of(text),
        }
        for quote in quotes_of(text, lang or case["lang"])
    ]
    assert found == case["quotes"]
