"""Reference files into a case: their items and states named as the knowledge names them."""

from functools import cache
from pathlib import Path

from rostra.data import Knowledge
from rostra.data.comparison import shipped_comparison
from rostra.data.equipment_lookup import Lookup
from rostra.ingest import ReadSettings, document_from_text
from rostra.ingest.registers import Naming, ReferenceKind, import_reference
from rostra.mentions import find_mentions
from rostra.model import Mention
from rostra.rules import language_pack
from rostra.store import Case, ReferenceFile
from rostra.text import Article

REGISTER_LANGUAGE = "en"
STATE_BODIES = frozenset({"force", "ministry", "body"})
"""Types of organisation whose holdings are their state's."""


def import_into(case: Case, path: Path, kind: ReferenceKind, knowledge: Knowledge) -> ReferenceFile:
    """Imports a reference file; one of the same hash is replaced. Raises SourceError when it cannot be read."""
    return case.add_reference(kind, import_reference(path, kind, naming(knowledge)), path)


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
