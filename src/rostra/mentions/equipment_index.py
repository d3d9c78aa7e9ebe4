"""Every term that names or describes arms, in one automaton over the squeezed text."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from rostra.data import Knowledge
from rostra.data.equipment import Catalogue
from rostra.mentions.equipment_names import Joints, Name, catalogue_names, squeezed_term
from rostra.mentions.equipment_page import Page
from rostra.rules import LanguagePack
from rostra.rules.equipment_words import Head, Modifier


@dataclass(frozen=True, slots=True)
class Plain:
    """A word that only supports others: a maker, a link, a word of war."""

    kind: Literal["maker", "link", "context"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A head in one of its forms."""

    head: Head
    plural: bool


Value = Name | Noun | Modifier | Plain


class Found(NamedTuple):
    """A term in a page, in squeezed offsets."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands where: heads in order, modifiers by both ends, names in order, supporting words."""

    names: list[tuple[int, int, Name]] = field(default_factory=list)
    heads: list[tuple[int, int, Noun]] = field(default_factory=list)
    modifiers_to: dict[int, list[tuple[int, Modifier]]] = field(default_factory=lambda: defaultdict(list))
    modifiers_from: dict[int, list[tuple[int, Modifier]]] = field(default_factory=lambda: defaultdict(list))
    makers_to: dict[int, int] = field(default_factory=dict)
    links_to: dict[int, int] = field(default_factory=dict)
    contexts: list[int] = field(default_factory=list)

    def add(self, page: Page, start: int, end: int, value: Value) -> None:
        """Files one term found."""
        match value:
            case Name():
                self.names.append((start, end, value))
            case Noun():
                self.heads.append((start, end, value))
            case Modifier():
                self.modifiers_to[end].append((start, value))
                self.modifiers_from[start].append((end, value))
            case Plain(kind="maker"):
                self.makers_to[end] = min(start, self.makers_to.get(end, start))
            case Plain(kind="link"):
                self.links_to[end] = min(start, self.links_to.get(end, start))
            case Plain():
                self.contexts.append(page.start(start))


class EquipmentIndex:
    """The terms of one language and the catalogue, found in one pass."""

    def __init__(self, catalogue: Catalogue, pack: LanguagePack) -> None:
        self.catalogue = catalogue
        self.words = pack.equipment
        self.pack = pack
        self.names = tuple(catalogue_names(catalogue))
        patterns: dict[str, list[tuple[Value, Joints]]] = defaultdict(list)
        for text, value in self._terms():
            key, joints = squeezed_term(text)
            if key:
                patterns[key].append((value, joints))
        self._values = list(patterns.values())
        self._automaton = AhoCorasick(list(patterns), matchkind=MatchKind.Standard)

    def _terms(self) -> Iterator[tuple[str, Value]]:
        yield from ((name.text, name) for name in self.names)
        for head in self.words.heads:
            yield from ((form, Noun(head, form in head.plurals)) for form in head.forms)
        for modifier in self.words.modifiers:
            yield from ((form, modifier) for form in modifier.forms)
        yield from ((maker, Plain("maker")) for maker in self.catalogue.naming.makers)
        yield from ((link, Plain("link")) for link in self.words.links)
        yield from ((word, Plain("context")) for word in self.words.context)

    def scan(self, page: Page) -> Scan:
        """Every term that starts at a word and, names apart, ends with one."""
        scan = Scan()
        if not self._values or not page.squeezed:
            return scan
        for index, start, end in self._automaton.find_matches_as_indexes(page.squeezed, overlapping=True):
            if not page.starts_word(start):
                continue
            whole = page.starts_word(end)
            split = page.joints(start, end)
            for value, joints in self._values[index]:
                if not whole and not isinstance(value, Name):
                    continue
                if all(_splits_at(page, at, joints.get(at - start)) for at in split):
                    scan.add(page, start, end, value)
        return scan


def _splits_at(page: Page, at: int, joint: re.Pattern[str] | None) -> bool:
    """Whether the text may be broken here: where the term is, and by a blank, a hyphen or a short stop alone."""
    return joint is not None and joint.fullmatch(page.gap(at)) is not None


@cache
def equipment_index(knowledge: Knowledge, pack: LanguagePack) -> EquipmentIndex:
    """The index of a language over a body of knowledge; built once."""
    return EquipmentIndex(knowledge.equipment, pack)
