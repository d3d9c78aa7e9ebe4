"""What is known of registers themselves: the categories of the UN register, the properties and units of Wikidata."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rostra.kernel.tables import read_toml


@dataclass(frozen=True, slots=True)
class UnrocaCategory:
    """A category of the UN Register of Conventional Arms.

    `romans` are its numbers in small letters, `codes` the fields that a state's profile has for it, `keys` all that
    a cell may call it, in small letters without punctuation.
    """

    name: str
    romans: tuple[str, ...]
    codes: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """All that a cell may call it."""
        return frozenset(map(bare, (self.name, *self.romans, *self.codes, *self.names)))


def bare(text: str) -> str:
    """Words in small letters, without punctuation."""
    return " ".join(re.sub(r"[^\w]+", " ", text.lower()).split())


@cache
def unroca_categories() -> tuple[UnrocaCategory, ...]:
    """The categories, narrower ones before those that they are part of."""
    table = read_toml(files("rostra.data") / "registers" / "unroca.toml")
    return tuple(
        UnrocaCategory(name, tuple(row["romans"]), tuple(row["codes"]), tuple(row["names"]))
        for name, row in table["category"].items()
    )


@dataclass(frozen=True, slots=True)
class WikidataTerms:
    """Properties to the measure that they give, units to the name of the unit, by their ids and English labels."""

    measures: Mapping[str, str]
    units: Mapping[str, str]


@cache
def wikidata_terms() -> WikidataTerms:
    """The terms of Wikidata that an import reads."""
    table = read_toml(files("rostra.data") / "registers" / "wikidata.toml")
    measures = {
        key: name for name, row in table["measure"].items() for key in (row["property"], *row["labels"])
    }
    units = {key: name for name, row in table["unit"].items() for key in (*row["items"], *row["labels"])}
    return WikidataTerms(MappingProxyType(measures), MappingProxyType(units))
