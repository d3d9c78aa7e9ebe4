"""The first case: a boasted stock above what a register documents, with doubt about the orders alone."""

from pathlib import Path

import pytest

from rostra.check import CatalogueArsenal, CheckContext, check_claims
from rostra.data import shipped_knowledge
from rostra.ingest import ReadSettings, document_from_bytes
from rostra.ingest.registers import import_reference
from rostra.kernel import PartialDate, Span
from rostra.model import Claim, Equipment, Finding, Quantity, ReferenceRow, Refusal
from rostra.pipeline.referencing import naming
from rostra.plugins import engine
from tests.ingest.registers.layouts import register

DEALS = (
    "Valdoria,Marenia,2006,,1500,?,Igla-S,portable SAM,1500,,2007; 2008,New,Deal incl also 90 launchers,,,\n"
    "Valdoria,Marenia,2010,?,1500,?,Igla-S,portable SAM,1500,,2011,New,,,,\n"
    "Valdoria,Marenia,1999,,12,,Mi-17,transport helicopter,12,,2001,New,,,,\n"
)


def rows(path: Path) -> list[ReferenceRow]:
    found = list(import_reference(path, "sipri", naming(shipped_knowledge())))
    assert not any(isinstance(record, Refusal) for record in found)
    return [record for record in found if isinstance(record, ReferenceRow)]


def boast(holder: str, number: int, kind: str = "possession") -> Claim:
    return Claim(
        document="doc_1",
        type=kind,  # type: ignore[arg-type]  # one of two literals
        evidence=Span(0, 30),
        rule="C100",
        confidence=0.9,
        holder=holder,
        equipment=Equipment("9K338 Igla-S", "9k338-igla-s"),
        quantity=Quantity(number, number, "items", "exact", Span(0, 5)),
    )


def finding(claim: Claim, record: list[ReferenceRow]) -> Finding:
    arsenal = CatalogueArsenal(shipped_knowledge().equipment)
    context = CheckContext(arsenal, naming(shipped_knowledge()).country, lambda _: PartialDate.year(2025))
    (found,) = check_claims([claim], record, context=context)
    return found


def is_the_honest_finding(found: Finding, record: list[ReferenceRow], documented: str, ratio: float) -> None:
    cited = [row for row in record if row.id in found.rows]
    deals = {row.row for row in cited}
    assert found.verdict == "not_enough_info"
    assert found.ratio == pytest.approx(ratio)
    assert len(deals) == 2
    assert [row.state for row in cited] == ["ordered", "delivered", "ordered", "delivered"]
    assert [row.uncertain for row in cited] == [("count",), (), ("count", "year"), ()]
    assert f"exceeds documented deliveries of {documented} missiles 1.25 times" in found.relation
    assert "2 rows" in found.relation
    assert "delivered is not held" in found.relation
    assert "both ordered counts and the order year" in found.relation
    assert "delivered count" not in found.relation
    assert str(found.grade) == "F6"


@pytest.mark.parametrize("kind", ["possession", "deployment"])
def test_a_boast_above_the_deliveries_stays_open_with_its_rows_and_marks(tmp_path: Path, kind: str) -> None:
    record = rows(register(tmp_path, DEALS))
    found = finding(boast("Valdoria", 3750, kind), record)
    is_the_honest_finding(found, record, "3,000", 1.25)
    assert "1,500 ordered 2006, 1,500 delivered 2007–2008" in found.relation
    assert "1,500 ordered 2010, 1,500 delivered 2011" in found.relation
    assert "the order year 2010 marked uncertain by the source" in found.relation


@pytest.mark.shared
@pytest.mark.parametrize("kind", ["possession", "deployment"])
def test_the_case_of_the_design_on_the_real_register(shared: Path, kind: str) -> None:
    record = rows(next((shared / "corpora" / "sipri_sample").glob("*.csv")))
    found = finding(boast("Venezuela", 5000, kind), record)
    is_the_honest_finding(found, record, "4,000", 1.25)
    assert "2,000 ordered 2008, 2,000 delivered 2009–2010" in found.relation
    assert "2,000 ordered 2011, 2,000 delivered 2012" in found.relation
    assert "the order year 2011 marked uncertain by the source" in found.relation


@pytest.mark.shared
def test_the_case_of_the_design_end_to_end_on_the_article(shared: Path) -> None:
    source = next((shared / "seed").glob("*.txt"))
    read = document_from_bytes(source.read_bytes(), name=source.name, settings=ReadSettings())
    assert not isinstance(read, Refusal)
    annotation = engine("rules").annotate(read.document)
    record = rows(next((shared / "corpora" / "sipri_sample").glob("*.csv")))
    boasts = [
        claim
        for claim in annotation.claims
        if claim.type in {"possession", "deployment"}
        and claim.quote
        and claim.quantity
        and claim.quantity.low == 5000
    ]
    assert boasts
    for claim in boasts:
        is_the_honest_finding(finding(claim, record), record, "4,000", 1.25)
