"""Where the parts of a clause stand: a place behind the arms, a target behind "at", an object right behind its verb."""

from rostra.claims.events import Event
from rostra.claims.sentences import Sentence, has_noun
from rostra.claims.wordforms import QUOTATION_MARKS

INVERTED_ROOM = 45
"""Code points behind a verb in which a subject that follows it starts."""
ARTICLE_ROOM = 6
"""Code points in which an article stands."""
DETERMINER_ROOM = 9
"""Code points in which another determiner stands ("has no", "no tiene ningún")."""
AGENT_ROOM = 14
"""Code points behind "by" in which the one who did it starts ("by three Valdorian vessels")."""
WATER_WORDS = 3
"""Words behind a preposition among which open water is no target."""
TARGET_ROOM = 40
"""Code points behind a preposition in which the target stands."""


def is_located(event: Event) -> bool:
    """Whether a place stands right behind the arms of the object: "has six warships in the gulf"."""
    line, words = event.sentence.line, event.sentence.scene.words
    for mention in line.inside(*event.object, "equipment"):
        after = line.after(mention.span.end, 1)
        if mention.equipment_class == "platform" and after and after[0].text in words.place_prepositions:
            return names_place(event, after[0].end)
    return _is_located_force(event)


def is_fronted(event: Event) -> bool:
    """Whether the clause opens with a place, before the verb: "In Ostravia we have 300 soldiers"."""
    line, words = event.sentence.line, event.sentence.scene.words
    for mention in line.inside(event.clause.start, event.start, "place", "country"):
        before = line.before(mention.span.start, 2)
        if any(word.text in words.place_prepositions - words.owner_prepositions for word in before):
            return True
    return False


def _is_located_force(event: Event) -> bool:
    """Whether a counted force stands right behind the verb, and a place behind it: "has 9,800 troops in Marenia"."""
    line, words = event.sentence.line, event.sentence.scene.words
    for start, end in [(event.end, event.end), *line.numbers(*event.object)]:
        if start - event.end > ARTICLE_ROOM:
            return False
        for hit in line.hits:
            if hit.value.classes & {"forces", "headcounts"} and start <= hit.start <= end + (
                TARGET_ROOM if end > event.end else DETERMINER_ROOM
            ):
                if is_of_others(event.sentence, end, hit.start):
                    return False
                after = [*line.before(hit.end, 1), *line.after(hit.end, 1)]
                ends = [w.end for w in after if w.text in words.place_prepositions - words.owner_prepositions]
                return bool(ends) and names_place(event, ends[0])
    return False


def is_of_others(sentence: Sentence, start: int, end: int) -> bool:
    """Whether forces only hang on another noun by an "of": "300 photographs of soldiers", but not "dozens of"."""
    line, owners = sentence.line, sentence.scene.words.owner_prepositions
    before = line.before(end, 2)
    if len(before) < 2 or before[1].text not in owners or before[0].start < start:
        return False
    numbers = any(a <= before[0].start < b for a, b in line.numbers(start, end))
    return not numbers and not line.classes(before[0].start, before[0].end) & {
        "forces",
        "missions",
        "people",
        "bases",
    }


def names_place(event: Event, start: int) -> bool:
    """Whether a place, a state or a word for ground or water follows at once."""
    line, end = event.sentence.line, min(start + TARGET_ROOM, event.clause.end)
    places = line.inside(start, end, "place", "country")
    return any(True for _ in places) or bool(
        line.classes(start, end) & {"terrain", "sea", "bases", "missions", "spots"}
    )


def names_somewhere(event: Event) -> bool:
    """Whether a name that no table knows follows at once, in a text about arms: "captured Tol Varan"."""
    scene, line = event.sentence.scene, event.sentence.line
    following = [w for w in line.after(event.end, 3) if w.text not in scene.pack.words.determiners]
    if not scene.is_military or not following or following[0].start >= event.clause.end:
        return False
    first = following[0]
    kinds = {"person", "organisation", "equipment", "date", "nationality"}
    taken = any(m.kind in kinds and m.span.start <= first.start < m.span.end for m in line.mentions)
    return scene.document.text[first.start].isupper() and not taken


def is_given(event: Event) -> bool:
    """Whether "to" and a state, its capital or a force follow what is sent: "sent 14 tanks to Ostravia"."""
    goals = event.sentence.scene.words.goal_prepositions
    ends = [w.end for w in event.sentence.line.between(event.end, event.clause.end) if w.text in goals]
    sorts = {"state", "capital", "force", "group", "name"}
    takers = [a for a in event.sentence.actors if a.sort in sorts]
    return any(0 < actor.start - end <= ARTICLE_ROOM for end in ends for actor in takers)


def is_sent_to_place(event: Event) -> bool:
    """Whether "to" and a place, not a state or a force, follow what is sent: "sent missiles to Karsthaven"."""
    goals = event.sentence.scene.words.goal_prepositions
    line = event.sentence.line
    ends = [w.end for w in line.between(event.end, event.clause.end) if w.text in goals]
    places = list(line.inside(event.end, event.clause.end, "place"))
    return any(0 < m.span.start - end <= ARTICLE_ROOM for end in ends for m in places) and not is_given(event)


def has_acting_subject(event: Event) -> bool:
    """Whether a state, an alliance or forces stand where the subject of the verb does."""
    start, end = event.subject
    sorts = {"state", "force", "group", "movement", "organisation", "capital", "name"}
    return any(a.sort in sorts and start <= a.start and a.end <= end for a in event.sentence.actors)


def says_force(event: Event) -> bool:
    """Whether forces say what they did, where a language drops the subject: "los rebeldes dijeron que han tomado"."""
    sentence = event.sentence
    if event.voice != "active" or not sentence.scene.pack.cues.context.drop_subject:
        return False
    if has_noun(sentence, event.clause.start, event.start):
        return False
    speakers = [q.speaker for q in sentence.line.quotes if q.speaker and q.content.start <= event.start]
    return any(a.armed and s.start <= a.start < s.end for s in speakers for a in sentence.actors)


def has_armed_agent(event: Event) -> bool:
    """Whether a passive names a state or forces behind its "by", and what it happened to is no person."""
    if event.voice != "passive" or "people" in event.sentence.line.classes(*event.object):
        return False
    agents = event.sentence.scene.words.agent_prepositions
    ends = [w.end for w in event.sentence.line.after(event.end, 3) if w.text in agents]
    sorts = {"state", "capital", "force", "group", "movement", "organisation"}
    return any(a.sort in sorts and 0 < a.start - e <= AGENT_ROOM for a in event.sentence.actors for e in ends)


def has_target(event: Event) -> bool:
    """Whether "on", "against" or the like is followed closely by somebody or something that can be hit."""
    line, words = event.sentence.line, event.sentence.scene.words
    for word in line.between(event.end, event.clause.end):
        if word.text not in words.target_prepositions or _before_time(event, word.end):
            continue
        if any(other.text in words.source_prepositions for other in line.before(word.start, 1)):
            # "From near the port": where it came from.
            continue
        near = (word.end, min(word.end + TARGET_ROOM, event.clause.end))
        if "open_water" in line.classes_behind(word.end, WATER_WORDS, line.span.end):
            continue
        if any(near[0] <= a.start < near[1] for a in event.sentence.actors) or any(
            True for _ in line.inside(*near, "equipment")
        ):
            return True
        if line.classes(*near) & {"military", "people"} or (
            word.text in words.strict_target_prepositions and _is_thing(event, word.end)
        ):
            return True
    return False


def _before_time(event: Event, offset: int) -> bool:
    """Whether a time or a number follows: "on Monday", "at 5:30"."""
    mentions = event.sentence.line.mentions
    return any(m.kind in {"date", "quantity"} and m.span.start <= offset + 1 < m.span.end for m in mentions)


def _is_thing(event: Event, offset: int) -> bool:
    """Whether an article or a name follows, in a text that is about arms: "at the refinery", "at MPA posts"."""
    following = event.sentence.line.after(offset, 1)
    scene = event.sentence.scene
    if not scene.is_military or not following:
        return False
    named = scene.document.text[following[0].start].isupper()
    return named or following[0].text in scene.pack.words.determiners


def is_direct(event: Event) -> bool:
    """Whether the object stands right behind the verb: no participle between, as in "has tested a missile"."""
    line, closed = event.sentence.line, event.sentence.scene.pack.words
    skipped = QUOTATION_MARKS | event.sentence.scene.words.focus
    following = [word for word in line.after(event.end, 4) if word.text not in skipped][:3]
    if not following:
        return False
    if following[0].text in closed.negations and len(following) > 1:
        # "have never tested" is a perfect, "have no missiles" is none.
        following = following[1:]
    if following[0].text in closed.determiners or following[0].text[:1].isdigit():
        return True
    numbers = {start for start, _ in line.numbers(event.end, line.span.end)}
    if following[0].start in numbers:
        return True
    triggers = {hit.start for hit in line.hits if hit.value.uses}
    if len(following) > 1 and following[1].start in numbers and following[0].start not in triggers:
        perfect = following[0].text.endswith(tuple(event.sentence.scene.words.past_marks))
        return not perfect and following[0].text not in closed.prepositions
    if any("forces" in hit.value.classes for hit in line.hits if hit.start == following[0].start):
        return True
    kinds = {"equipment", "quantity", "nationality", "country"}
    return any(m.kind in kinds and m.span.start <= following[0].start < m.span.end for m in line.mentions)


def is_inverted(event: Event) -> bool:
    """Whether the verb's subject follows it: forces or arms with no more than articles, numbers and places before."""
    line = event.sentence.line
    starts = [a.start for a in event.sentence.actors if a.armed and a.start >= event.end]
    starts += [m.span.start for m in line.inside(event.end, event.clause.end, "equipment")]
    starts += [h.start for h in line.hits if "headcounts" in h.value.classes and h.start >= event.end]
    first = min(starts, default=event.end + INVERTED_ROOM)
    if first - event.end >= INVERTED_ROOM:
        return False
    small = event.sentence.scene.pack.words.determiners | event.sentence.scene.words.goal_prepositions
    between = [m.span for m in line.inside(event.end, first, "quantity", "place", "country", "date")]
    return all(
        word.text in small or any(s.start <= word.start < s.end for s in between)
        for word in line.between(event.end, first)
    )


def is_endowed(event: Event) -> bool:
    """Whether counted arms or forces follow a "with" that opens the sentence or follows its owner: "Marenia, with 40 tanks,"."""
    line = event.sentence.line
    first = next(iter(line.numbers(event.end, event.clause.end)), None)
    if not first or first[0] - event.end > 1:
        return False
    comma = next(
        (w.start for w in line.between(first[1], event.clause.end) if w.text == ","), event.clause.end
    )
    near = (first[0], min(first[1] + TARGET_ROOM, comma))
    held = "forces" in line.classes(*near) or any(True for _ in line.inside(*near, "equipment"))
    before = line.before(event.start, 1)
    if not before:
        return held and any(word.text == "," for word in line.between(first[1], line.span.end))
    owner = any(0 <= before[0].start - a.end <= 1 for a in event.sentence.actors)
    return held and before[0].text == "," and owner
