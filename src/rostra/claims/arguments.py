"""Who holds, does or suffers what a claim states."""

from collections.abc import Sequence

from rostra.claims.actors import Actor, together
from rostra.claims.events import Event
from rostra.claims.firstperson import is_first_person, own_side
from rostra.claims.grounds import is_place, land_of, leads_to_ground, sufferer
from rostra.claims.keepers import Run, first_of, keeper_of, led_owner
from rostra.claims.modality import is_condition
from rostra.claims.names import stranger
from rostra.claims.speakers import Voice

OWNER_ROOM = 45
"""Code points before a noun in which its owner stands ("Ostravia's third underground nuclear test")."""
AGENT_ROOM = 60
"""Code points behind "by" or "against" in which the one meant is named."""
ADJECTIVE_ROOM = 16
"""Code points in which another adjective may stand before that of the doer ("la retirada acelerada ostrava")."""
HOMELY = frozenset({"possession", "exercise", "mobilisation", "spending", "production", "acquisition"})
"""What a text tells of its main state when it names nobody."""
BUYERS_AND_MAKERS = frozenset({"delivery", "production", "acquisition"})


def holder_of(event: Event, voice: Voice, last: str | None) -> str | None:
    """The holder by the frame's roles.

    `voice` is the quotation around the fact: its speaker's "we" is his state. `last` is the holder of the fact of
    the same type before, for facts that name none of their own.
    """
    runs = _runs(event, _actors(event))
    if event.frame.type != "threat" and is_condition(event) and event.frame.type in {"strike", "deployment"}:
        return _threatener(event, voice)
    if event.frame.object == "lost" or event.frame.type == "loss":
        return sufferer(event, runs) or _bereaved(event, runs)
    if is_first_person(event):
        return own_side(event, voice, _home(event))
    named = led_owner(event, runs) or _doer(event, runs) or keeper_of(event, runs) or _spoken(event, voice)
    named = named or _dropped(event, voice)
    if named or stranger_of(event):
        return named or stranger_of(event)
    named = _carried(event, runs) or last
    return named or (_home(event) if _is_armed(event) or event.frame.type in HOMELY else None)


def _side(event: Event, voice: Voice) -> str | None:
    """The side of a speaker: his state, else his name, where it is more than a word for an office ("Defensa")."""
    known = event.sentence.scene.words.not_names
    return voice.state or (voice.name if voice.name and voice.name.lower() not in known else None)


def _threatener(event: Event, voice: Voice) -> str | None:
    """Who threatens where an attack is only the condition: the side of "we", never whoever might attack."""
    words = {
        word.text for word in event.sentence.line.between(event.clause.start, event.sentence.line.span.end)
    }
    return _side(event, voice) if words & event.sentence.scene.words.first_person else None


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


def stranger_of(event: Event) -> str | None:
    """The subject of a clause by its shape, where no table knows its state."""
    start, end = max(event.subject[0], _after_adverbial(event)), event.start
    if event.voice != "active":
        start, end = event.clause.start, event.start
    return stranger(event.sentence.scene, event.sentence.line, start, end)


def _is_armed(event: Event) -> bool:
    """Whether nameless forces act in the clause: "the army", in a text about one state."""
    return any(a.armed and event.clause.start <= a.start < event.clause.end for a in event.sentence.actors)


def _target_places(event: Event) -> list[tuple[int, int]]:
    words, line = event.sentence.scene.words, event.sentence.line
    marked = [
        (word.end, min(word.end + AGENT_ROOM, event.clause.end))
        for word in line.between(event.end, event.clause.end)
        if word.text in words.target_prepositions
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
        start = _after_adverbial(event)
        before = first_of([run for run in runs if not is_place(event, run)], start, event.start)
        if not before and not _opens_with_condition(event):
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


def _opens_with_condition(event: Event) -> bool:
    """Whether the clause begins with "if"."""
    first = event.sentence.line.after(event.clause.start, 1)
    return bool(first) and first[0].text in event.sentence.scene.words.conditions


def _after_adverbial(event: Event) -> int:
    """Where the subject starts: behind a fronted phrase ("On the border with Ostravia, ...")."""
    words = event.sentence.line.between(event.clause.start, event.start)
    fronted = event.sentence.scene.pack.words.prepositions
    if words and (words[0].text in fronted or _opens_with_condition(event)):
        comma = next((word.end for word in words if word.text == ","), None)
        return comma or event.clause.start
    return event.clause.start


def _behind(event: Event, runs: Sequence[Run], prepositions: frozenset[str]) -> str | None:
    for word in event.sentence.line.between(event.end, event.clause.end):
        if word.text in prepositions:
            found = first_of(runs, word.end, min(word.end + AGENT_ROOM, event.clause.end))
            if found:
                return found
    return None


def _beside_noun(event: Event, runs: Sequence[Run]) -> str | None:
    """The owner of a noun before it or behind its "of", or its clause's subject."""
    before = [run for run in runs if event.clause.start <= run[0] and run[1] <= event.start]
    before = [run for run in before if not _only_reacts(event, run[1])]
    if before and event.frame.type == "threat":
        return before[0][2]
    if before and event.start - before[-1][1] <= OWNER_ROOM:
        return before[-1][2]
    words = event.sentence.scene.words
    origin = words.owner_prepositions | (
        words.source_prepositions if event.frame.object != "target" else frozenset()
    )
    for word in event.sentence.line.after(event.end, 6):
        if word.text in words.target_prepositions - origin:
            break
        if word.text in origin:
            behind = first_of(runs, word.end, min(word.end + OWNER_ROOM, _given_to(event, word.end)))
            if behind and not (event.frame.type == "deployment" and leads_to_ground(event, word.end)):
                return behind
    return before[0][2] if before else None


def _only_reacts(event: Event, end: int) -> bool:
    """Whether a verb between an actor and the act says that he only answers to it: "Valdoria condemned the raid"."""
    between = {word.text for word in event.sentence.line.between(end, event.start)}
    return bool(between & event.sentence.scene.words.reactions)


def _given_to(event: Event, start: int) -> int:
    """Where "to" or "for" begins to name somebody else: "the delivery of rifles to the rebels"."""
    goals = event.sentence.scene.words.goal_prepositions
    words = event.sentence.line.between(start, event.clause.end)
    return next((word.start for word in words if word.text in goals), event.clause.end)


def _bereaved(event: Event, runs: Sequence[Run]) -> str | None:
    """Whose people died where nobody says it: the state they died in, or the main state unless it did it."""
    land = land_of(event)
    if land:
        return land
    home = _home(event)
    if event.voice != "active" or event.frame.object in {"self", "fact"}:
        return home
    start, end = event.subject
    own = any(a.armed and not a.name and start <= a.start and a.end <= end for a in event.sentence.actors)
    return None if own or home == _doer(event, runs) else home


def _home(event: Event) -> str | None:
    """The text's main state, where it is named no later than in this paragraph and no stranger is the subject."""
    scene = event.sentence.scene
    paragraph = scene.segments.paragraph_at(event.start)
    until = paragraph.end if paragraph else event.clause.end
    if stranger_of(event):
        return None
    return scene.states.home(until) or (scene.states.alone(until) if _is_armed(event) else None)


def _spoken(event: Event, voice: Voice) -> str | None:
    """Whom a pronoun before the verb means: "we" the speaker's side, "it" the speaker or who was named last."""
    words = event.sentence.scene.words
    before = {word.text for word in event.sentence.line.between(event.clause.start, event.start)}
    if before & words.first_person:
        return _side(event, voice)
    if before & words.third_person:
        return _nearest(event) or voice.state
    return None


def _dropped(event: Event, voice: Voice) -> str | None:
    """The side of the speaker, where a language drops the subject: "las autoridades dijeron que han probado ..."."""
    context, line = event.sentence.scene.pack.cues.context, event.sentence.line
    if not context.drop_subject or event.voice != "active" or voice.state is None:
        return None
    start = event.clause.start
    taken = any(start <= a.start < event.start for a in event.sentence.actors)
    kinds = ("equipment", "quantity", "person", "organisation")
    return None if taken or any(True for _ in line.inside(start, event.start, *kinds)) else voice.state


def _nearest(event: Event) -> str | None:
    """The actor last named in the sentence before the clause."""
    runs = _runs(event, _actors(event))
    earlier = [run for run in runs if run[1] <= event.clause.start]
    return earlier[-1][2] if earlier else None


def _carried(event: Event, runs: Sequence[Run]) -> str | None:
    """The subject of an earlier clause of the same sentence, for "and fired", "which sank", ", killing"."""
    if not event.clause.index:
        return None
    speakers = [quote.speaker for quote in event.sentence.line.quotes if quote.speaker]
    earlier = [
        run
        for run in runs
        if run[1] <= event.clause.start and not any(s.start <= run[0] < s.end for s in speakers)
    ]
    if not earlier:
        return None
    joined = event.clause.opener in event.sentence.scene.words.coordinators | {","}
    return earlier[0][2] if joined else earlier[-1][2]
