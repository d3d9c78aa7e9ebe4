"""Who speaks: the phrase before or after a cue, seen through appositions and relative clauses."""

from rostra.quotes.after import phrase_after
from rostra.quotes.before import matching_comma, phrase_before
from rostra.quotes.grammar import Grammar, Range
from rostra.quotes.units import Token, Unit
from rostra.rules.wordsets import either

__all__ = ["Grammar", "Range", "phrase_after", "phrase_before", "subject_before", "verb_group_start"]


def verb_group_start(unit: Unit, first: int, grammar: Grammar) -> int:
    """Index where the auxiliaries, adverbs and clitics before a verb begin."""
    helpers = either(grammar.words.auxiliaries, grammar.context.perfect_auxiliaries, grammar.context.clitics)
    index = first
    while index > 0:
        token = unit.tokens[index - 1]
        if (token.kind in "wW" and (token.low in helpers or grammar.is_adverb(token))) or (
            token.low in {"'", "’"} and index > 1
        ):
            index -= 1
        elif token.low in {"t", "ve", "d", "s", "ll"} and index > 1 and unit.tokens[index - 2].kind in "'’":
            index -= 2
        else:
            break
    return index


def subject_before(unit: Unit, end: int, grammar: Grammar) -> Range | None:
    """The noun phrase that ends at a token, seen through an apposition or relative clause between commas."""
    end = _without_adjunct(unit, end, grammar)
    if end <= 0:
        return None
    if unit.tokens[end - 1].kind not in {",", "—", "–", ")"}:
        return phrase_before(unit, end, grammar)
    opening = matching_comma(unit, end - 1)
    if opening is None or opening == 0:
        return None
    return _through_apposition(unit, opening, end - 1, grammar)


def _through_apposition(unit: Unit, opening: int, closing: int, grammar: Grammar) -> Range | None:
    inner = unit.tokens[opening + 1 : closing]
    if not inner:
        return None
    head = phrase_before(unit, opening, grammar) or _aged(unit, opening, grammar)
    if head is None:
        return None
    first = inner[0]
    cited = next(
        (hit for hit in unit.hits if hit.first == opening + 1 and hit.form.cue.cue_class == "cite"), None
    )
    if cited is not None:
        return phrase_after(unit, cited.last, grammar)
    named = all(token.kind in {"W", "."} or token.low in grammar.context.name_particles for token in inner)
    opening_word = unit.tokens[head[0]]
    if (
        named
        and len(inner) > 1
        and (opening_word.kind == "w" or opening_word.low in grammar.words.determiners)
    ):
        return _served(unit, head, grammar) or (head[0], closing)
    relative = first.low in grammar.words.relatives
    nominal = (
        first.kind in {"n", "W"} or first.low in grammar.words.determiners or not _verbal(inner, grammar)
    )
    fronted = bool(head[0]) and _is_fronting(unit.tokens[head[0] - 1], grammar)
    if fronted or not (relative or nominal):
        return None
    return _named_before_comma(unit, head, grammar) or head


def _is_fronting(token: Token, grammar: Grammar) -> bool:
    """Whether a word opens an adverbial and can open no clause ("in", but not "after")."""
    return token.kind == "w" and token.low in grammar.adjuncts and token.low not in grammar.clausal


def _aged(unit: Unit, end: int, grammar: Grammar) -> Range | None:
    """The name before an age: "Ana Ruiz, 31, a nurse, said"."""
    if end < 3 or unit.tokens[end - 1].kind != "n" or unit.tokens[end - 2].kind != ",":
        return None
    return phrase_before(unit, end - 2, grammar)


def _served(unit: Unit, head: Range, grammar: Grammar) -> Range | None:
    """Who is named before a role under somebody else: "Ana Ruiz, spokeswoman of the president, Ivo Tarn, said"."""
    linked = any(token.low in grammar.words.prepositions for token in unit.tokens[head[0] : head[1]])
    name = _named_before_comma(unit, head, grammar) if linked else None
    if name is None or (name[0] and _is_fronting(unit.tokens[name[0] - 1], grammar)):
        return None
    return name


def _named_before_comma(unit: Unit, head: Range, grammar: Grammar) -> Range | None:
    """The name in front of two appositions: "Ana Ruiz, head of the board, asked in May, said"."""
    if head[0] < 2 or unit.tokens[head[0] - 1].kind != "," or unit.tokens[head[0]].kind != "w":
        return None
    name = phrase_before(unit, head[0] - 1, grammar)
    if name is None or name[1] - name[0] < 2:
        return None
    inside = unit.tokens[name[0] : name[1]]
    pure = all(token.kind in {"W", "."} or token.low in grammar.context.name_particles for token in inside)
    return name if pure else None


def _verbal(tokens: list[Token], grammar: Grammar) -> bool:
    return any(
        token.low in grammar.words.auxiliaries or token.low in grammar.pronouns - grammar.words.determiners
        for token in tokens
    )


def _without_adjunct(unit: Unit, end: int, grammar: Grammar) -> int:
    """Drops "on Tuesday", "late Monday", "el jueves" at the end of a phrase."""
    index = end
    while index > 0 and unit.tokens[index - 1].low in grammar.context.times:
        index -= 1
    while 0 < index < end and unit.tokens[index - 1].low in either(
        grammar.adjuncts, grammar.words.determiners
    ):
        index -= 1
    return index
