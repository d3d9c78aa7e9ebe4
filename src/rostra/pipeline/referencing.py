"""Reference files into a case: their items and states named as the knowledge names them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rostra import __version__
from rostra.data import Knowledge
from rostra.data.comparison import shipped_comparison
from rostra.data.equipment_lookup import Lookup
from rostra.ingest import ReadSettings, document_from_text
from rostra.ingest.registers import Naming, ReferenceKind, import_reference, source_file
from rostra.kernel import content_id
from rostra.mentions import find_mentions
from rostra.model import Mention, ReferenceRow, Refusal
from rostra.pipeline.evidence import knowledge_files
from rostra.rules import language_pack
from rostra.store import Case, ReferenceFile
from rostra.text import Article

REGISTER_LANGUAGE = "en"
STATE_BODIES = frozenset({"force", "ministry", "body"})
"""Types of organisation whose holdings are their state's."""


TOLD_REFUSALS = 1000
"""Broken rows that an import tells of one by one; the case keeps all of them."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to: the file as the case holds it, and what of it the knowledge does not know.

    `new` is False where the case had it already, named with the same knowledge: then nothing was read. `items` and
    `states` are names that did not resolve with the number of their rows: they are kept as the file writes them.
    """

    file: ReferenceFile
    new: bool
    items: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    refusals: tuple[Refusal, ...] = ()


def import_into(
    case: Case,
    path: Path,
    kind: ReferenceKind,
    knowledge: Knowledge,
    told: Callable[[int], None] | None = None,
) -> Imported:
    """Imports a reference file, whole or not at all; `told` hears of the number of records read so far.

    A file that the case has already, named with the same knowledge, is left as it is. Raises SourceError when the
    file cannot be read.
    """
    mark = fingerprint(kind, knowledge)
    known = _known(case, path, kind, mark)
    if known:
        return Imported(known, new=False)
    watched = _Watched(knowledge, told)
    records = watched.over(import_reference(path, kind, naming(knowledge)))
    file = case.add_reference(kind, records, path, fingerprint=mark)
    return Imported(
        file, new=True, items=watched.items, states=watched.states, refusals=tuple(watched.refusals)
    )


def fingerprint(kind: str, knowledge: Knowledge) -> str:
    """The same for two imports that would read a file alike: version, layout, rules, data and packs."""
    files = (*knowledge_files(REGISTER_LANGUAGE), *knowledge.packs)
    return content_id("fp", __version__, kind, [(file.name, file.sha256) for file in files])


def _known(case: Case, path: Path, kind: str, mark: str) -> ReferenceFile | None:
    files = [file for file in case.reference_files() if (file.kind, file.fingerprint) == (kind, mark)]
    sha256 = source_file(path).sha256
    return next((file for file in files if file.sha256 == sha256), None)


class _Watched:
    """Notes what passes by and does not resolve."""

    def __init__(self, knowledge: Knowledge, told: Callable[[int], None] | None) -> None:
        self.knowledge, self.told = knowledge, told
        self.items: Counter[str] = Counter()
        self.states: Counter[str] = Counter()
        self.refusals: list[Refusal] = []

    def over(self, records: Iterable[ReferenceRow | Refusal]) -> Iterator[ReferenceRow | Refusal]:
        """The records, as they come."""
        for number, record in enumerate(records, 1):
            if isinstance(record, ReferenceRow):
                self._note(record)
            elif len(self.refusals) < TOLD_REFUSALS:
                self.refusals.append(record)
            if self.told and number % 100 == 0:
                self.told(number)
            yield record

    def _note(self, row: ReferenceRow) -> None:
        if row.item_id is None:
            self.items[row.item] += 1
        if row.state != "catalogue":
            unknown = (name for name in (row.subject, row.supplier) if name and not self._state(name))
            self.states.update(unknown)

    def _state(self, name: str) -> bool:
        return self.knowledge.countries.named(name) is not None


def naming(knowledge: Knowledge) -> Naming:
    """How a register's names resolve: by the same rules that find them in an article."""
    read = _NameReader(knowledge)
    return Naming(read.item, read.country, read.described)


class _NameReader:
    """Reads a bare name as an article's mention finder would; each name once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.pack = language_pack(REGISTER_LANGUAGE)
        self.lookup = Lookup(knowledge.equipment)
        self._mentions = cache(self._found)

    def described(self, designation: str, description: str) -> str | None:
        """The catalogue id of a designation that is of the class that the register names."""
        entry = shipped_comparison().register_class(description)
        return self._designated(designation, entry.class_id if entry else None)

    def item(self, name: str) -> str | None:
        """The catalogue id of a designation, where it is one system alone."""
        return self._designated(name, None)

    def _designated(self, name: str, class_id: str | None) -> str | None:
        """By the names of the catalogue as they stand, else as an article's reader would find it."""
        return self.lookup.designated(name, class_id) or self._read(name)

    def _read(self, name: str) -> str | None:
        found = {mention.id for mention in self._mentions(name) if mention.kind == "equipment"}
        return found.pop() if len(found) == 1 else None

    def country(self, name: str) -> str | None:
        """The state of a name; of a force, ministry or other body of a state, its state."""
        if self.knowledge.countries.named(name):
            return name
        found = {state for mention in self._mentions(name) if (state := self._state(mention))}
        return found.pop() if len(found) == 1 else None

    def _state(self, mention: Mention) -> str | None:
        kind, _, _ = (mention.id or "").partition(":")
        if mention.kind == "country" and mention.id:
            state = self.knowledge.countries.get(mention.id)
            return state.name if state else None
        if mention.kind == "organisation" and kind in STATE_BODIES:
            return self.knowledge.organisations.country_of(mention.id or "")
        return None

    def _found(self, name: str) -> tuple[Mention, ...]:
        document = document_from_text(name, ReadSettings(lang=REGISTER_LANGUAGE))
        return find_mentions(Article(document, self.pack, self.knowledge))
