"""The designation graph: relations are sane, names say who gives them, figures have a source that was read."""

import re
from importlib.resources import files

import pytest

from rostra.data import shipped_knowledge
from rostra.data.comparison import shipped_comparison
from rostra.data.equipment import AUTHORITIES, System
from rostra.data.equipment_loading import load_catalogue
from rostra.kernel import KnowledgeError
from rostra.kernel.tables import read_toml
from rostra.text import fold

CATALOGUE = shipped_knowledge().equipment
FOLDER = files("rostra.data") / "equipment"
SYSTEMS = CATALOGUE.systems
GRAU = re.compile(r"\d{1,2}[A-ZА-Я][a-zа-я]?-?\d{1,3}[A-ZА-Я]{0,4}\d?(-[A-ZА-Я\d]{1,2})?")
NATO_CODE = re.compile(r"(SA|SS|AS|AT|AA)(-[NCX])?(-X)?-\d{1,2}[A-Z]?")


def ties(*types: str) -> list[tuple[System, System]]:
    return [(one, SYSTEMS[tie.to]) for one in SYSTEMS.values() for tie in one.relations if tie.type in types]


def test_the_graph_is_dense() -> None:
    assert sum(len(system.relations) for system in SYSTEMS.values()) >= 900


def test_at_least_four_hundred_systems_have_aliases() -> None:
    assert sum(len(system.names) > 1 for system in SYSTEMS.values()) >= 400


def test_no_system_is_a_variant_of_itself_by_way_of_others() -> None:
    assert [id_ for id_ in SYSTEMS if id_ in CATALOGUE.parents(id_)] == []


def test_a_relation_is_given_once() -> None:
    assert [
        s.id for s in SYSTEMS.values() if len({(t.type, t.to) for t in s.relations}) < len(s.relations)
    ] == []


def test_a_variant_keeps_the_role_of_what_it_is_a_variant_of() -> None:
    wrong = [
        (one.id, other.id)
        for one, other in ties("variant_of", "family")
        if CATALOGUE.role(one.id) != CATALOGUE.role(other.id)
    ]
    assert wrong == []


def test_a_missile_is_a_variant_of_a_missile_or_a_member_of_a_family() -> None:
    wrong = [
        (one.id, other.id)
        for one, other in ties("variant_of")
        if (one.kind == "missile") != (other.kind == "missile") and "family" not in (one.kind, other.kind)
    ]
    assert wrong == []


def test_weapons_are_mounted_on_platforms() -> None:
    carriers = {other.kind for _, other in ties("mounted_on")}
    assert carriers <= {"platform", "missile"}


def test_a_launcher_is_used_by_a_system() -> None:
    assert [s.id for s in SYSTEMS.values() if s.kind == "launcher" and not CATALOGUE.users(s.id)] == [
        "typhon"
    ]


def test_systems_use_no_platforms_but_a_carrier_its_aircraft() -> None:
    wrong = [(a.id, b.id) for a, b in ties("uses") if b.kind == "platform" and a.class_id != "carrier"]
    assert wrong == []


@pytest.mark.parametrize(
    ("system", "missile"),
    [
        ("9k338-igla-s", "9m342"), ("s-400-triumf", "48n6"), ("mim-104-patriot", "pac-3"), ("iron-dome", "tamir"),
        ("m142-himars", "mgm-140-atacms"), ("9k720-iskander", "9m723"), ("bm-30-smerch", "9m55"),
        ("9k317-buk-m2", "9m317"), ("s-300vm", "9m83m"), ("samp-t", "aster-30"), ("bavar-373", "sayyad-4"),
    ],
)  # fmt: skip
def test_well_known_systems_fire_their_missiles(system: str, missile: str) -> None:
    assert missile in CATALOGUE.missiles(system)


def test_a_variant_without_parts_of_its_own_uses_those_of_its_parent() -> None:
    assert "57e6" in CATALOGUE.missiles("pantsir-s2")


def test_an_export_variant_says_so() -> None:
    assert SYSTEMS["s-300vm"].node == "export variant"
    assert SYSTEMS["buk-m1"].node == "variant"
    assert SYSTEMS["s-400-triumf"].node == "system"


def test_what_was_derived_is_no_variant() -> None:
    assert "su-27" not in CATALOGUE.parents("j-11")
    assert "su-27" in SYSTEMS["j-11"].to("derived_from")
    assert "j-11" not in CATALOGUE.related("su-27")


def test_every_authority_is_explained() -> None:
    assert set(CATALOGUE.naming.authorities) == set(AUTHORITIES)


def test_a_grau_index_looks_like_one() -> None:
    wrong = [
        n.text for s in SYSTEMS.values() for n in s.names if n.by == "grau" and not GRAU.fullmatch(n.text)
    ]
    assert wrong == []


def test_no_maker_gives_a_grau_index_or_a_reporting_name() -> None:
    wrong = [
        (s.id, n.text)
        for s in SYSTEMS.values()
        for n in s.names
        if n.by == "maker" and (NATO_CODE.fullmatch(n.text) or ("RU" in s.origin and GRAU.fullmatch(n.text)))
    ]
    assert wrong == []


def test_reporting_codes_are_natos() -> None:
    east = [system for system in SYSTEMS.values() if {"RU", "CN", "KP"}.intersection(system.origin)]
    given = {name.by for system in east for name in system.names if NATO_CODE.fullmatch(name.text)}
    assert given == {"nato"}


def test_cyrillic_names_are_of_a_language() -> None:
    assert [n.text for s in SYSTEMS.values() for n in s.names if n.script == "Cyrl" and n.lang is None] == []


def test_a_doubtful_name_was_read_or_says_that_it_is_unverified() -> None:
    names = {name.text: name for system in SYSTEMS.values() for name in system.names}
    assert names["SS-N-33"].unverified
    assert names["KN-23"].source is not None
    table = read_toml(FOLDER / "names.toml")
    assert {*table["unverified"], *table["verified"]} <= set(names)


def test_every_figure_has_a_source_that_was_read() -> None:
    sources = [figure.source for system in SYSTEMS.values() for figure in system.figures]
    assert sources
    assert all(s.title and s.publisher and s.date and s.address.startswith("https://") for s in sources)


def test_every_figure_is_of_a_known_measure_and_unit() -> None:
    tables = shipped_comparison()
    figures = [figure for system in SYSTEMS.values() for figure in system.figures]
    assert {figure.measure for figure in figures} <= set(tables.measures)
    assert {figure.unit for figure in figures} <= set(tables.units)


def test_every_source_is_used() -> None:
    used = {f.source.id for s in SYSTEMS.values() for f in s.figures}
    used |= {n.source.id for s in SYSTEMS.values() for n in s.names if n.source}
    assert set(read_toml(FOLDER / "sources.toml")) == used


def test_deciding_words_are_folded() -> None:
    words = [w for e in CATALOGUE.ambiguous for given in e.decides.values() for w in given]
    assert [word for word in words if fold(word) != word] == []


def test_deciding_words_speak_for_candidates_alone() -> None:
    assert [e.text for e in CATALOGUE.ambiguous if not set(e.decides) <= set(e.systems)] == []


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("relations.toml", '[variant_of]\na = ["b"]\nb = ["a"]', "a variant of itself"),
        ("relations.toml", '[uses]\na = ["gone"]', "unknown system 'gone'"),
        ("relations.toml", '[eats]\na = ["b"]', "unknown relation 'eats'"),
        ("relations.toml", '[uses]\ngone = ["b"]', "unknown system"),
        ("names.toml", '[verified]\n"A-1" = "gone"', "unknown source 'gone'"),
        (
            "figures.toml",
            'figure = [{ system = "a", measure = "range", high = 1, unit = "km", source = "gone" }]',
            "unknown source",
        ),
    ],
)
def test_a_faulty_file_beside_the_entries_is_told(tmp_path, file: str, text: str, said: str) -> None:  # type: ignore[no-untyped-def]
    for name in ("classes.toml", "naming.toml"):
        (tmp_path / name).write_text((FOLDER / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "ambiguous.toml").write_text("name = []", encoding="utf-8")
    entries = (
        '{ id = "a", name = "Kestrel-1", class = "tank" }, { id = "b", name = "Kestrel-2", class = "tank" }'
    )
    (tmp_path / "own.toml").write_text(f'origin = ["RU"]\nsystem = [{entries}]', encoding="utf-8")
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_catalogue(tmp_path)
    assert said in " ".join(str(fault) for fault in caught.value.faults)
