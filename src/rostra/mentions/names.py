"""The index of known names: states and their people, places, organisations, in the words of one language."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rostra.data import Knowledge
from rostra.model import MentionKind
from rostra.rules import LanguagePack
from rostra.text import Gazetteer, fold

CANONICAL_LANGUAGE = "en"
_ARTICLE = re.compile(r"^(?:the|el|la|los|las|o|a) ")


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of one name. `surface` must match in its capitals unless `loose`; `guarded` needs support.

    `state` is the code of the state that the entity is or belongs to.
    """

    kind: MentionKind
    id: str
    name: str
    surface: str
    rule: str
    guarded: bool = False
    loose: bool = False
    state: str | None = None

    def fits(self, written: str) -> bool:
        """Whether the form is written in the text with the capitals of this entry."""
        if self.loose or self.surface == written:
            return True
        return all(
            char.isupper() for form, char in zip(self.surface, written, strict=False) if form.isupper()
        )


Names = Gazetteer[tuple[Entry, ...]]


@cache
def names_index(pack: LanguagePack, knowledge: Knowledge) -> Names:
    """The automaton of all names for texts in the language of the pack."""
    grouped: dict[str, dict[tuple[str, str], Entry]] = defaultdict(dict)
    for entry in _entries(pack, knowledge):
        grouped[_key(entry.surface)].setdefault((entry.id, entry.surface), entry)
    return Gazetteer(
        {key + _stop(entries.values()): tuple(entries.values()) for key, entries in grouped.items()}
    )


def _key(surface: str) -> str:
    return fold(surface).replace("-", " ").replace("'", " ").replace(".", " ").strip()


def _stop(entries: Iterable[Entry]) -> str:
    """The final stop that a form of the name is written with, if one is."""
    return "." if any(entry.surface.endswith(".") for entry in entries) else ""


def _entries(pack: LanguagePack, knowledge: Knowledge) -> Iterator[Entry]:
    yield from _countries(pack, knowledge)
    yield from _nationalities(pack, knowledge)
    yield from _peoples(pack)
    yield from _places(pack, knowledge)
    yield from _organisations(pack, knowledge)
    yield from _persons(pack, knowledge)


def _countries(pack: LanguagePack, knowledge: Knowledge) -> Iterator[Entry]:
    words = pack.nations
    local = knowledge.countries.names_in(pack.lang)
    added = knowledge.nation_names(pack.lang).get("names", {})
    for code, country in knowledge.countries.by_code.items():
        names = [*words.names.get(code, ()), *added.get(code, ())]
        names += [local[code]] if code in local else []
        names += [country.name] if pack.lang == CANONICAL_LANGUAGE or not names else []
        for name in names:
            for form in words.name_forms(name.replace("’", "'").removeprefix("the ")):
                guarded = name in words.ambiguous
                yield Entry("country", country.id, country.name, form, "M100", guarded, state=code)


def _nationalities(pack: LanguagePack, knowledge: Knowledge) -> Iterator[Entry]:
    words = pack.nations
    capitals = _capitalised(pack)
    added = knowledge.nation_names(pack.lang).get("demonyms", {})
    for code, country in knowledge.countries.by_code.items():
        listed = words.demonyms.get(code, added.get(code))
        if listed is None:
            listed = [country.demonym] if pack.lang == CANONICAL_LANGUAGE else []
        for demonym in listed:
            for form in words.demonym_forms(demonym):
                guarded = demonym in words.ambiguous or form in words.ambiguous
                yield Entry(
                    "nationality", country.id, country.demonym, form, "M110", guarded, not capitals, code
                )


def _peoples(pack: LanguagePack) -> Iterator[Entry]:
    capitals = _capitalised(pack)
    for people, demonyms in pack.nations.peoples.items():
        name = people.replace("-", " ").title()
        for demonym in demonyms:
            for form in pack.nations.demonym_forms(demonym):
                yield Entry("nationality", f"people:{people}", name, form, "M111", loose=not capitals)


def _capitalised(pack: LanguagePack) -> bool:
    """Whether the language writes demonyms with a capital."""
    return any(form[:1].isupper() for forms in pack.nations.demonyms.values() for form in forms)


def _places(pack: LanguagePack, knowledge: Knowledge) -> Iterator[Entry]:
    for place in knowledge.places.all:
        for name in place.names:
            for form in _inflected(name.text, pack):
                yield Entry("place", place.id, place.name, form, "M120", name.guarded, state=place.country)


def _organisations(pack: LanguagePack, knowledge: Knowledge) -> Iterator[Entry]:
    for one in knowledge.organisations.all:
        for name in one.names:
            text = _ARTICLE.sub("", name.text)
            for form in _inflected(text, pack):
                yield Entry("organisation", one.id, one.name, form, "M130", name.guarded, state=one.country)


def _inflected(name: str, pack: LanguagePack) -> Iterator[str]:
    if name.isascii() or not pack.nations.name_endings:
        yield name
    else:
        yield from pack.nations.name_forms(name)


def _persons(pack: LanguagePack, knowledge: Knowledge) -> Iterator[Entry]:
    shared = knowledge.offices.shared_surnames
    for holder in knowledge.offices.all:
        for name in (holder.name, *holder.aka):
            for form in _inflected(name, pack):
                yield Entry("person", holder.id, holder.name, form, "M140")
        first, *_, surname = holder.name.split(" ")
        if first in knowledge.given_names.family_first:
            surname = first
        if surname not in shared and not holder.full_name_only:
            yield Entry("person", holder.id, holder.name, surname, "M141")
