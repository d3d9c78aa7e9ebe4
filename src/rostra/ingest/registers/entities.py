"""Entities of Wikidata as its dumps write them (JSON, "wikibase/json" data model), read no further than rostra needs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rostra.kernel import PartialDate

LANGUAGES = ("en", "es", "pt", "ru")
HUMAN = "Q5"
INSTANCE_OF, SUBCLASS_OF, POSITION, START, END, AT, COUNTRY, JURISDICTION, OF, ISO, CIRCUMSTANCES = (
    "P31",
    "P279",
    "P39",
    "P580",
    "P582",
    "P585",
    "P17",
    "P1001",
    "P642",
    "P297",
    "P1480",
)
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: the value of its main snak (None for unknown or no value), and those of its qualifiers."""

    value: Any
    qualifiers: Mapping[str, tuple[Any, ...]]

    def first(self, *properties: str) -> Any:
        """The first value of the first of these qualifiers that is there; None where none is."""
        return next((value for one in properties for value in self.qualifiers.get(one, ())), None)


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity: its id, and what is asked of its labels, aliases and statements."""

    data: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Its id: "Q5"."""
        return str(self.data.get("id", ""))

    def label(self, lang: str) -> str | None:
        """Its label in a language."""
        found = _mapping(_mapping(self.data.get("labels")).get(lang)).get("value")
        return found.strip() if isinstance(found, str) and found.strip() else None

    @property
    def name(self) -> str | None:
        """Its label in the first language of rostra that has one."""
        return next((label for lang in LANGUAGES if (label := self.label(lang))), None)

    def names(self) -> dict[str, list[str]]:
        """Labels and aliases by language."""
        found: dict[str, list[str]] = {}
        for lang in LANGUAGES:
            aliases = _mapping(self.data.get("aliases")).get(lang)
            texts = [self.label(lang), *(_mapping(one).get("value") for one in _list(aliases))]
            if names := [text for text in texts if isinstance(text, str) and text.strip()]:
                found[lang] = list(dict.fromkeys(names))
        return found

    def statements(self, property_: str) -> tuple[Statement, ...]:
        """The statements of a property of the best rank: the preferred ones, else the normal ones."""
        given = [_mapping(one) for one in _list(_mapping(self.data.get("claims")).get(property_))]
        best = [one for one in given if one.get("rank") == "preferred"]
        kept = best or [one for one in given if one.get("rank", "normal") == "normal"]
        return tuple(_statement(one) for one in kept)

    def items(self, *properties: str) -> tuple[str, ...]:
        """Ids that the statements of these properties name."""
        values = (one.value for name in properties for one in self.statements(name))
        return tuple(found for value in values if (found := item_id(value)))


def _statement(one: Mapping[str, Any]) -> Statement:
    qualifiers = {
        name: tuple(_value(_mapping(snak)) for snak in _list(snaks))
        for name, snaks in _mapping(one.get("qualifiers")).items()
    }
    return Statement(_value(_mapping(one.get("mainsnak"))), qualifiers)


def _value(snak: Mapping[str, Any]) -> Any:
    if snak.get("snaktype", "value") != "value":
        return None
    return _mapping(snak.get("datavalue")).get("value")


def item_id(value: Any) -> str | None:
    """The id of the entity that a value names."""
    found = _mapping(value).get("id")
    return found if isinstance(found, str) else None


def moment(value: Any) -> PartialDate | None:
    """A value of time at its precision (9 year, 10 month, 11 day); None for a coarser or unknown one."""
    given = _mapping(value)
    match = _TIME.match(str(given.get("time", "")))
    precision = given.get("precision", 11)
    if not match or not isinstance(precision, int) or precision < 9:
        return None
    parts = {9: 1, 10: 2}.get(precision, 3)
    return PartialDate.parse("-".join(match.groups()[:parts]))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> Iterator[Any]:
    return iter(value if isinstance(value, list) else ())
