"""What a check must know of equipment: what is a kind of what, and what a count of it counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rostra.data.comparison import shipped_comparison
from rostra.data.equipment import Catalogue, System
from rostra.data.equipment_counts import Comparability, Count, comparable


@dataclass(frozen=True, slots=True)
class Item:
    """One system of the catalogue.

    `line` holds the systems that it is a variant of or of whose family it is; `classes` its class and the wider ones,
    narrowest first; `related` the systems that use it, that it uses or that carry it; `counts` what a number of it
    counts where its entry says so ("launchers").
    """

    id: str
    name: str
    line: frozenset[str] = frozenset()
    classes: tuple[str, ...] = ()
    related: frozenset[str] = frozenset()
    counts: str | None = None


class Arsenal(Protocol):
    """The graph of systems as a check sees it."""

    def item(self, id_: str) -> Item | None:
        """The system with an id."""

    def classes(self, name: str) -> tuple[str, ...]:
        """The class that a generic name means ("anti-aircraft missile") and the wider ones, narrowest first."""

    def class_line(self, class_id: str) -> tuple[str, ...]:
        """A class and the wider ones, narrowest first."""

    def compared(self, claim: Count, row: Count) -> Comparability | None:
        """Whether a count of one system may stand against a count of another; None where it knows one of them not."""


@dataclass(frozen=True, slots=True)
class NoArsenal:
    """Knows nothing: designations stand for themselves."""

    def item(self, id_: str) -> Item | None:
        """None."""

    def classes(self, name: str) -> tuple[str, ...]:
        """Nothing."""
        return ()

    def class_line(self, class_id: str) -> tuple[str, ...]:
        """The class alone."""
        return (class_id,)

    def compared(self, claim: Count, row: Count) -> Comparability | None:
        """None."""


@dataclass(frozen=True, slots=True)
class CatalogueArsenal:
    """The shipped catalogue as a check sees it."""

    catalogue: Catalogue
    _items: dict[str, Item] = field(default_factory=dict, repr=False, compare=False)
    _names: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _compared: dict[tuple[Count, Count], Comparability] = field(
        default_factory=dict, repr=False, compare=False
    )

    def item(self, id_: str) -> Item | None:
        """The system with an id."""
        system = self.catalogue.systems.get(id_)
        if system is None:
            return None
        if id_ not in self._items:
            self._items[id_] = self._made(system)
        return self._items[id_]

    def _made(self, system: System) -> Item:
        counts = {"launcher": "launchers", "missile": "missiles"}.get(system.kind)
        line = _ancestors(system, self.catalogue.systems)
        related = self.catalogue.related(system.id) - line - {system.id}
        return Item(system.id, system.name, line, self.class_line(system.class_id), related, counts)

    def compared(self, claim: Count, row: Count) -> Comparability | None:
        """Whether a count of one system may stand against a count of another, by the graph of designations."""
        if not {claim.entry, row.entry} <= self.catalogue.systems.keys():
            return None
        if (claim, row) not in self._compared:
            self._compared[claim, row] = comparable(self.catalogue, claim, row)
        return self._compared[claim, row]

    def classes(self, name: str) -> tuple[str, ...]:
        """The class that a generic name means, and the wider ones."""
        if not self._names:
            self._names.update(shipped_comparison().generic_names)
            self._names.update({entry.name: id_ for id_, entry in self.catalogue.classes.items()})
        found = self._names.get(name.strip().lower())
        return self.class_line(found) if found else ()

    def class_line(self, class_id: str) -> tuple[str, ...]:
        """A class and the wider ones."""
        line, at = [], self.catalogue.classes.get(class_id)
        while at is not None:
            line.append(at.id)
            at = self.catalogue.classes.get(at.parent or "")
        return tuple(line) or (class_id,)


def _ancestors(system: System, systems: Mapping[str, System]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [system]
    while waiting:
        for relation in waiting.pop().relations:
            if relation.type in {"variant_of", "family"} and relation.to not in found:
                found.add(relation.to)
                waiting.append(systems[relation.to])
    return frozenset(found - {system.id})
