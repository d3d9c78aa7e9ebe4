"""Designations and what belongs to them: other names of the same thing, a variant's letters, a noun, a maker."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rostra.data.equipment import Catalogue
from rostra.mentions.equipment_index import EquipmentIndex, Scan
from rostra.mentions.equipment_names import Name, is_cyrillic
from rostra.mentions.equipment_page import Page
from rostra.mentions.equipment_phrase import Phrase

_QUOTES = "\"“”„«»‘’'"
_SAME_THING = re.compile(rf"[ \-–/]{{0,2}}[{_QUOTES}]?[(/]?[{_QUOTES}]?")
_TO_NOUN = re.compile(rf"[{_QUOTES})]?[ \-]|[{_QUOTES}] [{_QUOTES}]?| [{_QUOTES}]|\) ")
_VARIANT = re.compile(r"[A-ZА-Я][A-ZА-Яa-z]{0,3}\d{0,3}[A-ZА-Я]{0,3}|(?:mk|sm|m|pmu|bm|b|v|a|k|e|w)\d{0,2}")
_MORE = re.compile(
    r"(?:/[A-Z]{1,2}\d?\b(?!-))+|-[1-9][A-Z]?\b(?!\d)|-(?:[IVX]{1,4}|[A-Z]{1,3}\d?)\b"
    r"|[ -](?:Block|Blk|Mk|Mark|Mod|Flight|Batch|Tranche|Bloque)\.? ?(?:\d{1,3}[A-Z]?|[IVX]{1,4}[A-Z]?)\b"
)
_NUMBERED = re.compile(r"[-‐–]\d{1,4}[A-Za-z]{0,4}\b|[ -](?:Mk|Mark|Mod)\.? ?\d{1,2}\b| (?:II|III|IV)\b")
_REST_OF_WORD = re.compile(r"[^\W_]*")
_CLOSING = {"(": ")", "“": "”", "«": "»", '"': '"', "„": "“”", "‘": "’", "'": "'"}


@dataclass(frozen=True, slots=True)
class Designation:
    """A designation in a page: squeezed `begin` and `end`, its `start` and `stop` in the text, its bearers.

    `supported`: a noun, a maker or another of its names stands by it. `variant` is what the catalogue lacks.
    """

    begin: int
    end: int
    start: int
    stop: int
    ids: tuple[str, ...]
    name: Name
    variant: str = ""
    supported: bool = False
    class_id: str | None = None


def find_designations(page: Page, scan: Scan, index: EquipmentIndex) -> list[Designation]:
    """Every name of the catalogue as the text writes it; of names that start together the longest."""
    found: list[Designation] = []
    for begin, end, name in sorted(
        scan.names, key=lambda hit: (hit[0], -hit[1], not is_cyrillic(hit[2].text))
    ):
        if found and begin < found[-1].end:
            continue
        one = _read(page, begin, end, name, index)
        if one is not None:
            found.append(one)
    return found


def _read(page: Page, begin: int, end: int, name: Name, index: EquipmentIndex) -> Designation | None:
    start, stop = page.start(begin), page.stop(end)
    text = page.text
    if not _cased(text[start:stop], name):
        return None
    rest = _REST_OF_WORD.match(text, stop)
    ending = rest[0] if rest else ""
    variant = ""
    if _opens(page, stop, name.not_before):
        return None
    if ending and ending not in index.words.name_endings:
        bare = ending.removesuffix("s")
        if not name.numbered or not _VARIANT.fullmatch(bare):
            return None
        variant = bare
    elif name.cut and not ending:
        return None
    stop += len(ending)
    more = (_MORE if name.coded else _NUMBERED).match(text, stop) if not ending or variant else None
    if more and (name.coded or not name.ordinary):
        variant += more[0]
        stop = more.end()
    return Designation(begin, page.index(stop), start, stop, name.ids, name, variant)


def _cased(written: str, name: Name) -> bool:
    """Whether it is written as a name: a capital or a digit first; all capitals where a short acronym has them."""
    if any(_common(token, name.text) for token in written.split()):
        return False
    if name.text[0].islower() or (is_cyrillic(name.text) and not is_cyrillic(written)):
        # "nEUROn" is written just so, and "S&P 500" holds no Cyrillic letter.
        return written == name.text
    if not (written[0].isupper() or written[0].isdigit()):
        return bool(re.fullmatch(r"[a-z]{1,3}-\d{2,3}.*", written))
    letters = name.text
    if "-" in letters and letters.replace("-", "").isalpha() and written.isalpha():
        # "Iglas" is no "Igla-S" unless a capital stands where the hyphen is left out.
        return written[min(letters.index("-"), len(written) - 1)].isupper()
    if len(letters) <= 6 and letters.isalpha() and letters.isupper():
        return written.isupper()
    return True


Neighbours = Mapping[int, list[Phrase]]


def _opens(page: Page, stop: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words follows right away: "Patriot Act"."""
    return any(page.folded.startswith(f" {word}", stop) for word in words)


def _common(token: str, name: str) -> bool:
    """Whether a short word in lower case is none of the name's: "Agni i(s)"."""
    return len(token) <= 3 and token.isalpha() and token.islower() and token not in re.split(r"[\W_]+", name)


def chain(
    page: Page, scan: Scan, catalogue: Catalogue, found: list[Designation], phrases: Iterable[Phrase]
) -> list[Designation]:
    """Names of one thing side by side become one; the noun, the modifiers and the maker beside it join it."""
    by_begin: dict[int, list[Phrase]] = defaultdict(list)
    by_end: dict[int, list[Phrase]] = defaultdict(list)
    for phrase in sorted(phrases, key=lambda phrase: phrase.begin - phrase.end):
        by_begin[phrase.begin].append(phrase)
        by_end[phrase.end].append(phrase)
    merged = _merge(page, catalogue, found)
    with_noun = [_with_noun_after(page, catalogue, one, by_begin) for one in merged]
    return [_with_words_before(page, scan, catalogue, one, by_end) for one in with_noun]


def _merge(page: Page, catalogue: Catalogue, found: list[Designation]) -> list[Designation]:
    merged: list[Designation] = []
    for one in found:
        if merged and merged[-1].end == one.begin and _SAME_THING.fullmatch(page.gap(one.begin)):
            ids = common(catalogue, merged[-1].ids, one.ids)
            if ids and merged[-1].name != one.name:
                merged[-1] = joined(page, merged[-1], one, ids)
                continue
        merged.append(one)
    return merged


def joined(page: Page, first: Designation, second: Designation, ids: tuple[str, ...]) -> Designation:
    """Two names of one thing as one designation, up to the mark that closes what stands between them."""
    stop = closed(page, second.stop, page.text[first.stop : second.start])
    variant = first.variant or second.variant
    return replace(first, end=second.end, stop=stop, ids=ids, variant=variant, supported=True)


def closed(page: Page, stop: int, opened: str) -> int:
    """Where a stretch stops once the marks that `opened` has left open are closed."""
    for mark in reversed(opened.strip()):
        if mark in _CLOSING and page.text[stop : stop + 1] and page.text[stop] in _CLOSING[mark]:
            stop += 1
    return stop


def common(catalogue: Catalogue, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The systems that two names side by side can both mean: shared bearers, else related ones."""
    shared = tuple(id_ for id_ in one if id_ in other)
    if shared:
        return shared
    return tuple(id_ for id_ in one if catalogue.related(id_).intersection(other))


def _with_noun_after(page: Page, catalogue: Catalogue, one: Designation, by_begin: Neighbours) -> Designation:
    if not _TO_NOUN.fullmatch(page.gap(one.end)):
        return one
    for after in by_begin.get(one.end, ()):
        ids = _fitting(catalogue, one, after)
        if ids:
            quoted = one.start > 0 and page.text[one.start - 1] in _QUOTES and page.gap(one.end)[0] in _QUOTES
            start = one.start - quoted
            return replace(
                one,
                start=start,
                end=after.end,
                stop=after.stop,
                ids=ids,
                supported=True,
                class_id=after.class_id,
            )
    return one


def _with_words_before(
    page: Page, scan: Scan, catalogue: Catalogue, one: Designation, by_end: Neighbours
) -> Designation:
    """The noun before it, or the maker and the modifiers before it, whichever reach further."""
    prefixed = _with_prefix(page, scan, catalogue, one)
    begin = scan.links_to.get(one.begin, one.begin)
    if not _TO_NOUN.fullmatch(page.gap(begin)):
        return prefixed
    for before in by_end.get(begin, ()):
        if begin == one.begin and _one_ship(one, before):
            continue
        ids = _fitting(catalogue, one, before)
        if ids and before.begin <= prefixed.begin:
            stop = closed(page, one.stop, page.text[before.stop : one.start])
            named = one.class_id or before.class_id
            return replace(
                one,
                begin=before.begin,
                start=before.start,
                stop=stop,
                ids=ids,
                supported=True,
                class_id=named,
            )
    return prefixed


def _one_ship(one: Designation, before: Phrase) -> bool:
    """Whether the noun speaks of the ship that gave a class its name: "the carrier Gerald R. Ford"."""
    return one.name.of_class and not before.plural


def _with_prefix(page: Page, scan: Scan, catalogue: Catalogue, one: Designation) -> Designation:
    """The maker, and modifiers without a noun of their own ("intermediate-range Musudan missile")."""
    maker = scan.makers_to.get(one.begin)
    if maker is not None and page.gap(one.begin) in {" ", "-"} and page.text[page.start(maker)].isupper():
        one = replace(one, begin=maker, start=page.start(maker), supported=True)
    families = {catalogue.family(id_) for id_ in one.ids}
    while page.gap(one.begin) in {" ", ' "', " “", " «"}:
        fitting = [
            begin
            for begin, modifier in scan.modifiers_to.get(one.begin, ())
            if modifier.position == "before" and (not modifier.on or families & modifier.on)
        ]
        if not fitting:
            break
        begin = min(fitting)
        one = replace(one, begin=begin, start=page.start(begin))
    return one


def _fitting(catalogue: Catalogue, one: Designation, phrase: Phrase) -> tuple[str, ...]:
    """The bearers that a noun can name: those of its class or a narrower, else of its family, else of a near one."""
    family = catalogue.classes[phrase.class_id].family
    by_class = tuple(
        id_ for id_ in one.ids if catalogue.is_a(catalogue.systems[id_].class_id, phrase.class_id)
    )
    same = tuple(id_ for id_ in one.ids if catalogue.family(id_) == family)
    near = tuple(id_ for id_ in one.ids if catalogue.naming.compatible(family, catalogue.family(id_)))
    return by_class or same or near
