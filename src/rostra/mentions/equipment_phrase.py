"""Generic nouns for arms with their modifiers: "guided missile destroyer", "misil balístico de largo alcance"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rostra.data.equipment import Catalogue
from rostra.mentions.equipment_index import Noun, Scan
from rostra.mentions.equipment_page import Page
from rostra.rules.equipment_words import Head, Modifier

COMPANY = 200
"""How far, in code points, the arms or the word of war may stand that keep a weak noun ("plane", "tank")."""

MODIFIERS = 4
_JOINED = re.compile(r"[ \-]| - | «|\" ?| \"|[“”«»] ?")
_GUARD_REACH = 32
_MATCH = 80
_ARTICLE_BEFORE = re.compile(r"\b[^\W\d_]{2,3} $")
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A head with its modifiers, in squeezed offsets; `start` and `stop` are those of the text."""

    begin: int
    end: int
    start: int
    stop: int
    name: str
    class_id: str
    head: Head
    plural: bool
    bare: bool
    strong: bool

    @property
    def certain(self) -> bool:
        """Whether it names arms in any company."""
        return self.strong or (self.head.alone and not self.head.weak)


def find_phrases(page: Page, scan: Scan, catalogue: Catalogue, against: frozenset[str]) -> list[Phrase]:
    """Every head with as many modifiers as stand by it, guards applied; longer and shorter ones alike."""
    phrases = []
    for begin, end, noun in scan.heads:
        phrase = _phrase(page, scan, catalogue, (begin, end, noun))
        if phrase.bare and _guarded(page, phrase, against):
            continue
        phrases.append(phrase)
    return phrases


def _phrase(page: Page, scan: Scan, catalogue: Catalogue, found: tuple[int, int, Noun]) -> Phrase:
    begin, end, noun = found
    head = noun.head
    before: list[Modifier] = []
    after: list[Modifier] = []
    class_id = head.class_id
    kinds = frozenset((class_id, catalogue.classes[class_id].family))
    while len(before) < MODIFIERS and (step := _before(page, scan, begin, kinds)):
        begin, modifier = step
        before.append(modifier)
        class_id = _narrowed(catalogue, class_id, modifier)
    while len(after) < MODIFIERS and (step := _after(page, scan, end, kinds)):
        end, modifier = step
        after.append(modifier)
        class_id = _narrowed(catalogue, class_id, modifier)
    # The innermost modifier stands next to the head in English: "misil balístico intercontinental" turns round.
    modifiers = [*reversed(before), *reversed(after)]
    name = " ".join(dict.fromkeys([*(modifier.name for modifier in modifiers), head.name]))
    strong = any(not modifier.weak for modifier in modifiers)
    start, stop = page.start(begin), page.stop(end)
    return Phrase(begin, end, start, stop, name, class_id, head, noun.plural, not modifiers, strong)


def _before(page: Page, scan: Scan, begin: int, kinds: frozenset[str]) -> tuple[int, Modifier] | None:
    if begin not in scan.modifiers_to or not _JOINED.fullmatch(page.gap(begin)):
        return None
    fitting = [
        step
        for step in scan.modifiers_to[begin]
        if step[1].position == "before" and _fits(step[1], kinds) and not _verb(page, *step)
    ]
    return min(fitting, key=lambda step: step[0]) if fitting else None


def _after(page: Page, scan: Scan, end: int, kinds: frozenset[str]) -> tuple[int, Modifier] | None:
    if end not in scan.modifiers_from or not _JOINED.fullmatch(page.gap(end)):
        return None
    fitting = [
        step for step in scan.modifiers_from[end] if step[1].position == "after" and _fits(step[1], kinds)
    ]
    return max(fitting, key=lambda step: step[0]) if fitting else None


def _fits(modifier: Modifier, kinds: frozenset[str]) -> bool:
    return not modifier.on or not modifier.on.isdisjoint(kinds)


def _verb(page: Page, begin: int, modifier: Modifier) -> bool:
    """Whether the word is no modifier here: "to attack ships"."""
    before = " " + page.folded[max(0, page.start(begin) - _GUARD_REACH) : page.start(begin)].rstrip()
    return any(before.endswith(" " + word) for word in modifier.not_after)


def _narrowed(catalogue: Catalogue, class_id: str, modifier: Modifier) -> str:
    """The class of the compound: the modifier's own where it does not widen what is already known."""
    family = catalogue.classes[class_id].family
    narrower = modifier.classes.get(family)
    if narrower is None or catalogue.is_a(class_id, narrower):
        return class_id
    return narrower


def _guarded(page: Page, phrase: Phrase, against: frozenset[str]) -> bool:
    """Whether the words beside a bare head say that it is no arm: "think tank", "his arms"."""
    head, folded = phrase.head, page.folded
    before = " " + folded[max(0, phrase.start - _GUARD_REACH) : phrase.start].strip(" -\"“'")
    if _closes(before, against) or _closes(before, head.not_after):
        return True
    if head.only_after and not _closes(before, head.only_after):
        return True
    after = folded[phrase.stop : phrase.stop + _GUARD_REACH].lstrip(" -") + " "
    if any(_opens(after, word) for word in head.not_before):
        return True
    return head.lower and _proper(page, phrase)


def _closes(text: str, words: frozenset[str]) -> bool:
    return any(text.endswith(" " + word) for word in words)


def _opens(text: str, word: str) -> bool:
    return text.startswith(word) and not text[len(word)].isalnum()


_LOWER_BEFORE = re.compile(r"\b[^\W\d_]*[a-zà-ÿа-я][,]? $")


def _proper(page: Page, phrase: Phrase) -> bool:
    """Whether a weak noun is written as a name in the middle of a sentence ("Shell")."""
    text = page.text
    if not text[phrase.start].isupper():
        return False
    before = text[max(0, phrase.start - _GUARD_REACH) : phrase.start]
    return bool(_LOWER_BEFORE.search(before)) and not before.istitle()


def is_team(page: Page, phrase: Phrase, sports: frozenset[str]) -> bool:
    """Whether a capitalised plural after a small or opening article is a team: words of a match stand near."""
    text = page.text
    if not phrase.bare or not phrase.plural or not sports or not text[phrase.start].isupper():
        return False
    if not _ARTICLE_BEFORE.search(page.folded, max(0, phrase.start - 8), phrase.start):
        return False
    around = _WORDS.findall(page.folded, max(0, phrase.start - _MATCH), phrase.stop + _MATCH)
    return not sports.isdisjoint(around)


class Company:
    """Where arms and words of war stand in a text, to ask whether something stands near them."""

    def __init__(self, places: list[int]) -> None:
        self._places = sorted(places)

    def near(self, start: int, stop: int, reach: int = COMPANY) -> bool:
        """Whether one of them stands within reach, the stretch itself apart."""
        places = self._places
        low, high = bisect_left(places, start - reach), bisect_right(places, stop + reach)
        return high - low > bisect_left(places, stop) - bisect_left(places, start)


def kept(phrases: list[Phrase], company: Company) -> Iterator[Phrase]:
    """The phrases that stand by themselves: certain ones, and weak ones in military company; bare nouns first."""
    for phrase in sorted(phrases, key=lambda phrase: not phrase.bare):
        if phrase.certain or (phrase.head.alone and company.near(phrase.start, phrase.stop)):
            yield phrase
