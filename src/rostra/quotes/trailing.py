"""Attributions that follow their content: "CONTENT, the minister said" and "CONTENT, said the minister"."""

from collections.abc import Iterator

from rostra.quotes.adjuncts import skip_addressee, skip_adjuncts, skip_to_subject, tail_is_adjunct
from rostra.quotes.attribution import Attribution
from rostra.quotes.contents import content_end, left_content
from rostra.quotes.phrases import Range, phrase_after
from rostra.quotes.reading import Reading, by_kind, clause_start, is_fronted
from rostra.quotes.relayed import ATTITUDES, over_attitudes, relayed_by_subject
from rostra.quotes.units import CueHit
from rostra.rules.wordsets import either


def read_trailing(reading: Reading, hit: CueHit, group: int, subject: Range | None) -> Attribution | None:
    """Reads "CONTENT, the minister said." and "CONTENT, said the minister."."""
    if not hit.form.cue.takes & {"clause", "quote", "that", "direct"}:
        return None
    amid = _amid(reading, hit, group)
    if amid is not None:
        return amid
    if _after_content(reading, group) and not _is_whole_subject(reading, group, subject):
        inverted = _inverted(reading, hit, group)
        if inverted is not None:
            return inverted
    return _after_subject(reading, hit, group, subject) if subject is not None else None


def _after_subject(reading: Reading, hit: CueHit, group: int, subject: Range) -> Attribution | None:
    """Reads "As the minister said, CONTENT" and "CONTENT, the minister said."; "“QUOTE” who said" tells of another."""
    if reading.low(subject[0]) in reading.grammar.context.person_relatives:
        return None
    if reading.low(subject[0] - 1) in reading.grammar.context.manner and reading.kind(hit.last) == ",":
        fronted = _fronted(reading, hit, group, subject)
        if fronted is not None:
            return fronted
    short = subject[0] == 2 and reading.kind(1) == reading.kind(hit.last) == ","  # "Tarn, Breen said, ..."
    if not short and not _after_content(reading, subject[0]):
        return None
    return _followed(reading, hit, group, subject)


def _fronted(reading: Reading, hit: CueHit, group: int, subject: Range) -> Attribution | None:
    """Reads "As the minister said, CONTENT", where nothing stands before it."""
    before = subject[0] - 2
    if "inserted" not in hit.form.cue.takes:
        return None  # "As the race began, Tarn was ill" tells when
    closed = either(reading.grammar.words.determiners, reading.grammar.pronouns)
    if reading.low(subject[0]) not in closed and not _can_speak(reading, subject):
        return None
    if before >= 0 and reading.kind(before) not in {";", "—", "–"}:
        return None
    content = content_end(reading, hit.last + 1)
    if content is None:
        return None
    return Attribution(content, (group, hit.last), subject, by_kind(reading, content, "Q111", "Q212"))


def _followed(reading: Reading, hit: CueHit, group: int, subject: Range) -> Attribution | None:
    """Reads "CONTENT, the minister said."."""
    unit, grammar, takes = reading.unit, reading.grammar, hit.form.cue.takes
    manner = reading.low(subject[0] - 1) in grammar.context.manner
    content = over_attitudes(reading, subject[0]) or left_content(reading, subject[0] - manner)
    inserted = _inserted(reading, hit, content)
    if inserted is not None:
        return Attribution(inserted, (group, hit.last), subject, by_kind(reading, inserted, "Q111", "Q212"))
    content = content or (relayed_by_subject(reading, subject) if reading.kind(hit.last) != ":" else None)
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
    if not (closed or _is_told(reading, content, tail)) and not tail_is_adjunct(
        unit, _past_participle(reading, tail), grammar
    ):
        return None
    return Attribution(content, (group, hit.last), subject, by_kind(reading, content, "Q111", "Q212"))


def _is_told(reading: Reading, content: Range, tail: int) -> bool:
    """Whether a clause was told before the cue, so that a far "that" is relative: "X, he said in a land that"."""
    grammar = reading.grammar
    if content[1] - content[0] <= _LONGEST_FRONT or is_fronted(reading, content[0]):
        return False
    start = skip_adjuncts(reading.unit, tail, grammar)
    before = reading.low(start - 1)
    return (
        start > tail + 2
        and reading.low(start) in grammar.context.complementizers
        and before not in grammar.context.times | grammar.context.venues
        and reading.kind(start - 1) == "w"
    )


def resumed(reading: Reading, hit: CueHit, before: Attribution) -> Iterator[Attribution]:
    """Reads "The convoy that left, she said, had turned back": the rest of a clause that its attribution broke."""
    start = hit.last + 1
    if before.rule not in {"Q212", "Q210"} or before.content[1] > hit.first or reading.kind(hit.last) != ",":
        return
    if reading.low(start) not in reading.grammar.words.auxiliaries:
        return
    rest = content_end(reading, start)
    if rest is not None:
        yield before._replace(content=rest)


def _is_whole_subject(reading: Reading, group: int, subject: Range | None) -> bool:
    """Whether all that stands before the cue is its subject: "The navy minister, Ana Ruiz, announced"."""
    if subject is None or reading.kind(group - 1) == "Q":
        return False
    start = clause_start(reading, group)
    if any(hit.form.cue.cue_class == "cite" and start < hit.first < group for hit in reading.unit.hits):
        return group - start <= _LONGEST_SUBJECT
    if (
        reading.kind(subject[0] - 1) == reading.kind(group - 1) == ","
        and subject[0] - start <= _LONGEST_FRONT + 1
        and is_fronted(reading, start)
    ):
        start = subject[0]  # "In an interview, Ana Ruiz, a nurse, said"
    return subject[0] <= start + 1 and group - start <= _LONGEST_SUBJECT and subject[1] - subject[0] <= 12


_LONGEST_SUBJECT = 22


def _past_participle(reading: Reading, index: int) -> int:
    """Past a participle that belongs to the addressee: "he told a meeting broadcast live"."""
    hit = next((hit for hit in reading.unit.hits if hit.first == index), None)
    return hit.last if hit is not None and "participle" in hit.form.roles else index


def _inserted(reading: Reading, hit: CueHit, left: Range | None) -> Range | None:
    """Reads "The convoy, she said, had turned back": the longer piece, unless what follows is a clause of its own."""
    takes, context = hit.form.cue.takes, reading.grammar.context
    end = skip_addressee(reading.unit, hit.last, reading.grammar) if "addressee" in takes else hit.last
    if "inserted" not in takes or reading.kind(end) != ",":
        return None
    start = end + 1
    if skip_adjuncts(reading.unit, end, reading.grammar) > end:
        return None
    if reading.low(start) in context.coordinators | context.contrast | reading.grammar.words.relatives:
        return None
    if reading.kind(start) not in {"w", "W", "n"} or reading.low(start).endswith(
        tuple(context.gerund_endings)
    ):
        return None
    right = content_end(reading, start)
    if right is None or left is None:
        return right
    size = left[1] - left[0]
    hangs_on = size > _LONGEST_FRONT and reading.low(start) in reading.grammar.words.prepositions
    quoted = any(left[0] <= index < left[1] for index in reading.unit.quotations)
    return None if hangs_on or quoted or _width(reading, left) >= _width(reading, right) else right


def _outweighs(reading: Reading, content: Range, fronted: Range) -> bool:
    """Whether what follows is more than what stands in front: by tokens, by width where it is quoted."""
    if by_kind(reading, content, "Q", "") == "Q":
        return _width(reading, content) > _width(reading, fronted)
    return content[1] - content[0] > fronted[1] - fronted[0]


def _width(reading: Reading, part: Range) -> int:
    """Code points of a stretch of tokens; a quotation is one token and may be long."""
    return reading.unit.tokens[part[1] - 1].end - reading.unit.tokens[part[0]].start


_LONGEST_FRONT = 5
"""Tokens of an adverbial before ", she said, "; a longer piece is a clause, and a preposition after it hangs on."""


def _inverted(reading: Reading, hit: CueHit, group: int) -> Attribution | None:
    """Reads "CONTENT, said the minister." and, where subjects drop, "CONTENT, dijo."."""
    unit, grammar = reading.unit, reading.grammar
    if (
        "addressee" in hit.form.cue.takes
        and not grammar.context.addressers
        and hit.form.cue.cue_class == "say"
    ):
        return None
    content = left_content(reading, group - (reading.low(group - 1) in grammar.context.manner))
    content = content or relayed_by_subject(reading, (group, hit.last))
    takes = hit.form.cue.takes
    if grammar.context.drop_subject and hit.form.cue.cue_class not in ATTITUDES and "object" not in takes:
        takes |= {"inserted"}
    if content is None or not _may_trail(reading, content, takes):
        return None
    if reading.low(hit.last) in grammar.context.complementizers:
        return None
    speaker = phrase_after(unit, skip_to_subject(unit, hit.last, grammar), grammar)
    if (
        speaker is not None
        and _may_speak(reading, speaker, content)
        and _ends_attribution(reading, speaker[1])
    ):
        return Attribution(content, (group, hit.last), speaker, by_kind(reading, content, "Q110", "Q210"))
    if grammar.context.drop_subject and tail_is_adjunct(unit, hit.last, grammar):
        return Attribution(content, (group, hit.last), None, "Q211", carried=True)
    return None


def _amid(reading: Reading, hit: CueHit, group: int) -> Attribution | None:
    """Reads "But, said the minister, CONTENT" and, where subjects drop, "Incluso, agregó, CONTENT"."""
    unit, grammar = reading.unit, reading.grammar
    front = group - 1 - clause_start(reading, group)
    if reading.kind(group - 1) != "," or not 0 < front <= _LONGEST_FRONT:
        return None
    fronted = (group - 1 - front, group - 1)
    if by_kind(reading, fronted, "Q", "") == "Q":
        return None
    speaker = None if reading.kind(hit.last) == "," else phrase_after(unit, hit.last, grammar)
    named = speaker is not None and reading.kind(speaker[1] - 1) == "W" and group == hit.first
    if not (named or grammar.context.drop_subject):
        return None
    end = speaker[1] if speaker else hit.last
    context = grammar.context
    linked = reading.low(end + 1) in context.complementizers | context.coordinators | grammar.words.relatives
    if reading.kind(end) != "," or "inserted" not in hit.form.cue.takes or linked:
        return None
    content = content_end(reading, end + 1) if skip_adjuncts(unit, end, grammar) == end else None
    if content is None or not _outweighs(reading, content, fronted):
        return None
    return Attribution(
        content, (group, hit.last), speaker, by_kind(reading, content, "Q111", "Q212"), speaker is None
    )


def _may_speak(reading: Reading, speaker: Range, content: Range) -> bool:
    """Whether a phrase after the cue reads as its subject: named or determined, a pronoun only after a quotation."""
    first = reading.unit.tokens[speaker[0]]
    if reading.kind(content[1] - 1) == "Q" or first.kind == "W":
        return True
    if first.kind == "n" or (
        first.low in reading.grammar.context.possessives and not _can_speak(reading, speaker)
    ):
        return False
    determined = first.low in reading.grammar.words.determiners
    return determined or (reading.grammar.context.drop_subject and first.low not in reading.grammar.pronouns)


def _can_speak(reading: Reading, phrase: Range) -> bool:
    """Whether a phrase names someone: "su portavoz", but not "su tristeza"."""
    return any(
        reading.kind(index) == "W" or reading.low(index) in reading.grammar.speaking
        for index in range(*phrase)
    )


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


def _after_content(reading: Reading, index: int) -> bool:
    index -= reading.low(index - 1) in reading.grammar.context.manner
    if index <= 0 or reading.kind(index - 1) not in {",", "Q", "—", "–"}:
        return False
    return index > 2 or "Q" in {reading.kind(index - 1), reading.kind(index - 2)}
