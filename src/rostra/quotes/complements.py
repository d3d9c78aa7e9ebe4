"""What a reporting verb opens to its right: clauses, infinitives, objects, quotations, prepositions."""

from itertools import islice
from typing import NamedTuple

from rostra.quotes.adjuncts import skip_addressee, skip_adjuncts
from rostra.quotes.contents import content_end, first_clause
from rostra.quotes.phrases import Range
from rostra.quotes.reading import Reading
from rostra.quotes.units import CueHit
from rostra.rules.wordsets import either


def right_content(reading: Reading, hit: CueHit, after: int, subject: Range | None = None) -> Range | None:
    """The content that a verb opens to its right, looked for from token `after`; None where there is none."""
    start = _content_start(reading, after, _complements(reading, hit))
    if start is None or start >= len(reading.unit.tokens):
        return None
    if "predicate" in hit.form.cue.takes and reading.kind(start) == "Q":
        return (start, start + 1)
    content = content_end(reading, start)
    if content is not None and _in_relative(reading, hit, start):
        return first_clause(reading, content)
    if content is not None and _ends_at_comma(reading, content, subject):
        return first_clause(reading, content)
    return content


def _complements(reading: Reading, hit: CueHit) -> frozenset[str]:
    """What the form may open: one that looks like a noun ("reports", "claims") needs a clause that shows itself."""
    takes = hit.form.cue.takes
    if hit.form.text in reading.grammar.nouns:
        return (takes - {"object", "clause", "addressee"}) | ({"that"} if "clause" in takes else frozenset())
    return takes


def _ends_at_comma(reading: Reading, content: Range, subject: Range | None) -> bool:
    """A relative clause that lacks its subject, and a clause under "while" or "although", end with a comma."""
    if reading.low(content[0]) in reading.grammar.words.auxiliaries:
        return True
    if subject is None or subject[0] == 0:
        return False
    before = reading.low(subject[0] - 1)
    context = reading.grammar.context
    return (
        before in either(context.contrast, context.stoppers)
        and before not in context.coordinators
        and (before not in either(reading.grammar.words.relatives, context.infinitive))
    )


def _in_relative(reading: Reading, hit: CueHit, start: int) -> bool:
    """Reads "The officers, who asked for silence, said": an object in a relative clause between commas ends with it."""
    grammar = reading.grammar
    relative = reading.low(hit.first - 1) in grammar.words.relatives and reading.kind(hit.first - 2) == ","
    return relative and reading.low(start - 1) not in grammar.context.complementizers


class _Place(NamedTuple):
    """Where a complement may begin: after the cue, past the addressee (`near`), past adverbials too (`far`)."""

    after: int
    near: int
    far: int
    takes: frozenset[str]


def _content_start(reading: Reading, after: int, takes: frozenset[str]) -> int | None:
    near = skip_addressee(reading.unit, after, reading.grammar) if "addressee" in takes else after
    place = _Place(after, near, skip_adjuncts(reading.unit, near, reading.grammar), takes)
    starts = (opener(reading, place) for opener in _OPENERS)
    return next((start for start in starts if start is not None), None)


def _governed(reading: Reading, place: _Place) -> int | None:
    """A preposition right after the cue that opens the content."""
    context = reading.grammar.context
    if reading.low(place.near) not in place.takes or reading.low(place.near) in context.complementizers:
        return None
    start = place.near + (reading.low(place.near) not in context.infinitive)
    return start + (reading.low(start) in context.complementizers)


def _that_clause(reading: Reading, place: _Place) -> int | None:
    if reading.low(place.far) in reading.grammar.context.complementizers and place.takes & {"clause", "that"}:
        return place.far + 1
    later = _later_complementizer(reading, place.after) if "addressee" in place.takes else None
    return None if later is None else later + 1


def _quotation(reading: Reading, place: _Place) -> int | None:
    kind, takes = reading.kind(place.far), place.takes
    if takes & _SPOKEN and kind in _WORDY:
        mark = _later_mark(reading, place)
        if mark is not None:
            return mark + 1
    if kind == ":" and takes & {"quote", "clause"}:
        return place.far + 1
    if kind in {":", ","} and reading.kind(place.far + 1) == "Q" and takes & _SPOKEN:
        return place.far + 1
    return place.far if kind == "Q" and takes & (_SPOKEN | {"object", "predicate"}) else None


def _later_mark(reading: Reading, place: _Place) -> int | None:
    """A colon or comma right before a quotation, past what the verb is said of: "added about the pier: “QUOTE”"."""
    grammar, low = reading.grammar, reading.low(place.far)
    opens = grammar.words.prepositions - grammar.context.complementizers
    if "clause" not in place.takes:
        opens = either(opens, grammar.words.determiners)
    if low not in opens:
        return None
    for index in range(place.far + 1, min(place.far + _FARTHEST, len(reading.unit.tokens) - 1)):
        if reading.kind(index) in {":", ","}:
            return index if reading.kind(index + 1) == "Q" else None
        if reading.kind(index) not in _WORDY or _is_verbal(reading, index):
            return None
    return None


def _is_verbal(reading: Reading, index: int) -> bool:
    """Whether a word is a cue, an auxiliary or a subject pronoun, so that a clause stands here."""
    low, grammar = reading.low(index), reading.grammar
    hit = any(hit.first == index and hit.form.cue.part == "verb" for hit in reading.unit.hits)
    noun = reading.low(index - 1) in grammar.words.determiners
    return (hit and not noun) or low in grammar.words.auxiliaries or low in grammar.plain_subjects


_FARTHEST = 16
"""Tokens between a verb and the colon of its quotation; more hold a clause of their own."""
_WORDY = frozenset({"w", "W", "n", "'s", ".", "&", "-"})
_SPOKEN = frozenset({"quote", "clause", "direct"})


def _prepositional(reading: Reading, place: _Place) -> int | None:
    if reading.low(place.far) in place.takes:
        return place.far + (reading.low(place.far) not in reading.grammar.context.infinitive)
    if "predicate" in place.takes:
        return _predicate(reading, place.after)
    found = (_find_preposition(reading, place.after, complement) for complement in sorted(place.takes))
    return next((start for start in found if start is not None), None)


def _infinitive(reading: Reading, place: _Place) -> int | None:
    if "infinitive" not in place.takes:
        return None
    markers = reading.grammar.context.infinitive
    negated = reading.low(place.far) in reading.grammar.words.negations and "whether" not in place.takes
    negated = negated and reading.low(place.far + 1) in markers  # "asked not to be named" reports nothing
    if negated or reading.low(place.far) in markers or _is_infinitive(reading, place.far):
        return place.far
    return _later_infinitive(reading, place) if markers and place.near > place.after else None


def _later_infinitive(reading: Reading, place: _Place) -> int | None:
    """An infinitive past what narrows down the addressee: "warned its crews in the strait to be watchful"."""
    grammar = reading.grammar
    if "addressee" not in place.takes or reading.low(place.near) not in grammar.words.prepositions:
        return None
    for index in range(place.near + 1, min(place.near + _NARROWED, len(reading.unit.tokens) - 1)):
        following = reading.unit.tokens[index + 1]
        if reading.kind(index) not in _WORDY:
            return None
        if reading.low(index) in grammar.context.infinitive and following.kind == "w":
            closed = following.low in either(grammar.words.determiners, grammar.pronouns)
            return None if closed else index
    return None


_NARROWED = 8
"""Tokens of a phrase that narrows down who is spoken to."""


def _bare_clause(reading: Reading, place: _Place) -> int | None:
    takes, far = place.takes, place.far
    if "whether" in takes and reading.low(far) in reading.grammar.context.whether:
        return far
    if "clause" in takes and (_opens_clause(reading, far) or _opens_condition(reading, far)):
        return far
    pronoun = reading.low(far) in reading.grammar.plain_subjects
    plain = "that" in takes and ("object" not in takes or pronoun)
    return far if plain and _is_clause(reading, far) else None


def _object(reading: Reading, place: _Place) -> int | None:
    start = place.far if reading.grammar.context.drop_subject else place.near
    return start if "object" in place.takes and _opens_object(reading, start) else None


_OPENERS = (_governed, _that_clause, _quotation, _prepositional, _infinitive, _bare_clause, _object)
"""In this order: the surer sign first."""


def _later_complementizer(reading: Reading, after: int) -> int | None:
    """A complementizer after a long addressee: "told the paper's board in a long meeting that"."""
    if reading.kind(after) == ",":
        return None
    parted = False
    for index in range(after + 1, min(after + 16, len(reading.unit.tokens))):
        if reading.low(index) in reading.grammar.context.complementizers:
            return index
        if reading.kind(index) == "," and _parts_a_name(reading, index, parted=parted):
            parted = True
            continue
        if reading.kind(index) not in _WORDY or reading.low(index) in (reading.grammar.words.auxiliaries):
            return None
    return None


def _parts_a_name(reading: Reading, comma: int, *, parted: bool) -> bool:
    """Whether a comma stands in "crews in Port Selm, Marenia, that": first between names, then before the clause."""
    if reading.kind(comma - 1) != "W":
        return False
    closes = reading.low(comma + 1) in reading.grammar.context.complementizers
    return closes if parted else reading.kind(comma + 1) == "W"


def _predicate(reading: Reading, after: int) -> int | None:
    """Reads "called the raid "an act of war"": the quotation that ends the clause."""
    for index in range(after, min(after + 14, len(reading.unit.tokens))):
        if reading.kind(index) == "Q":
            return index
        if reading.kind(index) in {",", ";", ":"}:
            return None
    return None


def _find_preposition(reading: Reading, after: int, complement: str) -> int | None:
    """The first such preposition after the object: "accuse X of Y", "describe X, a Z, as Y", "instar a X a hacer"."""
    preposition, _, infinitive = complement.partition("+")
    if not infinitive and preposition not in reading.grammar.words.prepositions:
        return None
    parted = False
    for index in range(after + (not infinitive), min(after + 20, len(reading.unit.tokens))):
        kind = reading.kind(index)
        if kind in {";", ":", "."}:
            return None
        parted = parted or kind == ","
        if infinitive and not _is_infinitive(reading, index + 1):
            continue
        if reading.low(index) == preposition and (not parted or reading.kind(index - 1) == ","):
            return index + 1 + (reading.low(index + 1) in reading.grammar.context.complementizers)
    return None


def _is_infinitive(reading: Reading, index: int) -> bool:
    low = reading.low(index)
    endings = reading.grammar.context.infinitive_endings
    return reading.kind(index) == "w" and any(low.endswith(ending) for ending in endings)


def _is_clause(reading: Reading, index: int) -> bool:
    """A clause without complementizer that shows its verb: a subject pronoun first, or an auxiliary soon."""
    if not reading.grammar.context.bare_clauses or not _opens_clause(reading, index):
        return False
    if reading.low(index) in reading.grammar.context.subject_pronouns:
        return True
    for at in range(index + 1, min(index + 8, len(reading.unit.tokens))):
        if reading.low(at) in reading.grammar.words.auxiliaries:
            return True
        if reading.kind(at) not in {"w", "W", "n", "'s", "."}:
            return False
    return False


def _opens_clause(reading: Reading, index: int) -> bool:
    low, kind = reading.low(index), reading.kind(index)
    if kind not in {"w", "W", "n", "$"}:
        return False
    grammar = reading.grammar
    if low in grammar.context.complementizers or low in grammar.context.whether:
        return False
    return low not in grammar.words.prepositions or low in grammar.words.determiners


def _opens_condition(reading: Reading, index: int) -> bool:
    """Whether a subordinate clause and then the main one follow: "said if the storm hits, the fleet will sail"."""
    grammar = reading.grammar
    if not grammar.context.bare_clauses or reading.low(index) not in grammar.context.conditions:
        return False
    tokens = islice(reading.unit.tokens, index + 2, index + _FARTHEST)
    comma = next((at for at, token in enumerate(tokens, index + 2) if token.kind == ","), None)
    if comma is None:
        return False
    opener = reading.low(comma + 1)
    named = reading.kind(comma + 1) == "W"
    return named or opener in either(grammar.words.determiners, grammar.context.subject_pronouns)


def _opens_object(reading: Reading, index: int) -> bool:
    low, kind = reading.low(index), reading.kind(index)
    return kind in {"w", "W", "n"} and (
        low in reading.grammar.words.determiners
        or low not in either(reading.grammar.adjuncts, reading.grammar.boundary)
    )
