"""The catalogue's own figures stand in the record of every case, each with the source that it was read at."""

from rostra.check import CatalogueArsenal, CheckContext, catalogue_rows, check_claims
from rostra.data import shipped_knowledge
from rostra.data.comparison import shipped_comparison
from rostra.kernel import Span
from rostra.model import Claim, Equipment, Finding, Quantity

CATALOGUE = shipped_knowledge().equipment
ROWS = tuple(catalogue_rows(CATALOGUE))


def reach(number: int) -> Finding:
    quantity = Quantity(number, number, "km", "exact", Span(4, 8))
    claim = Claim(
        "doc_1", "capability", Span(0, 30), "C192", 0.8,
        equipment=Equipment("DF-26", "df-26"), quantity=quantity, measure="range",
    )  # fmt: skip
    (found,) = check_claims([claim], ROWS, context=CheckContext(CatalogueArsenal(CATALOGUE)))
    return found


def test_a_claim_above_the_published_maximum_is_refuted() -> None:
    found = reach(5000)
    assert (found.verdict, found.ratio) == ("refuted", 1.25)


def test_a_claim_up_to_it_is_supported() -> None:
    assert reach(3500).verdict == "supported"


def test_every_figure_names_its_source_and_is_a_row_of_its_own() -> None:
    assert ROWS
    assert all(row.source and dict(row.cells)["title"] for row in ROWS)
    assert len({row.id for row in ROWS}) == len(ROWS)


def test_every_figure_measures_what_the_check_knows() -> None:
    assert {shipped_comparison().measure(row.measure or "")[0] for row in ROWS} <= set(
        shipped_comparison().measures
    )
