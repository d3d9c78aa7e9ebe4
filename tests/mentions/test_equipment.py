"""Equipment in texts: the cases of tests/cases/mentions/equipment*.yml, every name of the catalogue, the laws."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from _pytest.mark.structures import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from rostra.data import shipped_knowledge
from rostra.data.equipment import System
from rostra.kernel import OffsetMap
from rostra.mentions.equipment import find_equipment
from rostra.model import Document, Mention
from rostra.rules.pack import LanguagePack
from rostra.rules.registry import Rule, rule_register
from rostra.text import fold

CASES = Path(__file__).parent.parent / "cases" / "mentions"
KNOWLEDGE = shipped_knowledge()
CATALOGUE = KNOWLEDGE.equipment
LANGUAGES = ("en", "es", "pt", "ru")


@cache
def pack(lang: str) -> LanguagePack:
    return LanguagePack(lang, files("rostra.rules") / "packs" / lang)


def find(text: str, lang: str = "en") -> list[Mention]:
    document = Document("d", text, lang, None, None, None, None, "", "utf-8", OffsetMap.identity(len(text)))
    return find_equipment(document, fold(text), pack(lang), KNOWLEDGE)


def cases() -> Iterator[ParameterSet]:
    for path in sorted(CASES.glob("equipment*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['text'][:50]}")


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: dict[str, Any]) -> None:
    found = [
        {
            "text": m.span.of(case["text"]),
            "name": m.name,
            "id": m.id,
            "class": m.equipment_class,
            "rule": m.rule,
        }
        for m in find(case["text"], case.get("lang", "en"))
    ]
    wanted = case["mentions"]
    assert len(found) == len(wanted), found
    for one, other in zip(found, wanted, strict=True):
        assert {key: one[key] for key in other} == other


def means(mention: Mention, system: System) -> bool:
    return system.id == mention.id or system.id in mention.candidates


def in_company(text: str, lang: str) -> str:
    return f"{text} ({', '.join(sorted(pack(lang).equipment.context)[:3])})"


NOUNS = {
    "missile": "missile", "air_defence": "air defense system", "aircraft": "aircraft", "drone": "drone",
    "vehicle": "armored vehicle", "artillery": "howitzer", "ship": "warship", "munition": "bomb",
    "small_arms": "rifle", "radar": "radar", "space": "launch vehicle", "engine": "engine",
}  # fmt: skip


def test_every_name_finds_its_entry() -> None:
    lost = []
    for system in CATALOGUE.systems.values():
        for name in system.names:
            text = f"Valdoria showed the {name.text} {NOUNS[CATALOGUE.family(system.id)]} to its army."
            if not any(means(m, system) and name.text in m.span.of(text) for m in find(text)):
                lost.append((system.id, name.text, [(m.span.of(text), m.id) for m in find(text)]))
    assert lost == []


def test_every_example_finds_its_entry() -> None:
    lost = [s.id for s in CATALOGUE.systems.values() if not any(means(m, s) for m in find(s.example))]
    assert lost == []


def test_every_ambiguous_name_is_found_in_its_example_alone() -> None:
    wrong = []
    for entry in CATALOGUE.ambiguous:
        bearers = [CATALOGUE.systems[id_] for id_ in entry.systems]
        if not any(means(m, s) for m in find(entry.example) for s in bearers):
            wrong.append(f"{entry.text}: not in its example")
        if any(means(m, s) for m in find(entry.counter_example) for s in bearers):
            wrong.append(f"{entry.text}: in its counter-example")
    assert wrong == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_noun_is_found_in_its_example(lang: str) -> None:
    lost = [
        (head.name, head.example)
        for head in pack(lang).equipment.heads
        if not any(head.name in m.name or m.id or not head.alone for m in find(head.example, lang))
    ]
    assert lost == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_noun_is_missing_from_its_counter_example(lang: str) -> None:
    heads = [head for head in pack(lang).equipment.heads if head.counter_example]
    assert [h.name for h in heads if any(m.name == h.name for m in find(h.counter_example, lang))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_modifier_joins_its_noun(lang: str) -> None:
    lost = [
        (modifier.name, modifier.example)
        for modifier in pack(lang).equipment.modifiers
        if modifier.example
        not in {m.span.of(text) for text in [in_company(modifier.example, lang)] for m in find(text, lang)}
    ]
    assert lost == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_noun_has_a_known_class(lang: str) -> None:
    assert [h.name for h in pack(lang).equipment.heads if h.class_id not in CATALOGUE.classes] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_modifiers_name_known_classes_and_families(lang: str) -> None:
    families = {class_.family for class_ in CATALOGUE.classes.values()}
    known = families | set(CATALOGUE.classes)
    for modifier in pack(lang).equipment.modifiers:
        assert modifier.on <= known, modifier.name
        assert set(modifier.classes) <= families, modifier.name
        assert set(modifier.classes.values()) <= set(CATALOGUE.classes), modifier.name


RULES = [
    rule
    for code, rule in rule_register().items()
    if code in {"M500", "M501", "M515", "M520", "M530", "M531"} or "M51" in code
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_fires_in_its_example(rule: Rule) -> None:
    assert rule.code in {m.rule for m in find(rule.example)}


@pytest.mark.parametrize("rule", [r for r in RULES if r.counter_example], ids=lambda rule: rule.code)
def test_a_rule_rests_in_its_counter_example(rule: Rule) -> None:
    assert rule.code not in {m.rule for m in find(rule.counter_example)}


WORDS = st.sampled_from(
    [
        "the",
        "Valdorian",
        "army",
        "fired",
        "two",
        "Su-30MK2",
        "Flanker",
        "jets",
        "(",
        "Igla-S",
        ")",
        "9K338",
        "Iglas-s",
        "«Ярс»",
        "ракета",
        "misil",
        "destructor",
        "Patriot",
        "Т-72",
        "USS",
        "Kestrel",
        "“",
        "”",
        "'",
        '"',
        ",",
        ".",
        "\n",
        "🚀",
        "שלום",
        "F-16",
        "Block",
        "70",
        "tanks",
        "anti-tank",
        "guided",
        "missile",
        "\u200b",
        "\x00",
    ]
)


@given(st.lists(WORDS | st.text(max_size=6), max_size=40).map(" ".join), st.sampled_from(LANGUAGES))
def test_mentions_are_in_order_within_the_text_and_apart(text: str, lang: str) -> None:
    found = find(text, lang)
    assert all(m.span.of(text) for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.sampled_from(["Su-30", "F-16", "S-400", "T-72", "MiG-29", "Ka-52", "BMP-2"]), st.data())
def test_a_designation_survives_hyphen_blank_and_case(name: str, data: st.DataObject) -> None:
    letters, number = name.split("-")
    mark = data.draw(st.sampled_from(["-", "\u2010", "\u2011", "–", " ", ""]))
    written = data.draw(st.sampled_from([letters, letters.upper()])) + mark + number
    noun = NOUNS[CATALOGUE.family(find(f"{name} weapons")[0].id or "")]
    assert [m.id for m in find(f"They saw the {written} {noun}.")] == [find(name + " weapons")[0].id]


def test_a_long_line_takes_time_in_proportion() -> None:
    text = "The Su-30 fired a guided missile at «Т-72» tanks. " * 4000
    assert len(find(text)) == 12000
