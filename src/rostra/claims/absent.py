"""Whose fact it is where its clause names nobody: a pronoun's, the speaker's, the one's who acted last, the main state's."""

from collections.abc import Sequence

from rostra.claims.events import Event
from rostra.claims.grounds import is_place, land_of
from rostra.claims.keepers import Run
from rostra.claims.memory import Past
from rostra.claims.names import stranger
from rostra.claims.scene import Word
from rostra.claims.speakers import Voice
from rostra.rules.wordsets import either

FOLLOWING_ROOM = 24
"""Code points behind a verb in which its subject starts, where it may follow."""
HEAD_WORDS = 5
"""Words before a relative clause among which the owner of its head stands: "its wing, which had 300 men"."""
CONTENT_ROOM = 3
"""Words of a reported clause before its verb that leave no room for a subject: "vowed | to hit back"."""


def side_of(event: Event, voice: Voice) -> str | None:
    """The side of a speaker: his state, else his name, where it is more than a word for an office ("Defensa")."""
    scene = event.sentence.scene
    if voice.state or not voice.name or voice.name.lower() in scene.words.not_names:
        return voice.state
    person = any(m.kind == "person" and m.name == voice.name for m in scene.mentions)
    return (home_of(event) if person else None) or voice.name


def stranger_of(event: Event) -> str | None:
    """The subject of a clause by its shape, where no table knows its state."""
    start, end = max(event.subject[0], after_adverbial(event)), event.start
    if event.voice != "active":
        start, end = event.clause.start, event.start
    return stranger(event.sentence.scene, event.sentence.line, start, end)


def after_adverbial(event: Event) -> int:
    """Where the subject starts: behind a fronted phrase ("On the border with Ostravia, ...")."""
    words = event.sentence.line.between(event.clause.start, event.start)
    fronted = event.sentence.scene.pack.words.prepositions
    if words and (words[0].text in fronted or opens_with_condition(event)):
        comma = next((word.end for word in words if word.text == ","), None)
        return comma or event.clause.start
    return event.clause.start


def opens_with_condition(event: Event) -> bool:
    """Whether the clause begins with "if"."""
    first = event.sentence.line.after(event.clause.start, 1)
    return bool(first) and first[0].text in event.sentence.scene.words.conditions


def is_armed(event: Event) -> bool:
    """Whether nameless forces act in the clause: "the army", in a text about one state."""
    return any(a.armed and event.clause.start <= a.start < event.clause.end for a in event.sentence.actors)


def home_of(event: Event) -> str | None:
    """The text's main state, where it is named no later than in this paragraph and no stranger is the subject."""
    scene = event.sentence.scene
    paragraph = scene.segments.paragraph_at(event.start)
    until = paragraph.end if paragraph else event.clause.end
    if stranger_of(event):
        return None
    return scene.states.home(until) or (scene.states.alone(until) if is_armed(event) else None)


def bereaved(event: Event, runs: Sequence[Run], doer: str | None) -> str | None:
    """Whose people died where nobody says it: the state they died in, or the main state unless it did it."""
    start, end = event.subject if event.voice == "active" else (event.clause.start, event.clause.end)
    own = any(a.armed and not a.name and start <= a.start and a.end <= end for a in event.sentence.actors)
    teller = _teller(event, runs) if own and event.voice == "noun" else None
    land = teller or land_of(event)
    if land:
        return land
    home = home_of(event)
    if event.voice != "active" or event.frame.object in {"self", "fact"}:
        return home
    return None if own or home == doer else home


def _teller(event: Event, runs: Sequence[Run]) -> str | None:
    """The state that tells of its own dead: "Valdoria confirmed the death of three soldiers in Marenia"."""
    words = event.sentence.scene.words
    for start, end, name in runs:
        between = {word.text for word in event.sentence.line.between(end, event.start)}
        if event.clause.start <= start and end <= event.start and between & words.reactions:
            return name
    return None


def spoken(event: Event, voice: Voice, past: Past) -> str | None:
    """Whom a pronoun before the verb means: "we" the speaker's side, "it" the speaker or who was named last."""
    words = event.sentence.scene.words
    before = event.sentence.line.between(event.clause.start, event.start)
    if any(word.text in words.first_person for word in before):
        return side_of(event, voice)
    pronoun = _pronoun(event, before)
    return past.meant(event.sentence, pronoun.start) or voice.state if pronoun else None


def _pronoun(event: Event, before: Sequence[Word]) -> Word | None:
    """The pronoun in a clause, or in the one that a relative clause hangs on: "its wing, which had 300 men"."""
    third = event.sentence.scene.words.third_person
    found = next((word for word in before if word.text in third), None)
    if found or event.clause.opener not in event.sentence.scene.pack.words.relatives:
        return found
    head = event.sentence.line.before(event.clause.start, HEAD_WORDS)
    verbs = [hit.start for hit in event.sentence.line.hits if hit.value.uses]
    since = max((at for at in verbs if at < event.clause.start), default=0)
    return next((word for word in head if word.text in third and word.start > since), None)


def dropped(event: Event, voice: Voice, past: Past) -> str | None:
    """The side of the speaker, where a language drops the subject: "las autoridades dijeron que han probado ..."."""
    if event.voice != "active":
        return None
    if not event.sentence.scene.pack.cues.context.drop_subject:
        return _reported(event, voice)
    start, line = event.clause.start, event.sentence.line
    taken = any(start <= a.start < event.start for a in event.sentence.actors)
    kinds = ("equipment", "quantity", "person", "organisation")
    if taken or any(True for _ in line.inside(start, event.start, *kinds)) or _is_followed(event):
        return None
    if voice.state:
        return voice.state
    return past.topic() if not event.clause.index and not _is_impersonal(event) else None


def _is_followed(event: Event) -> bool:
    """Whether forces stand right behind a verb whose subject they are: "permanecen tres batallones"."""
    if event.frame.object != "self":
        return False
    near = event.end + FOLLOWING_ROOM
    return any(a.armed and event.end <= a.start <= near for a in event.sentence.actors)


def _is_impersonal(event: Event) -> bool:
    before = {word.text for word in event.sentence.line.before(event.start, 2)}
    return bool(before & event.sentence.scene.words.reflexives)


def _reported(event: Event, voice: Voice) -> str | None:
    """The speaker of a clause that opens with its verb: "The Valdorian rebels vowed | to hit back"."""
    quotes = [q for q in event.sentence.line.quotes if q.id == voice.quote and q.kind != "direct"]
    if not quotes or event.start < quotes[0].content.start:
        return None
    ahead = event.sentence.line.between(quotes[0].content.start, event.start)
    markers = either(event.sentence.scene.words.infinitive_markers, event.sentence.scene.words.adverb_marks)
    free = len(ahead) < CONTENT_ROOM and all(word.text in markers for word in ahead)
    return side_of(event, voice) if free else None


def carried(event: Event, runs: Sequence[Run]) -> str | None:
    """The subject of an earlier clause of the same sentence, for "and fired", "which sank", ", killing"."""
    if not event.clause.index:
        return None
    speakers = [quote.speaker for quote in event.sentence.line.quotes if quote.speaker]
    earlier = [
        run
        for run in runs
        if run[1] <= event.clause.start and not any(s.start <= run[0] < s.end for s in speakers)
    ]
    earlier = [run for run in earlier if not is_place(event, run)] or earlier
    if not earlier:
        return None
    joined = event.clause.opener in event.sentence.scene.words.coordinators | {","}
    return earlier[0][2] if joined else earlier[-1][2]
