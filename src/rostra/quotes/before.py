"""The noun phrase that ends before a token, found from right to left."""

from rostra.quotes.grammar import JOINTS, LONGEST_PHRASE, WORDS, Grammar, Range, closed, has_word, is_name
from rostra.quotes.units import Unit


def matching_comma(unit: Unit, closing: int) -> int | None:
    """Index of the comma, dash or bracket that opens what the one at `closing` closes; None without one near."""
    mark = {")": "("}.get(unit.tokens[closing].kind, unit.tokens[closing].kind)
    for index in range(closing - 1, max(-1, closing - LONGEST_PHRASE), -1):
        kind = unit.tokens[index].kind
        if kind == mark:
            return index
        if kind == "Q" and unit.pauses(index):
            return index if mark == "," and _is_named(unit, index) else None
        if kind in {";", ":"}:
            return None
    return None


def _is_named(unit: Unit, index: int) -> bool:
    """Whether a quotation names a thing and holds its comma: "the host of the show “Low Tide,” who left, said"."""
    return index > 0 and unit.tokens[index - 1].kind in WORDS and is_name(unit, index)


def phrase_before(unit: Unit, end: int, grammar: Grammar) -> Range | None:
    """The noun phrase that ends just before token `end`."""
    start = index = end
    lowest = max(0, end - LONGEST_PHRASE)
    while index > lowest:
        token = unit.tokens[index - 1]
        if token.kind in JOINTS:
            index -= 1
        elif token.kind == ")":
            opening = matching_comma(unit, index - 1)
            if opening is None:
                break
            index = opening
        elif token.kind == "Q" and is_name(unit, index - 1) and not unit.pauses(index - 1):
            index -= 1
            start = index
        elif token.kind in WORDS:
            step = _step_back(unit, index - 1, start, end, grammar)
            if step is None:
                start = _before_relative(unit, index - 1, start, grammar)
                break
            index, start, more = step
            if not more:
                break
        else:
            break
    start = _trimmed_start(unit, start, end, grammar)
    return (start, end) if start < end and has_word(unit, start, end) else None


def _before_relative(unit: Unit, at: int, start: int, grammar: Grammar) -> int:
    """Start of a phrase whose relative clause was just passed: "an official who spoke anonymously said"."""
    if unit.tokens[at].low not in grammar.context.person_relatives or at == 0 or start <= at:
        return start
    head = phrase_before(unit, at, grammar)
    return head[0] if head else start


def _step_back(unit: Unit, at: int, start: int, end: int, grammar: Grammar) -> tuple[int, int, bool] | None:
    """One word to the left: new index, new start, and whether the phrase may go on. None at a boundary."""
    low, context = unit.tokens[at].low, grammar.context
    if at == end - 1 and low in grammar.pronouns:
        return at, at, False
    if low in context.complementizers:
        return None
    determiner = low in grammar.words.determiners and low not in context.noun_links
    if low in context.possessives or determiner or (low in context.quantifiers and at < start == at + 1):
        return at, at, _goes_on_before(unit, at, grammar)
    if low in context.coordinators:
        return (at, start, True) if start < end and _joins(unit, at, start, grammar) else None
    if low in context.noun_links:
        return (at, start, True) if start < end and start <= at + 1 and _links(unit, at, grammar) else None
    return None if closed(unit.tokens[at], grammar) else (at, at, True)


def _goes_on_before(unit: Unit, at: int, grammar: Grammar) -> bool:
    """Whether a phrase goes on to the left of its determiner: by a link, a coordinator, another determiner."""
    context = grammar.context
    before = unit.tokens[at - 1].low if at else ""
    if at > 1 and (
        before in context.coordinators or (before in context.noun_links and unit.tokens[at - 2].kind in WORDS)
    ):
        return True
    return unit.tokens[at].low not in context.possessives and before in grammar.words.determiners


def _links(unit: Unit, at: int, grammar: Grammar) -> bool:
    """Whether a preposition stands between two nouns."""
    if at == 0:
        return False
    before = unit.tokens[at - 1]
    return before.kind in "Wn)Q" or (before.kind == "w" and not closed(before, grammar))


def _joins(unit: Unit, at: int, start: int, grammar: Grammar) -> bool:
    """Whether a coordinator stands between two names or two phrases with determiners."""
    if at == 0 or start != at + 1:
        return False
    left, right = unit.tokens[at - 1], unit.tokens[start]
    if left.kind == right.kind == "w" and right.low not in grammar.words.determiners:
        before = unit.tokens[at - 2] if at > 1 else None
        return before is None or before.kind in {",", "Q", "W"} or before.low in grammar.words.determiners
    named = left.kind == "W" or (left.kind == "n" and _is_numbered(unit, at - 1))
    return named and (right.kind == "W" or right.low in grammar.words.determiners)


def _is_numbered(unit: Unit, number: int) -> bool:
    """Whether a number closes a name: "Unit 8", "Brigade N° 8"."""
    before = number - 1
    while before > 0 and unit.tokens[before].kind in JOINTS:
        before -= 1
    return before >= 0 and unit.tokens[before].kind == "W"


def _trimmed_start(unit: Unit, start: int, end: int, grammar: Grammar) -> int:
    start = max(start, min(unit.dateline, end - 1))
    while start < end - 1:
        token = unit.tokens[start]
        if (
            token.low in grammar.context.times
            or token.low in grammar.context.coordinators
            or (token.kind not in WORDS and token.kind != "Q")
            or (grammar.is_adverb(token))
        ):
            start += 1
        else:
            break
    return start
