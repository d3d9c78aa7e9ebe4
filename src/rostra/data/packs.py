"""Packs: a user's own knowledge as a folder of the same files as the shipped knowledge, with a manifest.

A pack is its files, byte for byte; its version in every chain of evidence is a hash over their names and bytes.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources.abc import Traversable
from typing import Any

from rostra.data.knowledge import Knowledge, shipped_knowledge
from rostra.data.laying import Tables, laid_folder, laid_over
from rostra.data.pack_checks import cross_faults
from rostra.data.pack_rows import line_of
from rostra.data.schemas import Violation, schema, violations
from rostra.kernel import KnowledgeError, SourceError, content_id, sha256_hex
from rostra.kernel.errors import Fault, Place
from rostra.kernel.tables import read_toml
from rostra.model import DataFile

MANIFEST = "pack.toml"
GIVEN_NAMES = "given_names.toml"
FILES = ("countries.toml", "places.toml", "organisations.toml", "offices.toml", GIVEN_NAMES)
EQUIPMENT = ("classes.toml", "ambiguous.toml", "naming.toml", "relations.toml")
LANGUAGES, ARSENAL = "languages", "equipment"
MOST_BYTES = 16 * 1024 * 1024
"""Of one file of a pack; the whole shipped knowledge is a megabyte."""
_MOST_TOLD = 100
"""Faults of one file that are told one by one: the line of each is searched for."""
_SENTENCES = ("example", "counter_example")


@dataclass(frozen=True)
class Pack:
    """A pack as it was read; `files` are names inside the folder and their bytes, in order of name."""

    files: tuple[tuple[str, bytes], ...]
    tables: Mapping[str, Tables] = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """The name that the manifest gives."""
        return str(self.tables[MANIFEST]["name"])

    @property
    def version(self) -> str:
        """The version that the manifest gives, for people; `sha256` is what counts."""
        return str(self.tables[MANIFEST]["version"])

    @property
    def manifest(self) -> Tables:
        """Name, version, description, licence and sources."""
        return self.tables[MANIFEST]

    @cached_property
    def sha256(self) -> str:
        """Hash over the names and bytes of its files: the same on every machine."""
        return sha256_hex("".join(f"{name}\t{sha256_hex(raw)}\n" for name, raw in self.files).encode())

    @property
    def data_file(self) -> DataFile:
        """The pack as evidence names it."""
        return DataFile(f"pack/{self.name} {self.version}", self.sha256)

    @property
    def id(self) -> str:
        """Id from its content."""
        return content_id("pack", self.name, self.sha256)


def read_pack(folder: Traversable, base: Knowledge | None = None) -> Pack:
    """The pack in a folder, checked against the knowledge that it is to lie over (by default the shipped one).

    Raises KnowledgeError with every fault of every file, SourceError where there is no pack.
    """
    if not folder.is_dir() or not (folder / MANIFEST).is_file():
        raise SourceError(
            "no pack of knowledge is here",
            place=Place(str(folder)),
            remedy=f"name a folder that holds {MANIFEST}; docs/packs.md shows one",
        )
    return pack_of(tuple(_collected(folder)), base)


def _collected(folder: Traversable, prefix: str = "") -> list[tuple[str, bytes]]:
    found = []
    for entry in sorted(folder.iterdir(), key=lambda path: path.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir() and not prefix and not entry.name.startswith((".", "_")):
            found += _collected(entry, f"{name}/")
        elif entry.is_file() and entry.name.endswith(".toml"):
            found.append((name, _bytes(entry)))
    return found


def _bytes(entry: Traversable) -> bytes:
    """The file, or enough of it to see that it is too large."""
    with entry.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def pack_of(files: tuple[tuple[str, bytes], ...], base: Knowledge | None = None) -> Pack:
    """The pack of these files. Raises KnowledgeError with every fault of every file."""
    files = tuple(sorted(files))
    faults: list[Fault] = []
    tables = {name: table for name, raw in files if (table := _table(name, raw, faults)) is not None}
    texts = {name: raw.decode("utf-8", "replace") for name, raw in files}
    for name, table in tables.items():
        faults += _placed(((name, one) for one in _of_schema(name, table)), texts)
    over = base or shipped_knowledge()
    faults += _placed(cross_faults(_sound(tables), over), texts)
    if faults:
        raise KnowledgeError(faults)
    pack = Pack(files, tables)
    _loads(knowledge_with((pack,), over))
    return pack


def parsed_pack(files: tuple[tuple[str, bytes], ...]) -> Pack:
    """The pack of files that were checked before: they are parsed, no more. Raises KnowledgeError."""
    faults: list[Fault] = []
    tables = {name: _table(name, raw, faults) or {} for name, raw in files}
    if faults:
        raise KnowledgeError(faults)
    return Pack(tuple(sorted(files)), tables)


def _table(name: str, raw: bytes, faults: list[Fault]) -> Tables | None:
    try:
        if schema_name(name) is None:
            known = f"{MANIFEST}, {', '.join(FILES)}, {ARSENAL}/*.toml, {LANGUAGES}/*.toml"
            faults.append(Fault("no such file in a pack", Place(name), f"the files of a pack are {known}"))
        elif len(raw) > MOST_BYTES:
            faults.append(Fault(f"larger than {MOST_BYTES} bytes", Place(name), "part it into several packs"))
        else:
            return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        faults.append(Fault(f"not UTF-8 at byte {error.start}", Place(name), "save the file as UTF-8"))
    except (ValueError, RecursionError) as error:  # a number of five thousand digits is no TOMLDecodeError
        faults.append(Fault(f"not TOML: {error}", Place(name), "see https://toml.io for the syntax"))
    return None


def schema_name(file: str) -> str | None:
    """The schema of a file of a pack ("equipment/navy.toml" has that of systems); None where none may be there."""
    folder, _, name = file.rpartition("/")
    stem = name.removesuffix(".toml")
    if folder == "":
        return stem if name in {MANIFEST, *FILES} else None
    if folder == ARSENAL:
        return stem if name in EQUIPMENT else "equipment"
    return "language" if folder == LANGUAGES and stem.isalpha() and len(stem) in {2, 3} else None


def _of_schema(name: str, table: Tables) -> list[Violation]:
    return list(violations(table, schema(schema_name(name) or "")))


def _sound(tables: Mapping[str, Tables]) -> dict[str, Tables]:
    """The files whose schema holds: only their words can be looked up."""
    return {name: table for name, table in tables.items() if not _of_schema(name, table)}


def _placed(found: Iterable[tuple[str, Violation]], texts: Mapping[str, str]) -> list[Fault]:
    """Violations as faults with their lines; of very many, the first ones and how many there are."""
    every = list(found)
    faults = [_fault(file, texts[file], one) for file, one in every[:_MOST_TOLD]]
    if len(every) > _MOST_TOLD:
        rest = f"and {len(every) - _MOST_TOLD} more faults"
        faults.append(Fault(rest, Place(every[_MOST_TOLD][0]), "mend these first"))
    return faults


def _fault(file: str, text: str, one: Violation) -> Fault:
    named = ".".join(str(step) for step in one.path if isinstance(step, str))
    return Fault(one.message, Place(file, line_of(text, one.path), named or None), one.remedy)


def _loads(knowledge: Knowledge) -> None:
    """Every table of it is read; raises KnowledgeError where a loader finds what the schemas do not know."""
    for name in ("countries", "places", "organisations", "offices", "given_names", "equipment"):
        getattr(knowledge, name)


def knowledge_with(packs: Sequence[Pack], base: Knowledge | None = None) -> Knowledge:
    """The knowledge with packs over it, in the order of their names; the base itself where there are none.

    Raises KnowledgeError where a loader cannot read what comes of it.
    """
    over = base or shipped_knowledge()
    ordered = tuple(sorted(packs, key=lambda pack: (pack.name, pack.sha256)))
    return _laid(ordered, over) if ordered else over


@lru_cache(maxsize=8)
def _laid(ordered: tuple[Pack, ...], over: Knowledge) -> Knowledge:
    folder, languages = over.folder, dict(over.languages)
    for pack in ordered:
        named, tables = _parted(pack)
        languages |= {lang: laid_over(languages.get(lang, {}), table) for lang, table in named.items()}
        folder = laid_folder(folder, _with_given_names(tables, folder))
    return Knowledge(folder, languages, (*over.packs, *(pack.data_file for pack in ordered)))


def _parted(pack: Pack) -> tuple[dict[str, Tables], dict[str, Tables]]:
    """What the pack says of languages, by their codes, and its other tables, by their files."""
    kept = {
        name: {key: value for key, value in table.items() if key not in _SENTENCES}
        for name, table in pack.tables.items()
        if name != MANIFEST
    }
    named = {name: kept.pop(name) for name in list(kept) if name.startswith(f"{LANGUAGES}/")}
    return {name.partition("/")[2].removesuffix(".toml"): table for name, table in named.items()}, kept


def _with_given_names(tables: dict[str, Tables], folder: Traversable) -> dict[str, Tables]:
    """Given names stand in one text by tradition; a pack's are added to it."""
    if GIVEN_NAMES not in tables:
        return tables
    known = read_toml(folder / GIVEN_NAMES)
    grown = {name: f"{known.get(name, '')} {names}".strip() for name, names in tables[GIVEN_NAMES].items()}
    return {**tables, GIVEN_NAMES: grown}


def changes(pack: Pack, base: Knowledge) -> Mapping[str, int]:
    """How many entries of each kind the pack adds to the knowledge, and how many it changes ("changed systems")."""
    over = knowledge_with((pack,), base)
    return dict(_counted(over, base))


def _counted(over: Knowledge, base: Knowledge) -> Sequence[tuple[str, int]]:
    pairs: tuple[tuple[str, Mapping[Any, Any], Mapping[Any, Any]], ...] = (
        ("states", over.countries.by_code, base.countries.by_code),
        ("places", over.places.by_id, base.places.by_id),
        ("organisations", over.organisations.by_id, base.organisations.by_id),
        ("persons in office", _holders(over), _holders(base)),
        ("systems", over.equipment.systems, base.equipment.systems),
    )
    found = []
    for what, new, old in pairs:
        found.append((what, len(new.keys() - old.keys())))
        found.append((f"changed {what}", sum(new[key] != old[key] for key in new.keys() & old.keys())))
    return [(what, number) for what, number in found if number]


def _holders(knowledge: Knowledge) -> dict[tuple[str, str, str], Any]:
    return {(one.name, one.office, one.state): one for one in knowledge.offices.all}
