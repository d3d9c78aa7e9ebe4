"""The truth table: a claim, the rows of the record, the verdict and the words that must come out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from rostra.check import check_claims
from rostra.model import Finding
from rostra.rules.registry import rule_register
from tests.check.samples import CONTEXT, claim, row

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "checks"
FIELDS = {"is", "claim", "rows", "others", "verdict", "rule", "ratio", "says", "lacks", "grade", "reports"}


def cases() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.yml")):
        for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), 1):
            yield pytest.param(case, id=f"{file.stem}-{number}")


def finding(case: dict[str, Any]) -> Finding | None:
    """The finding that a case is about: on other claims where it gives some, else on the rows."""
    first = claim(case["claim"])
    others = [claim(given, number) for number, given in enumerate(case.get("others", ()), 1)]
    others += [claim(given, number) for number, given in enumerate(case.get("reports", ()), 50)]
    rows = [row(given, number) for number, given in enumerate(case.get("rows", ()), 2)]
    found = [f for f in check_claims([first, *others], rows, context=CONTEXT) if f.claim == first.id]
    about = [f for f in found if bool(f.claims) == ("others" in case)]
    assert len(about) <= 1
    return about[0] if about else None


@pytest.mark.parametrize("case", list(cases()))
def test_the_record_says_of_the_claim(case: dict[str, Any]) -> None:
    assert set(case) <= FIELDS
    found = finding(case)
    assert (found.verdict if found else None) == case["verdict"], found
    if found is None:
        return
    if "ratio" in case:
        assert found.ratio == (
            case["ratio"] if case["ratio"] is None else pytest.approx(case["ratio"], rel=1e-6)
        )
    assert case.get("rule") in {None, found.rule}
    assert case.get("grade") in {None, str(found.grade)}
    for words in case.get("says", ()):
        assert words.lower() in found.relation.lower(), found.relation
    for words in case.get("lacks", ()):
        assert words not in found.relation


@pytest.mark.parametrize("case", list(cases()))
def test_a_relation_is_one_clean_sentence(case: dict[str, Any]) -> None:
    found = finding(case)
    if found is not None:
        assert found.relation.endswith(".")
        assert found.relation[0].isupper()
        assert "None" not in found.relation
        assert "inf" not in found.relation.replace("information", "")
        assert found.searched
        assert found.rule in rule_register()


def test_the_table_is_as_long_as_it_must_be() -> None:
    assert len(list(cases())) >= 150
