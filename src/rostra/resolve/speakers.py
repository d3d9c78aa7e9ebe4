"""Naming the speaker of each quote: the person, else the organisation, else the country; None for the anonymous."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rostra.kernel import Span
from rostra.model import Mention, Quote
from rostra.resolve.speakers_dropped import dropped_subject
from rostra.resolve.speakers_heading import heading_name
from rostra.resolve.speakers_memory import Memory
from rostra.resolve.speakers_near import apposed_person
from rostra.resolve.speakers_phrase import Phrase
from rostra.resolve.speakers_states import state_names
from rostra.rules import LanguagePack
from rostra.text import Article

_LOOK_AHEAD = 3
"""Quotes of the next sentences within which "a senior officer said" may be given his name."""


def name_speakers(
    article: Article, quotes: Sequence[Quote], mentions: Sequence[Mention]
) -> tuple[Quote, ...]:
    """The quotes with `speaker_name`, "A; B" for several speakers. Spans stay as they are."""
    pack = article.pack
    states = state_names(mentions, article.knowledge)
    memory = Memory(article, mentions, states)
    turns = [replace(q, speaker_name=_of_heading(q, memory, pack)) for q in quotes if q.kind == "turn"]
    floor = {turn.content: turn for turn in turns}
    starts = [turn.content.start for turn in turns]
    named: list[Quote] = []
    for quote in quotes:
        if quote.kind == "turn":
            named.append(floor[quote.content])
            continue
        near = bisect_right(starts, quote.content.start) - 1
        own = _of_own_turn(quote, turns[near], memory, pack) if near >= 0 else None
        named.append(replace(quote, speaker_name=own or _name(quote, memory, pack)))
    return tuple(_with_later_names(named, memory))


def _of_own_turn(quote: Quote, turn: Quote, memory: Memory, pack: LanguagePack) -> str | None:
    """In a transcript "I" is who has the floor; None where another speaks, or nobody has it."""
    if quote.speaker is None or quote.content.start >= turn.content.end:
        return None
    words = quote.speaker.of(memory.document.text).casefold()
    return turn.speaker_name if pack.speaker_words.pronouns.get(words) == "first" else None


def _of_heading(quote: Quote, memory: Memory, pack: LanguagePack) -> str | None:
    """The name in a heading, in the fullest form that the document has."""
    if quote.speaker is None:
        return None
    name = heading_name(quote.speaker.of(memory.document.text), pack)
    return memory.fullest(name) if name else None


def _name(quote: Quote, memory: Memory, pack: LanguagePack) -> str | None:
    if quote.speaker is None:
        dropped = quote.cue if pack.cues.context.drop_subject else None
        return dropped_subject(dropped.start, memory) if dropped else None
    if quote.speaker.of(memory.document.text).casefold() in pack.speaker_words.silent:
        return None
    phrase = memory.phrase(quote.speaker)
    name = _resolved(phrase, quote.speaker, memory)
    memory.spoke(name, phrase, quote.speaker)
    return name


def _resolved(phrase: Phrase, span: Span, memory: Memory) -> str | None:
    if phrase.pronoun:
        return memory.of_pronoun(phrase.pronoun, span)
    if phrase.persons:
        return "; ".join(phrase.persons)
    joined = memory.joined(phrase)
    if joined:
        return joined
    person = apposed_person(span, memory) or memory.of_role(phrase, span)
    if person or phrase.head in memory.words.bystanders:
        return person
    return (
        memory.of_body(phrase)
        or memory.as_written(phrase)
        or memory.of_unnamed_body(phrase, span)
        or memory.as_place(phrase)
    )


def _with_later_names(quotes: list[Quote], memory: Memory) -> list[Quote]:
    """Reads "A senior officer said ..." of the first paragraph is the named officer who speaks right after."""
    for index, quote in enumerate(quotes):
        if quote.speaker is None or quote.kind == "turn" or quote.speaker.start > memory.lead_end:
            continue
        phrase = memory.phrase(quote.speaker)
        if not phrase.single_person or phrase.pronoun or (phrase.definite and quote.speaker_name):
            continue
        for later in quotes[index + 1 : index + 1 + _LOOK_AHEAD]:
            if later.speaker_name and _may_be_named(quote.speaker, later, memory):
                quotes[index] = replace(quote, speaker_name=later.speaker_name)
                break
    return quotes


def _may_be_named(first: Span, later: Quote, memory: Memory) -> bool:
    """Whether a later speaker may be the one whom a phrase brought up without a name.

    It is nobody whom the text had named before, and no president or minister where the phrase says "an official".
    """
    name = later.speaker_name or ""
    if not memory.is_person(name) or memory.named_before(name, first.start):
        return False
    phrase, told = memory.phrase(first), memory.phrase(later.speaker) if later.speaker else None
    return not phrase.joined and (
        told is None or told.head == phrase.head or told.head not in memory.words.leaders
    )
