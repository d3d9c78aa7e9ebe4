"""Who acts in the clause before a token: the subject of the nearest finite verb, for words that no cue hands over."""

from rostra.quotes.phrases import Grammar, Range, phrase_before, subject_before, verb_group_start
from rostra.quotes.reading import Reading
from rostra.quotes.units import Token
from rostra.rules.wordsets import either

_FARTHEST = 60
"""Tokens looked back through; a longer clause is a list."""
_OPENING = frozenset({",", "—", "–", "-", ";", ":", "(", "Q", ".", "…", "?", "!", "["})
"""Marks after which a clause may begin."""


def acting_subject(reading: Reading, before: int, start: int = 0) -> Range | None:
    """The subject of the last clause that begins between two tokens; None where no verb shows one."""
    for at in range(before - 1, max(start, before - _FARTHEST) - 1, -1):
        if reading.kind(at) == ";":
            return None
        subject = _subject_at(reading, at)
        if subject is not None and subject[0] >= start:
            return subject
    return None


def _subject_at(reading: Reading, at: int) -> Range | None:
    """The pronoun at a token, or the subject that a verb at the token has before it."""
    token, grammar = reading.unit.tokens[at], reading.grammar
    if token.kind not in {"w", "W"}:
        return None
    if token.low in grammar.acting:
        return _pronoun(reading, at)
    if not is_finite(reading, at):
        return None
    subject = subject_before(reading.unit, verb_group_start(reading.unit, at, grammar), grammar)
    return subject if subject is not None and _stands_alone(reading, subject) else None


def _pronoun(reading: Reading, at: int) -> Range | None:
    """A subject pronoun; for "X, who" the one before it. A restrictive "who" tells whom another one speaks of."""
    grammar = reading.grammar
    if reading.low(at) in grammar.context.person_relatives:
        return phrase_before(reading.unit, at - 1, grammar) if reading.kind(at - 1) == "," else None
    if _is_reported(reading, at):
        return None
    thing = reading.low(at) not in grammar.plain_subjects
    return (at, at + 1) if not thing or _is_verb(reading, at + 1) else None


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a verb stands at a token: by its form, or because it is a cue."""
    if at >= len(reading.unit.tokens):
        return False
    cue = any(hit.first == at and hit.form.cue.part == "verb" for hit in reading.unit.hits)
    return cue or has_verb_form(reading.unit.tokens[at], reading.grammar)


def _is_reported(reading: Reading, at: int) -> bool:
    """Whether a clause that begins at a token is what another one says: after "that" or "how", or right after a cue."""
    if reading.low(at - 1) in reading.grammar.reporting:
        return True
    return any(hit.last == at and hit.form.cue.part == "verb" for hit in reading.unit.hits)


def _stands_alone(reading: Reading, subject: Range) -> bool:
    """Whether a phrase may be the subject of a clause of its own, and not an object or part of a report."""
    first, grammar = reading.unit.tokens[subject[0]], reading.grammar
    if first.kind == "n" or _is_relative(first, grammar):
        return False
    if first.kind == "w" and (has_verb_form(first, grammar) or first.low.endswith(grammar.gerund_endings)):
        return False
    bare = first.kind == "w" and first.low not in grammar.words.determiners
    if bare and reading.kind(subject[0] - 1) == ",":
        return False
    return _opens_clause(reading, subject[0]) and not _is_reported(reading, subject[0])


def _is_relative(token: Token, grammar: Grammar) -> bool:
    return token.low in grammar.words.relatives and token.low not in grammar.words.determiners


def is_finite(reading: Reading, at: int) -> bool:
    """Whether a word looks like a finite verb: by its form, or because it follows a name in small letters."""
    token, grammar = reading.unit.tokens[at], reading.grammar
    if token.kind != "w":
        return False
    return has_verb_form(token, grammar) or (_follows_name(reading, at) and not _is_closed(token, grammar))


def _follows_name(reading: Reading, at: int) -> bool:
    """Whether a word follows a name that begins its clause ("Tarn coached", but not "the GOP platform")."""
    before = at
    while before > 0 and reading.grammar.is_adverb(reading.unit.tokens[before - 1]):
        before -= 1
    if reading.kind(before - 1) != "W" or reading.low(before - 1) in reading.grammar.context.times:
        return False
    first = before - 1
    while first > 0 and reading.kind(first - 1) in {"W", ".", "&"}:
        first -= 1
    return _opens_clause(reading, first) and reading.low(first) not in reading.grammar.words.determiners


def has_verb_form(token: Token, grammar: Grammar) -> bool:
    """Whether a word is an auxiliary or has the form of a past tense."""
    low, context = token.low, grammar.context
    return token.kind == "w" and (
        low in either(grammar.words.auxiliaries, context.past_words)
        or (len(low) > 3 and low.endswith(grammar.past_endings))
    )


def _is_closed(token: Token, grammar: Grammar) -> bool:
    """Whether a word can be no verb: a small word, an adverb, a gerund, an infinitive."""
    context = grammar.context
    return (
        token.low in either(grammar.words.prepositions, context.coordinators)
        or token.low in either(grammar.words.determiners, grammar.boundary)
        or token.low in either(context.carriers, context.name_particles)
        or token.low in grammar.pronouns
        or token.low in context.times
        or grammar.is_adverb(token)
        or token.low.endswith(grammar.gerund_endings)
    )


def _opens_clause(reading: Reading, first: int) -> bool:
    """Whether a clause may begin at a token, so that the phrase there is no object of what stands before."""
    if first <= 0 or reading.kind(first - 1) in _OPENING:
        return True
    return reading.low(first - 1) in reading.grammar.clausal
