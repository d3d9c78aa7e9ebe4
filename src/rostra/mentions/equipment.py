"""Military equipment in a text: systems of the catalogue, generic nouns, named ships."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rostra.data import Knowledge
from rostra.data.equipment import Catalogue
from rostra.kernel import Span
from rostra.mentions.equipment_designation import Designation, chain, find_designations
from rostra.mentions.equipment_index import EquipmentIndex, equipment_index
from rostra.mentions.equipment_loose import misspelt_names, unknown_designations, with_misspelt_names
from rostra.mentions.equipment_page import Page
from rostra.mentions.equipment_phrase import Company, Phrase, find_phrases, is_team, kept
from rostra.mentions.equipment_ships import named_ships, prefixed_ships
from rostra.model import Document, Mention
from rostra.rules import LanguagePack

SHIP_RULES = frozenset({"M530", "M531"})
Places = dict[str, Company]

NEAR_NAME = 150
"""How far the arms may stand that keep a name which is also an ordinary word ("Patriot", "Tiger")."""


def find_equipment(
    document: Document, folded: str, pack: LanguagePack, knowledge: Knowledge
) -> list[Mention]:
    """Mentions of kind equipment, in text order and without overlap.

    `folded` is `fold(document.text)`. A system's id is given when it is certain, its candidates otherwise.
    """
    index = equipment_index(knowledge, pack)
    page = Page.of(document.text, folded)
    scan = index.scan(page)
    phrases = find_phrases(page, scan, index.catalogue, index.words.against)
    phrases = [phrase for phrase in phrases if not is_team(page, phrase, index.words.sports)]
    found = with_misspelt_names(page, index, find_designations(page, scan, index))
    designations = chain(page, scan, index.catalogue, found, phrases)
    certain = [phrase for phrase in phrases if phrase.certain]
    sure = [one for one in designations if one.supported or not one.name.ordinary]
    company = Company([*scan.contexts, *(p.start for p in certain), *(one.start for one in sure)])
    mentions = [
        *_designated(page, index, designations, phrases),
        *(_generic(phrase, index.catalogue) for phrase in kept(phrases, company)),
        *unknown_designations(page, phrases, index.catalogue),
        *_misspelt(page, phrases, index),
        *prefixed_ships(page, index.catalogue, phrases, company, index.words.not_names),
        *named_ships(page, phrases, index.words.not_names),
    ]
    return _without_overlap(mentions)


def _generic(phrase: Phrase, catalogue: Catalogue) -> Mention:
    return Mention(
        span=Span(phrase.start, phrase.stop),
        kind="equipment",
        name=phrase.name,
        rule="M500" if phrase.certain else "M501",
        equipment_class=catalogue.classes[phrase.class_id].role,
    )


def _designated(
    page: Page, index: EquipmentIndex, found: list[Designation], phrases: list[Phrase]
) -> Iterator[Mention]:
    """A mention for each designation that its form, its neighbours or the rest of the text make certain."""
    known = {one.name.text for one in found if one.supported or _decided(page, one)}
    family_places = _places_by_family(index.catalogue, found, phrases)
    for one in found:
        if one.supported or one.name.text in known or _stands(page, index, one, family_places):
            yield _mention(index.catalogue, _narrowed(page, index, one, family_places))


def _stands(page: Page, index: EquipmentIndex, one: Designation, places: Places) -> bool:
    """Whether a designation without a noun of its own is one: by its form, or by the arms near by."""
    if _two_words(page, one, index):
        return False
    if one.name.needs == "company":
        return _in_company(index, one, places)
    return one.name.needs == "none"


def _two_words(page: Page, one: Designation, index: EquipmentIndex) -> bool:
    """Whether it is rather a common word and a number: "Su 30 aniversario", "an 24-hour"."""
    first, blank, _ = page.folded[one.start : one.stop].partition(" ")
    return bool(blank) and first in index.words.not_letters


def _decided(page: Page, one: Designation) -> bool:
    return bool(_by_words(page, one))


def _by_words(page: Page, one: Designation) -> tuple[str, ...]:
    """The bearers for which a deciding word stands near."""
    if not one.name.decides:
        return ()
    around = page.folded[max(0, one.start - NEAR_NAME) : one.stop + NEAR_NAME]
    return tuple(id_ for id_ in one.ids if any(word in around for word in one.name.decides.get(id_, ())))


def _places_by_family(
    catalogue: Catalogue, found: Iterable[Designation], phrases: Iterable[Phrase]
) -> Places:
    places: dict[str, list[int]] = {}
    for phrase in phrases:
        if phrase.head.alone:
            places.setdefault(catalogue.classes[phrase.class_id].family, []).append(phrase.start)
    for one in found:
        if one.supported or not one.name.ordinary:
            places.setdefault(catalogue.family(one.ids[0]), []).append(one.start)
    return {family: Company(starts) for family, starts in places.items()}


def _in_company(index: EquipmentIndex, one: Designation, places: Places) -> bool:
    naming = index.catalogue.naming
    families = {index.catalogue.family(id_) for id_ in one.ids}
    return any(
        company.near(one.start, one.stop, NEAR_NAME)
        for family, company in places.items()
        if family != "any" and any(naming.compatible(family, mine) for mine in families)
    )


def _narrowed(page: Page, index: EquipmentIndex, one: Designation, places: Places) -> Designation:
    """Of several bearers those that the words around it, or the arms around it, speak for."""
    if len(one.ids) == 1:
        return one
    ids = _by_words(page, one)
    if not ids and not one.supported:
        ids = tuple(
            id_
            for id_ in one.ids
            if (company := places.get(index.catalogue.family(id_)))
            and company.near(one.start, one.stop, NEAR_NAME)
        )
    return replace(one, ids=ids) if ids else one


def _mention(catalogue: Catalogue, one: Designation) -> Mention:
    sole = one.ids[0] if len(one.ids) == 1 else None
    roles = Counter(catalogue.role(id_) for id_ in one.ids)
    return Mention(
        span=Span(one.start, one.stop),
        kind="equipment",
        name=catalogue.systems[sole].name if sole else one.name.text,
        rule=_rule(one, sole),
        id=sole,
        candidates=() if sole else one.ids,
        equipment_class=roles.most_common(1)[0][0],
    )


def _rule(one: Designation, sole: str | None) -> str:
    if sole is None:
        return "M511"
    if one.variant:
        return "M513"
    return "M512" if one.name.ordinary else "M510"


def _misspelt(page: Page, phrases: list[Phrase], index: EquipmentIndex) -> Iterator[Mention]:
    catalogue = index.catalogue
    for span, ids in misspelt_names(page, phrases, index):
        sole = ids[0] if len(ids) == 1 else None
        yield Mention(
            span=span,
            kind="equipment",
            name=catalogue.systems[ids[0]].name if sole else span.of(page.text),
            rule="M515",
            id=sole,
            candidates=() if sole else ids,
            equipment_class=catalogue.role(ids[0]),
        )


def _rank(mention: Mention) -> int:
    if mention.rule == "M515":
        return 1
    return 0 if mention.id or mention.candidates or mention.rule in SHIP_RULES else 2


def _without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    """In text order; names keep nouns out, else the longest wins, of equals the one with an entry."""
    ranked = sorted(mentions, key=lambda m: (_rank(m), -len(m.span), m.id is None, m.span.start))
    taken: list[Mention] = []
    occupied: set[int] = set()
    for mention in ranked:
        places = range(mention.span.start, mention.span.end)
        if occupied.isdisjoint(places):
            occupied.update(places)
            taken.append(mention)
    return sorted(taken, key=lambda m: m.span.start)
