"""Where forces and arms stand: phrases of place in a clause, and what they place ("300 soldiers in the valley")."""

from collections.abc import Iterator

from rostra.claims.events import Event
from rostra.claims.positions import is_of_others
from rostra.claims.scene import Word
from rostra.claims.sentences import Sentence
from rostra.claims.strength import DIRECT_ROOM
from rostra.model import Quantity
from rostra.rules.wordsets import either

GAP = 5
"""Words between those who stand somewhere and the preposition of the place: "soldiers of the 3rd brigade in"."""
VERB_GAP = 8
"""Words between a verb of standing and its place: "have been waiting since Monday night at"."""
PEOPLE_WORDS = 2
"""Words before a hold among which people stand who are held themselves."""
OBJECT_GAP = 10
"""Words between a verb of having and what it has: "has in the south of the country two"."""
REACH = 4
"""Words behind a preposition among which the place is named."""
HOLDER_ROOM = 30
"""Code points behind words for a hold on ground in which its holder starts."""
MARK_ROOM = 3
"""Code points between a holder and the word behind it."""
GROUND = frozenset({"terrain", "sea", "bases", "spots", "open_water"})
"""Classes of words for where somebody can stand."""
_DISTANCES = frozenset({"km", "m", "miles", "nm", "feet", "yards"})
_OTHERS = ("person", "organisation", "equipment", "date", "nationality", "quantity", "money", "military_unit")


def is_placed(event: Event) -> bool:
    """Whether a phrase of place stands behind forces or arms of the object, or opens the clause or the object."""
    held = list(_held(event))
    if not held:
        return False
    sentence = event.sentence
    if event.voice == "active" and held[-1][1] <= event.start:
        # "The troops that Valdoria has in Marenia": the object stands before its relative clause.
        return is_posted(event)
    if event.voice == "active" and not _is_had(event, held[0][0]):
        return False
    places = places_in(sentence, event.clause.start, event.object[1])
    if any(_follows(sentence, end, place) for _, end in held for place in places):
        return True
    first = held[0][0]
    return any(event.end <= place < first for place in places) or _is_led_in(event, places)


def _is_had(event: Event, start: int) -> bool:
    """Whether what starts there is the object of the verb: near it, its own noun, and behind no perfect ("had sent")."""
    sentence, line = event.sentence, event.sentence.line
    words, following = sentence.scene.words, line.after(event.end, 1)
    auxiliary = sentence.scene.lower[event.start : event.end] in words.perfect_auxiliaries
    marks = tuple(words.past_marks)
    if auxiliary and marks and following and following[0].text.endswith(marks):
        return False
    near = len(line.between(event.end, start)) <= OBJECT_GAP
    return near and not is_of_others(sentence, event.end, start)


def is_stationed(event: Event) -> bool:
    """Whether what somebody has are forces or platforms in a place: "with 300 soldiers in the valley"."""
    if event.voice == "noun" and not all("endowed" in need for need in event.frame.needs):
        return False
    line, (start, end) = event.sentence.line, event.object
    platforms = any(m.equipment_class == "platform" for m in line.inside(start, end, "equipment"))
    classes = line.classes(start, end)
    return bool(platforms or classes & {"forces", "groups"}) and is_placed(event)


def is_held_ground(event: Event) -> bool:
    """Whether ground stands before words for a hold on it, and who holds it beside them: "the town is in rebel hands"."""
    line, start = event.sentence.line, event.clause.start
    if any(True for _ in line.inside(start, event.start, "equipment")) or _is_hyphened(event):
        return False
    sorts = {"state", "force", "group", "organisation", "name"}
    holders = [a for a in event.sentence.actors if a.armed or a.sort in sorts]
    phrase = " " in event.sentence.scene.folded[event.start : event.end]
    beside = [
        a
        for a in holders
        if (phrase and 0 <= a.start - event.end <= HOLDER_ROOM)
        or (0 <= event.start - a.end <= MARK_ROOM and _is_led(event, a.start))
    ]
    own = event.sentence.scene.words.first_person
    if not beside and not own.intersection(w.text for w in line.between(event.start - 1, event.end)):
        return False
    until = min([a.start for a in beside if a.start >= start], default=event.start)
    until = min(until, event.start)
    near = line.before(until, PEOPLE_WORDS)
    if near and "people" in line.classes(near[0].start, until):
        # "The men held in Marenia" are no ground.
        return False
    named = any(True for _ in line.inside(start, until, "place", "country"))
    return (
        named
        or bool(line.classes(start, until) & GROUND)
        or _names_land(event.sentence, _words(event, until))
    )


def _is_hyphened(event: Event) -> bool:
    """Whether the word is part of another: "a hands-off approach", "rebel-held towns"."""
    folded = event.sentence.scene.folded
    return "-" in {folded[event.start - 1 : event.start], folded[event.end : event.end + 1]}


def _is_led(event: Event, start: int) -> bool:
    """Whether a preposition stands before who holds the ground: "in rebel hands", "under the army's control"."""
    standing = event.sentence.scene.words.standing_prepositions
    return any(word.text in standing for word in event.sentence.line.before(start, 2))


def _words(event: Event, until: int) -> list[Word]:
    """The words of the clause before an offset."""
    return list(event.sentence.line.between(event.clause.start, until))


def is_posted(event: Event) -> bool:
    """Whether a phrase of place stands behind a verb of standing, or opens its clause."""
    sentence, line = event.sentence, event.sentence.line
    last = line.before(event.end, 1)
    ends = {*sentence.scene.words.standing_prepositions, *sentence.scene.words.goal_prepositions}
    if last and last[0].text in ends and _leads(sentence, last[0], event.clause.end):
        return True
    places = places_in(sentence, event.clause.start, event.clause.end)
    for place in places:
        between = line.between(event.end, place)
        if place >= event.end and len(between) <= VERB_GAP and not _parted(sentence, between):
            return True
    told = sentence.scene.words.elsewhere
    within = any(event.start <= place < event.end for place in places)
    within = within or any(word.text in told for word in line.between(event.start, event.end))
    return within or _is_led_in(event, places)


def places_in(sentence: Sentence, start: int, end: int) -> list[int]:
    """Where the phrases of place between two offsets start: "in the valley", "40 km from the port", "there"."""
    line = sentence.line
    found = {
        h.start for h in line.hits if "elsewhere" in h.value.classes and start <= h.start and h.end <= end
    }
    found |= set(_distances(sentence, start, end))
    found |= {word.start for word in line.between(start, end) if _leads(sentence, word, end)}
    return sorted(found)


def _leads(sentence: Sentence, word: Word, end: int) -> bool:
    """Whether a word is a preposition that leads to a place by the `end`."""
    words = sentence.scene.words
    stands = word.text in words.standing_prepositions
    if (
        not stands
        and word.text
        not in either(words.goal_prepositions, words.agent_prepositions) & words.place_prepositions
    ):
        return False
    if any(m.kind == "quantity" and m.span.start <= word.start < m.span.end for m in sentence.line.mentions):
        # "Cerca de 500": about as many.
        return False
    near = _near(sentence, word.end, end)
    return _names_ground(sentence, near) or (stands and _names_land(sentence, near))


def _near(sentence: Sentence, start: int, end: int) -> list[Word]:
    """The words of the noun phrase behind a preposition, without an "of" right behind it ("cerca de")."""
    words, closed = sentence.scene.words, sentence.scene.pack.words
    joints = either(words.owner_prepositions, words.goal_prepositions)
    near: list[Word] = []
    for word in sentence.line.after(start, REACH + 1):
        if word.start >= end or word.text in ",;:.()" or word.text in words.coordinators:
            break
        if word.text in closed.prepositions or word.text in joints:
            if near or word.text not in joints:
                break
            continue
        near.append(word)
    return near


def _names_ground(sentence: Sentence, near: list[Word]) -> bool:
    return bool(near) and bool(sentence.line.classes(near[0].start, near[-1].end) & GROUND)


def _names_land(sentence: Sentence, near: list[Word]) -> bool:
    """Whether a place or state is named, or a capitalised name that no table knows."""
    line, scene = sentence.line, sentence.scene
    if not near:
        return False
    if any(
        near[0].start <= m.span.start < near[-1].end for m in line.inside(*_all(sentence), "place", "country")
    ):
        return True
    first = next((w for w in near if w.text not in scene.pack.words.determiners), None)
    if first is None or not scene.document.text[first.start].isupper():
        return False
    return not any(m.kind in _OTHERS and m.span.start <= first.start < m.span.end for m in line.mentions)


def _all(sentence: Sentence) -> tuple[int, int]:
    return sentence.line.span.start, sentence.line.span.end


def _distances(sentence: Sentence, start: int, end: int) -> Iterator[int]:
    """Distances from a place: "40 miles off the coast", "a 15 kilómetros de la capital"."""
    words, line = sentence.scene.words, sentence.line
    behind = either(words.owner_prepositions, words.source_prepositions, words.standing_prepositions)
    for mention in line.inside(start, end, "quantity"):
        if not isinstance(mention.value, Quantity) or mention.value.unit not in _DISTANCES:
            continue
        before, after = line.before(mention.span.start, 1), line.after(mention.span.end, 1)
        owned = bool(before) and before[0].text in words.owner_prepositions
        if after and not owned and (after[0].text in behind or _names_ground(sentence, [after[0]])):
            yield mention.span.start


def _held(event: Event) -> Iterator[tuple[int, int]]:
    """Start and end of forces, counted people and arms in the object."""
    line, (start, end) = event.sentence.line, event.object
    numbers = line.numbers(start, end)
    spans = [(m.span.start, m.span.end) for m in line.inside(start, end, "equipment")]
    for hit in line.hits:
        if not (start <= hit.start and hit.end <= end):
            continue
        counted = any(0 <= hit.start - stop <= DIRECT_ROOM for _, stop in numbers)
        if hit.value.classes & {"forces", "groups", "bases"} or (counted and "people" in hit.value.classes):
            spans.append((hit.start, hit.end))
    yield from sorted(spans)


def _follows(sentence: Sentence, end: int, place: int) -> bool:
    """Whether a phrase of place starts right behind a noun, with no more than its own adjectives between."""
    between = sentence.line.between(end, place)
    if place - end < -3 or len(between) > GAP or _parted(sentence, between):
        return False
    closed = sentence.scene.pack.words.prepositions - sentence.scene.words.owner_prepositions
    return not any(word.text in closed for word in between)


def _parted(sentence: Sentence, between: tuple[Word, ...]) -> bool:
    """Whether a mark or a relative stands between."""
    relatives = sentence.scene.pack.words.relatives
    return any(word.text in relatives or word.text in ",;:()" for word in between)


def _is_led_in(event: Event, places: list[int]) -> bool:
    """Whether a place opens the clause ("In the valley there are 300 soldiers"), or "where" does."""
    sentence = event.sentence
    if event.clause.opener in sentence.scene.words.wheres:
        return True
    first = next((place for place in places if place < event.start), None)
    if first is None:
        return False
    return not any(event.clause.start <= a.start < first for a in sentence.actors)
