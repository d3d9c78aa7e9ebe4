"""Typed military claims of a document, by frames over its mentions, quantities and clauses."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rostra.claims.amounts import is_count, is_price, price_of
from rostra.claims.arguments import holder_of, target_of
from rostra.claims.arms import Holding, holdings, is_given_up
from rostra.claims.attacks import attack_in
from rostra.claims.distinct import distinct
from rostra.claims.events import Event
from rostra.claims.evidence import evidence_of, has_support
from rostra.claims.figures import Topic, figure_claims, is_figure
from rostra.claims.found import Found
from rostra.claims.gate import (
    counts_of,
    is_about_arms,
    is_mishap,
    is_testing,
    is_unarmed,
    military_words,
    unguarded,
)
from rostra.claims.groups import Groups
from rostra.claims.launches import reading_of
from rostra.claims.lexicon import Lexeme, lexicon
from rostra.claims.martial import is_martial, words_of_arms
from rostra.claims.memory import Memory, Past
from rostra.claims.modality import (
    Mood,
    denied_by,
    is_bare_infinitive,
    is_future,
    is_generic,
    is_perfect,
    is_urged,
    mood_of,
)
from rostra.claims.passages import hits_in_passages, is_sparse
from rostra.claims.questions import is_asked
from rostra.claims.recalled import is_recalled, is_simulated
from rostra.claims.scene import Scene, line_of
from rostra.claims.sentences import Sentence, read_sentence
from rostra.claims.setting import place_of, time_of
from rostra.claims.speakers import Speakers, Voice
from rostra.claims.standing import standing_in
from rostra.claims.states import States
from rostra.claims.threateners import threatener_of
from rostra.claims.threats import announced, is_civic, is_supposed, joined_type, supposed_type
from rostra.claims.whereabouts import is_stationed
from rostra.model import CLAIM_TYPES, Claim, ClaimType, Mention, Quote
from rostra.text import Article, Hit

WAR = 3
"""Words of fighting from which every sentence of a text is read as one about a war."""
RESOLVE_WORDS = 4
"""Words before an attack among which somebody is said to be ready for it."""
THREAT_ROOM = 32
"""Code points before a noun of attack in which a threat is one of it."""
HOSTILE: frozenset[ClaimType] = frozenset({"threat", "strike", "deployment", "exercise"})


def find_claims(article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> tuple[Claim, ...]:
    """Claims in the order of the text. Nothing is raised on odd input; a text without arms has none."""
    document, segments, folded = article.document, article.segments, article.folded
    pack = article.pack
    hits = lexicon(pack).find(article.searchable)
    hits = unguarded(article, hits, mentions)
    counts = counts_of(article, hits)
    if not is_about_arms(counts, mentions) or is_sparse(article, counts, mentions):
        hits = hits_in_passages(article, hits, mentions)
        if not hits:
            return ()
    tested = is_testing(hits)
    lower = document.text.lower().replace("’", "'")
    states = States(mentions, article)
    scene = Scene(
        document,
        folded,
        lower,
        segments,
        mentions,
        quotes,
        pack,
        states,
        Groups(mentions, pack.claim_words),
        at_war=counts["war"] >= WAR and not tested,
        at_test=tested,
        is_military=military_words(counts, mentions) >= WAR,
        is_unarmed=is_unarmed(counts, mentions, words_of_arms(article, hits, mentions)),
        is_martial=is_martial(article, hits, mentions),
        is_mishap=is_mishap(counts, mentions),
    )
    return tuple(_claims(scene, hits))


def _claims(scene: Scene, hits: Sequence[Hit[Lexeme]]) -> Iterator[Claim]:
    speakers = Speakers(scene)
    starts = [hit.start for hit in hits]
    memory = Memory(scene, hits, speakers)
    topic = Topic()
    for index, span in enumerate(scene.segments.sentences):
        inside = hits[bisect_left(starts, span.start) : bisect_right(starts, span.end - 1)]
        if not any(hit.value.uses or hit.value.measure for hit in inside):
            continue
        line = line_of(scene, span, inside, speakers.touching(index))
        sentence = read_sentence(scene, line)
        memory.keep(index, sentence)
        figures = [*figure_claims(sentence, topic, speakers)]
        found = [one for one in _found(sentence) if not is_figure(one.event, one.mood, figures)]
        claims = [_claim(one, index, speakers, memory) for one in distinct(found)]
        yield from sorted([*claims, *figures], key=lambda c: (c.evidence, c.type))


def _found(sentence: Sentence) -> Iterator[Found]:
    told = list(_read(sentence))
    for event in [*told, *standing_in(sentence, told)]:
        if is_asked(sentence, event.end):
            continue
        mood = mood_of(event)
        claim_type = joined_type(event) or supposed_type(event) or _type(event, mood)
        if claim_type == "threat" and mood.modality == "planned" and _is_ready(event):
            mood = Mood("asserted", mood.negated)
        purpose = claim_type == event.frame.type and _is_purpose(event, mood)
        if purpose or is_urged(event) or is_generic(event) or is_recalled(event) or is_simulated(event):
            continue
        if is_civic(event, claim_type) or (is_supposed(event) and claim_type != "threat"):
            continue
        yield from _held(event, claim_type, mood)
        attack = attack_in(event, mood)
        if attack:
            yield Found(attack, "strike", holdings(attack)[0], mood)


def _held(event: Event, claim_type: ClaimType, mood: Mood) -> Iterator[Found]:
    """What the event is about, a fact for each; what is paid for counted arms is a spending."""
    held = holdings(event)
    counted = any(is_count(one.quantity) and not is_price(event, one.quantity) for one in held)
    for one in held:
        priced = counted and is_price(event, one.quantity)
        yield Found(event, "spending" if priced else claim_type, one, mood)
    for price in price_of(event):
        yield Found(event, "spending", Holding(held[0].equipment, price), mood)


def _read(sentence: Sentence) -> Iterator[Event]:
    """The triggers of a sentence in the readings that fit."""
    for hit in sentence.line.hits:
        if hit.value.uses and "not_claims" not in hit.value.classes:
            event = reading_of(sentence, hit)
            if event is not None:
                yield event


def _type(event: Event, mood: Mood) -> ClaimType:
    """A strike that may come, or that somebody threatens with, is a threat; an expected one stays a strike."""
    if is_given_up(event):
        return event.frame.type
    if event.frame.type == "possession" and is_stationed(event):
        return "deployment"
    if event.frame.type in {"strike", "loss"} and mood.modality == "planned" and is_future(event):
        return "threat"
    if (
        event.frame.type == "strike"
        and not mood.negated
        and (_is_only_threatened(event) or _is_resolved(event))
    ):
        return "threat"
    if (
        event.frame.type in {"strike", "deployment", "loss"}
        and mood.modality in {"planned", "conditional"}
        and not mood.negated
    ):
        line = event.sentence.line
        threatening = "threatening" in line.classes(line.span.start, event.start)
        if threatening or (
            mood.modality == "conditional" and event.frame.type == "strike" and not is_perfect(event)
        ):
            return "threat"
    return event.frame.type


def _is_only_threatened(event: Event) -> bool:
    """Whether a word of threat stands right before a noun of attack: "threatened nuclear strikes"."""
    if event.voice != "noun":
        return False
    start = max(event.clause.start, event.start - THREAT_ROOM)
    return "threatening" in event.sentence.line.classes(start, event.start)


def _is_resolved(event: Event) -> bool:
    """Whether somebody is ready for the attack or has vowed it: "ready to strike", "vowed to launch an attack"."""
    words = event.sentence.scene.words
    return event.voice != "passive" and bool(_leading(event) & (words.resolve | words.readiness))


def _is_ready(event: Event) -> bool:
    """Whether readiness for an attack is told as a fact, which plans nothing."""
    return event.frame.type == "strike" and bool(_leading(event) & event.sentence.scene.words.readiness)


def _leading(event: Event) -> set[str]:
    before = event.sentence.line.before(event.start, RESOLVE_WORDS)
    if event.clause.opener in event.sentence.scene.words.purposes:
        # "Listos | para atacar": the purpose is a clause of its own.
        return {word.text for word in before}
    return {word.text for word in before if word.start >= event.clause.start}


def _is_purpose(event: Event, mood: Mood) -> bool:
    """Whether a verb only says what something is for ("troops to destroy the camp")."""
    if event.voice == "noun" or event.frame.type in {"capability", "threat"} or is_future(event):
        return False
    if event.frame.type == "loss" and mood.modality == "planned":
        return True
    if event.frame.type == "strike" and mood.modality == "planned" and event.voice == "active":
        return is_bare_infinitive(event)
    return mood.modality == "asserted" and is_bare_infinitive(event)


def _claim(one: Found, index: int, speakers: Speakers, memory: Memory) -> Claim:
    event = replace(one.event, sentence=memory.sentence(index))
    told = announced(one.event)
    at = (told.content.start, told.content.start) if told else (event.start, event.end)
    voice = speakers.around(event.sentence.line.quotes, *at)
    denier = _denier(one, voice) if one.mood.modality == "denied" else None
    holder = (voice.state if told else None) or holder_of(event, one.type, voice, Past(memory, index, denier))
    if holder:
        memory.last[one.type] = holder
        if one.holding.equipment:
            memory.owners[one.holding.equipment.name] = holder
    time, when = time_of(event)
    mood = denied_by(one.mood, event, holder, voice)
    return Claim(
        document=event.sentence.scene.document.id,
        type=one.type,
        evidence=evidence_of(event, one.holding.quantity),
        rule=_rule(one),
        confidence=0.8 if event.voice != "noun" or has_support(event) else 0.7,
        holder=holder,
        target=target_of(event, holder) if one.type in HOSTILE else None,
        equipment=one.holding.equipment,
        quantity=one.holding.quantity,
        place=place_of(event, holder),
        time=time,
        when=when,
        quote=voice.quote,
        attributed_to=voice.name or (threatener_of(event, holder) if one.type == "threat" else None),
        negated=mood.negated,
        modality=mood.modality,
    )


def _denier(one: Found, voice: Voice) -> str | None:
    """The side that denies a fact is accused of it, unless the fact has a subject of its own: "that the army had"."""
    event = one.event
    first = {
        word.text for word in event.sentence.line.after(event.clause.start, 2) if word.start < event.start
    }
    if event.voice == "active" and first & event.sentence.scene.pack.words.determiners:
        return None
    return voice.state or voice.name


def _rule(one: Found) -> str:
    """C1 and the type's number, with 1 at the end for a noun: C110 a verb of deployment, C111 a noun."""
    return f"C{100 + 10 * CLAIM_TYPES.index(one.type) + (one.event.voice == 'noun')}"
