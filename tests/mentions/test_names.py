"""Runs the cases of tests/cases/mentions/names_*.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.mentions.reading import read

CASES = Path(__file__).parent.parent / "cases" / "mentions"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("names_*.yml")):
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [
            pytest.param(table["lang"], case, id=f"{table['lang']}: {case['name']}")
            for case in table["cases"]
        ]
    return found


@pytest.mark.parametrize(("lang", "case"), _cases())
def test_names_are_found_as_the_case_says(lang: str, case: dict[str, Any]) -> None:
    mentions = read(case["text"], lang)
    seen = {(mention.kind, mention.span.of(case["text"])): mention.id for mention in mentions}
    for kind, words, *entity in case.get("find", ()):
        assert (kind, words) in seen, f"{kind} {words!r} is missing among {sorted(map(str, seen))}"
        assert not entity or seen[kind, words] == entity[0]
    for kind, words in case.get("never", ()):
        assert (kind, words) not in seen
