"""Entries by a name that stands alone: as a person types it, as a register writes it."""

import pytest

from rostra.data import shipped_knowledge
from rostra.data.equipment_lookup import Lookup, name_key

LOOKUP = Lookup(shipped_knowledge().equipment)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("SA-24", "9k338-igla-s"), ("sa24", "9k338-igla-s"), ("igla s", "9k338-igla-s"), ("Игла-С", "9k338-igla-s"),
        ("9К338", "9k338-igla-s"), ("9k338-igla-s", "9k338-igla-s"), ("Akinci", "bayraktar-akinci"),
        ("Nimitz", "nimitz-class-carrier"), ("super etendard", "super-etendard"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_typed(name: str, id_: str) -> None:
    assert [system.id for system in LOOKUP.find(name).systems] == [id_]


def test_an_ambiguous_name_gives_its_candidates_and_their_words() -> None:
    found = LOOKUP.find("Tiger")
    assert {system.id for system in found.systems} == {"eurocopter-tiger", "f-5-tiger-ii", "gaz-tigr"}
    assert found.ambiguous is not None
    assert "helicopter" in found.ambiguous.decides["eurocopter-tiger"]


def test_a_misspelt_name_gives_the_nearest() -> None:
    found = LOOKUP.find("Iskandar-M")
    assert found.systems == ()
    assert "9K720 Iskander" in found.near


def test_names_of_another_language_do_not_count() -> None:
    assert LOOKUP.find("Cúpula de Hierro", "es").systems
    assert not LOOKUP.find("Cúpula de Hierro", "pt").systems


@pytest.mark.parametrize("name", ["", " ", "???", "x" * 10_000, "\u202e", "🚀"])
def test_a_hostile_name_finds_nothing(name: str) -> None:
    assert LOOKUP.find(name).systems == ()


@pytest.mark.parametrize(
    ("designation", "class_id", "id_"),
    [
        ("9M338/SA-24 Igla-S", "manpads", "9k338-igla-s"), ("S-300VM/SA-23", "sam", "s-300vm"),
        ("BM-21 Grad 122mm", "mlrs", "bm-21-grad"), ("AS-355/AS-555 Fennec", "helicopter", "as555-fennec"),
        ("Spartan", "apc", "spartan"), ("Mistral", "manpads", "mistral-missile"), ("K-8", None, "jl-8"),
        ("Lupo", "frigate", "lupo-class-frigate"), ("Vampire T-55", "trainer_aircraft", "de-havilland-vampire"),
        ("Bastion", "anti_tank_missile", "9m117-bastion"), ("Alligator", "landing_ship", "capana-class-landing-ship"),
        ("Mohajer", "uav", None), ("aircraft engine", None, None), ("S-300VM", "submarine", None),
    ],
)  # fmt: skip
def test_a_designation_of_a_register(designation: str, class_id: str | None, id_: str | None) -> None:
    assert LOOKUP.designated(designation, class_id) == id_


def test_a_key_keeps_letters_and_digits() -> None:
    assert name_key("  Ejder-Yalçın (4x4) ") == "ejderyalcin4x4"
