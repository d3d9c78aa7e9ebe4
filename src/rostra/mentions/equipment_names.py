"""The names of the catalogue as a text may write them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rostra.data.equipment import Catalogue, Needs, System
from rostra.mentions.equipment_page import look_alike
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


Joints = Mapping[int, re.Pattern[str]]

# What may stand where a term has a break of its own, a stop, an apostrophe, or letters that meet digits.
_BREAK = re.compile(r"[ \-/_]| [-/—] |[-/] | [\"'“«]")
_STOP = re.compile(r"\.? ?\.?")
_APOSTROPHE = re.compile(r"['’ -]")
_MEETING = re.compile(r"[ \-]")


@lru_cache(maxsize=16_384)
def squeezed_term(text: str) -> tuple[str, Joints]:
    """A term as the automaton holds it, and the places where a text may break it, with what may stand there.

    These are its own breaks, and any place where letters and digits meet.
    """
    folded = look_alike(fold(text))
    kept: list[str] = []
    joints: dict[int, re.Pattern[str]] = {}
    for at, char in enumerate(folded):
        if not char.isalnum():
            joints[len(kept)] = _STOP if char == "." else _joint(char, joints.get(len(kept)))
            continue
        if kept and kept[-1].isdigit() != char.isdigit() and folded[at - 1].isalnum():
            joints[len(kept)] = _MEETING
        kept.append(char)
    return "".join(kept), joints


def _joint(char: str, before: re.Pattern[str] | None) -> re.Pattern[str]:
    if before is _STOP:
        return _STOP
    return _APOSTROPHE if char == "'" else _BREAK


def catalogue_names(catalogue: Catalogue) -> Iterator[Name]:
    """Each spelling of a name of the catalogue once, with all the name's bearers."""
    bearers: Bearers = defaultdict(list)
    spellings: dict[tuple[Key, tuple[tuple[int, re.Pattern[str]], ...]], str] = {}
    for system in catalogue.systems.values():
        for text in _texts(catalogue, system):
            spellings.setdefault((_key(text), tuple(squeezed_term(text)[1].items())), text)
            if system.id not in bearers[_key(text)]:
                bearers[_key(text)].append(system.id)
    declared = {_key(entry.text): entry for entry in catalogue.ambiguous}
    for entry in catalogue.ambiguous:
        spellings.setdefault((_key(entry.text), tuple(squeezed_term(entry.text)[1].items())), entry.text)
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
