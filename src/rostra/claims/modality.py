"""Whether a fact is asserted, planned, possible or denied, and whether it is negated."""

from collections.abc import Iterator
from typing import NamedTuple

from rostra.claims.events import Event
from rostra.claims.imperatives import is_asked_for, is_imperative
from rostra.claims.speakers import Voice
from rostra.model import Modality
from rostra.rules.claimwords import ClaimCue
from rostra.rules.wordsets import either

_HOSTILE = frozenset({"deployment", "delivery", "strike"})
AIM_ROOM = 4
"""Words behind a noun of attack among which its aim is named."""
ANY_ROOM = 6
"""Words before a noun among which "any" stands."""
CUE_ROOM = 2
"""Code points between a verb of asking and what is asked for."""
ORDER_MARKS = frozenset('"“«¡')
"""Marks behind which an order begins."""
LONG_CUE = 4
"""Code points from which an accent is only one that was left out or put too often."""
NEAR = 4
"""Words before a trigger within which a negation or a bare "would" reaches it."""


class Mood(NamedTuple):
    """How a fact is stated."""

    modality: Modality
    negated: bool


def mood_of(event: Event) -> Mood:
    """Modality and negation by the cues of the clause, the form of the verb and the frame itself."""
    effects = set(_effects(event)) | _form_effects(event)
    if _is_cause(event):
        effects -= {"planned", "conditional"}
    if event.frame.type == "threat" and _is_under_condition(event):
        effects.add("conditional")
    if event.frame.modality:
        effects.add(event.frame.modality)
    negated = bool(effects & {"negated", "denied"}) != event.frame.negated
    if "denied" in effects:
        return Mood("denied", negated=True)
    if "conditional" in effects and event.frame.type != "capability":
        return Mood("conditional", negated)
    return Mood("planned" if "planned" in effects else "asserted", negated)


def _is_cause(event: Event) -> bool:
    """Whether a noun is what came before or brought it about: "may respond after the raid", "por los ataques"."""
    before = [word.text for word in event.sentence.line.before(event.start, 2)]
    if event.voice != "noun" or len(before) < 2:
        return False
    scene = event.sentence.scene
    causes = either(scene.words.agent_prepositions, scene.words.subordinators)
    return before[0] in causes and before[1] in scene.pack.words.determiners


def _is_under_condition(event: Event) -> bool:
    """Whether a threat names what would set it off: "we will answer if they attack"."""
    span, conditions = event.sentence.line.span, event.sentence.scene.words.conditions
    return any(word.text in conditions for word in event.sentence.line.between(span.start, span.end))


def denied_by(mood: Mood, event: Event, holder: str | None, voice: Voice) -> Mood:
    """A past act that its own side says it did not do is denied: "Valdoria never sent troops", its minister said."""
    own = holder is not None and holder in {voice.state, voice.name}
    past = event.tags & {"past", "participle"} and not event.tags <= {"gerund"}
    if mood == Mood("asserted", negated=True) and own and past and event.frame.type in _HOSTILE:
        return Mood("denied", negated=True)
    return mood


def is_future(event: Event) -> bool:
    """Whether the verb itself is in the future: "will destroy", "atacará", "seguirán atacando"."""
    if event.tags == {"future"} or _goes_on_in_future(event):
        return True
    before = event.sentence.scene.folded[max(event.clause.start, event.start - 24) : event.start].split()[-3:]
    phrase = " ".join(before)
    return any(
        phrase == word or phrase.endswith(word if word[0] == "'" else f" {word}") or f"{word} " in phrase
        for word in event.sentence.scene.words.future
    )


def is_perfect(event: Event) -> bool:
    """Whether "has" or "would have" stands before: what is told may be a rumour, but it is past and no threat."""
    line, start = event.sentence.line, event.clause.start
    if event.voice == "noun":
        before = [word.text for word in line.between(start, event.start)]
    elif "participle" in event.tags:
        before = [word.text for word in line.before(event.start, 3) if word.start >= start]
    else:
        return False
    return bool(event.sentence.scene.words.perfect_auxiliaries.intersection(before))


def is_condition(event: Event) -> bool:
    """Whether an act stands behind an "if" that no comma closes before it: "If Valdoria attacks us, ..."."""
    for word in reversed(event.sentence.line.between(event.sentence.line.span.start, event.start)):
        if word.text in event.sentence.scene.words.conditions:
            return True
        if word.text in {",", ";", ":"}:
            return False
    return False


def is_urged(event: Event) -> bool:
    """Whether the fact is only asked for: "urged Ostravia to withdraw its troops", "Send helicopters!"."""
    return is_imperative(event) or _is_ordered(event) or "urged" in set(_effects(event))


def _is_ordered(event: Event) -> bool:
    """Whether a subjunctive opens the sentence or a quotation, which makes it an order: "Manden al ejército"."""
    if event.tags != {"subjunctive"}:
        return False
    before = event.sentence.line.before(event.start, 1)
    return not before or (before[0].start < event.sentence.line.span.start) or before[0].text in ORDER_MARKS


def is_generic(event: Event) -> bool:
    """Whether an attack is none in particular: "to prevent attacks", "any strike"."""
    if event.voice != "noun" or event.frame.type != "strike":
        return False
    words, closed = event.sentence.scene.words, event.sentence.scene.pack.words
    before = [
        word.text
        for word in event.sentence.line.before(event.start, NEAR)
        if word.start >= event.clause.start
    ]
    specific = either(closed.determiners, words.possessive_marks)
    if _is_any(event):
        return True
    if words.possible & set(before[-2:]):
        return not _is_aimed(event)
    last = max((i for i, text in enumerate(before) if text in words.generic), default=-1)
    return last >= 0 and not any(text in specific - words.generic for text in before[last:])


def _is_any(event: Event) -> bool:
    """Whether "any" stands before the noun with nothing but adjectives between: "any Valdorian or Marenian raid"."""
    words, closed = event.sentence.scene.words, event.sentence.scene.pack.words
    before = [word.text for word in event.sentence.line.before(event.start, ANY_ROOM)]
    last = max((i for i, text in enumerate(before) if text in words.generic & closed.determiners), default=-1)
    return last >= 0 and not any(text in closed.prepositions for text in before[last:])


def _is_aimed(event: Event) -> bool:
    """Whether a noun of attack names its aim, or what would set it off: "a possible raid on the coast"."""
    words = event.sentence.scene.words
    aims = either(words.strict_target_prepositions, words.conditions)
    return any(word.text in aims for word in event.sentence.line.after(event.end, AIM_ROOM))


def is_habitual(event: Event) -> bool:
    """Whether the verb is no past: "the missile hits targets", "aircraft flying at altitudes of"."""
    return event.voice == "active" and bool(event.tags) and not event.tags & {"past", "future", "conditional"}


def is_bare_infinitive(event: Event) -> bool:
    """Whether the verb is an infinitive of purpose: behind "to" or "para" that no verb of beginning or trying governs."""
    before = [word.text for word in event.sentence.line.before(event.start, 4)]
    words = event.sentence.scene.words
    if len(before) == 4 and before[-1] in words.coordinators:
        # "Sent to find and destroy": the second of two infinitives.
        before = before[:-2]
    if not before or before[-1] not in words.infinitive_markers or before[-2:][0] in words.governing:
        return False
    if event.frame.object == "self" and _is_caused(event):
        return False
    return bool(event.tags) and event.tags <= {"base", "infinitive", "present"}


def _is_caused(event: Event) -> bool:
    """Whether a verb before says that somebody was made to do it: "forced the garrison to flee"."""
    words = event.sentence.scene.words.causatives
    start = event.clause.start
    return bool(words) and any(word.text in words for word in event.sentence.line.between(start, event.start))


def _effects(event: Event) -> Iterator[str]:
    line, clause = event.sentence.line, event.clause
    for hit in line.hits:
        for cue in hit.value.cues:
            if (
                hit.start != event.start
                and not _is_accented(event, cue, hit.start, hit.end)
                and _reaches(event, cue, hit.start, hit.end)
                and not _in_date(event, hit.start)
            ):
                yield cue.effect
    words = event.sentence.scene.pack.words.negations
    if any(word.text in words for word in line.before(event.start, NEAR) if word.start >= clause.start):
        yield "negated"
    if _object_is_none(event):
        yield "negated"


def _is_accented(event: Event, cue: ClaimCue, start: int, end: int) -> bool:
    """Whether an accent makes another word of it: "entre sí" is no "si"."""
    written, folded = (text[start:end] for text in (event.sentence.scene.lower, event.sentence.scene.folded))
    return written != folded and len(written) < LONG_CUE and written not in cue.phrases


def _object_is_none(event: Event) -> bool:
    """Whether the object right behind the verb is none: "deployed no missiles", but not "no fewer than 20"."""
    closed = event.sentence.scene.pack.words
    behind = event.sentence.line.after(event.end, 1)
    if not behind or behind[0].text not in closed.negations & closed.determiners:
        return False
    in_number = (
        m.span.start <= behind[0].start < m.span.end for m in event.sentence.line.mentions if m.value
    )
    return not any(in_number)


def _in_date(event: Event, offset: int) -> bool:
    """Whether a cue is a date: "May"."""
    return any(m.kind == "date" and m.span.start <= offset < m.span.end for m in event.sentence.line.mentions)


def _reaches(event: Event, cue: ClaimCue, start: int, end: int) -> bool:
    clause = event.clause
    if cue.effect == "denied":
        return event.sentence.line.span.start <= start and end <= event.start and not _goes_on(event, end)
    near = 0 <= clause.start - end <= CUE_ROOM and _is_called_for(event)
    if cue.effect == "urged" and (near or is_asked_for(event, end)):
        # "Called for | the withdrawal of all troops": what is called for is a clause of its own.
        return True
    if cue.reach == "near":
        return clause.start < end <= event.start and len(event.sentence.line.between(end, event.start)) < NEAR
    if cue.reach == "before":
        opens = clause.opener and clause.start <= start and end <= clause.start + len(clause.opener) + 1
        return clause.start < end <= event.start and not (opens and cue.effect == "planned")
    return event.end <= start < clause.end if cue.reach == "after" else clause.start <= start < clause.end


def _is_called_for(event: Event) -> bool:
    """Whether it is a noun or an infinitive, as what is asked for."""
    return event.voice == "noun" or event.tags <= {"infinitive", "base"}


def _goes_on(event: Event, end: int) -> bool:
    """Whether another verb of saying takes over from a denial: "denied that ..., and assured that ..."."""
    scene = event.sentence.scene
    that = scene.pack.cues.context.complementizers
    between = [word.text for word in event.sentence.line.between(end, event.start)]
    joints = [index for index, text in enumerate(between[:-1]) if text in scene.words.coordinators]
    return any(
        between[at + 1] not in that and that.intersection(between[at + 2 : at + 2 + NEAR])
        for at in joints[-2:]
    )


def _form_effects(event: Event) -> set[str]:
    """What the verb's own form says: the future is planned, the conditional possible."""
    tags = event.tags
    if (
        tags == {"future"}
        or _goes_on_in_future(event)
        or _opens_in_future(event)
        or (event.voice == "noun" and _has_future(event))
    ):
        return {"planned"}
    return {"conditional"} if tags == {"conditional"} else set()


def _goes_on_in_future(event: Event) -> bool:
    """Whether a verb in the future leads to a gerund: "seguirán golpeando"."""
    endings = tuple(event.sentence.scene.words.future_endings)
    before = event.sentence.line.before(event.start, 1)
    return bool(endings and before) and "gerund" in event.tags and before[0].text.endswith(endings)


def _opens_in_future(event: Event) -> bool:
    """Whether the trigger itself begins with a word of the future: "will hit back"."""
    first, _, rest = event.sentence.scene.folded[event.start : event.end].partition(" ")
    return bool(rest) and first in event.sentence.scene.words.future


def _has_future(event: Event) -> bool:
    """Whether the clause of a noun has a verb in the future by its ending."""
    endings = tuple(event.sentence.scene.words.future_endings)
    return bool(endings) and any(
        word.text.endswith(endings)
        for word in event.sentence.line.between(event.clause.start, event.clause.end)
    )
