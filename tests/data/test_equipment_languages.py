"""Every name of the catalogue finds its entry in a sentence of each language that it is given for."""

from collections.abc import Iterator
from importlib.resources import files

import pytest

from rostra.data import shipped_knowledge
from rostra.data.equipment import System
from rostra.data.equipment_loading import example_in
from rostra.kernel import OffsetMap
from rostra.mentions.equipment import find_equipment
from rostra.model import Document
from rostra.rules.pack import LanguagePack
from rostra.text import fold

KNOWLEDGE = shipped_knowledge()
CATALOGUE = KNOWLEDGE.equipment


def sentences(lang: str) -> Iterator[tuple[System, str]]:
    for system in CATALOGUE.systems.values():
        for name in system.names:
            if name.lang in (None, lang):
                yield system, example_in(CATALOGUE, system, name.text, lang)


@pytest.mark.parametrize("lang", ["en", "es", "pt", "ru"])
def test_every_name_finds_its_entry(lang: str) -> None:
    pack = LanguagePack(lang, files("rostra.rules") / "packs" / lang)
    lost = []
    for system, text in sentences(lang):
        map_ = OffsetMap.identity(len(text))
        document = Document("d", text, lang, None, None, None, None, "", "utf-8", map_)
        found = find_equipment(document, fold(text), pack, KNOWLEDGE)
        if not any(system.id == one.id or system.id in one.candidates for one in found):
            lost.append((system.id, text))
    assert lost == []
