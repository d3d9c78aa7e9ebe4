"""Quotations that no cue of their own unit claims: continued, introduced by a neighbour, or part of a clause."""

from collections.abc import Iterator, Sequence

from rostra.quotes.acting import acting_subject
from rostra.quotes.attribution import Attribution
from rostra.quotes.introduced import read_announced, read_introduced
from rostra.quotes.phrases import Range, phrase_after, phrase_before
from rostra.quotes.reading import Reading, first_subject
from rostra.quotes.signed import read_labelled, read_signed
from rostra.rules.wordsets import either


def read_loose_quotations(
    readings: Sequence[Reading], text: str
) -> Iterator[tuple[Reading, list[Attribution]]]:
    """Each reading with its attributions, those of loose quotations added, in order of the text."""
    previous: Reading | None = None
    before: Reading | None = None
    for reading in readings:
        found = list(reading.found)
        for index, pair in reading.unit.quotations.items():
            if any(a.content[0] <= index < a.content[1] for a in found):
                continue
            loose = (
                read_labelled(text, index, pair)
                or read_signed(text, index, pair, reading.grammar)
                or read_introduced(reading, index, before)
                or read_announced(reading, index, before, previous)
                or _loose(reading, index, previous, text)
            )
            if loose is not None:
                found.append(loose)
        if found:
            previous = reading
        before = reading
        yield reading, sorted(found, key=lambda item: item.content)


def _loose(reading: Reading, index: int, previous: Reading | None, text: str) -> Attribution | None:
    content: Range = (index, index + 1)
    pair = reading.unit.quotations[index]
    named = _named_before(reading, index)
    if named is None and reading.kind(index - 1) == ":" and index > 2:
        subject = _acting_subject(reading, index - 1)
        if subject is not None and subject[1] < index:
            return Attribution(content, None, subject, "Q140")
    if pair.inner_end - pair.inner_start >= _SHORT:
        beside = _beside(reading, index, previous)
        if beside is not None:
            return beside
    if index not in reading.unit.clausal:
        return _fragment(reading, index, text)
    subject = _acting_subject(reading, index)
    return Attribution(content, None, subject, "Q140") if subject is not None else None


def _fragment(reading: Reading, index: int, text: str) -> Attribution | None:
    """A few quoted words amid a clause ("coached Tarn to “breathe and count to ten”"), where its subject is plain.

    Names and titles begin with a capital; two words are as often a name for a thing ("the “iron ring”").
    """
    pair = reading.unit.quotations[index]
    words = text.count(" ", pair.inner_start, pair.inner_end) + 1
    if reading.grammar.context.drop_subject or words < _FRAGMENT or not text[pair.inner_start].islower():
        return None
    acting = acting_subject(reading, index)
    return Attribution((index, index + 1), None, acting, "Q141") if acting is not None else None


_FRAGMENT = 3
"""Words of quoted speech amid a clause; of shorter ones people marked two in three on PolNeAR train, of these four in
five."""


def _beside(reading: Reading, index: int, previous: Reading | None) -> Attribution | None:
    """A quotation that goes on after another, that stands beside a name, or that opens the next sentence."""
    content: Range = (index, index + 1)
    last = next((a for a in reversed(reading.found) if a.content[1] <= index), None)
    if last is not None and last.speaker is not None:
        return Attribution(content, last.cue, last.speaker, "Q130")
    after = _named_after(reading, index) if index in reading.unit.clausal else None
    if after is not None:
        return Attribution(content, after[1], after[0], "Q112")
    before = _named_before(reading, index)
    if before is not None:
        return Attribution(content, None, before, "Q112")
    near = previous is not None and reading.unit.paragraph - previous.unit.paragraph <= 1
    if not near or not _opens(reading, index):
        return None
    return Attribution(content, None, None, "Q131", carried=True)


def _opens(reading: Reading, index: int) -> bool:
    """Whether nothing stands before a quotation in its sentence but a connective: "Instead, “QUOTE”"."""
    context = reading.grammar.context
    if index == 0:
        return True
    return (
        index in reading.unit.clausal
        and index <= _CONNECTIVE
        and all(
            reading.kind(at) in {",", ":"}
            or reading.low(at) in either(context.coordinators, context.connectives)
            for at in range(index)
        )
    )


_CONNECTIVE = 3
"""Tokens of a connective before a quotation that goes on."""


_SHORT = 9
"""Characters of a quotation below which no attribution is read from its position alone; PolNeAR train."""


def _named_after(reading: Reading, index: int) -> tuple[Range, Range] | None:
    """Speaker and cue of "QUOTE," X fumed and "QUOTE!" beamed X: a name beside the mark, whatever the verb."""
    grammar, start = reading.grammar, index + 1
    if not reading.unit.pauses(index) and reading.kind(start) != ",":
        return None
    start += reading.kind(start) == ","
    if reading.kind(start) not in {"w", "W"} or not reading.unit.quotations[index].closed:
        return None
    first = reading.unit.tokens[start]
    if first.low in either(grammar.context.stoppers, grammar.adjuncts, grammar.context.coordinators):
        return None
    if first.kind == "w" and first.low.endswith(tuple(grammar.context.past_endings)):
        speaker = phrase_after(reading.unit, start + 1, grammar) if reading.kind(start + 1) == "W" else None
    elif first.low in grammar.context.subject_pronouns:
        speaker, start = (start, start + 1), start + 1
    elif first.kind == "W" or first.low in grammar.words.determiners:
        speaker = _with_verb(reading, start)
        start = speaker[1] if speaker else start
    else:
        speaker = None
    return (speaker, (start, start + 1)) if speaker and start < len(reading.unit.tokens) else None


def _with_verb(reading: Reading, start: int) -> Range | None:
    """The phrase up to a word that looks like its verb, None without one."""
    endings, tokens = tuple(reading.grammar.context.past_endings), reading.unit.tokens
    for index in range(start + 1, min(start + 8, len(tokens))):
        kind, low = tokens[index].kind, tokens[index].low
        if kind == "w" and (low.endswith(endings) or low in reading.grammar.words.auxiliaries):
            return (start, index)
        if (
            kind == "w"
            and tokens[index - 1].kind == "W"
            and low not in either(reading.grammar.words.prepositions, reading.grammar.context.coordinators)
        ):
            return (start, index)
        if kind not in {"w", "W", ".", "'s"}:
            return None
    return None


def _named_before(reading: Reading, index: int) -> Range | None:
    """Reads "Ana Ruiz: QUOTE"."""
    if reading.kind(index - 1) != ":" or index < 2:
        return None
    phrase = phrase_before(reading.unit, index - 1, reading.grammar)
    named = phrase is not None and reading.unit.tokens[phrase[0]].kind == "W"
    return phrase if named else None


def _acting_subject(reading: Reading, index: int) -> Range | None:
    """Who acts in the clause before the quotation, else the first noun phrase of its sentence."""
    acting = acting_subject(reading, index)
    if acting is not None:
        return acting
    subject = first_subject(reading, 0)
    return subject if subject is not None and subject[1] <= index else None
