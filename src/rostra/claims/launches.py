"""Whether what is launched is a test or an attack: the same verbs tell of both, so the words around them decide."""

from dataclasses import replace

from rostra.claims.conditions import fits
from rostra.claims.events import Event, readings
from rostra.claims.lexicon import Lexeme
from rostra.claims.positions import WATER_WORDS
from rostra.claims.sentences import Sentence
from rostra.rules.frames import Frame
from rostra.text import Hit

AGAINST_ROOM = 40
"""Code points behind "against" in which something is named that can be hit."""
GROUND_WORDS = 4
"""Words behind a preposition among which a firing ground is named."""
_STOPS = frozenset({",", ";", ":"})
_BOTH = frozenset({"test", "strike"})
_HITTABLE = frozenset({"people", "forces", "groups", "terrain", "bases", "military"})


def reading_of(sentence: Sentence, hit: Hit[Lexeme]) -> Event | None:
    """The first reading of a trigger that fits; of a launch the one that the words around it speak for."""
    fitting = (event for event in readings(sentence, hit) if fits(event))
    first = next(fitting, None)
    if first is None or first.frame.type not in _BOTH:
        return first
    if not {use.frame.type for use in hit.value.uses} >= _BOTH:
        return first
    hostile = is_hostile(first)
    wanted = "strike" if hostile else "test"
    if hostile is None or first.frame.type == wanted:
        return first
    other = next((event for event in fitting if event.frame.type == wanted), None)
    if other or not (hostile or _harms_nobody(first)):
        return other or first
    return replace(first, frame=_as_attack(first.frame) if hostile else replace(first.frame, type="test"))


def _as_attack(frame: Frame) -> Frame:
    return replace(frame, type="strike", object="target")


def is_hostile(event: Event) -> bool | None:
    """Whether something is launched at an enemy; False into the sea or in a drill, None where nothing tells."""
    if all("trial" in need for need in event.frame.needs):
        return False
    drilled = any(u.frame.type == "exercise" for hit in event.sentence.line.hits for u in hit.value.uses)
    if _by_group(event) or (not _at_range(event) and _against(event, only_actors=drilled)):
        return True
    harmless = drilled or event.sentence.scene.at_test or _harms_nobody(event)
    return False if harmless else None


def _goes_until(event: Event) -> int:
    """Where the words about a launch end: at a comma or at the next verb of a fact, be it behind a "from"."""
    line = event.sentence.line
    ends = [w.start for w in line.between(event.end, line.span.end) if w.text in _STOPS]
    ends += [h.start for h in line.hits if h.start > event.end and _is_verb(h)]
    return min(ends, default=line.span.end)


def _is_verb(hit: Hit[Lexeme]) -> bool:
    finite = (use.frame.kind == "verb" and use.tags & {"past", "present", "future"} for use in hit.value.uses)
    return bool(hit.value.uses) and all(finite)


def _harms_nobody(event: Event) -> bool:
    """Whether it goes into open water, or is launched on a firing ground."""
    return _at_sea(event) or _at_range(event)


def _at_sea(event: Event) -> bool:
    """Whether open water follows a preposition: "into the sea", "al mar"."""
    line, words = event.sentence.line, event.sentence.scene.words
    leading = words.target_prepositions | words.goal_prepositions
    for word in line.between(event.end, _goes_until(event)):
        if word.text in leading and "open_water" in line.classes_behind(word.end, WATER_WORDS, line.span.end):
            return True
    return False


def _at_range(event: Event) -> bool:
    """Whether it is launched at or from a firing ground: "at the Selm range"."""
    line, words = event.sentence.line, event.sentence.scene.words
    leading = words.target_prepositions | words.goal_prepositions | words.place_prepositions
    until = _goes_until(event)
    for word in line.between(event.end, until):
        if word.text in leading:
            near = (w.text for w in line.after(word.end, GROUND_WORDS) if w.end <= until)
            measured = not words.owner_prepositions.isdisjoint(near)  # "at a range of 300 km"
            if not measured and "firing_grounds" in line.classes_behind(word.end, GROUND_WORDS, until):
                return True
    return False


def _against(event: Event, *, only_actors: bool) -> bool:
    """Whether "against" leads to somebody, to arms or to ground."""
    line, against = event.sentence.line, event.sentence.scene.words.strict_target_prepositions
    end = _goes_until(event)
    for word in line.between(event.end, end):
        if word.text not in against:
            continue
        near = word.end, min(word.end + AGAINST_ROOM, end)
        if any(near[0] <= a.start < near[1] for a in event.sentence.actors):
            return True
        arms = any(True for _ in line.inside(*near, "equipment"))
        if not only_actors and (arms or line.classes(*near) & _HITTABLE):
            return True
    return False


def _by_group(event: Event) -> bool:
    """Whether rebels or an armed movement launch it: they try out nothing."""
    start, end = (event.clause.start, event.start) if event.voice == "active" else event.scope
    aims = event.sentence.scene.words.target_prepositions
    for actor in event.sentence.actors:
        grouped = actor.sort in {"group", "movement"} or (actor.sort == "organisation" and actor.armed)
        if grouped and start <= actor.start < end:
            before = event.sentence.line.before(actor.start, 1)
            if not before or before[0].text not in aims:
                return True
    return False
