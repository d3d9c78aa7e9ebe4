"""The noun phrase that begins at a token, found from left to right."""

from rostra.quotes.grammar import JOINTS, LONGEST_PHRASE, WORDS, Grammar, Range, closed, has_word, is_name
from rostra.quotes.units import CueHit, Unit
from rostra.rules.wordsets import either


def phrase_after(unit: Unit, start: int, grammar: Grammar, *, links: bool = True) -> Range | None:
    """The noun phrase that begins at token `start`; `links` lets "of", "for", "de" carry it on."""
    tokens, index = unit.tokens, start
    stop = min(len(tokens), start + LONGEST_PHRASE)
    if index < stop and tokens[index].low in grammar.pronouns and not _quantifies(unit, index, grammar):
        return (index, index + 1)
    while index < stop:
        token = tokens[index]
        if token.kind in WORDS:
            if not _goes_on(unit, index, start, grammar, links=links):
                break
        elif token.kind == "(":
            closing = next((i for i in range(index, stop) if tokens[i].kind == ")"), None)
            if closing is None or closing - index > 6:
                break
            index = closing
        elif not (token.kind in JOINTS and index > start and index + 1 < len(tokens)) and not (
            token.kind == "Q" and is_name(unit, index)
        ):
            break
        index += 1
    index = _trimmed_end(unit, start, index, grammar)
    index = _with_name(unit, start, index, grammar)
    return (start, index) if index > start and has_word(unit, start, index) else None


def _quantifies(unit: Unit, index: int, grammar: Grammar) -> bool:
    """Whether a word that can be a pronoun opens a longer phrase here: "one", "both", "la" before a noun."""
    low = unit.tokens[index].low
    if low in grammar.words.determiners:
        return True
    following = unit.tokens[index + 1] if index + 1 < len(unit.tokens) else None
    return (
        low in grammar.context.quantifiers
        and following is not None
        and (
            following.kind == "W"
            or (following.kind == "w" and not closed(following, grammar))
            or following.low in grammar.context.carriers
        )
    )


def _goes_on(unit: Unit, index: int, start: int, grammar: Grammar, *, links: bool) -> bool:
    """Whether the word at `index` carries on a phrase that begins at `start`."""
    token, context = unit.tokens[index], grammar.context
    has_next = index + 1 < len(unit.tokens)
    if token.low in context.coordinators:
        return (
            index > start and has_next and unit.tokens[index - 1].kind == unit.tokens[index + 1].kind == "W"
        )
    if token.low in context.name_particles and index > start:
        return links and has_next
    if token.kind == "W":
        return token.low not in context.times or index == start
    if index == start and token.low in context.quantifiers:
        return True
    return _is_nominal(unit, index, start, grammar, links=links)


def _is_nominal(unit: Unit, index: int, start: int, grammar: Grammar, *, links: bool) -> bool:
    """Whether a word in small letters is a determiner at its place, a link, or neither verb nor adverb."""
    token, context = unit.tokens[index], grammar.context
    if token.low in grammar.words.determiners:
        before = unit.tokens[index - 1].low if index > start else ""
        return index == start or before in context.noun_links or before in grammar.words.determiners
    if token.low in context.noun_links:
        return links and index > start and token.low in context.carriers
    if any(hit.first == index and _is_predicate(unit, index, hit, grammar) for hit in unit.hits):
        return False
    return token.low not in either(grammar.boundary, grammar.adjuncts) and not grammar.is_adverb(token)


def _is_predicate(unit: Unit, index: int, hit: CueHit, grammar: Grammar) -> bool:
    """Whether a cue at a token is a verb there; right after a determiner a participle is a noun ("el comunicado")."""
    if hit.form.cue.part != "verb":
        return False
    noun = (
        "participle" in hit.form.roles
        and index > 0
        and unit.tokens[index - 1].low in grammar.words.determiners
    )
    return not (noun and grammar.context.drop_subject)


def _trimmed_end(unit: Unit, start: int, end: int, grammar: Grammar) -> int:
    """The phrase without marks, links and determiners left at its end."""
    loose = either(grammar.words.determiners, grammar.context.carriers, grammar.context.coordinators)
    while end > start + 1 and (
        (unit.tokens[end - 1].kind not in WORDS | {"Q", ")", "'s"}) or unit.tokens[end - 1].low in loose
    ):
        end -= 1
    return end


def _with_name(unit: Unit, start: int, end: int, grammar: Grammar) -> int:
    """Takes in the name after an office: "the navy secretary, Ana Ruiz"."""
    tokens = unit.tokens
    if not (start < end < len(tokens) - 2 and tokens[end].kind == ","):
        return end
    if tokens[start].kind == "W" and tokens[start].low not in grammar.words.determiners:
        return end
    index = end + 1
    while index < len(tokens) and (
        tokens[index].kind in {"W", "."}
        or (index > end + 1 and tokens[index].low in grammar.context.name_particles)
    ):
        index += 1
    stops = index >= len(tokens) or tokens[index].kind in {",", ".", ";", "Q", "(", "—"}
    while index > end and tokens[index - 1].kind == ".":
        index -= 1
    return index if stops and index - end > 2 else end
