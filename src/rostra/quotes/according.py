"""Attributions by a preposition ("according to", "según") and by a cue noun ("the claim that")."""

from collections.abc import Iterator

from rostra.quotes.acting import has_verb_form
from rostra.quotes.adjuncts import skip_addressee, skip_adjuncts
from rostra.quotes.attribution import Attribution
from rostra.quotes.contents import content_end, left_content
from rostra.quotes.phrases import Range, phrase_after
from rostra.quotes.reading import Reading, possessor
from rostra.quotes.relayed import relayed_by_source
from rostra.quotes.units import CueHit
from rostra.rules.wordsets import either


def read_preposition(reading: Reading, hit: CueHit) -> Iterator[Attribution]:
    """Reads "According to X, CONTENT" and "CONTENT, according to X"."""
    if hit.form.cue.cue_class != "according":
        return
    if _is_predicate(reading, hit):
        return
    cue_end, speaker = _source(reading, hit)
    speaker = _author(reading, speaker)
    carried = speaker is None and cue_end > hit.last
    if speaker is None and not carried:
        return
    cue = (hit.first, cue_end)
    comma = _comma_after(reading, speaker[1] if speaker else cue_end)
    begins = (
        hit.first == 0
        or reading.kind(hit.first - 1) in {".", ";", ":", "—", "–"}
        or (hit.first <= 2 and reading.kind(hit.first - 1) in {",", "w", "W"})
    )
    if begins and comma is not None:
        content = content_end(reading, comma + 1)
        if content is not None:
            yield Attribution(content, cue, speaker, "Q310", carried)
        return
    content = left_content(reading, hit.first)
    after = comma + 1 if comma is not None else None
    rest = content_end(reading, after) if after is not None and after < len(reading.unit.tokens) else None
    if content is not None and rest is not None and _is_inserted(reading, content, rest):
        content = rest
    content = content or relayed_by_source(reading, hit.first)
    if content is not None:
        yield Attribution(content, cue, speaker, "Q311", carried)


def _is_predicate(reading: Reading, hit: CueHit) -> bool:
    """Turns down "está de acuerdo con" and "según el cual": agreement, and a relative clause."""
    grammar = reading.grammar
    agreed = reading.low(hit.first - 1) in grammar.context.passive_auxiliaries
    relative = {reading.low(hit.last), reading.low(hit.last + 1)} & grammar.words.relatives
    return agreed or bool(relative - grammar.context.person_relatives and hit.last - hit.first == 1)


def _author(reading: Reading, phrase: Range | None) -> Range | None:
    """Reads "a study by the navy", "datos publicados por la armada": who wrote the thing that is the source."""
    grammar = reading.grammar
    if phrase is None or any(reading.kind(index) == "W" for index in range(*phrase)):
        return phrase
    for index in range(phrase[1] - 1, phrase[1] + 3):
        low = reading.low(index)
        if low in grammar.context.agents and index > phrase[0]:
            if reading.low(index - 1) not in grammar.context.authored:
                return phrase
            return phrase_after(reading.unit, index + 1, grammar) or phrase
        if reading.kind(index) != "w" and index >= phrase[1]:
            return phrase
    return phrase


def _source(reading: Reading, hit: CueHit) -> tuple[int, Range | None]:
    """The source's phrase, past a verb of its own: "según informó el ministerio"."""
    unit = reading.unit
    verb = next(
        (
            h
            for h in unit.hits
            if h.first >= hit.last and h.first <= hit.last + 2 and h.form.cue.part == "verb"
        ),
        None,
    )
    if verb is not None and all(
        reading.low(i)
        in reading.grammar.words.auxiliaries
        | reading.grammar.context.clitics
        | reading.grammar.context.perfect_auxiliaries
        for i in range(hit.last, verb.first)
    ):
        start = skip_addressee(unit, skip_adjuncts(unit, verb.last, reading.grammar), reading.grammar)
        return verb.last, phrase_after(unit, start, reading.grammar)
    start = hit.last + _has_verb_of_its_own(reading, hit.last)
    return start, phrase_after(unit, start, reading.grammar)


def _has_verb_of_its_own(reading: Reading, index: int) -> bool:
    """Reads "según recoge el informe": a word that is no reporting verb, then the determiner of the source."""
    grammar = reading.grammar
    if not grammar.context.drop_subject or reading.kind(index) != "w":
        return False
    known = either(grammar.words.determiners, grammar.words.prepositions, grammar.pronouns)
    low, after = reading.low(index), reading.low(index + 1)
    names_somebody = low in known or low in grammar.speaking
    return not names_somebody and after in grammar.words.determiners - grammar.words.prepositions


def _comma_after(reading: Reading, index: int) -> int | None:
    """The comma that closes a fronted source, past what modifies it."""
    for at in range(index, min(index + 20, len(reading.unit.tokens))):
        if reading.kind(at) == ",":
            return at
        if reading.kind(at) in {";", "Q", ":"}:
            return None
    return None


def _is_inserted(reading: Reading, left: Range, right: Range) -> bool:
    return right[1] - right[0] > left[1] - left[0] and reading.low(right[0]) not in (
        reading.grammar.context.coordinators
        | reading.grammar.words.relatives
        | reading.grammar.context.clause_breaks
    )


def read_noun(reading: Reading, hit: CueHit) -> Iterator[Attribution]:
    """Reads "Ostravia's claim that CONTENT": only with a complementizer and a speaker."""
    grammar = reading.grammar
    index = hit.last
    if (
        reading.low(index) in grammar.context.carriers
        and reading.low(index + 1) in grammar.context.complementizers
    ):
        index += 1
    speaker = None
    if reading.low(index) in either(grammar.context.agents, grammar.context.noun_links):
        speaker = phrase_after(reading.unit, index + 1, grammar)
        index = speaker[1] if speaker else index
        if (
            reading.low(index) in grammar.context.carriers
            and reading.low(index + 1) in grammar.context.complementizers
        ):
            index += 1
    relative = index + 1 < len(reading.unit.tokens) and has_verb_form(reading.unit.tokens[index + 1], grammar)
    if reading.low(index) not in grammar.context.complementizers or relative:
        return
    speaker = speaker or possessor(reading, hit.first)
    content = content_end(reading, index + 1)
    if speaker is not None and content is not None:
        yield Attribution(content, (hit.first, hit.last), speaker, "Q320")


def read_owned_noun(reading: Reading, hit: CueHit) -> Iterator[Attribution]:
    """Reads "her warning that CONTENT" where the noun looks like a verb: only right before the complementizer."""
    if reading.low(hit.last) not in reading.grammar.context.complementizers:
        return
    speaker = possessor(reading, hit.first)
    content = content_end(reading, hit.last + 1)
    if speaker is not None and content is not None:
        yield Attribution(content, (hit.first, hit.last), speaker, "Q320")
