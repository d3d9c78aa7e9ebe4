"""Attributions by a reporting verb: what stands left of it and right of it decides how it is read."""

from collections.abc import Iterator

from rostra.quotes.acting import acting_subject
from rostra.quotes.adjuncts import skip_adjuncts, skip_to_subject
from rostra.quotes.attribution import Attribution
from rostra.quotes.cited import read_cited
from rostra.quotes.complements import right_content
from rostra.quotes.contents import coordinated
from rostra.quotes.phrases import Range, phrase_after, phrase_before, subject_before, verb_group_start
from rostra.quotes.reading import Reading, by_kind, clause_start, first_subject
from rostra.quotes.trailing import read_trailing, resumed
from rostra.quotes.units import CueHit
from rostra.rules.wordsets import either


def read_verb(reading: Reading, hit: CueHit) -> Iterator[Attribution]:
    """Attributions that a reporting verb makes in its unit, best reading first."""
    unit, grammar = reading.unit, reading.grammar
    group = verb_group_start(unit, hit.first, grammar)
    if hit.form.cue.cue_class == "cite":
        yield from read_cited(reading, hit, group)
        return
    if not _is_verb(reading, hit, group):
        yield from _infinitive(reading, hit, group)
        return
    if hit.form.roles <= {"gerund"} and not _is_progressive(reading, hit, group):
        yield from _gerund(reading, hit, group)
        return
    subject = subject_before(unit, group, grammar)
    trailing = read_trailing(reading, hit, group, subject)
    if trailing is not None:
        yield trailing
        yield from resumed(reading, hit, trailing)
        return
    leading = _leading(reading, hit, group, subject)
    if leading is not None:
        for content in coordinated(reading, leading.content):
            yield leading._replace(content=content)


def _is_verb(reading: Reading, hit: CueHit, group: int) -> bool:
    """Turns down nouns ("the report"), passives, infinitives and denied sayings ("did not say")."""
    grammar, before = reading.grammar, reading.low(group - 1)
    if reading.kind(hit.first) == "W" and reading.kind(hit.first - 1) == "W":
        return False
    helpers = {reading.low(index) for index in range(group, hit.first)}
    if reading.kind(group - 1) == "'s" or before in grammar.words.determiners - grammar.pronouns:
        return group < hit.first and bool(helpers & grammar.words.auxiliaries)
    if "gerund" in hit.form.roles:
        return True
    if not _is_finite(reading, hit, group, helpers):
        return False
    if hit.form.cue.cue_class in _OPINION and helpers & grammar.context.impersonal:
        return False
    negated = helpers & grammar.words.negations or "t" in helpers
    return not negated or hit.form.cue.cue_class == "deny"


_OPINION = frozenset({"judge", "urge"})
"""Classes of cues that hand nothing to a speaker where they stand without one."""


def _is_finite(reading: Reading, hit: CueHit, group: int, helpers: set[str]) -> bool:
    """Whether the form, with its auxiliaries, is an active finite verb."""
    context, roles = reading.grammar.context, hit.form.roles
    if roles <= {"infinitive"} or (roles <= {"participle"} and not helpers & context.perfect_auxiliaries):
        return False
    if "participle" in roles and helpers & context.passive_auxiliaries:
        return False
    if "base" in roles and reading.low(group - 1) in context.infinitive:
        return False
    bare = roles <= {"base"} and not helpers & reading.grammar.words.auxiliaries
    return not bare or _is_plural(reading, group - 1)


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


def _is_progressive(reading: Reading, hit: CueHit, group: int) -> bool:
    """Reads "the crew is already claiming": a gerund that has its auxiliary is finite."""
    passive = reading.grammar.context.passive_auxiliaries
    return any(reading.low(index) in passive for index in range(group, hit.first))


def _gerund(reading: Reading, hit: CueHit, group: int) -> Iterator[Attribution]:
    subject = _own_subject(reading, group) or (reading.found[-1].speaker if reading.found else None)
    if subject is None:
        begin = clause_start(reading, group)
        subject = _clause_subject(reading, begin, group) if begin < group else None
    content = right_content(reading, hit, hit.last)
    if content is not None and (subject is not None or reading.found):
        yield Attribution(content, (group, hit.last), subject, "Q150")


def _infinitive(reading: Reading, hit: CueHit, group: int) -> Iterator[Attribution]:
    """Reads "Tarn went so far as to say that CONTENT", with quoted words, outside of what another one says."""
    grammar = reading.grammar
    marked = "base" in hit.form.roles and reading.low(group - 1) in grammar.context.infinitive
    if not marked or not grammar.context.bare_clauses:
        return
    before = {reading.low(index) for index in range(max(0, group - 5), group)}
    inside = any(a.content[0] <= group < a.content[1] for a in reading.found)
    if inside or before & grammar.words.negations:
        return
    content = right_content(reading, hit, hit.last)
    if content is None or by_kind(reading, content, "Q", "") != "Q":
        return
    subject = acting_subject(reading, group - 1, clause_start(reading, group))
    if subject is not None:
        yield Attribution(content, (group, hit.last), subject, "Q150")


def _own_subject(reading: Reading, group: int) -> Range | None:
    """Reads "with the general saying", "a voice saying": the phrase right before the gerund."""
    if reading.kind(group - 1) not in {"W", "w"}:
        return None
    phrase = phrase_before(reading.unit, group, reading.grammar)
    if phrase is None or phrase[0] == 0:
        return None
    if reading.low(group - 1) in reading.grammar.context.venues:
        return _clause_subject(reading, clause_start(reading, phrase[0]), phrase[0])
    before = reading.low(phrase[0] - 1)
    joined = before in reading.grammar.context.coordinators and reading.kind(phrase[0]) == "W"
    parted = joined or reading.kind(phrase[0] - 1) in {",", "—", "–", "-", ";"}
    return phrase if parted or before in reading.grammar.words.prepositions else None


def _leading(reading: Reading, hit: CueHit, group: int, subject: Range | None) -> Attribution | None:
    """Reads "The minister said that CONTENT" and "Dijo el ministro que CONTENT"."""
    carried = False
    after = hit.last
    if subject is None:
        subject, after, carried = _subject_elsewhere(reading, hit, group)
        if subject is None and not carried:
            return None
    content = right_content(reading, hit, after, subject)
    if content is None or _is_restrictive(reading, group, content):
        return None
    if subject is not None and _is_naming(reading, hit, group, subject):
        return None
    subject = _without_relative(reading, subject)
    rule = by_kind(reading, content, "Q120", "Q220")
    return Attribution(content, (group, hit.last), subject, rule, carried)


def _is_restrictive(reading: Reading, group: int, content: Range) -> bool:
    """Reads "los datos que piden las actas" as no report: what follows may be the verb's subject as well."""
    grammar = reading.grammar
    return (
        grammar.context.drop_subject
        and reading.low(group - 1) in grammar.words.relatives - grammar.context.person_relatives
        and reading.kind(group - 2) != ","
        and reading.low(content[0] - 1) not in grammar.context.complementizers
        and all(reading.kind(index) != "Q" for index in range(*content))
    )


def _is_naming(reading: Reading, hit: CueHit, group: int, subject: Range) -> bool:
    """Reads "a film called “QUOTE”" as a name: a bare participle of calling right after a thing, right before marks."""
    grammar, last = reading.grammar, reading.unit.tokens[subject[1] - 1]
    if hit.form.cue.cue_class != "call" or "participle" not in hit.form.roles or group < hit.first:
        return False
    quoted = reading.kind(hit.last + (reading.low(hit.last) in grammar.words.determiners)) == "Q"
    thing = last.kind == "w" and last.low not in either(grammar.speaking, grammar.pronouns)
    return quoted and thing and reading.low(subject[0] - 1) not in grammar.context.whether


def _without_relative(reading: Reading, subject: Range | None) -> Range | None:
    """Reads "X, who said": the speaker is the one before the relative pronoun."""
    if subject is None or reading.low(subject[0]) not in reading.grammar.words.relatives:
        return subject
    end = subject[0] - (reading.kind(subject[0] - 1) == ",")
    return phrase_before(reading.unit, end, reading.grammar) or subject


def _subject_elsewhere(reading: Reading, hit: CueHit, group: int) -> tuple[Range | None, int, bool]:
    """The subject of a coordinated, inverted or subjectless verb; where the content may begin; whether carried."""
    grammar, before = reading.grammar, reading.low(group - 1)
    if before in grammar.words.relatives:
        if _in_prepositional_relative(reading, group - 1):
            return _coordinated_subject(reading, hit, group)
        comma = reading.kind(group - 2) == ","
        return phrase_before(reading.unit, group - 1 - comma, grammar), hit.last, False
    joined = before in grammar.context.coordinators or (
        grammar.context.drop_subject and before in grammar.context.contrast
    )
    if joined or (reading.kind(group - 1) == "," and reading.found):
        return _coordinated_subject(reading, hit, group)
    inverted = _inverted_subject(reading, hit)
    if inverted is not None:
        closing = reading.kind(inverted[1]) == "," and _is_opened(reading, inverted[1] + 1)
        return inverted, inverted[1] + closing, False
    starts = group == 0 or reading.kind(group - 1) in {",", ";", "Q", ".", ":"}
    return None, hit.last, starts and grammar.context.drop_subject


def _in_prepositional_relative(reading: Reading, at: int) -> bool:
    """Reads "un comunicado en el que señaló": the pronoun is no subject, the one who issued it speaks."""
    grammar = reading.grammar
    return (
        reading.low(at - 1) in grammar.words.determiners and reading.low(at - 2) in grammar.words.prepositions
    )


def _coordinated_subject(reading: Reading, hit: CueHit, group: int) -> tuple[Range | None, int, bool]:
    """Reads "and added": the speaker of the attribution before, else the subject of the clause."""
    last = reading.found[-1] if reading.found else None
    if last is not None and (last.speaker is not None or last.carried):
        return last.speaker, hit.last, last.speaker is None
    return _clause_subject(reading, clause_start(reading, group), group), hit.last, False


def _clause_subject(reading: Reading, start: int, end: int) -> Range | None:
    """Who acts in the clause between two tokens, else its first noun phrase."""
    return acting_subject(reading, end, start) or first_subject(reading, start)


def _inverted_subject(reading: Reading, hit: CueHit) -> Range | None:
    """Reads "Dijo el ministro que" and "said the minister:"."""
    unit, grammar = reading.unit, reading.grammar
    phrase = phrase_after(unit, skip_to_subject(unit, hit.last, grammar), grammar)
    if phrase is None or reading.kind(phrase[1]) == ":":
        return phrase
    opened = _is_opened(reading, skip_adjuncts(unit, phrase[1], grammar))
    apposed = reading.kind(phrase[1]) == "," and _is_opened(reading, phrase[1] + 1)
    inner = any(reading.kind(index) == "," for index in range(*phrase))
    return phrase if grammar.context.drop_subject and (opened or (apposed and inner)) else None


def _is_opened(reading: Reading, index: int) -> bool:
    """Whether a complementizer stands at a token."""
    return reading.low(index) in reading.grammar.context.complementizers
