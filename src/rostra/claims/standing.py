"""Forces that a sentence only places, without a verb of deploying: "our troops are in the valley", "the 300 men in it"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rostra.claims.clauses import Clause, clause_at
from rostra.claims.events import Event
from rostra.claims.scene import Word
from rostra.claims.sentences import Sentence
from rostra.claims.whereabouts import places_in
from rostra.model import Quantity
from rostra.rules.frames import Frame
from rostra.rules.wordsets import either

NUMBER_WORDS = 3
"""Words between a number and the forces that it counts: "900 Ostravian infantry soldiers"."""
CHAIN = 6
"""Words between forces and their place: "are now barely"."""
_PLACED = Frame(
    trigger="forces and their place",
    type="deployment",
    kind="noun",
    object="self",
    needs=(),
    forbids=frozenset(),
    negated=False,
    modality=None,
    elsewhere=False,
    homograph=False,
    first=False,
    particles=frozenset(),
    forms=(),
    example="The 300 marines in the capital wait for orders.",
    counter_example=None,
)


class _Head(NamedTuple):
    """Forces or a platform in a sentence: where they stand, and whether they are counted or ours."""

    start: int
    end: int
    told: bool


def standing_in(sentence: Sentence, told: Sequence[Event]) -> Iterator[Event]:
    """The events of forces that are somewhere, in clauses of which nothing else is told."""
    heads = list(_heads(sentence))
    if not heads:
        return
    span = sentence.line.span
    places = places_in(sentence, heads[0].start, span.end)
    taken = {event.clause.index for event in told}
    for head in heads:
        clause = clause_at(sentence.clauses, head.start)
        place = next((at for at in places if head.end - 1 <= at < clause.end), None)
        if place is None or clause.index in taken:
            continue
        event = _placed(sentence, clause, head, place)
        if event is not None:
            taken.add(clause.index)
            yield event


def _heads(sentence: Sentence) -> Iterator[_Head]:
    line = sentence.line
    arms = [m for m in line.mentions if m.kind == "equipment" and m.equipment_class == "platform"]
    spans = [(a.start, a.end) for a in sentence.actors if a.armed and a.sort in {"force", "group"}]
    for start, end in sorted([*spans, *((m.span.start, m.span.end) for m in arms)]):
        yield _Head(start, end, _is_told(sentence, start, end))


def _is_told(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a number or "our" stands before a noun."""
    line, scene = sentence.line, sentence.scene
    before = line.before(start, NUMBER_WORDS)
    own = either(scene.words.first_person, frozenset()) & scene.pack.words.determiners
    closed = either(scene.pack.words.prepositions, scene.words.coordinators)
    for word in reversed(before):
        if word.text in own or _is_number(sentence, word):
            return True
        if word.text in closed or not word.text[0].isalnum():
            return False
    units = [m.span for m in line.mentions if m.kind == "military_unit"]
    inside = (w for w in line.between(start, end) if not any(u.start <= w.start < u.end for u in units))
    return any(_is_number(sentence, word) for word in inside)


def _is_number(sentence: Sentence, word: Word) -> bool:
    return any(
        m.span.start <= word.start < m.span.end
        and isinstance(m.value, Quantity)
        and m.value.unit in {"items", "people"}
        for m in sentence.line.mentions
        if m.kind == "quantity"
    )


def _placed(sentence: Sentence, clause: Clause, head: _Head, place: int) -> Event | None:
    """The event of a head and its place, with a form of "to be" between them or nothing but what belongs to the head."""
    words, between = sentence.scene.words, sentence.line.between(head.end, place)
    if len(between) > CHAIN:
        return None
    being = next((i for i, word in enumerate(between) if word.text in words.passive_auxiliaries), None)
    if being is None:
        governed = any(
            use.frame.kind == "verb"
            for hit in sentence.line.hits
            if clause.start <= hit.start < head.start
            for use in hit.value.uses
        )
        if governed or not head.told or not all(_belongs(sentence, word) for word in between):
            # What a verb before them says of them was read, and is no deployment: "keeps 250 soldiers captive".
            return None
        return Event(
            sentence,
            clause,
            _PLACED,
            head.start,
            head.end,
            "noun",
            (clause.start, head.start),
            (head.end, clause.end),
        )
    small = either(
        words.passive_auxiliaries,
        words.perfect_auxiliaries,
        words.modal_auxiliaries,
        words.focus,
        words.goal_prepositions,
    )
    chain = between[being:]
    if not all(_belongs(sentence, word) for word in between[:being] if word.text not in small):
        return None
    if not all(
        word.text in small or word.text.endswith(tuple(words.adverb_marks) or ("mente",)) for word in chain
    ):
        return None
    start, end = chain[0].start, chain[0].end
    return Event(sentence, clause, _PLACED, start, end, "active", (clause.start, start), (end, clause.end))


def _belongs(sentence: Sentence, word: Word) -> bool:
    """Whether a word is part of the noun phrase of forces: a nation, a unit, "of the"."""
    closed = either(sentence.scene.words.owner_prepositions, sentence.scene.pack.words.determiners)
    kinds = {"nationality", "country", "organisation", "military_unit"}
    named = any(m.kind in kinds and m.span.start <= word.start < m.span.end for m in sentence.line.mentions)
    known = any(
        hit.start <= word.start < hit.end and hit.value.classes & {"military", "forces", "groups"}
        for hit in sentence.line.hits
    )
    return word.text in closed or named or known
