"""Which rows a claim may be set against: its holder's, of the same thing, a kind of it, or something that goes with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rostra.check.arsenal import Arsenal
from rostra.check.context import CheckContext
from rostra.data.comparison import shipped_comparison
from rostra.model import Claim, ReferenceRow
from rostra.text import fold

Kinship = Literal["same", "within", "wider", "related"]
"""How a row's item stands to the claim's: the same; a kind of it; a family or class that it is one of; or another
part of the same system (a launcher and its missile), which is never counted with it."""

Role = Literal["subject", "supplier"]


@dataclass(frozen=True, slots=True)
class Match:
    """A row with its item's kinship to that of the claim."""

    row: ReferenceRow
    kinship: Kinship


@dataclass(frozen=True, slots=True)
class Matches:
    """The rows found for one claim, and what was looked through."""

    rows: tuple[Match, ...] = ()
    searched: str = ""


def name_key(name: str) -> str:
    """Letters and digits of a name: "Igla-S" and "igla s" are one."""
    return "".join(char for char in fold(name) if char.isalnum())


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The rows of one subject (or supplier), by item."""

    rows: list[ReferenceRow] = field(default_factory=list)
    by_item: dict[str, list[ReferenceRow]] = field(default_factory=lambda: defaultdict(list))
    files: set[str] = field(default_factory=set)

    def put(self, row: ReferenceRow) -> None:
        self.rows.append(row)
        self.by_item[row.item_id or name_key(row.item)].append(row)
        self.files.add(row.file)


class RowIndex:
    """Rows by subject, by supplier and, for figures of systems, by item. Holds every row once."""

    def __init__(self, rows: Iterable[ReferenceRow], context: CheckContext) -> None:
        self.context = context
        self._subjects: dict[str, _Shelf] = defaultdict(_Shelf)
        self._suppliers: dict[str, _Shelf] = defaultdict(_Shelf)
        self._figures = _Shelf()
        self.files: set[str] = set()
        self.count = 0
        # Findings must not depend on the order of import.
        for row in sorted(rows, key=lambda row: (row.file, row.sha256, row.row, row.state, row.id)):
            self._put(row)

    def _put(self, row: ReferenceRow) -> None:
        self.count += 1
        self.files.add(row.file)
        if row.state == "catalogue":
            self._figures.put(row)
            return
        self._subjects[self._key(row.subject)].put(row)
        if row.supplier:
            self._suppliers[self._key(row.supplier)].put(row)

    def _key(self, name: str) -> str:
        return fold(self.context.state(name)).strip()

    def figures(self, claim: Claim) -> Matches:
        """Published figures of the claim's equipment."""
        rows = tuple(self._matching(claim, self._figures))
        return Matches(
            rows,
            f"{counted(len(self._figures.rows), 'figure')} of systems, {len(rows)} on the equipment named",
        )

    def counts(self, claim: Claim, role: Role = "subject") -> Matches:
        """Counts of the claim's holder, as the one who has or receives, or as the supplier."""
        shelves = self._subjects if role == "subject" else self._suppliers
        shelf = shelves.get(self._key(claim.holder or ""))
        if shelf is None:
            return Matches((), self._looked_through(claim, 0, 0, sorted(self.files)))
        rows = tuple(self._matching(claim, shelf))
        return Matches(rows, self._looked_through(claim, len(shelf.rows), len(rows), sorted(shelf.files)))

    def _looked_through(self, claim: Claim, rows: int, matching: int, files: Sequence[str]) -> str:
        item = claim.equipment.name if claim.equipment else "any equipment"
        where = f" in {', '.join(files[:3])}{' and others' if len(files) > 3 else ''}" if files else ""
        among = f", {matching} on {item}" if rows else ""
        return f"{counted(rows, 'row')} on {claim.holder}{where}{among}"

    def given_away(self, claim: Claim) -> Iterator[ReferenceRow]:
        """What the claim's holder delivered to others of the same thing."""
        shelf = self._suppliers.get(self._key(claim.holder or ""))
        if shelf is not None:
            found = self._matching(claim, shelf)
            yield from (
                m.row for m in found if m.row.state == "delivered" and m.kinship in {"same", "within"}
            )

    def _matching(self, claim: Claim, shelf: _Shelf) -> Iterator[Match]:
        if claim.equipment is None:
            return
        wanted = _Wanted(claim.equipment.id, claim.equipment.name, self.context)
        for key, rows in shelf.by_item.items():
            for kinship, row in wanted.among(key, rows):
                yield Match(row, kinship)


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 row, 2 rows, no rows."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


class _Wanted:
    """The equipment of a claim, ready to be compared with the items of many rows."""

    def __init__(self, id_: str | None, name: str, context: CheckContext) -> None:
        self.id, self.key, self.arsenal = id_, name_key(name), context.arsenal
        self.item = self.arsenal.item(id_) if id_ else None
        classes = () if id_ else self.arsenal.classes(name)
        self.class_id = classes[0] if classes else None
        self.kind = None if id_ else shipped_comparison().kind(name)
        self.wider_classes = frozenset(classes[1:])

    def among(self, key: str, rows: Sequence[ReferenceRow]) -> Iterator[tuple[Kinship, ReferenceRow]]:
        """The rows under one item's key that have to do with the claim's equipment."""
        if key == self.id or (key == self.key and (self.id is None or rows[0].item_id is None)):
            yield from (("same", row) for row in rows)
            return
        if self.class_id is not None or self.kind is not None:
            for row in rows:
                kinship = self._by_class(row)
                if kinship:
                    yield kinship, row
            return
        by_line = self._by_line(key)
        if by_line:
            yield from ((by_line, row) for row in rows)

    def _by_line(self, key: str) -> Kinship | None:
        other = self.arsenal.item(key)
        if self.id is None or other is None:
            return None
        if self.id in other.line:
            return "within"
        if self.item and key in self.item.line:
            return "wider"
        return "related" if self.item and key in self.item.related else None

    def _by_class(self, row: ReferenceRow) -> Kinship | None:
        line = classes_of(row, self.arsenal)
        if self.class_id in line or self._is_counted_in(row):
            return "within"
        return "wider" if line and line[0] in self.wider_classes else None

    def _is_counted_in(self, row: ReferenceRow) -> bool:
        """Whether the row counts what the claim names: whatever it is for, a missile is a missile."""
        tables = shipped_comparison()
        theirs = tables.kind(row.unit) if self.kind else None
        return theirs is not None and self.kind in tables.ancestry(theirs)


def classes_of(row: ReferenceRow, arsenal: Arsenal) -> tuple[str, ...]:
    """The classes of a row's item, by the catalogue, else by the register's own description."""
    item = arsenal.item(row.item_id) if row.item_id else None
    if item:
        return item.classes
    entry = shipped_comparison().register_class(row.item_class or "")
    return arsenal.class_line(entry.class_id) if entry and entry.class_id else ()
