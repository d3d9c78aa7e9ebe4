"""Figures of systems from Wikidata: a dump of entities (JSON, one a line or a list), or a query's result (JSON, CSV).

Of an entity every quantity with a known property and unit gives a row: statements of the best rank, bounds as an
interval, "sourcing circumstances" (circa, presumably) as a mark of doubt. A result has the variables itemLabel,
propertyLabel, amount and unitLabel, and may have lower, upper, date and item. The content of Wikidata is CC0.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rostra.data.registers import wikidata_terms
from rostra.ingest.registers.cells import SourceFile
from rostra.ingest.registers.entities import AT, CIRCUMSTANCES, Entity, Statement, moment
from rostra.ingest.registers.layout import JsonRecord, Layout, ObjectLayout, ObjectReader, RowReader
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.table import RowError, TableRow
from rostra.model import Number, ReferenceRow

SOURCE = "Wikidata"
VARIABLES = ("itemLabel", "propertyLabel", "amount", "unitLabel")
_UNITS = "docs/registers.md lists the units"


def _entities(file: SourceFile, naming: Naming) -> ObjectReader:
    def read(record: JsonRecord) -> Iterator[ReferenceRow]:
        entity = Entity(record.value)
        if not entity.id:
            raise RowError("empty", "the entity has no id", field="id", remedy="mend the line in the file")
        for property_, measure in wikidata_terms().measures.items():
            for number, statement in enumerate(entity.statements(property_), 1):
                part = f"{property_} {number}" if number > 1 else property_
                yield from _figure(entity, statement, (measure, part), _Place(file, naming, record.line))

    return read


class _Place:
    """Where a record stands, and how its names resolve."""

    def __init__(self, file: SourceFile, naming: Naming, line: int) -> None:
        self.file, self.naming, self.line = file, naming, line


def _figure(
    entity: Entity, statement: Statement, about: tuple[str, str], at: _Place
) -> Iterator[ReferenceRow]:
    measure, part = about
    value, name = statement.value, entity.name
    if not isinstance(value, Mapping) or name is None:
        return
    amount, lower, upper = (
        _amount(value.get(key), key, at.line) for key in ("amount", "lowerBound", "upperBound")
    )
    unit = str(value.get("unit", "1")).rsplit("/", maxsplit=1)[-1]
    yield ReferenceRow(
        subject=name,
        item=name,
        item_id=_resolved(entity, at.naming),
        state="catalogue",
        low=lower if lower is not None else amount,
        high=upper if upper is not None else amount,
        unit=_unit(unit, part),
        valid=moment(statement.first(AT)),
        source=f"{SOURCE} {entity.id}",
        file=at.file.name,
        sha256=at.file.sha256,
        row=at.line,
        snapshot=at.file.snapshot,
        measure=measure,
        uncertain=("count",) if statement.qualifiers.get(CIRCUMSTANCES) else (),
        cells=(("id", entity.id), ("property", part), *((key, str(one)) for key, one in value.items())),
        part=part,
    )


def _resolved(entity: Entity, naming: Naming) -> str | None:
    """The system that its label, or failing that one of its English aliases, names."""
    names = (entity.name or "", *entity.names().get("en", ()))
    return next((found for name in names if (found := naming.item(name))), None)


def _amount(text: Any, field: str, line: int) -> Number | None:
    return TableRow(line, {field: str(text).removeprefix("+")}).number(field) if text is not None else None


def _unit(key: str, field: str) -> str:
    unit = wikidata_terms().units.get(key)
    if unit is None:
        raise RowError("unit", f"unknown unit {key[:40]!r}", field=field, remedy=_UNITS)
    return unit


def _table(file: SourceFile, naming: Naming, _preamble: tuple[str, ...]) -> RowReader:
    def read(row: TableRow) -> Iterator[ReferenceRow]:
        yield _of_result(row, file, naming)

    return read


def _of_result(row: TableRow, file: SourceFile, naming: Naming) -> ReferenceRow:
    name, measure = row.needed("itemLabel"), wikidata_terms().measures.get(row.needed("propertyLabel"))
    if measure is None:
        told = f"{row.text('propertyLabel')[:40]!r} is no property that gives a figure"
        raise RowError(
            "property", told, field="propertyLabel", remedy="docs/registers.md lists the properties"
        )
    amount, lower, upper = (row.number(key) for key in ("amount", "lower", "upper"))
    if amount is None:
        raise RowError("empty", "the cell is empty", field="amount", remedy="fill it in")
    item = row.text("item").rsplit("/", maxsplit=1)[-1]
    return ReferenceRow(
        subject=name,
        item=name,
        item_id=naming.item(name),
        state="catalogue",
        low=lower if lower is not None else amount,
        high=upper if upper is not None else amount,
        unit=_unit(row.text("unitLabel"), "unitLabel"),
        valid=row.day("date"),
        source=f"{SOURCE} {item}".strip(),
        file=file.name,
        sha256=file.sha256,
        row=row.line,
        snapshot=file.snapshot,
        measure=measure,
        cells=row.cells,
        part=row.text("propertyLabel"),
    )


def _result(file: SourceFile, naming: Naming) -> ObjectReader:
    def read(record: JsonRecord) -> Iterator[ReferenceRow]:
        cells = {name: "" if value is None else str(value) for name, value in record.value.items()}
        yield _of_result(TableRow(record.line, cells), file, naming)

    return read


WIKIDATA_ENTITIES = ObjectLayout(frozenset({"id", "labels", "claims"}), _entities)
WIKIDATA_RESULT = ObjectLayout(frozenset({"itemLabel", "propertyLabel", "amount"}), _result)
WIKIDATA_FIGURES = Layout(VARIABLES, _table)
