"""Reference files into a case: their items and states named as the knowledge names them."""

from functools import cache
from pathlib import Path

from rostra.data import Knowledge
from rostra.ingest import ReadSettings, document_from_text
from rostra.ingest.registers import Naming, ReferenceKind, import_reference
from rostra.mentions import find_mentions
from rostra.model import Mention
from rostra.rules import language_pack
from rostra.store import Case, ReferenceFile
from rostra.text import segment

REGISTER_LANGUAGE = "en"


def import_into(case: Case, path: Path, kind: ReferenceKind, knowledge: Knowledge) -> ReferenceFile:
    """Imports a reference file; one of the same hash is replaced. Raises SourceError when it cannot be read."""
    return case.add_reference(kind, import_reference(path, kind, naming(knowledge)), path)


def naming(knowledge: Knowledge) -> Naming:
    """How a register's names resolve: by the same rules that find them in an article."""

    @cache
    def mentions(name: str) -> tuple[Mention, ...]:
        pack = language_pack(REGISTER_LANGUAGE)
        document = document_from_text(name, ReadSettings(lang=REGISTER_LANGUAGE))
        return find_mentions(document, segment(name, pack.words.abbreviations), pack, knowledge)

    def item(name: str) -> str | None:
        found = {mention.id for mention in mentions(name) if mention.kind == "equipment"}
        return found.pop() if len(found) == 1 else None

    def country(name: str) -> str | None:
        if knowledge.countries.named(name):
            return name
        found = {mention.id for mention in mentions(name) if mention.kind == "country" and mention.id}
        state = knowledge.countries.get(found.pop()) if len(found) == 1 else None
        return state.name if state else None

    return Naming(item, country)
