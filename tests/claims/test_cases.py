"""The cases of tests/cases/claims/*.yml: a text, the claims that must be in it, and how many there are."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from rostra.model import Claim
from tests.claims.reading import claims_of

CASES = Path(__file__).parent.parent / "cases" / "claims"


def _cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{path.stem}-{case['name'].replace(' ', '_')}")


def _plain(claim: Claim, text: str) -> dict[str, Any]:
    return {
        "type": claim.type,
        "evidence": claim.evidence.of(text),
        "holder": claim.holder,
        "target": claim.target,
        "equipment": claim.equipment.name if claim.equipment else None,
        "quantity": claim.quantity.name if claim.quantity else None,
        "measure": claim.measure,
        "condition": claim.condition,
        "place": claim.place,
        "time": claim.time,
        "by": claim.attributed_to,
        "negated": claim.negated,
        "modality": claim.modality,
    }


@pytest.mark.parametrize("case", list(_cases()))
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [_plain(claim, text) for claim in claims_of(text, case["lang"])]
    for wanted in case.get("claims", []):
        assert any(wanted.items() <= claim.items() for claim in found), f"{wanted} is not among {found}"
    for banned in case.get("without", []):
        assert not any(banned.items() <= claim.items() for claim in found), f"{banned} is among {found}"
    if "count" in case:
        assert len(found) == case["count"], found
