"""Attributions by a reporting verb: what stands left of it and right of it decides how it is read."""

from collections.abc import Iterator

from rostra.quotes.attribution import Attribution
from rostra.quotes.contents import (
    content_end,
    coordinated,
    first_clause,
    left_content,
    skip_addressee,
    skip_adjuncts,
    tail_is_adjunct,
)
from rostra.quotes.phrases import Range, phrase_after, phrase_before, subject_before, verb_group_start
from rostra.quotes.reading import Reading, clause_start, first_subject
from rostra.quotes.units import CueHit


def read_verb(reading: Reading, hit: CueHit) -> Iterator[Attribution]:
    """Attributions that a reporting verb makes in its unit, best reading first."""
    unit, grammar = reading.unit, reading.grammar
    group = verb_group_start(unit, hit.first, grammar)
    if not _is_verb(reading, hit, group):
        return
    if hit.form.roles <= {"gerund"}:
        yield from _gerund(reading, hit, group)
        return
    subject = subject_before(unit, group, grammar)
    trailing = _trailing(reading, hit, group, subject)
    if trailing is not None:
        yield trailing
        return
    leading = _leading(reading, hit, group, subject)
    if leading is not None:
        for content in coordinated(reading, leading.content):
            yield leading._replace(content=content)


def _is_verb(reading: Reading, hit: CueHit, group: int) -> bool:
    """Turns down nouns ("the report"), passives, infinitives and denied sayings ("did not say")."""
    grammar, roles = reading.grammar, hit.form.roles
    before = reading.low(group - 1)
    if reading.kind(hit.first) == "W" and reading.kind(hit.first - 1) == "W":
        return False
    helpers = {reading.low(index) for index in range(group, hit.first)}
    if reading.kind(group - 1) == "'s" or (
        before in grammar.words.determiners and before not in grammar.pronouns
    ):
        return group < hit.first and bool(helpers & grammar.words.auxiliaries)
    if "gerund" in roles:
        return not helpers & grammar.context.passive_auxiliaries or bool(reading.found) or True
    if roles <= {"participle"} and not helpers & grammar.context.perfect_auxiliaries:
        return False
    if "participle" in roles and helpers & grammar.context.passive_auxiliaries:
        return False
    if before in grammar.context.infinitive and "base" in roles:
        return False
    if roles <= {"base"} and not helpers & grammar.words.auxiliaries and not _is_plural(reading, group - 1):
        return False
    if roles <= {"infinitive"}:
        return False
    negated = helpers & grammar.words.negations or "t" in helpers
    return not negated or hit.form.cue.cue_class == "deny"


def _is_plural(reading: Reading, index: int) -> bool:
    """Whether the word before a bare verb form can be its subject ("officials say", but not "no estimate")."""
    context, low = reading.grammar.context, reading.low(index)
    if not context.plural_endings:
        return True
    return (
        low in context.plural_words
        or any(low.endswith(ending) for ending in context.plural_endings)
        or (reading.kind(index) in {",", "W", ")"})
    )


def _gerund(reading: Reading, hit: CueHit, group: int) -> Iterator[Attribution]:
    subject = _own_subject(reading, group) or (reading.found[-1].speaker if reading.found else None)
    if subject is None:
        begin = clause_start(reading, group)
        subject = first_subject(reading, begin) if begin < group else None
    content = _right_content(reading, hit, hit.last)
    if content is not None and (subject is not None or reading.found):
        yield Attribution(content, (group, hit.last), subject, "Q150", 0.6)


def _own_subject(reading: Reading, group: int) -> Range | None:
    """Reads "with the general saying", "a voice saying": the phrase right before the gerund."""
    if reading.kind(group - 1) not in {"W", "w"}:
        return None
    phrase = phrase_before(reading.unit, group, reading.grammar)
    if phrase is None or phrase[0] == 0:
        return None
    parted = reading.kind(phrase[0] - 1) in {",", "—", "–", "-", ";"}
    return phrase if parted or reading.low(phrase[0] - 1) in reading.grammar.words.prepositions else None


def _trailing(reading: Reading, hit: CueHit, group: int, subject: Range | None) -> Attribution | None:
    """Reads "CONTENT, the minister said." and "CONTENT, said the minister."."""
    if not hit.form.cue.takes & {"clause", "quote", "that", "direct"}:
        return None
    if _after_content(reading, group) and not _is_whole_subject(reading, group, subject):
        inverted = _inverted(reading, hit, group)
        if inverted is not None:
            return inverted
    if subject is None or not _after_content(reading, subject[0]):
        return None
    return _followed(reading, hit, group, subject)


def _followed(reading: Reading, hit: CueHit, group: int, subject: Range) -> Attribution | None:
    """Reads "CONTENT, the minister said."."""
    unit, grammar, takes = reading.unit, reading.grammar, hit.form.cue.takes
    content = left_content(reading, subject[0])
    inserted = _inserted(reading, hit, content)
    if inserted is not None:
        return Attribution(
            inserted, (group, hit.last), subject, _by_kind(reading, inserted, "Q111", "Q212"), 0.8
        )
    if content is None or not _may_trail(reading, content, takes):
        return None
    if (
        reading.kind(hit.last) == ","
        and reading.kind(hit.last + 1) == "Q"
        and reading.kind(subject[0] - 1) != "Q"
    ):
        return None
    tail = skip_addressee(unit, hit.last, grammar) if "addressee" in takes else hit.last
    closed = (
        reading.kind(subject[0] - 1) == "Q" and reading.low(hit.last) not in grammar.context.complementizers
    )
    if not closed and not tail_is_adjunct(unit, _past_participle(reading, tail), grammar):
        return None
    return Attribution(content, (group, hit.last), subject, _by_kind(reading, content, "Q111", "Q212"), 0.9)


def _is_whole_subject(reading: Reading, group: int, subject: Range | None) -> bool:
    """Whether all that stands before the cue is its subject: "The navy minister, Ana Ruiz, announced"."""
    if subject is None or reading.kind(group - 1) == "Q":
        return False
    start = clause_start(reading, group)
    return subject[0] <= start + 1 and group - start <= _LONGEST_SUBJECT and subject[1] - subject[0] <= 12


_LONGEST_SUBJECT = 22


def _past_participle(reading: Reading, index: int) -> int:
    """Past a participle that belongs to the addressee: "he told a meeting broadcast live"."""
    hit = next((hit for hit in reading.unit.hits if hit.first == index), None)
    return hit.last if hit is not None and "participle" in hit.form.roles else index


def _inserted(reading: Reading, hit: CueHit, left: Range | None) -> Range | None:
    """Reads "The convoy, she said, had turned back": the longer piece, unless what follows is a clause of its own."""
    if "inserted" not in hit.form.cue.takes or reading.kind(hit.last) != ",":
        return None
    start, context = hit.last + 1, reading.grammar.context
    if reading.low(start) in context.coordinators | context.contrast | reading.grammar.words.relatives:
        return None
    if reading.kind(start) not in {"w", "W", "n"} or reading.low(start).endswith(
        tuple(context.gerund_endings)
    ):
        return None
    right = content_end(reading, start)
    if right is None or (left is not None and left[1] - left[0] >= right[1] - right[0]):
        return None
    if left is not None and any(left[0] <= index < left[1] for index in reading.unit.quotations):
        return None
    return right


def _inverted(reading: Reading, hit: CueHit, group: int) -> Attribution | None:
    """Reads "CONTENT, said the minister." and, where subjects drop, "CONTENT, dijo."."""
    unit, grammar = reading.unit, reading.grammar
    if (
        "addressee" in hit.form.cue.takes
        and not grammar.context.addressers
        and hit.form.cue.cue_class == "say"
    ):
        return None
    content = left_content(reading, group)
    if content is None or not _may_trail(reading, content, hit.form.cue.takes):
        return None
    if reading.low(hit.last) in grammar.context.complementizers:
        return None
    speaker = phrase_after(unit, skip_adjuncts(unit, hit.last, grammar), grammar)
    if (
        speaker is not None
        and _may_speak(reading, speaker, content)
        and _ends_attribution(reading, speaker[1])
    ):
        return Attribution(
            content, (group, hit.last), speaker, _by_kind(reading, content, "Q110", "Q210"), 0.9
        )
    if grammar.context.drop_subject and tail_is_adjunct(unit, hit.last, grammar):
        return Attribution(content, (group, hit.last), None, "Q211", 0.7, carried=True)
    return None


def _may_speak(reading: Reading, speaker: Range, content: Range) -> bool:
    """Whether a phrase after the cue reads as its subject: named or determined, a pronoun only after a quotation."""
    first = reading.unit.tokens[speaker[0]]
    if reading.kind(content[1] - 1) == "Q" or first.kind == "W":
        return True
    determined = first.low in reading.grammar.words.determiners
    return determined or (reading.grammar.context.drop_subject and first.low not in reading.grammar.pronouns)


def _ends_attribution(reading: Reading, index: int) -> bool:
    """Whether an inverted attribution may end here: no verb or content of its own follows."""
    tail = (
        skip_addressee(reading.unit, index, reading.grammar) if reading.grammar.context.addressers else index
    )
    low = reading.low(tail)
    return (
        tail_is_adjunct(reading.unit, tail, reading.grammar)
        or low in reading.grammar.words.relatives
        or (reading.kind(tail) == "Q")
    )


def _may_trail(reading: Reading, content: Range, takes: frozenset[str]) -> bool:
    """A quotation may be followed by any cue of speech, a plain clause by those that stand inserted."""
    if reading.kind(content[1] - 1) == "Q" or any(
        content[0] <= i < content[1] for i in reading.unit.quotations
    ):
        return True
    return "inserted" in takes and content[1] - content[0] >= _SHORTEST_CLAUSE


_SHORTEST_CLAUSE = 4
"""Words of a clause before ", he said"; below it lies an adverbial ("Last week, he said"). PolNeAR train."""


def _by_kind(reading: Reading, content: Range, quoted: str, plain: str) -> str:
    return quoted if any(content[0] <= index < content[1] for index in reading.unit.quotations) else plain


def _after_content(reading: Reading, index: int) -> bool:
    if index <= 0 or reading.kind(index - 1) not in {",", "Q", "—", "–"}:
        return False
    return index > 2 or "Q" in {reading.kind(index - 1), reading.kind(index - 2)}


def _leading(reading: Reading, hit: CueHit, group: int, subject: Range | None) -> Attribution | None:
    """Reads "The minister said that CONTENT" and "Dijo el ministro que CONTENT"."""
    unit, grammar = reading.unit, reading.grammar
    carried = False
    after = hit.last
    if subject is None:
        subject, after, carried = _subject_elsewhere(reading, hit, group)
        if subject is None and not carried:
            return None
    content = _right_content(reading, hit, after, subject)
    if content is None:
        return None
    subject = _without_relative(reading, subject)
    rule = _by_kind(reading, content, "Q120", "Q220")
    return Attribution(content, (group, hit.last), subject, rule, 0.8, carried)


def _without_relative(reading: Reading, subject: Range | None) -> Range | None:
    """Reads "X, who said": the speaker is the one before the relative pronoun."""
    if subject is None or reading.low(subject[0]) not in reading.grammar.words.relatives:
        return subject
    end = subject[0] - (reading.kind(subject[0] - 1) == ",")
    return phrase_before(reading.unit, end, reading.grammar) or subject


def _subject_elsewhere(reading: Reading, hit: CueHit, group: int) -> tuple[Range | None, int, bool]:
    """The subject of a coordinated, inverted or subjectless verb; where the content may begin; whether carried."""
    unit, grammar = reading.unit, reading.grammar
    before = reading.low(group - 1)
    if before in grammar.words.relatives:
        comma = reading.kind(group - 2) == ","
        return phrase_before(unit, group - 1 - comma, grammar), hit.last, False
    if before in grammar.context.coordinators or (reading.kind(group - 1) == "," and reading.found):
        if reading.found and reading.found[-1].speaker is not None:
            return reading.found[-1].speaker, hit.last, False
        if reading.found and reading.found[-1].carried:
            return None, hit.last, True
        return first_subject(reading, clause_start(reading, group)), hit.last, False
    after = skip_adjuncts(unit, hit.last, grammar)
    inverted = phrase_after(unit, after, grammar)
    if inverted is not None and reading.kind(inverted[1]) == ":":
        return inverted, inverted[1], False
    if not grammar.context.drop_subject:
        return None, hit.last, False
    if (
        inverted is not None
        and reading.low(skip_adjuncts(unit, inverted[1], grammar)) in grammar.context.complementizers
    ):
        return inverted, inverted[1], False
    starts = group == 0 or reading.kind(group - 1) in {",", ";", "Q", ".", ":"}
    return None, hit.last, starts


def _right_content(reading: Reading, hit: CueHit, after: int, subject: Range | None = None) -> Range | None:
    start = _content_start(reading, after, _complements(reading, hit))
    if start is None or start >= len(reading.unit.tokens):
        return None
    if "predicate" in hit.form.cue.takes and reading.kind(start) == "Q":
        return (start, start + 1)
    content = content_end(reading, start)
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
        before in context.contrast | context.stoppers
        and before not in context.coordinators
        and (before not in reading.grammar.words.relatives | context.infinitive)
    )


def _content_start(reading: Reading, after: int, takes: frozenset[str]) -> int | None:
    unit, grammar, context = reading.unit, reading.grammar, reading.grammar.context
    index = skip_addressee(unit, after, grammar) if "addressee" in takes else after
    if reading.low(index) in takes and reading.low(index) not in context.complementizers:
        content = index + (reading.low(index) not in context.infinitive)
        return content + (reading.low(content) in context.complementizers)
    spoken = skip_adjuncts(unit, index, grammar)
    low, kind = reading.low(spoken), reading.kind(spoken)
    if low in context.complementizers and takes & {"clause", "that"}:
        return spoken + 1
    if "addressee" in takes:
        later = _later_complementizer(reading, after)
        if later is not None:
            return later + 1
    if kind in {":", ","} and reading.kind(spoken + 1) == "Q" and takes & {"quote", "clause", "direct"}:
        return spoken + 1
    if kind == ":" and takes & {"quote", "clause"}:
        return spoken + 1
    if kind == "Q" and takes & {"quote", "clause", "direct", "object", "predicate"}:
        return spoken
    if low in takes:
        return spoken + (low not in context.infinitive)
    if "predicate" in takes:
        return _predicate(reading, after)
    for complement in sorted(takes):
        found = _find_preposition(reading, after, complement)
        if found is not None:
            return found
    if low in context.infinitive and "infinitive" in takes:
        return spoken
    if "infinitive" in takes and reading.unit.tokens and _is_infinitive(reading, spoken):
        return spoken
    if low in context.whether and takes & {"whether"}:
        return spoken
    if "clause" in takes and _opens_clause(reading, spoken):
        return spoken
    if "that" in takes and "object" not in takes and _is_clause(reading, spoken):
        return spoken
    if "object" in takes and _opens_object(reading, index):
        return index
    return None


def _later_complementizer(reading: Reading, after: int) -> int | None:
    """A complementizer after a long addressee: "told the paper's board in a long meeting that"."""
    for index in range(after + 1, min(after + 16, len(reading.unit.tokens))):
        if reading.low(index) in reading.grammar.context.complementizers:
            return index
        if reading.kind(index) not in {"w", "W", "n", "'s", ".", "&", "-"} or reading.low(index) in (
            reading.grammar.words.auxiliaries
        ):
            return None
    return None


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
    if preposition not in reading.grammar.words.prepositions:
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


def _opens_object(reading: Reading, index: int) -> bool:
    low, kind = reading.low(index), reading.kind(index)
    return kind in {"w", "W", "n"} and (
        low in reading.grammar.words.determiners
        or low not in reading.grammar.adjuncts | reading.grammar.boundary
    )
