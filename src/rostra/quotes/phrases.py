"""Noun phrases around a cue, found from closed word classes alone: who speaks, who is spoken to."""

from dataclasses import dataclass

from rostra.quotes.units import Token, Unit
from rostra.rules import LanguagePack
from rostra.rules.cues import CueContext
from rostra.rules.words import Words

_LONGEST_PHRASE = 40
_JOINTS = frozenset({".", "&", "'s", "’s", "'", "’", "/", "*", "$", "@", "%"})
_WORDS = frozenset({"w", "W", "n"})

Range = tuple[int, int]
"""Token indices, end exclusive."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes that bound a phrase, put together once a language."""

    words: Words
    context: CueContext
    nouns: frozenset[str]
    """Forms of cue nouns: a verb that looks like one needs more evidence."""
    boundary: frozenset[str]
    """Words that no noun phrase of a speaker holds."""
    pronouns: frozenset[str]
    adjuncts: frozenset[str]
    """Words that open an adverbial: prepositions and times."""

    @classmethod
    def of(cls, pack: LanguagePack) -> "Grammar":
        """The grammar of a language pack."""
        words, context = pack.words, pack.cues.context
        boundary = (
            words.relatives
            | words.auxiliaries
            | context.stoppers
            | context.passive_auxiliaries
            | context.perfect_auxiliaries
        ) - context.noun_links
        return cls(
            words,
            context,
            pack.cues.noun_forms,
            boundary,
            words.pronouns | context.person_pronouns,
            words.prepositions | context.times,
        )

    def is_adverb(self, token: Token) -> bool:
        """Whether the word is an adverb of the verb group."""
        low = token.low
        return low in self.context.adverbs or (
            token.kind == "w"
            and len(low) > 4
            and any(low.endswith(ending) for ending in self.context.adverb_endings)
        )


def verb_group_start(unit: Unit, first: int, grammar: Grammar) -> int:
    """Index where the auxiliaries, adverbs and clitics before a verb begin."""
    helpers = grammar.words.auxiliaries | grammar.context.perfect_auxiliaries | grammar.context.clitics
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
    opening = _matching_comma(unit, end - 1)
    if opening is None or opening == 0:
        return None
    return _through_apposition(unit, opening, end - 1, grammar)


def _matching_comma(unit: Unit, closing: int) -> int | None:
    mark = {")": "("}.get(unit.tokens[closing].kind, unit.tokens[closing].kind)
    for index in range(closing - 1, max(-1, closing - _LONGEST_PHRASE), -1):
        kind = unit.tokens[index].kind
        if kind == mark:
            return index
        if kind in {";", ":", "Q"}:
            return None
    return None


def _through_apposition(unit: Unit, opening: int, closing: int, grammar: Grammar) -> Range | None:
    inner = unit.tokens[opening + 1 : closing]
    if not inner:
        return None
    head = phrase_before(unit, opening, grammar)
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
        return (head[0], closing)
    relative = first.low in grammar.words.relatives
    nominal = (
        first.kind in {"n", "W"} or first.low in grammar.words.determiners or not _verbal(inner, grammar)
    )
    fronted = (
        unit.tokens[head[0] - 1].kind == "w" and unit.tokens[head[0] - 1].low in grammar.adjuncts
        if head[0]
        else False
    )
    if fronted or not (relative or nominal):
        return None
    return _named_before_comma(unit, head, grammar) or head


def _named_before_comma(unit: Unit, head: Range, grammar: Grammar) -> Range | None:
    """The name in front of two appositions: "Ana Ruiz, head of the board, asked in May, said"."""
    if head[0] < 2 or unit.tokens[head[0] - 1].kind != "," or unit.tokens[head[0]].kind != "w":
        return None
    name = phrase_before(unit, head[0] - 1, grammar)
    return name if name is not None and unit.tokens[name[0]].kind == "W" and name[1] - name[0] > 1 else None


def _verbal(tokens: list[Token], grammar: Grammar) -> bool:
    return any(token.low in grammar.words.auxiliaries or token.low in grammar.pronouns for token in tokens)


def _without_adjunct(unit: Unit, end: int, grammar: Grammar) -> int:
    """Drops "on Tuesday", "late Monday", "el jueves" at the end of a phrase."""
    index = end
    while index > 0 and unit.tokens[index - 1].low in grammar.context.times:
        index -= 1
    while 0 < index < end and unit.tokens[index - 1].low in grammar.adjuncts | grammar.words.determiners:
        index -= 1
    return index


def phrase_before(unit: Unit, end: int, grammar: Grammar) -> Range | None:
    """The noun phrase that ends just before token `end`."""
    start = index = end
    lowest = max(0, end - _LONGEST_PHRASE)
    while index > lowest:
        token = unit.tokens[index - 1]
        if token.kind in _JOINTS or token.kind in {"'s"}:
            index -= 1
        elif token.kind == ")":
            opening = _matching_comma(unit, index - 1)
            if opening is None:
                break
            index = opening
        elif token.kind == "Q" and _is_name(unit, index - 1):
            index -= 1
            start = index
        elif token.kind in _WORDS:
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
    return (start, end) if start < end and _has_word(unit, start, end) else None


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
    if low in context.possessives or (low in grammar.words.determiners and low not in context.noun_links):
        linked = (
            at > 1 and unit.tokens[at - 1].low in context.noun_links and unit.tokens[at - 2].kind in _WORDS
        )
        joined = at > 1 and unit.tokens[at - 1].low in context.coordinators
        return (
            at,
            at,
            linked
            or joined
            or (
                low not in context.possessives
                and at > 0
                and (unit.tokens[at - 1].low in grammar.words.determiners)
            ),
        )
    if low in context.coordinators:
        return (at, start, True) if start < end and _joins(unit, at, start, grammar) else None
    if low in context.noun_links:
        before = unit.tokens[at - 1] if at else None
        linked = before is not None and (
            before.kind in "Wn)Q" or (before.kind == "w" and not _closed(before, grammar))
        )
        return (at, start, True) if linked and start < end and start <= at + 1 else None
    if low in grammar.boundary or low in grammar.words.prepositions or low in grammar.pronouns:
        return None
    return at, at, True


def _closed(token: Token, grammar: Grammar) -> bool:
    return (
        token.low in grammar.boundary
        or token.low in grammar.words.prepositions
        or token.low in grammar.pronouns
    )


def _joins(unit: Unit, at: int, start: int, grammar: Grammar) -> bool:
    """Whether a coordinator stands between two names or two phrases with determiners."""
    if at == 0 or start != at + 1:
        return False
    left, right = unit.tokens[at - 1], unit.tokens[start]
    if left.kind == right.kind == "w" and right.low not in grammar.words.determiners:
        before = unit.tokens[at - 2] if at > 1 else None
        return before is None or before.kind in {",", "Q", "W"} or before.low in grammar.words.determiners
    return left.kind == "W" and (right.kind == "W" or right.low in grammar.words.determiners)


def _is_name(unit: Unit, index: int) -> bool:
    pair = unit.quotations.get(index)
    return pair is not None and pair.inner_end - pair.inner_start <= 25


def _has_word(unit: Unit, start: int, end: int) -> bool:
    return any(token.kind in "wWQ" for token in unit.tokens[start:end])


def _trimmed_start(unit: Unit, start: int, end: int, grammar: Grammar) -> int:
    start = max(start, min(unit.dateline, end - 1))
    while start < end - 1:
        token = unit.tokens[start]
        if (
            token.low in grammar.context.times
            or token.low in grammar.context.coordinators
            or (token.kind not in _WORDS and token.kind != "Q")
            or (grammar.is_adverb(token))
        ):
            start += 1
        else:
            break
    return start


def phrase_after(unit: Unit, start: int, grammar: Grammar, *, links: bool = True) -> Range | None:
    """The noun phrase that begins at token `start`; `links` lets "of", "for", "de" carry it on."""
    tokens, index = unit.tokens, start
    stop = min(len(tokens), start + _LONGEST_PHRASE)
    if index < stop and tokens[index].low in grammar.pronouns and not _quantifies(unit, index, grammar):
        return (index, index + 1)
    while index < stop:
        token = tokens[index]
        if token.kind in _WORDS:
            if not _goes_on(unit, index, start, grammar, links=links):
                break
        elif token.kind == "(":
            closing = next((i for i in range(index, stop) if tokens[i].kind == ")"), None)
            if closing is None or closing - index > 6:
                break
            index = closing
        elif not (token.kind in _JOINTS and index > start and index + 1 < len(tokens)) and not (
            token.kind == "Q" and _is_name(unit, index)
        ):
            break
        index += 1
    index = _trimmed_end(unit, start, index)
    index = _with_name(unit, start, index, grammar)
    return (start, index) if index > start and _has_word(unit, start, index) else None


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
            or (following.kind == "w" and not _closed(following, grammar))
            or following.low in grammar.context.carriers
        )
    )


def _goes_on(unit: Unit, index: int, start: int, grammar: Grammar, *, links: bool) -> bool:
    token, context = unit.tokens[index], grammar.context
    low = token.low
    following = unit.tokens[index + 1] if index + 1 < len(unit.tokens) else None
    if low in context.coordinators:
        before = unit.tokens[index - 1]
        return index > start and following is not None and before.kind == "W" and following.kind == "W"
    if low in context.name_particles and index > start:
        return links and following is not None
    if token.kind == "W":
        return low not in context.times or index == start
    if index == start and low in context.quantifiers:
        return True
    if low in grammar.words.determiners:
        before = unit.tokens[index - 1].low if index > start else ""
        return index == start or before in context.noun_links or before in grammar.words.determiners
    if low in context.noun_links:
        return links and index > start and low in context.carriers
    if any(hit.first == index and hit.form.cue.part == "verb" for hit in unit.hits):
        return False
    return not (
        low in grammar.boundary
        or low in grammar.words.prepositions
        or low in context.times
        or grammar.is_adverb(token)
    )


def _trimmed_end(unit: Unit, start: int, end: int) -> int:
    while end > start and unit.tokens[end - 1].kind not in "wWnQ)" and unit.tokens[end - 1].kind != "'s":
        end -= 1
    return end


def _with_name(unit: Unit, start: int, end: int, grammar: Grammar) -> int:
    """Takes in the name after an office: "the navy secretary, Ana Ruiz"."""
    tokens = unit.tokens
    if not (start < end < len(tokens) - 2 and tokens[end].kind == "," and tokens[start].kind != "W"):
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
