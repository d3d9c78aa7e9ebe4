"""All mentions of a document: known names, names by their shape, arms, numbers and dates, each word read once."""

from functools import cache

from rostra.data import Knowledge
from rostra.mentions.acronyms import with_acronyms
from rostra.mentions.dates import find_dates
from rostra.mentions.durations import durations_as_dates
from rostra.mentions.equipment import find_equipment
from rostra.mentions.exercises import find_exercises
from rostra.mentions.headlines import without_headline_shapes
from rostra.mentions.known import KnownNames
from rostra.mentions.names import names_index
from rostra.mentions.organisations import HeadFinder, head_words, with_nationality
from rostra.mentions.overlaps import without_overlap
from rostra.mentions.owners import with_states
from rostra.mentions.persons import PersonFinder, person_words
from rostra.mentions.places import PlaceFinder, again
from rostra.mentions.quantities import find_quantities
from rostra.mentions.quantities_armed import arms_as_items
from rostra.mentions.runs import Page, Taken, runs
from rostra.mentions.services import PhraseFinder
from rostra.mentions.states import unknown_states
from rostra.mentions.surnames import find_surnames
from rostra.model import Mention
from rostra.rules import LanguagePack
from rostra.text import Article


class NameFinder:
    """Finds states, places, organisations, formations, drills and persons in texts of one language."""

    def __init__(self, pack: LanguagePack, knowledge: Knowledge) -> None:
        self._pack = pack
        self._known = KnownNames(names_index(pack, knowledge), pack, knowledge.countries)
        heads = head_words(pack, knowledge)
        self._heads = HeadFinder(heads)
        self._places = PlaceFinder(pack, heads)
        self._phrases = PhraseFinder(pack)
        self._suffixes = pack.actors.words("organisation", "suffixes")
        self._person_words = person_words(pack, knowledge)
        self._persons = PersonFinder(self._person_words)

    def find(self, article: Article) -> list[Mention]:
        """All names in a text; they may still overlap."""
        text, folded = article.text, article.folded
        page = Page(text, folded)
        known = self._known.find(text, article.searchable)
        known = list(without_overlap([*known, *unknown_states(text, self._pack, Taken(known))]))
        taken = Taken(known)
        capitalised = list(runs(page, self._pack))
        shaped = [
            *self._heads.find(text, capitalised, taken),
            *self._phrases.units(text),
            *self._phrases.led(text, folded, capitalised, taken),
            *self._phrases.services(text, folded, taken),
            *find_exercises(page, self._pack, taken, self._person_words.given),
            *self._places.described(text, folded, capitalised, taken),
        ]
        named = list(without_overlap([*known, *without_headline_shapes(text, shaped)]))
        if self._pack.actors.head_position == "first":
            named = with_nationality(text, named, known)
        named = with_states(text, named, known)
        named = with_acronyms(text, named, self._suffixes)
        taken = Taken(named)
        persons = self._persons.find(page, capitalised, taken)
        with_persons = without_overlap([*named, *without_headline_shapes(text, persons)])
        known_persons = [mention for mention in with_persons if mention.kind == "person"]
        later = find_surnames(text, known_persons, self._person_words, Taken(with_persons))
        named = list(without_overlap([*with_persons, *later]))
        named = list(without_overlap([*named, *self._places.near(folded, text, capitalised, Taken(named))]))
        return [*named, *again(text, named, Taken(named))]


@cache
def name_finder(pack: LanguagePack, knowledge: Knowledge) -> NameFinder:
    """The finder of a language, made once."""
    return NameFinder(pack, knowledge)


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """Every mention of a document in the order of the text, without overlap; the longest reading wins."""
    document, folded, pack, knowledge = article.document, article.folded, article.pack, article.knowledge
    equipment = find_equipment(document, folded, pack, knowledge)
    counts = arms_as_items(article, find_quantities(document, folded, pack), equipment)
    return without_overlap(
        [
            *name_finder(pack, knowledge).find(article),
            *equipment,
            *durations_as_dates(article, counts),
            *find_dates(document, folded, pack),
        ]
    )
