"""Finding an entry by a name that stands alone: on a command line, in a column of a register."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import product

from rostra.data.equipment import AmbiguousName, Catalogue, System, SystemName

NEAR = 6
"""How many near names are offered for one that is not found."""

LONGEST = 60
"""Letters and digits of a misspelt name that are weighed against the known ones."""

_CALIBRE = re.compile(r"[ -]\d{2,3}(?:\.\d+)?mm$")
_LIKE_LATIN = str.maketrans("авекмнорстухі", "abekmhopctyxi")
_DOTLESS = str.maketrans("ıłøđ", "ilod")


def name_key(text: str) -> str:
    """Letters and digits of a name without case or accents, Cyrillic ones as the Latin ones that they look like."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if char.isalnum()).translate(_DOTLESS)


@dataclass(frozen=True, slots=True)
class Found:
    """What a name leads to: one entry, or several candidates; none, then the names that are near to it.

    `ambiguous` holds the words that decide between the candidates, where the catalogue declares the name.
    """

    systems: tuple[System, ...] = ()
    ambiguous: AmbiguousName | None = None
    near: tuple[str, ...] = ()


class Lookup:
    """The names of a catalogue, ready to be asked for; made when the first one is."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @cached_property
    def _bearers(self) -> dict[str, tuple[str, ...]]:
        bearers: dict[str, dict[str, None]] = defaultdict(dict)
        for system in self.catalogue.systems.values():
            for text in (system.id, *(name.text for name in all_names(system))):
                for form in _forms(text):
                    bearers[form].setdefault(system.id)
        return {key: tuple(ids) for key, ids in bearers.items()}

    @cached_property
    def _registered(self) -> dict[str, tuple[str, ...]]:
        """The entries by the names that registers alone give them: these mean nothing else there."""
        names = (
            (one, id_) for id_, system in self.catalogue.systems.items() for one in system.register_names
        )
        return {name_key(one.text): (id_,) for one, id_ in names}

    @cached_property
    def _declared(self) -> dict[str, AmbiguousName]:
        return {name_key(entry.text): entry for entry in self.catalogue.ambiguous}

    def find(self, name: str, lang: str | None = None) -> Found:
        """The entries of a name as a person writes it, in any script and with or without hyphens.

        With a language, names of another language do not count.
        """
        ids = [id_ for id_ in self._ids(name) if lang is None or self._borne_in(id_, name, lang)]
        systems = tuple(self.catalogue.systems[id_] for id_ in ids)
        if not systems:
            return Found(near=self.near(name))
        return Found(systems, self._declared.get(name_key(name)))

    def near(self, name: str) -> tuple[str, ...]:
        """Names that are spelt nearly like one, the nearest first, each of another entry."""
        keys = [key for key in self._bearers if not key.endswith("class")]
        close = get_close_matches(name_key(name)[:LONGEST], keys, n=3 * NEAR, cutoff=0.7)
        systems = dict.fromkeys(id_ for key in close for id_ in self._bearers[key])
        return tuple(self.catalogue.systems[id_].name for id_ in systems)[:NEAR]

    def designated(self, designation: str, class_id: str | None = None) -> str | None:
        """The one entry that a register's designation names: "9K338/SA-24 Igla-S", "BM-21 Grad 122mm".

        Of several bearers the one that is of the register's own class, where it says so; None if that leaves more.
        """
        plain = _CALIBRE.sub("", designation.strip())
        for bearers, text in product((self._registered, self._bearers), (designation, plain)):
            ids = self._of_class(bearers.get(name_key(text), ()), class_id)
            if len(ids) == 1:
                return ids[0]
        return self._by_parts(plain, class_id) if "/" in plain else None

    def _by_parts(self, designation: str, class_id: str | None) -> str | None:
        """The entry that most of the parts between slashes name."""
        votes: Counter[str] = Counter()
        for part in _parts(designation):
            votes.update(self._of_class(self._bearers.get(name_key(part), ()), class_id))
        best = votes.most_common(2)
        tied = len(best) > 1 and best[0][1] == best[1][1]
        return best[0][0] if best and not tied else None

    def _ids(self, name: str) -> tuple[str, ...]:
        key = name_key(name)
        declared = self._declared.get(key)
        found = self._bearers.get(key) or self._bearers.get(key.translate(_LIKE_LATIN), ())
        return tuple(dict.fromkeys((*(declared.systems if declared else ()), *found)))

    def _borne_in(self, id_: str, name: str, lang: str) -> bool:
        key = name_key(name)
        names = [one for one in all_names(self.catalogue.systems[id_]) if key in _forms(one.text)]
        return not names or any(one.lang in (None, lang) for one in names)

    def _of_class(self, ids: tuple[str, ...], class_id: str | None) -> tuple[str, ...]:
        """The entries of a class, else of its family; of one whose family is another, none."""
        if class_id is None or class_id not in self.catalogue.classes:
            return ids
        systems, catalogue = self.catalogue.systems, self.catalogue
        fitting = tuple(
            id_
            for id_ in ids
            if class_id in catalogue.class_line(systems[id_].class_id)
            or systems[id_].class_id in catalogue.class_line(class_id)
        )
        family = catalogue.classes[class_id].family
        near = (id_ for id_ in ids if catalogue.naming.compatible(family, catalogue.family(id_)))
        return fitting or tuple(near)


def all_names(system: System) -> Iterator[SystemName]:
    """Every name of a system, those of registers last."""
    yield from system.names
    yield from system.register_names


def _forms(text: str) -> Iterable[str]:
    """The keys of a name; a class of ships is also asked for without that word."""
    key = name_key(text)
    yield key
    if text.endswith("-class"):
        yield name_key(text.removesuffix("-class"))


def _parts(designation: str) -> Iterator[str]:
    """What slashes set apart, each with and without the words that follow the last: "AS-355/AS-555 Fennec"."""
    parts = designation.split("/")
    tail = parts[-1].partition(" ")[2]
    for part in parts:
        first = part.partition(" ")[0]
        yield from dict.fromkeys((part, first, f"{first} {tail}") if tail else (part,))
    if tail:
        yield tail
