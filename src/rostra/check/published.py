"""The catalogue's published figures as reference rows, so that claims of what a system can do stand against them."""

from collections.abc import Iterator

from rostra.data.equipment import Catalogue, Figure, System
from rostra.kernel import sha256_hex
from rostra.model import ReferenceRow, plain

FILE = "equipment/figures.toml"
"""Where the rows stand: in the shipped catalogue, or in the file of that name of a pack."""


def catalogue_rows(catalogue: Catalogue) -> Iterator[ReferenceRow]:
    """Every figure of the catalogue, each with the source that it was read at; its id derives from what it says."""
    for system in catalogue.systems.values():
        for number, figure in enumerate(system.figures, 1):
            yield _row(system, figure, number)


def _row(system: System, figure: Figure, number: int) -> ReferenceRow:
    cells = tuple((name, value) for name, value in _cells(system, figure) if value)
    return ReferenceRow(
        subject=system.name,
        item=system.name,
        item_id=system.id,
        state="catalogue",
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        valid=None,
        source=figure.source.publisher,
        file=FILE,
        sha256=sha256_hex(repr(cells).encode()),
        row=number,
        measure=figure.measure,
        condition=figure.condition,
        cells=cells,
    )


def _cells(system: System, figure: Figure) -> Iterator[tuple[str, str]]:
    yield "system", system.id
    yield "measure", figure.measure
    yield "condition", figure.condition or ""
    yield "low", plain(figure.low)
    yield "high", plain(figure.high)
    yield "unit", figure.unit
    yield "title", figure.source.title
    yield "publisher", figure.source.publisher
    yield "date", figure.source.date
    yield "address", figure.source.address
