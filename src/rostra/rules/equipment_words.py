"""The nouns for arms in a language: heads ("missile"), the modifiers before or after them, and their endings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, Literal

from rostra.kernel.tables import FaultList, read_toml

Position = Literal["before", "after"]
WordClass = Literal["noun", "adjective"]


@dataclass(frozen=True, slots=True)
class Head:
    """A noun for arms: its canonical English singular, its class, every form of it (in lower case).

    `alone`: a mention by itself. `weak`: only in military company. `lower`: something else when it is written as a name
    ("Shell"); a weak one is so. The guards hold folded words: it is no mention
    right after one of `not_after` or before one of `not_before`; `only_after`, when given, must precede it.
    """

    name: str
    class_id: str
    forms: tuple[str, ...]
    plurals: frozenset[str]
    alone: bool
    weak: bool
    lower: bool
    not_after: frozenset[str]
    not_before: frozenset[str]
    only_after: frozenset[str]
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word that narrows a head: "ballistic". `on` names the families or classes it goes with, empty for any.

    `classes` maps a family to the class of the compound; right after a word of `not_after` it is a verb; a `weak` one ("heavy")
    leaves a weak noun weak.
    """

    name: str
    forms: tuple[str, ...]
    position: Position
    on: frozenset[str]
    classes: Mapping[str, str]
    not_after: frozenset[str]
    weak: bool
    example: str


@dataclass(frozen=True, slots=True)
class EquipmentWords:
    """What a language says of arms. All words are in lower case.

    `context`: words of armies and war that keep a weak noun; `links` stand between a noun and a designation
    ("misiles tipo Igla"); `name_endings` may follow a designation; `not_names` never name a ship; right after one of
    `against` ("anti-") no bare noun is a mention.
    """

    heads: tuple[Head, ...]
    modifiers: tuple[Modifier, ...]
    context: frozenset[str]
    links: tuple[str, ...]
    name_endings: tuple[str, ...]
    not_names: frozenset[str]
    against: frozenset[str]
    not_letters: frozenset[str]
    sports: frozenset[str]
    """Words of a match: near them a capitalised noun for arms after an article is a team ("the Rockets")."""


@dataclass(frozen=True, slots=True)
class _Inflection:
    """One rule: a word of this class that ends so takes these endings; the first is the form of reference."""

    word_class: WordClass
    ending: str
    gives: tuple[str, ...]


def load_equipment_words(path: Traversable) -> EquipmentWords:
    """Reads `equipment.toml` of a pack. Raises KnowledgeError with all its faults at once."""
    table = read_toml(path)
    faults = FaultList(path.name)
    for group in ("head", "modifier"):
        for number, row in enumerate(table.get(group, []), 1):
            for field in ("name", "words", "example") + (("class",) if group == "head" else ()):
                if not row.get(field):
                    faults.add(f"{group} without {field}", f"give the {group} its {field}", row=number)
    faults.close()
    grammar = table.get("grammar", {})
    rules = tuple(
        _Inflection(row["class"], row["ending"], tuple(row["gives"])) for row in table.get("inflection", [])
    )
    position: Position = grammar.get("modifiers", "before")
    first = grammar.get("inflected", "last") == "first"
    return EquipmentWords(
        heads=tuple(_head(row, rules, first=first) for row in table.get("head", [])),
        modifiers=tuple(_modifier(row, rules, position) for row in table.get("modifier", [])),
        context=frozenset(table.get("context", ())),
        links=tuple(table.get("links", ())),
        name_endings=tuple(table.get("name_endings", ())),
        not_names=frozenset(table.get("not_names", ())),
        against=frozenset(table.get("against", ())),
        not_letters=frozenset(table.get("not_letters", ())),
        sports=frozenset(table.get("sports", ())),
    )


def _head(row: dict[str, Any], rules: tuple[_Inflection, ...], *, first: bool) -> Head:
    forms = tuple(
        dict.fromkeys(form for word in row["words"] for form in _inflected(word, "noun", rules, first=first))
    )
    plurals = frozenset(row.get("plurals", ()))
    return Head(
        name=row["name"],
        class_id=row["class"],
        forms=(*forms, *sorted(plurals), *row.get("fixed", ())),
        plurals=plurals | (frozenset(forms) - frozenset(row["words"])),
        alone=row.get("alone", True),
        weak=row.get("weak", False),
        lower=row.get("lower", row.get("weak", False)),
        not_after=frozenset(row.get("not_after", ())),
        not_before=frozenset(row.get("not_before", ())),
        only_after=frozenset(row.get("only_after", ())),
        example=row["example"],
        counter_example=row.get("counter_example", ""),
    )


def _modifier(row: dict[str, Any], rules: tuple[_Inflection, ...], position: Position) -> Modifier:
    inflected = (form for word in row["words"] for form in _inflected(word, "adjective", rules, first=False))
    return Modifier(
        name=row["name"],
        forms=(*dict.fromkeys(inflected), *row.get("fixed", ())),
        position=row.get("position", position),
        on=frozenset(row.get("on", ())),
        classes=MappingProxyType(dict(row.get("classes", {}))),
        not_after=frozenset(row.get("not_after", ())),
        weak=row.get("weak", False),
        example=row["example"],
    )


def _inflected(
    phrase: str, word_class: WordClass, rules: tuple[_Inflection, ...], *, first: bool
) -> Iterator[str]:
    """The phrase and its other forms: its first or its last word takes the endings of the first rule that fits."""
    yield phrase
    before, word, after = _split(phrase, first=first)
    for rule in rules:
        if rule.word_class == word_class and word.endswith(rule.ending):
            stem = word[: len(word) - len(rule.ending)]
            for ending in rule.gives:
                yield f"{before}{stem}{ending}{after}"
            return


def _split(phrase: str, *, first: bool) -> tuple[str, str, str]:
    if first:
        word, blank, rest = phrase.partition(" ")
        return "", word, blank + rest
    rest, blank, word = phrase.rpartition(" ")
    return rest + blank, word, ""
