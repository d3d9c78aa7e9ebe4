"""Persons in office from Wikidata: a dump of entities (P39 with P580 and P582), or the result of a query.

A dump is read twice and held nowhere: first the persons and which positions they name, then the labels and states of
those positions. A result has the variables personLabel, officeLabel, state (ISO 3166-1 alpha-2) and start, and may
have end and aka. The content of Wikidata is CC0.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rostra.ingest.registers.cells import RowStream, SourceFile, source_file
from rostra.ingest.registers.entities import (
    COUNTRY,
    END,
    HUMAN,
    INSTANCE_OF,
    ISO,
    JURISDICTION,
    OF,
    POSITION,
    START,
    SUBCLASS_OF,
    Entity,
    Statement,
    item_id,
    moment,
)
from rostra.ingest.registers.layout import JsonRecord
from rostra.ingest.registers.objects import BrokenRecord, is_json, json_records
from rostra.ingest.registers.table import RowError, TableRow, as_row, no_header, preamble_and_header, refused
from rostra.model import Refusal

VARIABLES = ("personLabel", "officeLabel", "state", "start")
STILL = 9999
"""The last year of an office that is still held."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office of a state (its ISO code), with the years and the person's names in other languages."""

    name: str
    office: str
    state: str
    first: int
    last: int
    aka: tuple[str, ...] = ()


def tenures(path: Path) -> Iterator[Tenure | Refusal]:
    """The tenures of a file in its order; what cannot be used is a refusal, the rest goes on.

    Raises SourceError when the file cannot be read or is of another layout.
    """
    file = source_file(path)
    if not is_json(file):
        yield from _of_table(file)
        return
    first = next(iter(json_records(file)), None)
    if isinstance(first, JsonRecord) and "personLabel" in first.value:
        yield from _of_result(file)
    else:
        yield from _Dump(file).tenures()


def _of_table(file: SourceFile) -> Iterator[Tenure | Refusal]:
    rows = RowStream(file)
    found = preamble_and_header(iter(rows), VARIABLES, {})
    if found is None:
        raise no_header(file, [VARIABLES])
    rows.width = len(found[1])
    for row in rows:
        try:
            yield _of_row(as_row(found[1], row))
        except RowError as error:
            yield refused(file, row.line, error)


def _of_result(file: SourceFile) -> Iterator[Tenure | Refusal]:
    for record in json_records(file):
        try:
            if isinstance(record, BrokenRecord):
                raise record.error
            cells = {name: "" if value is None else str(value) for name, value in record.value.items()}
            yield _of_row(TableRow(record.line, cells))
        except RowError as error:
            yield refused(file, record.line, error)


def _of_row(row: TableRow) -> Tenure:
    start, end = row.day("start"), row.day("end")
    if start is None:
        raise RowError("empty", "the cell is empty", field="start", remedy="fill it in")
    last = end.last.year if end else STILL
    aka = tuple(name.strip() for name in row.text("aka").split("|") if name.strip())
    return Tenure(
        row.needed("personLabel"), row.needed("officeLabel"), row.needed("state"), start.first.year, last, aka
    )


@dataclass(frozen=True, slots=True)
class _Position:
    """A position: its label, the wider ones that it is a kind of, and the state that it is of (an id)."""

    label: str | None
    wider: tuple[str, ...]
    state: str | None


class _Dump:
    """A dump of entities, read once for each step down: positions, wider positions and states, persons."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file

    def tenures(self) -> Iterator[Tenure | Refusal]:
        positions = self._positions({id_ for person in self._persons() for id_ in person.items(POSITION)})
        wider = self._positions({id_ for one in positions.values() for id_ in one.wider} - positions.keys())
        codes = self._codes({one.state for one in positions.values() if one.state})
        for record in json_records(self.file):
            if isinstance(record, BrokenRecord):
                yield refused(self.file, record.line, record.error)
            elif HUMAN in (person := Entity(record.value)).items(INSTANCE_OF):
                yield from self._of(record.line, person, {**wider, **positions}, codes)

    def _entities(self) -> Iterator[Entity]:
        yield from (Entity(one.value) for one in json_records(self.file) if isinstance(one, JsonRecord))

    def _persons(self) -> Iterator[Entity]:
        return (one for one in self._entities() if HUMAN in one.items(INSTANCE_OF))

    def _positions(self, wanted: set[str]) -> dict[str, _Position]:
        return {one.id: _position(one) for one in self._entities() if one.id in wanted}

    def _codes(self, wanted: Iterable[str]) -> dict[str, str]:
        known = set(wanted)
        return {one.id: code for one in self._entities() if one.id in known and (code := _code(one))}

    def _of(
        self, line: int, person: Entity, positions: Mapping[str, _Position], codes: Mapping[str, str]
    ) -> Iterator[Tenure | Refusal]:
        for statement in person.statements(POSITION):
            try:
                yield _tenure(person, statement, positions, codes)
            except RowError as error:
                yield refused(self.file, line, error)


def _position(entity: Entity) -> _Position:
    states = entity.items(JURISDICTION, COUNTRY)
    return _Position(entity.label("en"), entity.items(SUBCLASS_OF), states[0] if states else None)


def _code(entity: Entity) -> str | None:
    return next((str(one.value) for one in entity.statements(ISO) if one.value), None)


def _tenure(
    person: Entity, statement: Statement, positions: Mapping[str, _Position], codes: Mapping[str, str]
) -> Tenure:
    position = positions.get(item_id(statement.value) or "")
    start, end, name = moment(statement.first(START)), moment(statement.first(END)), person.label("en")
    state = codes.get(
        item_id(statement.first(OF, JURISDICTION)) or (position.state if position else None) or ""
    )
    checks: tuple[tuple[object, str, str, str], ...] = (
        (name, "labels", "the person has no English label", "add one"),
        (
            position and position.label,
            POSITION,
            "the position is not in the dump, or has no English label",
            "add it",
        ),
        (
            state,
            ISO,
            "no state with an ISO code is in the dump for the position",
            "add the state of P1001 or P17",
        ),
        (start, START, "the office has no start", "give P580"),
    )
    for value, field, told, remedy in checks:
        if not value:
            raise RowError("office", told, field=field, remedy=remedy)
    assert position and position.label and name and state and start  # noqa: S101, PT018 - checked above
    office = _plain_office(position, positions)
    aka = (other for names in person.names().values() for other in names if other != name)
    last = end.last.year if end else STILL
    return Tenure(name, office, state, start.first.year, last, tuple(dict.fromkeys(aka)))


def _plain_office(position: _Position, positions: Mapping[str, _Position]) -> str:
    """The label of the widest position of the dump that it is a kind of ("president" for "President of Valdoria")."""
    seen: set[str] = set()
    at = position
    while wider := next((id_ for id_ in at.wider if id_ in positions and id_ not in seen), None):
        seen.add(wider)
        at = positions[wider]
    return at.label or position.label or ""
