"""What the catalogue does not hold as written: unknown designations beside a noun, and misspelt names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from rostra.data.equipment import Catalogue
from rostra.kernel import Span
from rostra.mentions.equipment_designation import Designation, joined
from rostra.mentions.equipment_index import EquipmentIndex
from rostra.mentions.equipment_names import Name, squeezed_term
from rostra.mentions.equipment_page import Page, look_alike
from rostra.mentions.equipment_phrase import Phrase
from rostra.model import Mention
from rostra.text import fold

NEAR = 24
MISSPELT_LENGTH = 6
"""A lone misspelt name has at least this many letters: one edit in six still tells "Iskandar" from other words."""

_DESIGNATION = r"(?:[A-ZА-Я][\w]{0,13}[-‐–]\d{1,4}[A-Za-z]{0,4}|[A-ZА-Я]{1,5}\d{1,4}[A-ZА-Я]{0,3}|(?:Type|Project|Mark|Mk|Model) ?\d{1,4}[A-Z]{0,2})"
_BEFORE = re.compile(rf"(?<![\w-])({_DESIGNATION})[\"”»’]?[ ]$")
_AFTER = re.compile(rf"[ ][\"“«‘]?({_DESIGNATION})(?![\w-])")
_WORD_BEFORE = re.compile(r"(?<![\w.-])([^\W\d_a-z][\w'’]*(?:-[\w]+)?)[\"”»’]?[ ]$")
_WORD_AFTER = re.compile(r"[ ][\"“«‘]?([^\W\d_a-z][\w'’]*(?:-[\w]+)?)")


def unknown_designations(page: Page, phrases: Iterable[Phrase], catalogue: Catalogue) -> Iterator[Mention]:
    """A token like "KV-917" beside a noun for arms: a mention of its class without an entry."""
    for phrase in phrases:
        family = catalogue.classes[phrase.class_id].family
        if family == "any" or not (phrase.head.alone or not phrase.bare or phrase.head.class_id == "fighter"):
            continue
        for match, span in _beside(page, phrase, _BEFORE, _AFTER):
            letters = re.split(r"[-‐–\d]", match[1])[0].upper()
            if letters not in catalogue.naming.not_designations:
                yield Mention(
                    span=span,
                    kind="equipment",
                    name=match[1],
                    rule="M520",
                    equipment_class=catalogue.classes[phrase.class_id].role,
                )


def _beside(
    page: Page, phrase: Phrase, before: re.Pattern[str], after: re.Pattern[str]
) -> Iterator[tuple[re.Match[str], Span]]:
    """The token right before the phrase, else the one right after it, with the span of both together."""
    text = page.text
    match = before.search(text[max(0, phrase.start - NEAR) : phrase.start])
    if match:
        start = phrase.start - (len(match.string) - match.start(1))
        quoted = start > 0 and text[start - 1] in '"“«‘' and not text[phrase.start - 2].isalnum()
        yield match, Span(start - quoted, phrase.stop)
        return
    match = after.match(text, phrase.stop)
    if match:
        opened = text[phrase.stop + 1] in '"“«‘'
        closing = opened and text[match.end() : match.end() + 1] in {'"', "”", "»", "’"}
        yield match, Span(phrase.start, match.end() + closing)


def misspelt_names(
    page: Page, phrases: Iterable[Phrase], index: EquipmentIndex
) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Capitalised words beside a noun that are one edit from a long name of that noun's family."""
    catalogue = index.catalogue
    for phrase in phrases:
        family = catalogue.classes[phrase.class_id].family
        if family == "any":
            continue
        for match, span in _beside(page, phrase, _WORD_BEFORE, _WORD_AFTER):
            key = squeezed_term(match[1])[0]
            ids = tuple(
                id_
                for name in _one_edit_away(index, key)
                for id_ in name.ids
                if catalogue.naming.compatible(family, catalogue.family(id_))
            )
            if ids:
                yield span, tuple(dict.fromkeys(ids))


def with_misspelt_names(page: Page, index: EquipmentIndex, found: list[Designation]) -> list[Designation]:
    """Joins to a sure designation the misspelt other name beside it: "Iglas-s 9K338"."""
    names = _names_of(index) if found else {}
    return [_with_neighbour(page, one, names) for one in found]


def _with_neighbour(page: Page, one: Designation, names: Mapping[str, tuple[str, ...]]) -> Designation:
    if one.name.ordinary or not any(char.isdigit() for char in one.name.text):
        return one
    text = page.text
    before = _WORD_BEFORE.search(text[max(0, one.start - NEAR) : one.start])
    if before and (ids := _misspelt(before[1], one.ids, names)):
        start = one.start - (len(before.string) - before.start(1))
        begin = page.index(start)
        return replace(one, begin=begin, start=start, ids=ids, supported=True, variant=before[1])
    after = _WORD_AFTER.match(text, one.stop)
    if after and (ids := _misspelt(after[1], one.ids, names)):
        start, stop = after.start(1), after.end(1)
        begin, end = page.index(start), page.index(stop)
        other = Designation(begin, end, start, stop, ids, one.name, variant=after[1])
        return joined(page, one, other, ids)
    return one


def _misspelt(word: str, ids: tuple[str, ...], names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The bearers of which the word is another name, spelt with one mistake, or two from six letters on."""
    key = squeezed_term(word)[0]
    if len(key) < 4:
        return ()
    allowed = 2 if len(key) >= MISSPELT_LENGTH else 1
    return tuple(id_ for id_ in ids if any(0 < edits(key, name, allowed) <= allowed for name in names[id_]))


@cache
def _names_of(index: EquipmentIndex) -> Mapping[str, tuple[str, ...]]:
    """Squeezed names of letters, of four or more, by system."""
    table: dict[str, tuple[str, ...]] = {}
    for system in index.catalogue.systems.values():
        keys = {squeezed_term(part)[0] for name in system.names for part in (name.text, *name.text.split())}
        table[system.id] = tuple(sorted(key for key in keys if len(key) >= 4 and key.isalpha()))
    return table


@cache
def _deletions(index: EquipmentIndex) -> Mapping[str, tuple[Name, ...]]:
    """Long names by every form with one letter left out, so that one edit is found by lookup (SymSpell)."""
    table: dict[str, list[Name]] = defaultdict(list)
    for name in index.names:
        key = squeezed_term(name.text)[0]
        if len(key) >= MISSPELT_LENGTH and name.text.isalpha() and name.needs != "noun":
            for form in _shortened(key):
                table[form].append(name)
    return {form: tuple(names) for form, names in table.items()}


def _shortened(word: str) -> set[str]:
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def _one_edit_away(index: EquipmentIndex, key: str) -> Iterator[Name]:
    if len(key) < MISSPELT_LENGTH or not key.isalpha():
        return
    table = _deletions(index)
    seen = {name.text: name for form in _shortened(key) for name in table.get(form, ())}
    for name in seen.values():
        if edits(key, look_alike(fold(squeezed_term(name.text)[0])), 1) == 1:
            yield name


def edits(one: str, other: str, limit: int) -> int:
    """Letters to put in, take out, change or swap with their neighbour (optimal string alignment).

    `limit` + 1 stands for any more than the limit.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before, row = list(range(len(other) + 1)), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
