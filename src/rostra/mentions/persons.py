"""Persons: a title, a given name, a reporting verb or an apposition beside capitalised words; then surnames alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rostra.data import Knowledge
from rostra.kernel import Span
from rostra.mentions.runs import UPPER, Page, Run, Taken, Word
from rostra.model import Mention
from rostra.rules import LanguagePack
from rostra.text import fold

_WORD = re.compile(r"[\w’'.-]+")
_TWO_NAMES = re.compile(rf"[{UPPER}]\w+ [{UPPER}]\w")
_INITIAL = re.compile(rf"(?:[{UPPER}]\.?-?){{1,3}}\Z")
_HYPHENED = re.compile(rf"[{UPPER}]\w+-\w+\Z")
_ARABIC = re.compile(rf"(?:al|el|ad|ar|as|an|at|ash|bin)[-'’][{UPPER}]", re.IGNORECASE)
_NAME_STARTS = frozenset({"abu", "bin", "ibn", "mc", "mac", "van", "von", "o'"})
_SAYING = frozenset(
    {"say", "announce", "claim", "accept", "answer", "deny", "judge", "pledge", "threaten", "warn"}
)
_FINITE = frozenset({"finite", "finite_singular"})
_MOST_WORDS = 6
_MOST_UNKNOWN = 3
_SHORT = 2
_CLAUSE = 60
_CLAUSE_END = re.compile(r"[,;:.!?\n“”\"«»()]")
_SURNAME_LIKE = frozenset({"place", "nationality"})
_BLOCKING = frozenset({"country", "place", "organisation", "nationality", "equipment", "military_unit"})


@dataclass(frozen=True, slots=True)
class PersonWords:
    """What speaks for and against a person, for one language; folded words."""

    titles: frozenset[str]
    adjectives: frozenset[str]
    ranks: frozenset[str]
    appositions: frozenset[str]
    speech: frozenset[str]
    reporting: frozenset[str]
    """Finite forms of verbs of saying that no noun shares: with one of `openers` ("that") after, a person says it."""
    openers: frozenset[str]
    phrases: tuple[str, ...]
    particles: frozenset[str]
    stop: frozenset[str]
    heads: frozenset[str]
    joins: frozenset[str]
    office_joins: frozenset[str]
    given: frozenset[str]
    family_first: frozenset[str]


def _fold_all(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@cache
def person_words(pack: LanguagePack, knowledge: Knowledge) -> PersonWords:
    """The words of a language and the given names of all traditions."""
    actors, closed = pack.actors, pack.words
    stop = actors.words("stop") | closed.determiners | closed.pronouns | closed.prepositions
    stop |= closed.conjunctions | closed.relatives | closed.auxiliaries | closed.negations
    heads = (
        actors.words("organisation", "heads")
        | actors.words("unit", "named")
        | actors.words("exercise", "nouns")
    )
    return PersonWords(
        titles=_fold_all(actors.words("titles")),
        adjectives=_fold_all(actors.words("titles", "adjectives")),
        ranks=_fold_all(actors.words("titles", "ranks")),
        appositions=_fold_all(actors.words("appositions")),
        speech=_fold_all(actors.words("speech")),
        reporting=_reporting(pack),
        openers=_fold_all(pack.cues.context.complementizers),
        phrases=tuple(f"{phrase} " for phrase in sorted(_fold_all(actors.words("speech", "phrases")))),
        particles=_fold_all(actors.words("particles")),
        stop=_fold_all(stop) - _fold_all(actors.words("particles")) | _fold_all(actors.words("stop")),
        heads=_fold_all(heads | actors.words("place", "heads"))
        - {"san", "santa", "santo", "cruz", "villa", "real", "post", "news"},
        joins=_fold_all(actors.words("titles", "joins")),
        office_joins=_fold_all(actors.words("titles", "joins") | closed.determiners),
        given=_fold_all(knowledge.given_names.all),
        family_first=_fold_all(knowledge.given_names.family_first),
    )


def _reporting(pack: LanguagePack) -> frozenset[str]:
    cues = pack.cues
    forms = (form for form in cues.forms.values() if form.cue.part == "verb" and form.roles & _FINITE)
    words = {form.text for form in forms if form.cue.cue_class in _SAYING and " " not in form.text}
    return _fold_all(frozenset(words - cues.noun_forms))


class PersonFinder:
    """Finds persons in the runs of a text."""

    def __init__(self, words: PersonWords) -> None:
        self._words = words

    def find(self, page: Page, runs: Sequence[Run], taken: Taken) -> list[Mention]:
        """Persons named with evidence, in order."""
        found: list[Mention] = []
        office_end = -1
        for run in runs:
            titled = self._titled(page, run.start, taken) or self._follows_office(page, office_end, run.start)
            if self._opens_office(page, run):
                office_end = run.end
            for group in self._groups(run, taken):
                mention = self._person(page, group, titled and group[0].start == run.start)
                if mention:
                    found.append(mention)
        return found

    def _groups(self, run: Run, taken: Taken) -> Iterator[list[Word]]:
        """Stretches of a run that could be one name: cut at known names, heads, titles, connectors."""
        group: list[Word] = []
        for word in run.words:
            after_given = bool(group) and group[-1].folded in self._words.given
            cut = self._cuts(word, taken) and not (after_given and self._may_be_surname(word, taken))
            # "A." and "Y." inside a name are initials, whatever the letters mean alone.
            cut = cut and not (group and _INITIAL.match(word.text) and word.text.endswith("."))
            if cut and group:
                yield group
                group = []
            if not cut and (group or not word.small):
                group.append(word)
            elif cut and word.folded in self._words.titles and not word.small:
                group = [word]
        if group:
            yield group

    def _cuts(self, word: Word, taken: Taken) -> bool:
        folded, words = word.folded, self._words
        if word.small:
            return folded not in words.particles
        if word.text[0].isdigit() or folded in words.titles or folded in words.stop or folded in words.heads:
            return True
        return taken.kind_at(word) in _BLOCKING

    def _may_be_surname(self, word: Word, taken: Taken) -> bool:
        """Whether a word that would cut a name may stand in one after a given name: "Jaime Mayor", "Ana Toledo"."""
        if word.small or word.text[0].isdigit() or word.folded in self._words.stop:
            return False
        known = taken.at(word.start, word.end)
        if known:
            return known.kind in _SURNAME_LIKE and (known.span.start, known.span.end) == (
                word.start,
                word.end,
            )
        return word.folded in self._words.adjectives

    def _person(self, page: Page, group: list[Word], titled: bool) -> Mention | None:
        head = group[0].folded in self._words.titles
        name = self._after_office(group[1:] if head else group, head=head or titled)
        ranked = group[0].folded in self._words.ranks and self._is_plain_pair(page, name)
        weak = head and group[0].folded in self._words.adjectives and not ranked
        while name and name[-1].small:
            name = name[:-1]
        while name and name[0].small and name[0].folded not in _NAME_STARTS:
            name = name[1:]
        if not name or len(name) > _MOST_WORDS:
            return None
        rule = self._evidence(page, name, titled=(head and not weak) or titled)
        if rule is None:
            return None
        span = Span(name[0].start, name[-1].end)
        return Mention(span, "person", span.of(page.text), rule)

    def _is_plain_pair(self, page: Page, name: Sequence[Word]) -> bool:
        """Whether just two plain words follow a rank that is an adjective too: "General Ruy Valdor", no company."""
        plain = all(len(word.text) > _SHORT and word.text[1:].islower() and not word.small for word in name)
        return len(name) == 2 and plain and not page.text[name[-1].end + 1 : name[-1].end + 2].isupper()

    def _after_office(self, name: list[Word], *, head: bool) -> list[Word]:
        """The name without an office before it: "Defensa Ruy Valdorín" after "ministro de" is "Ruy Valdorín"."""
        given = next((at for at, word in enumerate(name) if word.folded in self._words.given), 0)
        if given and (head or given < len(name) - 1) and not name[given - 1].text.endswith("."):
            return name[given:] if head or name[0].folded not in self._words.family_first else name
        return [] if head and name and name[0].small and name[0].folded in self._words.joins else name

    def _evidence(self, page: Page, name: list[Word], *, titled: bool) -> str | None:
        """The rule by which the words are a person's name, if there is one."""
        whole = [word for word in name if not word.small and not _INITIAL.match(word.text)]
        if not whole or (len(name) > 2 and all(word.text.isupper() for word in name)):
            return None
        several = sum(not word.small for word in name) > 1
        if titled and (several or (len(name[0].text) > _SHORT and not name[0].text.isupper())):
            return "M200"
        if not several:
            return "M221" if self._single(page, name[0]) else None
        return self._shape(name) or self._context(page, name)

    def _shape(self, name: list[Word]) -> str | None:
        if name[0].folded.split("-")[0] in self._words.given:
            return "M210"
        if len(name[-1].text) > _SHORT and any(
            "." in word.text and _INITIAL.match(word.text) for word in name[:-1]
        ):
            return "M211"
        named = name[0].folded in _NAME_STARTS or any(_ARABIC.match(word.text) for word in name[1:])
        return "M212" if named else None

    def _context(self, page: Page, name: list[Word]) -> str | None:
        start, end = name[0].start, name[-1].end
        if page.text.startswith(", ", start - 2) and self._title_in_clause(page, start - 2):
            return "M201"
        if (
            len(name) <= _MOST_UNKNOWN
            and self._speaks(page, start, end)
            and not self._before_title(page, end)
        ):
            return "M220"
        return "M230" if self._in_apposition(page, end) else None

    def _title_in_clause(self, page: Page, end: int) -> bool:
        """Whether the words before a comma hold a title: "la portavoz del puerto de Valdor, Lía Ostrander"."""
        clause = _CLAUSE_END.split(page.folded[max(0, end - _CLAUSE) : end])[-1]
        return any(word in self._words.titles for word in _WORD.findall(clause))

    def _single(self, page: Page, word: Word) -> bool:
        """Whether a reporting verb stands right before one capitalised word: "said Valdorin"."""
        long = len(word.text) > _SHORT and not word.text.isupper()
        return long and self._word_before(page, word.start) in self._words.speech

    def _speaks(self, page: Page, start: int, end: int) -> bool:
        after = _WORD.search(page.folded, end, end + 20)
        if after and page.text[end : after.start()] in {" ", ", "} and after[0] in self._words.speech:
            return True
        if after and page.text[end : after.start()] == " " and self._reports(page, after):
            return True
        if self._words.phrases and page.folded.endswith(self._words.phrases, max(0, start - _CLAUSE), start):
            return True
        return self._word_before(page, start) in self._words.speech

    def _reports(self, page: Page, verb: re.Match[str]) -> bool:
        """Whether a verb of saying opens a clause: "conceded that"."""
        if verb[0] not in self._words.reporting:
            return False
        opener = _WORD.match(page.folded, verb.end() + 1)
        return opener is not None and opener[0] in self._words.openers

    def _before_title(self, page: Page, end: int) -> bool:
        """Whether a capitalised title follows: the words before it name an office, not a person."""
        after = _WORD.match(page.folded, end + 1)
        return after is not None and page.text[end + 1].isupper() and after[0] in self._words.titles

    def _in_apposition(self, page: Page, end: int) -> bool:
        if not page.text.startswith(", ", end) or page.text[end + 2 : end + 3].isupper():
            return False
        clause = page.folded[end + 2 : end + 60].split(",", maxsplit=1)[0]
        return any(word in self._words.appositions for word in _WORD.findall(clause)[:5])

    def _titled(self, page: Page, start: int, taken: Taken) -> bool:
        """Whether a title in small letters stands right before, with or without a nationality after it."""
        if self._word_before(page, start).rstrip(".") in self._words.titles or self._of_an_arm(page, start):
            return True
        nation = taken.at(start - 2, start - 1) if page.text.startswith(" ", start - 1) else None
        if nation is None or nation.kind != "nationality" or nation.span.end != start - 1:
            return False
        # "el bielorruso Ruy Valdorín": where demonyms are written small, one alone introduces a person too.
        small = page.text[nation.span.start].islower()
        return small or self._word_before(page, nation.span.start) in self._words.titles

    def _of_an_arm(self, page: Page, start: int) -> bool:
        """Whether a title with its arm stands before two names: "el general de brigada Ruy Valdor"."""
        if not page.text.startswith(" ", start - 1) or not _TWO_NAMES.match(page.text, start):
            return False
        *_, title, join, arm = ["", "", "", *page.text[max(0, start - 48) : start].split()]
        named = arm.isalpha() and arm.islower() and fold(arm) not in self._words.office_joins
        return named and join in self._words.joins and fold(title) in self._words.titles

    def _word_before(self, page: Page, start: int) -> str:
        """The folded word before an offset; empty after a comma or at a line's start."""
        if start <= 1 or page.text[start - 1] not in " \u00a0," or page.text[start - 2] == ",":
            return ""
        words = page.folded[max(0, start - 24) : start - 1].rsplit(None, 1)
        return words[-1] if words else ""

    def _opens_office(self, page: Page, run: Run) -> bool:
        """Whether a title and a joining word stand before the run: "ministro de Defensa"."""
        if self._word_before(page, run.start) not in self._words.office_joins:
            return False
        before = page.folded[max(0, run.start - 40) : run.start].split()[-4:-1]
        return any(word in self._words.titles for word in before)

    def _follows_office(self, page: Page, office_end: int, start: int) -> bool:
        return 0 <= office_end < start <= office_end + 2 and page.text[office_end:start] in {", ", " "}
