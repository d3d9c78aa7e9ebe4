"""Packs made from what others publish: persons in office from Wikidata."""

from dataclasses import dataclass
from pathlib import Path

from rostra.data.pack_writing import Holder, write_offices
from rostra.ingest.registers import Tenure, source_file, tenures
from rostra.kernel import Place, QueryError, SourceError
from rostra.model import Refusal


@dataclass(frozen=True, slots=True)
class Packed:
    """What a file gave: the number of persons in office, and what could not be used, with the reason."""

    holders: int
    refusals: tuple[Refusal, ...]


def pack_offices(file: Path, folder: Path, name: str) -> Packed:
    """Writes a pack of the persons in office of a file of Wikidata into a new folder.

    Raises QueryError where something is in the folder already, SourceError where the file names nobody in office.
    """
    if folder.exists() and any(folder.iterdir()):
        raise QueryError(f"{folder} is not empty", remedy="name a new folder for the pack")
    read = list(tenures(file))
    refusals = tuple(one for one in read if isinstance(one, Refusal))
    named = [one for one in read if isinstance(one, Tenure) and " " in one.name.strip()]
    if not named:
        raise SourceError(
            f"names nobody in office that can be used ({len(refusals)} refused)",
            place=Place(str(file)),
            remedy="docs/registers.md shows what a dump and a query must give",
        )
    about = {
        "name": name,
        "description": f"Persons in office, from {file.name}",
        "licence": "CC0-1.0",
        "source": f"Wikidata, {file.name}, SHA-256 {source_file(file).sha256}",
    }
    return Packed(write_offices(folder, about, map(_holder, named)), refusals)


def _holder(one: Tenure) -> Holder:
    return Holder(one.name, one.office, one.state, ((one.first, max(one.first, one.last)),), one.aka)
