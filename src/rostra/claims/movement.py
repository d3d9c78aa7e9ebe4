"""Forces that move and ground that changes hands: what stands right behind a verb, on a noun, or in a pronoun."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from types import MappingProxyType

from rostra.claims.arms import Holding
from rostra.claims.events import Event
from rostra.claims.firstperson import is_first_person
from rostra.claims.scene import LONGEST_SENTENCE, Word
from rostra.claims.sentences import has_noun
from rostra.model import Mention, Quantity
from rostra.rules.claimwords import ClaimWords
from rostra.rules.wordsets import either
from rostra.text import fold

GROUND_WORDS = 9
"""Words behind a verb among which the ground stands that it takes."""
LOOSE_WORDS = 2
"""Words in a row of which we know nothing that may stand before the ground ("the strategic eastern city")."""
OF_WORDS = 14
"""Words behind a noun of movement among which its "of" stands ("the dispatch to the island of 300 men")."""
MOVER_WORDS = 5
"""Words behind that "of" among which the forces are named."""
PRONOUN_WORDS = 5
"""Words before a verb among which its object stands as a pronoun ("no las volverá a enviar")."""
_WORD = re.compile(r"\w+")
_GROUND = frozenset({"terrain", "bases"})


def takes_ground(event: Event) -> bool:
    """Whether ground stands right behind the verb: "lost the city in May", but not "lost 20 men in the city"."""
    line, loose = event.sentence.line, 0
    if event.voice == "passive":
        start, end = event.object
        return any(_is_ground(event, word) for word in line.between(start, end))
    for word in line.after(event.end, GROUND_WORDS):
        if word.start >= event.clause.end or word.text in event.sentence.scene.words.coordinators:
            return False
        if _is_ground(event, word):
            return True
        loose += _weight(event, word)
        if loose > LOOSE_WORDS:
            return False
    return False


def _weight(event: Event, word: Word) -> int:
    """How much a word counts against ground behind it: an article nothing, an adjective one, people too much."""
    closed, words, line = event.sentence.scene.pack.words, event.sentence.scene.words, event.sentence.line
    small = either(closed.determiners, words.focus, words.owner_prepositions)
    if word.text in small or _is_told(event, word) or _leads_to_date(event, word):
        return 0
    ends = word.text in closed.prepositions or not word.text[0].isalnum()
    return LOOSE_WORDS + 1 if ends or "people" in line.classes(word.start, word.end) else 1


def _is_ground(event: Event, word: Word) -> bool:
    line = event.sentence.line
    placed = any(m.span.start == word.start for m in line.mentions if m.kind in {"place", "country"})
    return placed or any(h.start == word.start and h.value.classes & _GROUND for h in line.hits)


def _is_told(event: Event, word: Word) -> bool:
    """Whether a word is a number, a rough count or part of a date."""
    line = event.sentence.line
    if any("vague" in h.value.classes for h in line.hits if h.start <= word.start < h.end):
        return True
    return any(
        m.kind in {"date", "quantity"}
        and not _counts_people(m.value)
        and m.span.start <= word.start < m.span.end
        for m in line.mentions
    )


def _counts_people(value: object) -> bool:
    return isinstance(value, Quantity) and value.unit == "people"


def _leads_to_date(event: Event, word: Word) -> bool:
    """Whether a date follows at once: the "in" of "in May"."""
    dates = (m.span.start for m in event.sentence.line.mentions if m.kind == "date")
    return any(0 < start - word.end <= 1 for start in dates)


def is_of_force(event: Event) -> bool:
    """Whether it is forces, ships or aircraft that the noun says move: "the arrival there of 300 soldiers"."""
    line, owners = event.sentence.line, event.sentence.scene.words.owner_prepositions
    if any(0 <= event.start - a.end <= 3 for a in event.sentence.actors if a.armed):
        return True
    for word in [*line.before(event.end, 1), *line.after(event.end, OF_WORDS)]:
        if word.start >= event.clause.end or word.text in {",", ";", ":", "."}:
            return False
        if word.text in owners and any(_is_mover(event, one) for one in _phrase(event, word.end)):
            return True
    return False


def _phrase(event: Event, offset: int) -> Iterator[Word]:
    """The next few words of one noun phrase: up to a mark or another preposition."""
    stops = event.sentence.scene.pack.words.prepositions - event.sentence.scene.words.owner_prepositions
    for word in event.sentence.line.after(offset, MOVER_WORDS):
        if word.start >= event.clause.end or word.text in stops or not word.text[0].isalnum():
            return
        yield word


def _is_mover(event: Event, word: Word) -> bool:
    """Whether forces start at a word, or a ship or aircraft that is no part of a longer name ("submarine technology")."""
    if any(a.armed and a.start <= word.start < a.end for a in event.sentence.actors):
        return True
    return any(
        mention.equipment_class == "platform"
        and mention.span.start == word.start
        and _ends_phrase(event, mention)
        for mention in event.sentence.line.mentions
    )


def _ends_phrase(event: Event, mention: Mention) -> bool:
    scene, line = event.sentence.scene, event.sentence.line
    following = line.after(mention.span.end, 1)
    if not following or scene.pack.cues.context.drop_subject:
        return True
    closed = scene.pack.words
    small = either(closed.prepositions, closed.auxiliaries, closed.relatives, scene.words.coordinators)
    return not following[0].text[0].isalnum() or following[0].text in small


def refers_to_force(event: Event) -> bool:
    """Whether the object is a pronoun for forces named before: "our troops ... will not send them back"."""
    return event.voice == "active" and _has_pronoun(event) and _named_before(event, event.start)


def _has_pronoun(event: Event) -> bool:
    scene, line = event.sentence.scene, event.sentence.line
    pronouns = scene.words.object_pronouns
    if any(word.text in pronouns for word in line.after(event.end, 1)):
        return True
    if not scene.pack.cues.context.drop_subject:
        return False
    between = either(scene.pack.words.auxiliaries, scene.words.governing, scene.words.goal_prepositions)
    for word in reversed(line.before(event.start, PRONOUN_WORDS)):
        if word.start < event.clause.start:
            return False
        if word.text in pronouns:
            return True
        if word.text not in between and not word.text.endswith(tuple(scene.words.future_endings)):
            return False
    return False


def _named_before(event: Event, offset: int) -> bool:
    """Whether forces or platforms are named before an offset, in its sentence or in the one before."""
    scene, line = event.sentence.scene, event.sentence.line
    if any(a.armed and a.end <= offset for a in event.sentence.actors):
        return True
    sentences, index = scene.segments.sentences, scene.segments.sentence_index(line.span.start)
    start = sentences[index - 1].start if index > 0 else line.span.start
    start = max(start, line.span.start - LONGEST_SENTENCE)
    first = bisect_left(scene.mentions, start, key=lambda mention: mention.span.start)
    for mention in islice(scene.mentions, first, None):
        if mention.span.start >= offset:
            break
        if mention.equipment_class == "platform":
            return True
    return not _force_words(scene.words).isdisjoint(_WORD.findall(scene.folded[start : line.span.start]))


@cache
def _force_words(words: ClaimWords) -> frozenset[str]:
    """Single words for forces and armed groups, without accents."""
    return frozenset(fold(word) for word in (*words.forces, *words.groups) if " " not in word)


def is_we(event: Event) -> bool:
    """Whether "we" do it in a text about arms: "we went into the village", "entramos en el pueblo"."""
    scene = event.sentence.scene
    if not scene.is_military or event.voice != "active":
        return False
    if is_first_person(event):
        return True
    before = event.sentence.line.between(event.subject[0], event.start)
    return bool(before) and any(word.text in scene.words.we for word in before)


def is_carried(event: Event) -> bool:
    """Whether a pronoun or nothing is the subject, and forces were named before: "They pulled back to the river"."""
    scene, line = event.sentence.scene, event.sentence.line
    if event.voice != "active" or not scene.is_military:
        return False
    before = [word.text for word in line.between(event.clause.start, event.start)]
    if scene.pack.cues.context.drop_subject:
        if has_noun(event.sentence, event.clause.start, event.start):
            return False
    elif not before or not scene.words.third_person.intersection(before[:2]):
        return False
    return _named_before(event, event.clause.start)


def own_holding(event: Event, holding: Holding, told: Sequence[Holding]) -> Holding:
    """What a verb of movement holds without the number it took over: "sent 400 men, who will relieve the garrison"."""
    number = holding.quantity
    finite = event.voice != "noun" and not event.tags <= {"gerund", "participle", "infinitive"}
    if event.frame.type != "deployment" or not finite or number is None:
        return holding
    if number.span.start >= event.clause.start or all(number != other.quantity for other in told):
        return holding
    return replace(holding, quantity=None)


MOVEMENT: Mapping[str, Callable[[Event], bool]] = MappingProxyType(
    {
        "takes_ground": takes_ground,
        "of_force": is_of_force,
        "pronoun_force": refers_to_force,
        "we": is_we,
        "carried": is_carried,
    }
)
"""The conditions of this module by the names that frames give them."""
