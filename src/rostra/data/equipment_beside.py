"""What stands beside the entries of the catalogue: relations, figures, and what was read for them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any, cast

from rostra.data.equipment import Figure, Relation, Source
from rostra.kernel.tables import FaultList, read_toml

EXPORT = "export_of"
"""How a file writes a variant made for other states: a `variant_of` that is marked."""


def optional(path: Traversable) -> dict[str, Any]:
    """The tables of a file that may be absent."""
    return read_toml(path) if path.is_file() else {}


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the entries: relations by system, figures by system, what was read for a name."""

    relations: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    verified: Mapping[str, Source] = field(default_factory=dict)
    unverified: frozenset[str] = frozenset()

    @classmethod
    def read(cls, folder: Traversable) -> "Beside":
        """Reads relations, figures, sources and names where the folder has them."""
        sources = {id_: Source(id_, **row) for id_, row in optional(folder / "sources.toml").items()}
        faults = FaultList(folder.name)
        names = optional(folder / "names.toml")
        figures: dict[str, tuple[Figure, ...]] = {}
        for row in optional(folder / "figures.toml").get("figure", []):
            figures[row["system"]] = (*figures.get(row["system"], ()), *_figure(row, sources, faults))
        for name, source in names.get("verified", {}).items():
            if source not in sources:
                faults.add(f"names.toml: {name}: unknown source {source!r}", "name a source of sources.toml")
        faults.close()
        verified = {name: sources[source] for name, source in names.get("verified", {}).items()}
        relations: dict[str, tuple[Relation, ...]] = {}
        for type_, rows in optional(folder / "relations.toml").items():
            for id_, targets in rows.items():
                relations[id_] = (*relations.get(id_, ()), *relations_of({type_: targets}))
        return cls(relations, figures, verified, frozenset(names.get("unverified", ())))


def _figure(row: Mapping[str, Any], sources: Mapping[str, Source], faults: FaultList) -> Iterator[Figure]:
    if row["source"] not in sources:
        faults.add(f"figures.toml: unknown source {row['source']!r}", "name a source of sources.toml")
        return
    low, high = row.get("low"), row.get("high")
    if low is None and high is None:
        faults.add(f"figures.toml: {row['system']} has no value", "give low, high or both")
    yield Figure(row["measure"], low, high, row["unit"], sources[row["source"]], row.get("condition"))


def relations_of(table: Mapping[str, Any]) -> tuple[Relation, ...]:
    """The relations of one system as a file writes them: a type to one id or to several."""
    return tuple(
        Relation("variant_of", to, export=True) if type_ == EXPORT else Relation(cast("Any", type_), to)
        for type_, targets in table.items()
        for to in ((targets,) if isinstance(targets, str) else targets)
    )
