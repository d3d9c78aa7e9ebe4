"""The catalogue of equipment as data: sound, unambiguous where it says so, with a source."""

import tomllib
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

from rostra.data import shipped_knowledge
from rostra.data.equipment_loading import load_catalogue
from rostra.kernel import KnowledgeError
from rostra.text import fold

CATALOGUE = shipped_knowledge().equipment
FOLDER = files("rostra.data") / "equipment"


def squeezed(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


def test_the_catalogue_holds_the_arsenals_that_news_names_most() -> None:
    by_origin: dict[str, int] = defaultdict(int)
    for system in CATALOGUE.systems.values():
        for origin in system.origin:
            by_origin[origin] += 1
    assert len(CATALOGUE.systems) >= 1000
    assert all(
        by_origin[origin] >= 15
        for origin in ("RU", "CN", "US", "IR", "KP", "IN", "PK", "TR", "IL", "UA", "BR", "KR")
    )


def test_every_name_with_several_bearers_is_declared() -> None:
    bearers = defaultdict(set)
    for system in CATALOGUE.systems.values():
        for name in system.names:
            bearers[squeezed(name.text)].add(system.id)
    declared = {squeezed(entry.text) for entry in CATALOGUE.ambiguous}
    assert [key for key, ids in bearers.items() if len(ids) > 1 and key not in declared] == []


def test_every_declared_name_is_declared_once() -> None:
    texts = [squeezed(entry.text) for entry in CATALOGUE.ambiguous]
    assert len(texts) == len(set(texts))


def test_every_entry_has_an_example() -> None:
    assert [system.id for system in CATALOGUE.systems.values() if not system.example] == []


def test_every_ambiguous_name_has_example_and_counter_example() -> None:
    assert [e.text for e in CATALOGUE.ambiguous if e.text not in e.example or not e.counter_example] == []


def test_ids_are_plain() -> None:
    assert [
        id_ for id_ in CATALOGUE.systems if not all(c.isascii() and (c.isalnum() or c == "-") for c in id_)
    ] == []


def test_deciding_words_are_folded() -> None:
    assert [
        w for e in CATALOGUE.ambiguous for words in e.decides.values() for w in words if w != w.lower()
    ] == []


def test_ships_aircraft_and_vehicles_are_platforms_and_the_rest_weapons() -> None:
    roles = {class_.id: class_.role for class_ in CATALOGUE.classes.values()}
    assert roles["destroyer"] == roles["fighter"] == roles["tank"] == roles["uav"] == "platform"
    assert roles["manpads"] == roles["icbm"] == roles["howitzer"] == roles["radar"] == "weapon"


def test_a_relation_ties_both_ends() -> None:
    assert "9k38-igla" in CATALOGUE.related("9k338-igla-s")
    assert "9k338-igla-s" in CATALOGUE.related("9k38-igla")


def test_cyrillic_names_say_their_script() -> None:
    scripts = {name.text: name.script for name in CATALOGUE.systems["9k338-igla-s"].names}
    assert scripts["Игла-С"] == "Cyrl"
    assert scripts["Igla-S"] == "Latn"


def test_the_catalogue_has_its_entry_among_the_sources() -> None:
    sources = tomllib.loads((files("rostra.data") / "SOURCES.toml").read_text(encoding="utf-8"))
    assert sources["equipment/"]["rests_on"]


def test_no_entry_holds_a_figure() -> None:
    rows = [
        row
        for path in FOLDER.iterdir()
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get("system", [])
    ]
    fields = {field for row in rows for field in row}
    assert fields <= {"id", "name", "class", "kind", "origin", "names", "relations", "example"}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    for path in FOLDER.iterdir():
        if path.name in {"classes.toml", "naming.toml"}:
            (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "ambiguous.toml").write_text("name = []", encoding="utf-8")
    (tmp_path / "own.toml").write_text(
        """system = [
  { id = "a", name = "Alpha", class = "catapult" },
  { id = "a", name = "Beta", class = "tank", kind = "toy" },
  { id = "b", name = "Gamma", class = "tank", names = { rumour = ["G"] }, relations = { uses = "nothing" } },
]""",
        encoding="utf-8",
    )
    return tmp_path


def test_all_faults_of_a_catalogue_are_reported_at_once(broken: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_catalogue(broken)
    messages = " ".join(str(fault) for fault in caught.value.faults)
    assert all(word in messages for word in ("catapult", "toy", "twice", "rumour", "nothing"))
