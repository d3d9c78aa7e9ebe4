"""What parts a cue from what it governs: times, venues, adverbs, the one spoken to."""

from collections.abc import Sequence

from rostra.quotes.phrases import Grammar, Range, phrase_after
from rostra.quotes.units import Token, Unit
from rostra.rules.wordsets import either


def skip_adjuncts(unit: Unit, index: int, grammar: Grammar) -> int:
    """Past times ("on Tuesday"), venues ("in a statement") and adverbs that part a cue from what it governs."""
    tokens, start = unit.tokens, index
    while index < len(tokens):
        token = tokens[index]
        if (
            token.low in grammar.context.times
            or (grammar.is_adverb(token) and token.low not in grammar.boundary)
            or (token.kind == "n" and index > start and tokens[index - 1].low in grammar.context.times)
        ):
            index += 1
        elif token.low in grammar.words.prepositions or token.low in grammar.words.determiners:
            past = _past_adjunct(unit, index, grammar)
            if past is None:
                break
            index = past
        elif token.kind == "," and start < index and _is_year(tokens, index):
            index += 2
        elif token.kind == "," and start < index and _is_time(tokens, index + 1, grammar):
            index += 2 + (index + 2 < len(tokens) and tokens[index + 2].kind == ",")
        else:
            break
    if index < len(tokens) and tokens[index].kind == "," and (index > start or grammar.context.comma_opens):
        following = index + 1
        if following < len(tokens) and tokens[following].low in grammar.context.complementizers:
            return following
    return _past_inserted(tokens, index, grammar) or index


def _past_inserted(tokens: Sequence[Token], index: int, grammar: Grammar) -> int | None:
    """Past an adverbial between commas before a complementizer: "dijo, sin embargo, que"."""
    if index + 1 >= len(tokens) or tokens[index].kind != ",":
        return None
    first = tokens[index + 1]
    if not (first.low in grammar.adjuncts or grammar.is_adverb(first)):
        return None
    for at in range(index + 2, min(index + 12, len(tokens) - 1)):
        if tokens[at].kind == ",":
            return at + 1 if tokens[at + 1].low in grammar.context.complementizers else None
    return None


def _is_year(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands inside a date: "on September 2, 2031"."""
    return comma + 1 < len(tokens) and tokens[comma - 1].kind == tokens[comma + 1].kind == "n"


def _is_time(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a time between commas stands here: "hoy, jueves, el ministro"."""
    closed = index + 1 >= len(tokens) or tokens[index + 1].kind in {",", "."}
    return index < len(tokens) and tokens[index].low in grammar.context.times and closed


def _past_time(tokens: Sequence[Token], index: int, grammar: Grammar) -> int | None:
    """End of a time with a determiner ("this Monday", "la tarde del lunes"), None for any other phrase."""
    times, end = grammar.context.times, index + 1
    if end + 1 < len(tokens) and tokens[end].kind == "w" and tokens[end + 1].low in grammar.context.distances:
        return end + 2
    while end < len(tokens) and (
        tokens[end].low in times
        or (tokens[end].kind == "n" and end > index + 1)
        or (
            tokens[end].low in grammar.words.prepositions
            and end + 1 < len(tokens)
            and end > index + 1
            and (tokens[end + 1].low in times)
        )
    ):
        end += 1
    return end if end > index + 1 else None


def _past_adjunct(unit: Unit, index: int, grammar: Grammar) -> int | None:
    """End of a prepositional adjunct of time or venue, or of any one that a complementizer follows."""
    tokens, words, context = unit.tokens, grammar.words, grammar.context
    determined = tokens[index].low not in words.prepositions
    if determined and (context.drop_subject or _past_time(tokens, index, grammar)):
        return _past_time(tokens, index, grammar)
    end = index
    anchored = False
    opens = tokens[index].low not in context.addressers
    while end < len(tokens) and end - index < 16:
        token = tokens[end]
        if token.low in context.times or token.low in context.venues:
            anchored = True
            end += 1
            continue
        if token.low in context.complementizers and end > index + 1:
            return end if opens or anchored else None
        if token.kind not in "wWn'’.$&":
            break
        if (
            anchored
            and token.low not in words.prepositions
            and tokens[end - 1].low not in either(words.prepositions, words.determiners)
        ):
            break
        if token.low in grammar.boundary or (
            token.low in grammar.pronouns and token.low not in words.determiners
        ):
            break
        end += 1
    if not anchored or determined:
        return None
    last = end
    while last > index and tokens[last - 1].low not in either(context.times, context.venues):
        last -= 1
    return last


def skip_addressee(unit: Unit, index: int, grammar: Grammar) -> int:
    """Past the one spoken to: "told reporters", "dijo a la agencia"."""
    tokens = unit.tokens
    if index >= len(tokens) or tokens[index].kind not in "wW":
        return index
    token = tokens[index]
    if token.low in grammar.context.addressers:
        index += 1
    elif (
        token.low in grammar.words.prepositions or token.low in grammar.boundary or grammar.context.addressers
    ):
        return index
    phrase = _addressee(unit, index, grammar)
    return phrase[1] if phrase else index


def skip_to_subject(unit: Unit, index: int, grammar: Grammar) -> int:
    """Past adverbials and a marked addressee to an inverted subject: "informaron hoy a EFE fuentes de la armada"."""
    index = skip_adjuncts(unit, index, grammar)
    if index < len(unit.tokens) and unit.tokens[index].low in grammar.context.addressers:
        return skip_adjuncts(unit, skip_addressee(unit, index, grammar), grammar)
    return index


def _addressee(unit: Unit, index: int, grammar: Grammar) -> Range | None:
    tokens = unit.tokens
    if index < len(tokens) and tokens[index].kind == "W":
        end = index
        while end < len(tokens) and tokens[end].kind in {"W", "&", "'s", "’s", "."}:
            end += 1
        plain = all(token.kind == "W" for token in tokens[index:end])
        agency = grammar.context.drop_subject and plain and end - index > 2
        return (index, index + 1) if agency else (index, end)
    return phrase_after(unit, index, grammar)


def tail_is_adjunct(unit: Unit, index: int, grammar: Grammar) -> bool:
    """Whether nothing that could be a content follows: the end, a mark, or an adverbial up to one."""
    tokens = unit.tokens
    index = skip_adjuncts(unit, index, grammar)
    if index >= len(tokens):
        return True
    token = tokens[index]
    if token.low in grammar.context.complementizers:
        return False
    if token.kind not in WORD_KINDS:
        return token.kind != ":"
    return (
        token.low in grammar.words.prepositions
        or token.low in grammar.context.coordinators
        or token.low in grammar.context.clause_breaks
    ) and token.low not in grammar.words.determiners - grammar.words.prepositions


WORD_KINDS = frozenset("wWnQ")
