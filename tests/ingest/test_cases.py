"""The behaviour cases of reading: tests/cases/ingest/*.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from rostra.ingest import Reading, document_from_bytes
from rostra.model import Refusal

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "ingest"
CASES = [
    case for file in sorted(FOLDER.glob("*.yml")) for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    read = document_from_bytes(case["text"].encode(), name=case.get("as", "copied.txt"))
    if "refusal" in case:
        assert isinstance(read, Refusal)
        assert read.code == case["refusal"]
        return
    assert isinstance(read, Reading)
    document = read.document
    said = {
        "is": document.text,
        "title": document.title,
        "date": str(document.date) if document.date else None,
        "evidence": document.date.evidence if document.date else None,
        "url": document.url,
        "outlet": document.outlet,
        "lang": document.lang,
        "dropped": [item.rule for item in read.dropped],
    }
    expected = {key: value for key, value in case.items() if key in said}
    assert {key: said[key] for key in expected} == expected
