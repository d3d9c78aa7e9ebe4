"""One unit while it is read: its tokens, the language, and what was found so far."""

from dataclasses import dataclass, field

from rostra.quotes.attribution import Attribution
from rostra.quotes.phrases import Grammar, Range, phrase_after, phrase_before
from rostra.quotes.units import Unit
from rostra.rules.wordsets import either


@dataclass(slots=True)
class Reading:
    """One unit being read: what was found so far steers what comes next."""

    unit: Unit
    grammar: Grammar
    found: list[Attribution]
    borders: dict[int, int | None] = field(default_factory=dict)
    """Where the clause of a cue (by its first token) parts from what stands before it; each is found once."""

    def low(self, index: int) -> str:
        """The casefolded word at an index, empty outside the unit."""
        return self.unit.tokens[index].low if 0 <= index < len(self.unit.tokens) else ""

    def kind(self, index: int) -> str:
        """The kind of token at an index, "." outside the unit."""
        return self.unit.tokens[index].kind if 0 <= index < len(self.unit.tokens) else "."


def clause_start(reading: Reading, before: int) -> int:
    """Where the clause that holds a token begins: after the last attribution, semicolon, or at the unit's start."""
    start = 0
    for attribution in reading.found:
        for part in (attribution.content, attribution.cue, attribution.speaker):
            if part is not None and part[1] <= before:
                start = max(start, part[1])
    for index in range(before - 1, start - 1, -1):
        if reading.kind(index) == ";":
            return index + 1
    while start < before and reading.kind(start) in {",", ".", ";", ":"}:
        start += 1
    return start


def first_subject(reading: Reading, start: int) -> Range | None:
    """The first noun phrase of a clause, past conjunctions and a fronted adverbial."""
    grammar, unit = reading.grammar, reading.unit
    index = start
    while reading.low(index) in grammar.context.coordinators or reading.kind(index) in {",", "—", "–", "-"}:
        index += 1
    if is_fronted(reading, index):
        comma = _comma_after(reading, index)
        if comma is not None:
            return _up_to_verb(reading, phrase_after(unit, comma + 1, grammar))
    while reading.low(index) in either(grammar.boundary, grammar.adjuncts, grammar.context.contrast):
        index += 1
    phrase = phrase_after(unit, index, grammar)
    if (
        phrase is not None
        and reading.low(phrase[1]) in grammar.context.clause_breaks & grammar.context.stoppers
    ):
        comma = _comma_after(reading, phrase[1])
        return phrase_after(unit, comma + 1, grammar) if comma is not None else phrase
    return _up_to_verb(reading, phrase)


def _up_to_verb(reading: Reading, phrase: Range | None) -> Range | None:
    """The phrase cut before a word in small letters that follows a name: its verb ("Valdoria closed the strait")."""
    if phrase is None:
        return None
    context, tokens = reading.grammar.context, reading.unit.tokens
    determined = tokens[phrase[0]].low in reading.grammar.words.determiners
    nominal = either(context.carriers, context.coordinators, context.name_particles)
    for index in range(phrase[0] + 1 + determined, phrase[1]):
        token = tokens[index]
        if token.kind != "w" or token.low in nominal:
            continue
        if token.low.endswith(tuple(context.past_endings)) or (
            not determined and tokens[index - 1].kind == "W"
        ):
            return (phrase[0], index)
    return phrase


def is_fronted(reading: Reading, index: int) -> bool:
    """Whether a clause begins with an adverbial: a preposition, a time, an adverb, a gerund."""
    if index >= len(reading.unit.tokens):
        return False
    grammar, token = reading.grammar, reading.unit.tokens[index]
    endings = tuple(grammar.context.gerund_endings)
    gerund = len(token.low) > 4 and token.low.endswith(endings)
    participle = (
        len(token.low) > 4
        and token.low.endswith(tuple(grammar.context.past_endings))
        and (reading.low(index + 1) in grammar.words.prepositions)
    )
    return (
        gerund
        or participle
        or grammar.is_adverb(token)
        or token.low in grammar.adjuncts - grammar.context.contrast
    )


def _comma_after(reading: Reading, index: int) -> int | None:
    """The comma that ends an adverbial: the first one before a determiner, a pronoun or a name, else the first."""
    end = min(index + 30, len(reading.unit.tokens))
    commas = [at for at in range(index, end) if reading.kind(at) == ","]
    openers = either(reading.grammar.words.determiners, reading.grammar.context.subject_pronouns)
    opening = (at for at in commas if reading.low(at + 1) in openers or reading.kind(at + 1) == "W")
    return next(opening, commas[0] if commas else None)


def by_kind(reading: Reading, content: Range, quoted: str, plain: str) -> str:
    """One rule code for contents that hold quoted words, another for those that do not."""
    return quoted if any(content[0] <= index < content[1] for index in reading.unit.quotations) else plain


def possessor(reading: Reading, first: int) -> Range | None:
    """Whose thing a noun at a token is: "her claim", "Ostravia's claim"; at most three words before it."""
    for index in range(first - 1, max(-1, first - 4), -1):
        if reading.low(index) in reading.grammar.context.possessives:
            return (index, index + 1)
        if reading.kind(index) == "'s":
            return phrase_before(reading.unit, index, reading.grammar)
        if reading.kind(index) not in "wW":
            return None
    return None
