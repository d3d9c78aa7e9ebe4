"""Ground against people: where something is, whose it was, and the state of the land that people died in."""

from collections.abc import Sequence

from rostra.claims.arms import is_intransitive
from rostra.claims.events import Event
from rostra.claims.keepers import Run
from rostra.rules.wordsets import either


def sufferer(event: Event, runs: Sequence[Run]) -> str | None:
    """Whose loss it is: named in what was lost, and not as the place of it or the doer."""
    start, end = (event.end, event.clause.end) if event.voice == "noun" else event.object
    if event.voice == "active" and (event.frame.object in {"fact", "self"} or is_intransitive(event)):
        start, end = event.subject
    words = event.sentence.scene.words
    located = (either(words.place_prepositions, words.agent_prepositions, words.tool_prepositions)) - (
        either(words.owner_prepositions, words.goal_prepositions)
    )
    if event.voice == "active" and event.frame.object in {"lost", "seized"}:
        # "Shot down missiles fired by Ostravia": there it names whose they were.
        located -= words.agent_prepositions
    for begin, stop, name in runs:
        if start <= begin and stop <= end:
            before = [word.text for word in event.sentence.line.before(begin, 3)]
            if not located & set(before):
                return name
    return None


def land_of(event: Event) -> str | None:
    """The state of the place in the clause where people die: "twelve people died in Karsthaven"."""
    line, words = event.sentence.line, event.sentence.scene.words
    if any(True for _ in line.inside(event.clause.start, event.clause.end, "equipment")):
        return None
    located = words.place_prepositions - words.owner_prepositions
    for actor in event.sentence.actors:
        if not actor.name or not event.clause.start <= actor.start < event.clause.end:
            continue
        ground = actor.sort in {"place", "capital"} or (
            actor.sort == "state" and _is_of_ground(event, actor.end)
        )
        if ground and {word.text for word in line.before(actor.start, 5)} & located:
            return actor.name
    return None


def _is_of_ground(event: Event, end: int) -> bool:
    """Whether a word for ground stands right behind the adjective of a state: "in the Ostravian capital"."""
    following = event.sentence.line.after(end, 1)
    return bool(following) and "terrain" in event.sentence.line.classes(following[0].start, following[0].end)


def befalls(event: Event) -> bool:
    """Whether the "of" of a noun leads to whom it befalls: "the siege of Karsthaven"."""
    words = event.sentence.line.between(event.start, event.end)
    return event.voice == "noun" and any(word.text in event.sentence.scene.words.undergone for word in words)


def is_left(event: Event, start: int) -> bool:
    """Whether the only "of" of a departure leads to what is left: "la retirada de Marenia", not "de Ostravia de Marenia"."""
    line, words = event.sentence.line, event.sentence.scene.words
    if not any(word.text in words.departures for word in line.between(event.start, event.end)):
        return False
    behind = line.between(start, event.clause.end)
    return not any(word.text in words.source_prepositions for word in behind)


def leads_to_ground(event: Event, start: int) -> bool:
    """Whether a word for ground follows an "of": "the evacuation of the south of Marenia"."""
    line = event.sentence.line
    first = [
        word for word in line.after(start, 2) if word.text not in event.sentence.scene.pack.words.determiners
    ]
    return bool(first) and "terrain" in line.classes(first[0].start, first[0].end)


def describes_place(event: Event) -> bool:
    """Whether a participle opens its clause behind a place, which it describes: "the shoal, situated in the gulf"."""
    clause, line = event.clause, event.sentence.line
    if event.voice != "passive" or event.start != clause.start or not clause.index:
        return False
    agents = event.sentence.scene.words.agent_prepositions
    if any(word.text in agents for word in line.after(event.end, 1)):
        # "The town, besieged by the army": it tells who does it.
        return False
    before = line.before(clause.start, 2)
    word = next((one for one in reversed(before) if one.text[0].isalnum()), None)
    if word is None:
        return False
    placed = any(m.span.start <= word.start < m.span.end for m in line.mentions if m.kind == "place")
    return placed or "terrain" in line.classes(word.start, word.end)


def is_place(event: Event, run: Run) -> bool:
    """Whether a state is only where something is: "in Ostravia"."""
    words = event.sentence.scene.words
    located = words.place_prepositions - either(words.owner_prepositions, words.goal_prepositions)
    return bool(located & {word.text for word in event.sentence.line.before(run[0], 1)})
