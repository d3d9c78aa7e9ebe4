"""Who holds, does or suffers what a claim states."""

from collections.abc import Sequence

from rostra.claims.actors import Actor, together
from rostra.claims.events import Event, Sentence

Run = tuple[int, int, str]


def holder_of(event: Event, spoken_by: str | None, last: str | None) -> str | None:
    """The holder by the frame's roles.

    `spoken_by` is the state of a speaker who says "we"; `last` the holder of the fact before, for facts that name
    none of their own.
    """
    runs = together(event.sentence.scene, event.sentence.actors)
    if event.frame.object == "lost":
        return _sufferer(event, runs) or _land(event)
    return _doer(event, runs) or _pronoun(event, runs, spoken_by) or _carried(event, runs) or last


def target_of(event: Event, holder: str | None) -> str | None:
    """Whom a threat, a strike or a hostile deployment is aimed at; never the holder."""
    runs = together(event.sentence.scene, event.sentence.actors)
    for start, end in _target_places(event):
        for run in runs:
            if start <= run[0] and run[1] <= end and run[2] != holder:
                return run[2]
    return None


def _target_places(event: Event) -> list[tuple[int, int]]:
    words, line = event.sentence.scene.words, event.sentence.line
    marked = [
        (word.end, min(word.end + 70, event.clause.end))
        for word in line.between(event.end, event.clause.end)
        if word.text in words.target_prepositions
    ]
    return marked if event.voice == "noun" or event.frame.object != "target" else [*marked, event.object]


def _doer(event: Event, runs: Sequence[Run]) -> str | None:
    if event.voice != "active":
        behind = _behind_agent(event, runs)
        if behind:
            return behind
    if event.voice == "noun":
        return _beside_noun(event, runs)
    if event.voice == "passive":
        return _first(runs, *event.object)
    start = _after_adverbial(event)
    return _first(runs, start, event.start)


def _after_adverbial(event: Event) -> int:
    """Where the subject starts: behind a fronted phrase ("On the border with Ostravia, ...")."""
    words = event.sentence.line.between(event.clause.start, event.start)
    if words and words[0].text in event.sentence.scene.pack.words.prepositions:
        comma = next((word.end for word in words if word.text == ","), None)
        return comma or event.clause.start
    return event.clause.start


def _behind_agent(event: Event, runs: Sequence[Run]) -> str | None:
    words = event.sentence.scene.words
    for word in event.sentence.line.between(event.end, event.clause.end):
        if word.text in words.agent_prepositions:
            return _first(runs, word.end, min(word.end + 60, event.clause.end))
    return None


def _beside_noun(event: Event, runs: Sequence[Run]) -> str | None:
    """The owner before a noun ("Ostravia's test"), behind its "of", or the subject of its clause."""
    before = [run for run in runs if event.clause.start <= run[0] and run[1] <= event.start]
    if before and event.start - before[-1][1] <= 45:
        return before[-1][2]
    words = event.sentence.scene.words
    for word in event.sentence.line.after(event.end, 6):
        if word.text in words.owner_prepositions and event.frame.object != "lost":
            behind = _first(runs, word.end, min(word.end + 30, event.clause.end))
            if behind:
                return behind
    return before[0][2] if before else None


def _first(runs: Sequence[Run], start: int, end: int) -> str | None:
    return next((name for begin, stop, name in runs if start <= begin and stop <= end), None)


def _sufferer(event: Event, runs: Sequence[Run]) -> str | None:
    start, end = event.object
    if event.voice == "noun":
        start = event.end
    words = event.sentence.scene.words
    for word in event.sentence.line.between(start, end):
        if event.voice == "active" and word.text in words.agent_prepositions | words.place_prepositions:
            end = word.start
            break
    return _first(runs, start, end)


def _land(event: Event) -> str | None:
    """The state where something was lost, when nobody else is named as its owner."""
    for actor in event.sentence.actors:
        before = event.sentence.line.before(actor.start, 2)
        located = {word.text for word in before} & event.sentence.scene.words.place_prepositions
        if located and actor.sort in {"state", "place"}:
            return actor.name
    return None


def _pronoun(event: Event, runs: Sequence[Run], spoken_by: str | None) -> str | None:
    words = event.sentence.scene.words
    before = {word.text for word in event.sentence.line.between(event.clause.start, event.start)}
    if spoken_by and before & words.first_person:
        return spoken_by
    if before & words.third_person:
        return _nearest_before(event.sentence, event.clause.start, runs)
    return None


def _carried(event: Event, runs: Sequence[Run]) -> str | None:
    """The subject of an earlier clause of the same sentence, for "and fired", "which sank", ", killing"."""
    return _nearest_before(event.sentence, event.clause.start, runs) if event.clause.index else None


def _nearest_before(sentence: Sentence, offset: int, runs: Sequence[Run]) -> str | None:
    places = {actor.start for actor in sentence.actors if actor.sort in {"place", "person"}}
    earlier = [run for run in runs if run[1] <= offset and run[0] not in places]
    return earlier[0][2] if earlier else None


def first_actor(actors: Sequence[Actor]) -> str | None:
    """The first actor with a name, persons and places left out."""
    return next((a.name for a in actors if a.name and a.sort not in {"person", "place"}), None)
