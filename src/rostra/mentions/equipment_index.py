"""Every term that names or describes arms, in one automaton over the squeezed text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from rostra.data import Knowledge
from rostra.data.equipment import Catalogue, Needs, System
from rostra.mentions.equipment_page import Page, look_alike
from rostra.rules import LanguagePack
from rostra.rules.equipment_words import Head, Modifier
from rostra.text import fold

ORDINARY_LENGTH = 4
"""Names of letters alone as short as this ("Buk", "Tor", "Igla") need the company of arms."""

_CYRILLIC_ORIGINS = frozenset({"RU", "UA", "BY"})
_PREFIX = re.compile(r"([A-Za-z]+(?:-[A-Z]+)?)(-\d.*)")
_INFLECTED = re.compile(r"[а-яё]{3,}[аяьй]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name from the catalogue and the systems that bear it.

    `needs` is what keeps it, `decides` the words that speak for one bearer; `cut` when a case ending must follow, `of_class` when it is
    a class of ships without that word; right before one of `not_before` it is something else.
    """

    ids: tuple[str, ...]
    text: str
    needs: Needs
    decides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cut: bool = False
    of_class: bool = False
    not_before: tuple[str, ...] = ()

    @property
    def ordinary(self) -> bool:
        """Whether it may mean something else than arms."""
        return self.needs != "none"

    @property
    def numbered(self) -> bool:
        """Whether it ends in a digit, so that a variant's letters may follow."""
        return self.text[-1].isdigit()

    @property
    def coded(self) -> bool:
        """Whether it holds a digit at all."""
        return any(char.isdigit() for char in self.text)


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
        patterns: dict[str, list[tuple[Value, frozenset[int]]]] = defaultdict(list)
        for text, value in self._terms():
            key, joints = squeezed_term(text)
            if key:
                patterns[key].append((value, joints))
        self._values = list(patterns.values())
        self._lengths = [len(key) for key in patterns]
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
        starts_word, ends_word, offsets = page.starts_word, page.ends_word, page.offsets
        for index, start, end in self._automaton.find_matches_as_indexes(page.squeezed, overlapping=True):
            if not starts_word(start):
                continue
            whole = ends_word(end)
            split = offsets[end - 1] - offsets[start] >= end - start
            for value, joints in self._values[index]:
                if not whole and not isinstance(value, Name):
                    continue
                if not split or _splits_at(page, start, end, joints):
                    scan.add(page, start, end, value)
        return scan


def _splits_at(page: Page, start: int, end: int, joints: frozenset[int]) -> bool:
    """Whether the text is broken only where the term is, and by no more than a blank, a hyphen, a short stop."""
    offsets = page.offsets
    for index in range(start + 1, end):
        if offsets[index] - offsets[index - 1] > 1 and (
            index - start not in joints or not _JOINT.fullmatch(page.gap(index))
        ):
            return False
    return True


_JOINT = re.compile(r"[ \-/'’_]|\. ?| \.|['’] | [-/—] |[-/] | [\"'“«]")


def squeezed_term(text: str) -> tuple[str, frozenset[int]]:
    """A term as the automaton holds it, and the places where a text may break it.

    These are its own breaks, and any place where letters and digits meet.
    """
    folded, kept, joints = look_alike(fold(text)), [], set()
    for at, char in enumerate(folded):
        if not char.isalnum():
            joints.add(len(kept))
            continue
        if kept and kept[-1].isdigit() != char.isdigit() and folded[at - 1].isalnum():
            joints.add(len(kept))
        kept.append(char)
    return "".join(kept), frozenset(joints)


def catalogue_names(catalogue: Catalogue) -> Iterator[Name]:
    """Each spelling of a name of the catalogue once, with all the name's bearers."""
    bearers: Bearers = defaultdict(list)
    spellings: dict[tuple[Key, frozenset[int]], str] = {}
    for system in catalogue.systems.values():
        for text in _texts(catalogue, system):
            spellings.setdefault((_key(text), squeezed_term(text)[1]), text)
            if system.id not in bearers[_key(text)]:
                bearers[_key(text)].append(system.id)
    declared = {_key(entry.text): entry for entry in catalogue.ambiguous}
    for entry in catalogue.ambiguous:
        spellings.setdefault((_key(entry.text), squeezed_term(entry.text)[1]), entry.text)
    for (key, _), text in spellings.items():
        if key in declared:
            entry = declared[key]
            yield Name(entry.systems, text, entry.needs, entry.decides, not_before=entry.not_before)
        else:
            yield Name(tuple(bearers[key]), text, "company" if _short(text) else "none")
    yield from _stems(spellings.values(), bearers)
    yield from _ship_classes([text for (key, _), text in spellings.items() if key not in declared], bearers)


Key = tuple[str, bool]
Bearers = dict[Key, list[str]]


def _key(text: str) -> Key:
    """A name squeezed, and whether it is Cyrillic: the Latin P-500 is not the Russian Р-500."""
    return squeezed_term(text)[0], is_cyrillic(text)


def is_cyrillic(text: str) -> bool:
    """Whether a letter of it is Cyrillic."""
    return not text.isascii() and any("\u0400" <= char <= "\u04ff" for char in text)


def _texts(catalogue: Catalogue, system: System) -> Iterator[str]:
    for name in system.names:
        yield name.text
        match = _PREFIX.fullmatch(name.text)
        if match and match[1] in catalogue.naming.cyrillic and _CYRILLIC_ORIGINS.intersection(system.origin):
            yield catalogue.naming.cyrillic[match[1]] + match[2]


def _stems(texts: Iterable[str], bearers: Bearers) -> Iterator[Name]:
    """Russian names whose last letter changes with the case ("Игла", "Иглы"), without that letter."""
    for text in texts:
        if _INFLECTED.fullmatch(text.lower()):
            yield Name(tuple(bearers[_key(text)]), text[:-1], "company", cut=True)


def _ship_classes(texts: Iterable[str], bearers: Bearers) -> Iterator[Name]:
    """Classes of ships without their last word, for "fragata clase Kestrel"."""
    for text in texts:
        stem = text.removesuffix("-class")
        if stem != text and _key(stem) not in bearers:
            yield Name(tuple(bearers[_key(text)]), stem, "noun", of_class=True)


def _short(text: str) -> bool:
    """Whether a name is too short to stand for itself: "B-2", "M1", "Tor"."""
    key = squeezed_term(text)[0]
    return len(key) <= (2 if any(char.isdigit() for char in key) else ORDINARY_LENGTH) or key.isdigit()


@cache
def equipment_index(knowledge: Knowledge, pack: LanguagePack) -> EquipmentIndex:
    """The index of a language over a body of knowledge; built once."""
    return EquipmentIndex(knowledge.equipment, pack)
