from dataclasses import replace

from rostra.report.views import row_view
from tests.report.samples import row


def test_a_doubted_count_marks_its_columns() -> None:
    view = row_view(row("Igla-S", "ordered", 2400, "2013", uncertain=("count",)))
    assert [name for name, _, doubted in view.cells if doubted] == ["low"]


def test_a_registers_own_column_of_marks_becomes_the_mark() -> None:
    cells = (("Number ordered", "2000"), ("Number ordered ?", "?"), ("Year", "2009"), ("Year ?", ""))
    view = row_view(replace(row("Igla-S", "ordered", 2000, "2009"), cells=cells))
    assert view.cells == (("Number ordered", "2000", True), ("Year", "2009", False))


def test_a_row_without_cells_shows_what_was_understood() -> None:
    view = row_view(replace(row("Igla-S", "held", 50, "2019"), cells=()))
    assert ("value", "50 items", False) in view.cells
    assert ("valid", "2019", False) in view.cells
