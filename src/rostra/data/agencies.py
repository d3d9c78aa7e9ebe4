"""News agencies and the forms in which a text credits them, as tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from rostra.kernel.tables import FaultList, read_toml


@dataclass(frozen=True, slots=True)
class Agencies:
    """Agencies with all their names as written, and what stands before or after a name that is credited."""

    names: Mapping[str, tuple[str, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]


@cache
def shipped_agencies() -> Agencies:
    """The agencies that come with rostra. Raises KnowledgeError with every fault of the file."""
    return load_agencies(files("rostra.data") / "comparison" / "agencies.toml")


def load_agencies(path: Traversable) -> Agencies:
    """Reads a file of agencies and forms of credit."""
    table, faults = read_toml(path), FaultList(path.name)
    names = {id_: tuple(entry.get("names", ())) for id_, entry in table.get("agencies", {}).items()}
    for id_, given in names.items():
        if not given or not all(name.strip() for name in given):
            faults.add("an agency without a name", "give `names` with at least one", field=id_)
    faults.close()
    forms = table.get("forms", {})
    return Agencies(MappingProxyType(names), tuple(forms.get("before", ())), tuple(forms.get("after", ())))
