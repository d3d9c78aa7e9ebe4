"""The knowledge that a case is read and checked with: what ships, and the packs that the case holds."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rostra.data import Knowledge, shipped_knowledge
from rostra.data.packs import Pack, changes, knowledge_with, pack_of, parsed_pack, read_pack
from rostra.kernel import QueryError
from rostra.store import Case, StoredPack


def knowledge_at(case: Path) -> Knowledge:
    """The knowledge of the case in a file; what ships where there is none yet."""
    if not case.is_file() or not case.stat().st_size:
        return shipped_knowledge()
    with Case.open(case, "read") as opened:
        return knowledge_of(opened)


def knowledge_of(case: Case) -> Knowledge:
    """The shipped knowledge with the packs of a case over it. Raises KnowledgeError where one no longer fits."""
    return knowledge_with(packs_of(case))


def packs_of(case: Case) -> tuple[Pack, ...]:
    """The packs of a case, read from the bytes that it holds, in the order of their names."""
    return tuple(parsed_pack(stored.files) for stored in case.packs())


def knowledge_in(folders: Sequence[Path]) -> Knowledge:
    """The shipped knowledge with the packs of these folders over it. Raises KnowledgeError with every fault."""
    packs: tuple[Pack, ...] = ()
    for folder in folders:
        packs = (*packs, read_pack(folder, knowledge_with(packs)))
    return knowledge_with(packs)


@dataclass(frozen=True, slots=True)
class Added:
    """A pack that a case has now: whether it had it before, byte for byte, and what it adds and changes."""

    pack: Pack
    new: bool
    changes: Mapping[str, int]


def add_pack(case: Case, folder: Path) -> Added:
    """Adds the pack of a folder in place of an earlier version of it.

    Raises KnowledgeError with every fault of the pack: nothing is added then.
    """
    name = read_pack_name(folder)
    others = tuple(pack for pack in packs_of(case) if pack.name != name)
    below = knowledge_with(others)
    pack = read_pack(folder, below)
    new = case.add_pack(StoredPack(pack.name, pack.version, pack.sha256, pack.files))
    return Added(pack, new, changes(pack, below))


def read_pack_name(folder: Path) -> str | None:
    """The name in the manifest of a folder, where it has one that can be read."""
    manifest = folder / "pack.toml"
    try:
        return str(tomllib.loads(manifest.read_text(encoding="utf-8-sig")).get("name"))
    except (OSError, ValueError):
        return None


def remove_pack(case: Case, name: str) -> None:
    """Takes a pack out of a case.

    Raises QueryError where there is none of that name, KnowledgeError where another pack of the case needs it.
    """
    rest = [pack for pack in packs_of(case) if pack.name != name]
    for pack in rest:
        pack_of(pack.files, knowledge_with([other for other in rest if other is not pack]))
    if not case.remove_pack(name):
        known = ", ".join(pack.name for pack in case.packs()) or "none"
        raise QueryError(f"no pack {name!r} in {case.path}", remedy=f"packs of the case: {known}")
