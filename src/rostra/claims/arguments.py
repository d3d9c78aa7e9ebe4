"""Who holds, does or suffers what a claim states."""

from collections.abc import Sequence

from rostra.claims.absent import (
    after_adverbial,
    bereaved,
    carried,
    dropped,
    home_of,
    is_armed,
    opens_with_condition,
    side_of,
    spoken,
    stranger_of,
)
from rostra.claims.actors import Actor, together
from rostra.claims.events import Event
from rostra.claims.firstperson import is_first_person, own_side
from rostra.claims.grounds import befalls, is_left, is_place, leads_to_ground, sufferer
from rostra.claims.keepers import Run, first_of, keeper_of, led_owner
from rostra.claims.memory import Past
from rostra.claims.modality import is_condition
from rostra.claims.scene import Word
from rostra.claims.speakers import Voice
from rostra.model import ClaimType
from rostra.rules.wordsets import either

OWNER_ROOM = 45
"""Code points before a noun in which its owner stands ("Ostravia's third underground nuclear test")."""
AGENT_ROOM = 60
"""Code points behind "by" or "against" in which the one meant is named."""
ADJECTIVE_ROOM = 16
"""Code points in which another adjective may stand before that of the doer ("la retirada acelerada ostrava")."""
HOMELY = frozenset({"possession", "exercise", "mobilisation", "spending", "production", "acquisition"})
"""What a text tells of its main state when it names nobody."""
BUYERS_AND_MAKERS = frozenset({"delivery", "production", "acquisition"})


def holder_of(event: Event, kind: ClaimType, voice: Voice, past: Past) -> str | None:
    """The holder of a claim of that kind by the frame's roles.

    `voice` is the quotation around the fact: its speaker's "we" is his state. `past` is who was spoken of before,
    for facts that name nobody.
    """
    runs = _runs(event, _actors(event))
    if event.frame.type != "threat" and is_condition(event) and event.frame.type in {"strike", "deployment"}:
        return _threatener(event, voice)
    if kind != "threat" and (event.frame.object == "lost" or event.frame.type == "loss"):
        return sufferer(event, runs) or bereaved(event, runs, _doer(event, runs))
    if is_first_person(event):
        return own_side(event, voice, home_of(event))
    guest = sufferer(event, runs) if event.frame.guest else None
    named = guest or led_owner(event, runs) or _doer(event, runs) or keeper_of(event, runs)
    named = named or spoken(event, voice, past) or dropped(event, voice, past) or stranger_of(event)
    arms = (event.clause.start, event.start) if event.voice == "active" else event.object
    named = (
        named
        or past.owner(event.sentence, *arms)
        or carried(event, runs)
        or past.denier
        or past.memory.last.get(kind)
    )
    return named or (home_of(event) if is_armed(event) or event.frame.type in HOMELY else None)


def _threatener(event: Event, voice: Voice) -> str | None:
    """Who threatens where an attack is only the condition: the side of "we", never whoever might attack."""
    words = {
        word.text for word in event.sentence.line.between(event.clause.start, event.sentence.line.span.end)
    }
    return side_of(event, voice) if words & event.sentence.scene.words.first_person else None


def target_of(event: Event, holder: str | None) -> str | None:
    """Whom a threat, a strike or a hostile deployment is aimed at; never the holder."""
    runs = _runs(event, event.sentence.actors)
    for start, end in _target_places(event):
        for run in runs:
            if start <= run[0] and run[1] <= end and run[2] != holder:
                return run[2]
    return _struck_land(event, holder) if event.frame.type == "strike" else None


def _actors(event: Event) -> list[Actor]:
    """Who can hold a fact: companies make and deliver; they buy only where nobody else is named."""
    named = event.sentence.scene.states.named
    unknown = [a for a in event.sentence.actors if a.sort == "person" and named(a.name) is None]
    held = event.frame.type in HOMELY
    actors = [a for a in event.sentence.actors if a.sort != "company" and not (held and a in unknown)]
    if event.frame.type not in BUYERS_AND_MAKERS:
        return actors
    buyers = [a for a in actors if a.name and event.clause.start <= a.start < event.clause.end]
    return actors if buyers and event.frame.type == "acquisition" else list(event.sentence.actors)


def _runs(event: Event, actors: Sequence[Actor]) -> list[Run]:
    """Actors that act together; who speaks in the sentence is never joined to who acts in it."""
    speakers = [quote.speaker for quote in event.sentence.line.quotes if quote.speaker]
    speaking = [a for a in actors if any(s.start <= a.start and a.end <= s.end for s in speakers)]
    acting = [a for a in actors if a not in speaking]
    scene = event.sentence.scene
    return sorted([*together(scene, speaking), *together(scene, acting)])


def _target_places(event: Event) -> list[tuple[int, int]]:
    words, line = event.sentence.scene.words, event.sentence.line
    suffered = befalls(event)
    marked = [
        (word.end, min(word.end + AGENT_ROOM, event.clause.end))
        for word in line.between(event.end, event.clause.end)
        if word.text in words.target_prepositions or (suffered and word.text in words.owner_prepositions)
    ]
    return marked if event.voice == "noun" or event.frame.object != "target" else [*marked, event.object]


def _struck_land(event: Event, holder: str | None) -> str | None:
    """The state of a place that is struck."""
    places = [
        a for a in event.sentence.actors if a.sort == "place" and event.end <= a.start < event.clause.end
    ]
    return next((a.name for a in places if a.name and a.name != holder), None)


def _doer(event: Event, runs: Sequence[Run]) -> str | None:
    if event.voice == "active":
        start = after_adverbial(event)
        before = first_of([run for run in runs if not is_place(event, run)], start, event.start)
        if not before and not opens_with_condition(event):
            before = first_of(runs, *event.subject)
        return before or _inverted(event, runs)
    touching = _touching(event, runs) if event.voice == "noun" else None
    named = touching or _behind(event, runs, event.sentence.scene.words.agent_prepositions)
    if named or event.voice == "noun":
        return named or _beside_noun(event, runs)
    return first_of([run for run in runs if not _is_goal(event, run)], *event.object)


def _inverted(event: Event, runs: Sequence[Run]) -> str | None:
    """The subject right behind its verb, where the language drops or moves it: "patrullan tropas de Ostravia"."""
    scene = event.sentence.scene
    if not scene.pack.cues.context.drop_subject or event.frame.object != "self":
        return None
    for start, _, name in runs:
        between = {word.text for word in event.sentence.line.between(event.end, start)}
        if 0 < start - event.end <= OWNER_ROOM and not between & scene.pack.words.prepositions:
            return name
    return None


def _is_goal(event: Event, run: Run) -> bool:
    """Whether it only receives: "se entregaron a Ostravia 40 tanques"."""
    before = {word.text for word in event.sentence.line.before(run[0], 1)}
    return event.frame.type == "delivery" and bool(before & event.sentence.scene.words.goal_prepositions)


def _touching(event: Event, runs: Sequence[Run]) -> str | None:
    """An adjective right behind the noun: "el bombardeo ostravo"."""
    last = event.sentence.line.before(event.end, 1)
    if last and last[0].text in event.sentence.scene.pack.words.prepositions:
        return None
    near = next((run for run in runs if 0 < run[0] - event.end <= ADJECTIVE_ROOM), None)
    if near is None:
        return None
    between = event.sentence.line.between(event.end, near[0])
    closed = event.sentence.scene.pack.words
    loose = [word.text for word in between if word.text in closed.prepositions or not word.text.isalpha()]
    return near[2] if len(between) < 2 and not loose else None


def _behind(event: Event, runs: Sequence[Run], prepositions: frozenset[str]) -> str | None:
    for word in event.sentence.line.between(event.end, event.clause.end):
        if word.text in prepositions:
            found = first_of(runs, word.end, min(word.end + AGENT_ROOM, event.clause.end))
            if found:
                return found
    return None


def _beside_noun(event: Event, runs: Sequence[Run]) -> str | None:
    """The owner of a noun before it or behind its "of", or its clause's subject."""
    before = [run for run in runs if event.clause.start <= run[0] < event.start and run[1] <= event.end]
    before = [run for run in before if not _only_reacts(event, run[1])]
    if before and event.frame.type == "threat":
        return before[0][2]
    near = before[-1] if before and event.start - before[-1][1] <= OWNER_ROOM else None
    if near and _is_adjacent(event, near[1]):
        return near[2]
    words = event.sentence.scene.words
    sourced = event.frame.object != "target" and event.frame.type not in {"deployment", "acquisition"}
    origin = words.owner_prepositions | (words.source_prepositions if sourced else frozenset())
    for word in event.sentence.line.after(event.end, 6):
        if word.text in words.target_prepositions - origin:
            break
        if word.text in origin:
            behind = first_of(runs, word.end, min(word.end + OWNER_ROOM, _given_to(event, word.end)))
            if behind and not _is_ground(event, word):
                return behind
    return near[2] if near else before[0][2] if before else None


def _is_ground(event: Event, preposition: Word) -> bool:
    """Whether an "of" leads to ground, to what is left or to whom it befalls, and to no forces: "the siege of Marenia"."""
    armed = any(a.armed for a in event.sentence.actors if 0 <= a.start - preposition.end <= ADJECTIVE_ROOM)
    if event.frame.type == "deployment" and leads_to_ground(event, preposition.end):
        return True
    return not armed and (befalls(event) or is_left(event, preposition.end))


def _is_adjacent(event: Event, end: int) -> bool:
    """Whether no preposition and no verb but a carrying one parts an actor from the noun: "Valdoria's third night raid"."""
    line, closed = event.sentence.line, event.sentence.scene.pack.words
    if "support" in line.classes(end, event.start):
        return True
    verbs = (h for h in line.hits if any(use.frame.kind == "verb" for use in h.value.uses))
    if any(end <= hit.start < event.start for hit in verbs):
        return False
    apart = either(closed.prepositions, closed.auxiliaries)
    return not any(word.text in apart for word in line.between(end, event.start))


def _only_reacts(event: Event, end: int) -> bool:
    """Whether a verb between an actor and the act says that he only answers to it: "Valdoria condemned the raid"."""
    between = {word.text for word in event.sentence.line.between(end, event.start)}
    return bool(between & event.sentence.scene.words.reactions)


def _given_to(event: Event, start: int) -> int:
    """Where "to" or "for" begins to name somebody else: "the delivery of rifles to the rebels"."""
    goals = event.sentence.scene.words.goal_prepositions
    words = event.sentence.line.between(start, event.clause.end)
    return next((word.start for word in words if word.text in goals), event.clause.end)
