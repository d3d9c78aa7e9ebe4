from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest

from rostra.data import Knowledge, shipped_knowledge
from rostra.data.packs import Pack, changes, knowledge_with, pack_of, parsed_pack, read_pack
from rostra.kernel import KnowledgeError, SourceError
from rostra.kernel.errors import Fault

DEMO = files("rostra") / "demo_case" / "knowledge"
MANIFEST = """name = "orla"
version = "1.0"
description = "Orla, invented for a test"
licence = "Apache-2.0"
sources = ["invented"]
"""
COUNTRIES = '[countries]\nXR = { name = "Orla", demonym = "Orlan", capital = "Selm" }\n'
EQUIPMENT = """system = [
  { id = "orla-7", name = "Orlan Gale 7", class = "sam", kind = "system", origin = ["XR"], names = { maker = ["OG-7"] } },
]
"""


def pack(**given: str) -> Pack:
    """A pack of these files; `equipment__navy` names equipment/navy.toml."""
    texts = {"pack": MANIFEST, "countries": COUNTRIES, **given}
    return pack_of(
        tuple((f"{name.replace('__', '/')}.toml", text.encode()) for name, text in texts.items() if text)
    )


def faults(**given: str) -> tuple[Fault, ...]:
    with pytest.raises(KnowledgeError) as caught:
        pack(**given)
    return caught.value.faults


def over(**given: str) -> Knowledge:
    return knowledge_with((pack(**given),))


def told(found: tuple[Fault, ...]) -> list[tuple[str | None, int | None, str | None]]:
    return [(fault.place.file, fault.place.row, fault.place.field) for fault in found]


def test_an_added_state_stands_beside_the_shipped_ones() -> None:
    names = {country.name for country in over().countries.by_code.values()}
    assert {"Orla", "Venezuela"} <= names


def test_the_shipped_tables_do_not_change() -> None:
    assert over().countries.get("XR")
    assert shipped_knowledge().countries.get("XR") is None


def test_no_pack_is_the_shipped_knowledge() -> None:
    assert knowledge_with(()) is shipped_knowledge()


def test_the_demonstration_is_a_pack() -> None:
    knowledge = knowledge_with((read_pack(DEMO),))
    assert knowledge.places.country_of("region:XV/tarvela") == "Valdoria"
    assert knowledge.places.country_of("capital:XM/lisk") == "Marenia"
    assert knowledge.places.get("strait:strait-of-dorrin") is not None
    assert knowledge.organisations.get("company:veyra-institute") is not None
    assert knowledge.nation_names("es")["demonyms"]["XV"] == ["valdoriano"]


def test_a_system_is_added() -> None:
    systems = over(equipment__own=EQUIPMENT).equipment.systems
    assert [name.text for name in systems["orla-7"].names] == ["Orlan Gale 7", "OG-7"]


def test_an_entry_of_a_shipped_id_grows_by_names() -> None:
    text = 'system = [{ id = "9k338-igla-s", names = { press = ["Needle of Orla"] } }]\n'
    before = shipped_knowledge().equipment.systems["9k338-igla-s"]
    after = over(equipment__own=text).equipment.systems["9k338-igla-s"]
    assert {name.text for name in after.names} == {*(name.text for name in before.names), "Needle of Orla"}
    assert (after.name, after.class_id) == (before.name, before.class_id)


def test_an_entry_of_a_shipped_id_takes_over_what_is_given() -> None:
    found = over(countries='[countries]\nVE = { demonym = "Orlavenezuelan" }\n').countries.get("VE")
    assert found is not None
    assert (found.name, found.demonym) == ("Venezuela", "Orlavenezuelan")


def test_an_entry_that_replaces_keeps_nothing() -> None:
    text = 'system = [{ id = "9k338-igla-s", name = "Gale S", class = "manpads", replace = true }]\n'
    found = over(equipment__own=text).equipment.systems["9k338-igla-s"]
    assert [name.text for name in found.names] == ["Gale S"]


def test_a_line_of_a_known_first_name_grows() -> None:
    places = over(places='[AF]\nregion = ["Helmand|Hilmand"]\n').places
    names = [name.text for name in places.by_id["region:AF/helmand"].names]
    assert (names[0], names[-1]) == ("Helmand", "Hilmand")
    assert len(places.all) == len(shipped_knowledge().places.all) + 1


def test_an_office_is_added_and_its_years_replaced() -> None:
    text = '[[office]]\nname = "Ada Corvin"\noffice = "president"\nstate = "XR"\nyears = [[2019, 9999]]\n'
    assert over(offices=text).offices.holders("president", "XR", 2024)[0].name == "Ada Corvin"


def test_years_of_a_pack_stand_in_place_of_the_terms_that_ship() -> None:
    text = '[[office]]\nname = "Gabriel Boric"\noffice = "president"\nstate = "CL"\nyears = [[1990, 1991]]\n'
    (holder,) = (one for one in over(offices=text).offices.all if one.name == "Gabriel Boric")
    assert holder.years == ((1990, 1991),)


def test_given_names_are_added_to_those_that_ship() -> None:
    names = over(given_names='english = "Zzyva"\n').given_names.all
    assert "Zzyva" in names
    assert shipped_knowledge().given_names.all <= names


def test_an_ambiguous_name_is_declared() -> None:
    text = 'name = [{ text = "Galewind", systems = ["orla-7"], needs = "noun" }]\n'
    declared = over(equipment__own=EQUIPMENT, equipment__ambiguous=text).equipment.ambiguous
    assert declared[-1].text == "Galewind"


def test_the_hash_is_over_names_and_bytes() -> None:
    assert pack().sha256 == pack().sha256
    assert pack().sha256 != pack(countries=COUNTRIES + "\n").sha256
    assert len(pack().sha256) == 64


def test_evidence_names_the_pack_its_version_and_its_hash() -> None:
    (named,) = over().packs
    assert (named.name, named.sha256) == ("pack/orla 1.0", pack().sha256)


def test_the_order_of_packs_does_not_matter() -> None:
    one, other = pack(), pack(pack=MANIFEST.replace('"orla"', '"brin"'), places='[XR]\ncity = ["Arn"]\n')
    assert knowledge_with((one, other)) is knowledge_with((other, one))


def test_a_pack_may_build_on_another() -> None:
    places = (("pack.toml", MANIFEST.encode()), ("places.toml", b'[XR]\ncity = ["Arn"]\n'))
    with pytest.raises(KnowledgeError):
        pack_of(places)
    assert pack_of(places, over()).name == "orla"


def test_what_a_pack_adds_and_changes_is_counted() -> None:
    text = EQUIPMENT.replace("\n]", '\n  { id = "9k338-igla-s", names = { press = ["Needle of Orla"] } },\n]')
    found = changes(pack(equipment__own=text), shipped_knowledge())
    assert found == {"states": 1, "places": 1, "systems": 1, "changed systems": 1}


def test_a_stored_pack_is_the_pack() -> None:
    assert parsed_pack(pack().files) == pack()


TEN = {
    "pack": 'name = "Orla!"\nversion = 1\ndescription = ""\nlicence = "x"\n',
    "countries": '[countries]\nXR = { name = "Orla" }\nXRR = { name = "A", demonym = "B" }\n',
    "places": '[XZ]\ncity = ["Arn"]\n\n[XR]\nvillage = ["Brin"]\n',
    "offices": '[[office]]\nname = "Corvin"\noffice = "president"\nstate = "XR"\nyears = [[2019]]\n',
    "equipment__own": 'system = [\n  { id = "a", name = "Alpha Gale", class = "raft" },\n  { id = "a", name = "B", class = "sam" },\n]\n',
    "weather": "sun = 1\n",
}


def test_a_pack_with_ten_faults_reports_ten() -> None:
    found = faults(**TEN)
    assert (
        told(found)
        == [
            ("weather.toml", None, None),
            ("countries.toml", 3, "countries.XRR"),
            ("offices.toml", 1, "office.name"),
            ("offices.toml", 1, "office.years"),
            ("pack.toml", None, "sources"),
            ("pack.toml", 1, "name"),
            ("pack.toml", 2, "version"),
            ("pack.toml", 3, "description"),
            ("places.toml", 5, "XR.village"),
            ("equipment/own.toml", 2, "system.class"),
            ("equipment/own.toml", 3, "system.id"),
        ][: len(found)]
    )
    assert all(fault.remedy for fault in found)


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"places": '[XZ]\ncity = ["Arn"]\n'}, "XZ", "unknown state XZ"),
        ({"languages__es": '[names]\nXZ = ["Arn"]\n'}, "names.XZ", "unknown state XZ"),
        ({"countries": '[countries]\nXR = { name = "Orla" }\n'}, "countries.XR.demonym", "lacks"),
        ({"equipment__own": 'system = [{ id = "a", name = "Alpha Gale" }]\n'}, "system.class", "lacks"),
        (
            {
                "equipment__own": 'system = [{ id = "a", name = "Alpha Gale", class = "sam", origin = ["XZ"] }]\n'
            },
            "system.origin",
            "unknown state XZ",
        ),
        (
            {
                "equipment__own": 'system = [{ id = "a", name = "Alpha Gale", class = "sam", relations = { uses = ["b"] } }]\n'
            },
            "system.relations.uses",
            "unknown system 'b'",
        ),
        (
            {
                "equipment__own": 'system = [{ id = "a", name = "Alpha Gale", class = "sam", names = { press = ["Igla-S"] } }]\n'
            },
            "system.names",
            "also a name of",
        ),
        (
            {
                "equipment__own": 'system = [{ id = "a", name = "Alpha Gale", class = "sam", example = "A ship sailed." }]\n'
            },
            "system.example",
            "does not hold",
        ),
        ({"equipment__classes": '[raft]\nname = "raft"\nrole = "platform"\n'}, "raft.family", "lacks"),
        (
            {
                "equipment__classes": '[raft]\nname = "raft"\nrole = "platform"\nfamily = "ship"\nparent = "dinghy"\n'
            },
            "raft.parent",
            "unknown class",
        ),
        (
            {"equipment__ambiguous": 'name = [{ text = "Gale", systems = ["b"] }]\n'},
            "name.systems",
            "unknown system",
        ),
        (
            {
                "offices": '[[office]]\nname = "Ada Corvin"\noffice = "president"\nstate = "XR"\nyears = [[2020, 2019]]\n'
            },
            "office.years",
            "2020 is after 2019",
        ),
        (
            {
                "offices": '[[office]]\nname = "Ada Corvin"\noffice = "president"\nstate = "XZ"\nyears = [[2019, 2020]]\n'
            },
            "office.state",
            "unknown state XZ",
        ),
    ],
)
def test_a_fault_names_its_field(given: Mapping[str, str], field: str, message: str) -> None:
    (fault,) = faults(**given)
    assert fault.place.field == field
    assert message in fault.message
    assert fault.place.row is not None
    assert fault.remedy


@pytest.mark.parametrize(
    ("raw", "told"),
    [(b"\xff\xfe[countries]", "not UTF-8"), (b"[countries", "not TOML"), (b"a = " + b"[" * 3000, "not TOML")],
)
def test_a_file_that_cannot_be_read_is_a_fault_of_its_own(raw: bytes, told: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        pack_of((("countries.toml", raw), ("pack.toml", MANIFEST.encode())))
    assert [fault.message.startswith(told) for fault in caught.value.faults] == [True]


def test_a_file_may_begin_with_a_mark_of_its_encoding() -> None:
    assert pack(countries="\ufeff" + COUNTRIES).tables["countries.toml"]["countries"]["XR"]["name"] == "Orla"


def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no pack"):
        read_pack(tmp_path)


def test_what_is_no_knowledge_in_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "README.md").write_text("notes", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.toml").write_text("no = 1", encoding="utf-8")
    assert [name for name, _ in read_pack(tmp_path).files] == ["pack.toml"]


def test_of_ten_thousand_faults_the_first_hundred_are_told() -> None:
    found = faults(countries=COUNTRIES + "".join(f"a{number} = 1\n" for number in range(10_000)))
    assert (len(found), found[-1].message) == (101, "and 9900 more faults")


def test_a_number_too_long_to_read_is_a_fault_of_its_file() -> None:
    (fault,) = faults(countries="XR = " + "9" * 5000)
    assert (fault.place.file, fault.message.startswith("not TOML")) == ("countries.toml", True)


def test_a_file_is_read_no_further_than_it_may_be_long(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(MANIFEST, encoding="utf-8")
    with (tmp_path / "countries.toml").open("wb") as file:
        file.truncate(10**11)  # a hole of a hundred gigabytes takes no room on the disk
    with pytest.raises(KnowledgeError, match="larger than"):
        read_pack(tmp_path)
