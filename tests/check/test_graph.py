"""Which counts of the shipped catalogue's systems may stand against each other: the graph of designations decides."""

import dataclasses
from functools import cache
from typing import Any

import pytest

from rostra.check import CatalogueArsenal, CheckContext, check_claims
from rostra.data import shipped_knowledge
from rostra.model import Finding
from tests.check.samples import CONTEXT, claim, row

IGLA = {"item": "9K338 Igla-S", "id": "9k338-igla-s"}
ROUND = {"item": "9M342", "id": "9m342"}
TUBE = {"item": "9P522", "id": "9p522"}
S400 = {"item": "S-400", "id": "s-400-triumf"}


@cache
def context() -> CheckContext:
    return dataclasses.replace(CONTEXT, arsenal=CatalogueArsenal(shipped_knowledge().equipment))


def finding(stated: dict[str, Any], given: dict[str, Any]) -> Finding:
    rows = [row({"state": "delivered", "n": 240, "years": 2012} | given)]
    return check_claims([claim({"type": "possession", "n": 200} | stated)], rows, context=context())[0]


@pytest.mark.parametrize(
    ("stated", "given", "verdict"),
    [
        (IGLA, IGLA, "supported"),
        (IGLA | {"unit": "missiles"}, ROUND, "supported"),
        (ROUND | {"unit": "missiles"}, IGLA, "supported"),
        (IGLA | {"unit": "launchers"}, TUBE | {"unit": "items"}, "supported"),
        (IGLA | {"unit": "launchers"}, ROUND, "not_comparable"),
        (IGLA | {"unit": "missiles"}, TUBE | {"unit": "launchers"}, "not_comparable"),
        (IGLA | {"unit": "systems"}, IGLA, "not_comparable"),
        (IGLA | {"unit": "batteries"}, IGLA, "not_comparable"),
        (S400, S400 | {"unit": "systems"}, "supported"),
        (S400, S400 | {"unit": "missiles"}, "not_comparable"),
    ],
)
def test_a_count_stands_against_a_count(stated: dict[str, Any], given: dict[str, Any], verdict: str) -> None:
    found = finding(stated, given)
    assert found.verdict == verdict, found.relation


def test_a_number_of_a_system_without_a_unit_counts_no_rounds() -> None:
    assert "are not missiles" in finding(S400, S400 | {"unit": "missiles"}).relation
