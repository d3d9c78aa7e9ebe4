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
    """The rows found for one claim, and what was looked through.

    `recipient_open`: the claim names a giver alone, so that the rows may be those of other recipients.
    """

    rows: tuple[Match, ...] = ()
    searched: str = ""
    recipient_open: bool = False


def name_key(name: str) -> str:
    """Letters and digits of a name: "Igla-S" and "igla s" are one."""
    return "".join(char for char in fold(name) if char.isalnum())


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The rows of one subject (or supplier), by catalogue id and by name."""

    rows: list[ReferenceRow] = field(default_factory=list)
    by_id: dict[str, list[ReferenceRow]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[ReferenceRow]] = field(default_factory=lambda: defaultdict(list))
    files: set[str] = field(default_factory=set)

    def put(self, row: ReferenceRow) -> None:
        self.rows.append(row)
        self.by_name[name_key(row.item)].append(row)
        if row.item_id:
            self.by_id[row.item_id].append(row)
        self.files.add(row.file)


class RowIndex:
    """Rows by subject, by supplier and, for figures of systems, by item. Holds every row once."""

    def __init__(self, rows: Iterable[ReferenceRow], context: CheckContext) -> None:
        self.context = context
        self._subjects: dict[str, _Shelf] = defaultdict(_Shelf)
        self._suppliers: dict[str, _Shelf] = defaultdict(_Shelf)
        self._figures = _Shelf()
        self.files: set[str] = set()
        self._variants: dict[str, set[str]] = defaultdict(set)
        # Findings must not depend on the order of import.
        for row in sorted(rows, key=_place):
            self._put(row)

    def _put(self, row: ReferenceRow) -> None:
        self.files.add(row.file)
        item = self.context.arsenal.item(row.item_id) if row.item_id else None
        for ancestor in item.line if item else ():
            self._variants[ancestor].add(row.item_id or "")
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
        among = f", {len(rows)} on the equipment named" if self._figures.rows else ""
        return Matches(rows, f"{counted(len(self._figures.rows), 'figure')} of systems{among}")

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
        id_, name = claim.equipment.id, claim.equipment.name
        if id_ is not None:
            yield from self._of_system(id_, name_key(name), shelf)
            return
        generic = _Generic(name, self.context.arsenal)
        named = shelf.by_name.get(name_key(name), ())
        taken = {row.id for row in named}
        yield from (Match(row, "same") for row in named)
        yield from generic.among(row for row in shelf.rows if not taken or row.id not in taken)

    def _of_system(self, id_: str, name: str, shelf: _Shelf) -> Iterator[Match]:
        """Rows of the system, of its variants, of what it is a variant of, and of the other parts of it."""
        yield from (Match(row, "same") for row in shelf.by_id.get(id_, ()))
        yield from (Match(row, "same") for row in shelf.by_name.get(name, ()) if row.item_id is None)
        item = self.context.arsenal.item(id_)
        variants = self._variants.get(id_, set())
        kin: tuple[tuple[Kinship, Iterable[str]], ...] = (
            ("within", variants),
            ("wider", item.line if item else ()),
            ("related", item.related - variants if item else ()),
        )
        for kinship, ids in kin:
            yield from (Match(row, kinship) for other in sorted(ids) for row in shelf.by_id.get(other, ()))


def _place(row: ReferenceRow) -> tuple[object, ...]:
    return row.file, row.sha256, row.row, row.state, row.measure or "", row.condition or ""


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 row, 2 rows, no rows."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


class _Generic:
    """The equipment of a claim that names a class, ready to be compared with the items of many rows."""

    def __init__(self, name: str, arsenal: Arsenal) -> None:
        self.arsenal = arsenal
        classes = arsenal.classes(name)
        self.class_id = classes[0] if classes else None
        self.kind = shipped_comparison().kind(name)
        self.wider_classes = frozenset(classes[1:])

    def among(self, rows: Iterable[ReferenceRow]) -> Iterator[Match]:
        """The rows whose item is of the class, or whose class is a wider one."""
        if self.class_id is not None or self.kind is not None:
            for row in rows:
                kinship = self._by_class(row)
                if kinship:
                    yield Match(row, kinship)

    def _by_class(self, row: ReferenceRow) -> Kinship | None:
        line = classes_of(row, self.arsenal)
        if (self.class_id and self.class_id in line) or self._is_counted_in(row):
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
