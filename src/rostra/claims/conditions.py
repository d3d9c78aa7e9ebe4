"""What a frame needs beside its trigger. Each condition is a small predicate over an event."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rostra.claims.events import QUOTATION_MARKS, Event
from rostra.model import Quantity

DIRECT_ROOM = 30
"""Code points between a verb of holding, a number and what it counts."""
PARTICLE_ROOM = 7
"""Words behind a verb within which its second half stands ("shot two of the drones down")."""
INVERTED_ROOM = 45
"""Code points behind a verb in which a subject that follows it starts."""
ARTICLE_ROOM = 6
"""Code points in which an article stands."""
TARGET_ROOM = 40
"""Code points behind a preposition in which the target stands."""


def fits(event: Event) -> bool:
    """Whether one of the frame's alternatives holds and no word takes the trigger out of the subject."""
    frame = event.frame
    if (frame.forbids and _forbidden(event)) or (frame.particles and not _has_particle(event)):
        return False
    return any(all(CONDITIONS[name](event) for name in need) for need in frame.needs)


def _forbidden(event: Event) -> bool:
    start, end = max(event.clause.start, event.start - 60), min(event.sentence.line.span.end, event.end + 60)
    marks = event.sentence.scene.words.possessive_marks
    texts = (word.text for word in event.sentence.line.between(start, end))
    around = " " + " ".join(_unmarked(text, marks) for text in texts) + " "
    return any(f" {word} " in around for word in event.frame.forbids)


def _unmarked(text: str, marks: frozenset[str]) -> str:
    """A word without the mark of an owner: "union's" is "union"."""
    return next((text[: -len(mark)] for mark in marks if len(text) > len(mark) and text.endswith(mark)), text)


def _has_particle(event: Event) -> bool:
    """Whether the second half of a verb stands close behind it in its clause."""
    following = event.sentence.line.after(event.end, PARTICLE_ROOM)
    return any(word.text in event.frame.particles and word.start < event.clause.end for word in following)


def _is_located(event: Event) -> bool:
    """Whether a place stands right behind the arms of the object: "has six warships in the gulf"."""
    line, words = event.sentence.line, event.sentence.scene.words
    for mention in line.inside(*event.object, "equipment"):
        after = line.after(mention.span.end, 1)
        if mention.equipment_class == "platform" and after and after[0].text in words.place_prepositions:
            return _names_place(event, after[0].end)
    return False


def _names_place(event: Event, start: int) -> bool:
    """Whether a place, a state or a word for ground or water follows at once."""
    line, end = event.sentence.line, min(start + TARGET_ROOM, event.clause.end)
    places = line.inside(start, end, "place", "country")
    return any(True for _ in places) or bool(line.classes(start, end) & {"terrain", "sea"})


def _is_given(event: Event) -> bool:
    """Whether "to" and a state or a force follow what is sent: "sent 14 tanks to Ostravia"."""
    goals = event.sentence.scene.words.goal_prepositions
    ends = [w.end for w in event.sentence.line.between(event.end, event.clause.end) if w.text in goals]
    takers = [a for a in event.sentence.actors if a.sort in {"state", "force", "group", "name"}]
    return any(0 < actor.start - end <= ARTICLE_ROOM for end in ends for actor in takers)


def _is_share(event: Event) -> bool:
    """Whether a percentage stands in the clause."""
    found = event.sentence.line.inside(event.clause.start, event.clause.end, "quantity")
    return any(isinstance(m.value, Quantity) and m.value.unit in {"percent", "%"} for m in found)


def _is_counted(event: Event) -> bool:
    """Whether a number stands right before the trigger: "400 troops in"."""
    start = max(event.clause.start, event.start - DIRECT_ROOM)
    return any(True for _ in event.sentence.line.inside(start, event.end, "quantity"))


def _arms(event: Event, start: int, end: int) -> bool:
    return any(True for _ in event.sentence.line.inside(start, end, "equipment"))


def _armed(event: Event, start: int, end: int) -> bool:
    return any(a.armed and start <= a.start and a.end <= end for a in event.sentence.actors)


def _classes(event: Event, *, clause: bool = False) -> set[str]:
    """Classes of the words around the trigger; its own do not count, or every attack would prove a war."""
    line = event.sentence.line
    start, end = event.scope if clause else (line.span.start, line.span.end)
    found = line.classes(start, event.start) | line.classes(event.end, end)
    own = (
        line.classes(event.start, event.end) - {"war"}
        if " " in event.sentence.scene.folded[event.start : event.end]
        else set()
    )
    return found | own


def _is_military(event: Event) -> bool:
    found = _classes(event)
    return bool(found & {"military", "groups", "forces", "munitions"}) or _arms(event, *_whole(event))


def _whole(event: Event) -> tuple[int, int]:
    return event.sentence.line.span.start, event.sentence.line.span.end


def _has_platform(event: Event) -> bool:
    mentions = event.sentence.line.inside(*event.scope, "equipment")
    return any(mention.equipment_class == "platform" for mention in mentions)


def _has_actor(event: Event) -> bool:
    return any(a.name for a in event.sentence.actors)


def _has_state(event: Event) -> bool:
    return any(a.sort in {"state", "force", "group"} for a in event.sentence.actors)


def _has_target(event: Event) -> bool:
    """Whether "on", "against" or the like is followed closely by somebody or something that can be hit."""
    line, words = event.sentence.line, event.sentence.scene.words
    for word in line.between(event.end, event.clause.end):
        if word.text not in words.target_prepositions or _before_time(event, word.end):
            continue
        near = (word.end, min(word.end + TARGET_ROOM, event.clause.end))
        if "open_water" in line.classes(*near):
            continue
        if any(near[0] <= a.start < near[1] for a in event.sentence.actors) or _arms(event, *near):
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
    """Whether an article follows, in a text that is about arms: "at the refinery"."""
    following = event.sentence.line.after(offset, 1)
    scene = event.sentence.scene
    return scene.is_military and bool(following) and following[0].text in scene.pack.words.determiners


def _is_direct(event: Event) -> bool:
    """Whether the object stands right behind the verb: no participle between, as in "has tested a missile"."""
    line, closed = event.sentence.line, event.sentence.scene.pack.words
    following = [word for word in line.after(event.end, 3) if word.text not in QUOTATION_MARKS]
    if not following:
        return False
    if following[0].text in closed.negations and len(following) > 1:
        # "have never tested" is a perfect, "have no missiles" is none.
        following = following[1:]
    if following[0].text in closed.determiners or following[0].text[:1].isdigit():
        return True
    numbers = {m.span.start for m in line.mentions if m.kind == "quantity"}
    triggers = {hit.start for hit in line.hits if hit.value.uses}
    if len(following) > 1 and following[1].start in numbers and following[0].start not in triggers:
        return following[0].text not in closed.prepositions
    kinds = {"equipment", "quantity", "nationality", "country"}
    return any(m.kind in kinds and m.span.start <= following[0].start < m.span.end for m in line.mentions)


def _is_inverted(event: Event) -> bool:
    """Whether the verb's subject follows it: forces or arms with no more than articles, numbers and places before."""
    line = event.sentence.line
    starts = [a.start for a in event.sentence.actors if a.armed and a.start >= event.end]
    starts += [m.span.start for m in line.inside(event.end, event.clause.end, "equipment")]
    first = min(starts, default=event.end + INVERTED_ROOM)
    if first - event.end >= INVERTED_ROOM:
        return False
    small = event.sentence.scene.pack.words.determiners | event.sentence.scene.words.goal_prepositions
    between = [m.span for m in line.inside(event.end, first, "quantity", "place", "country", "date")]
    return all(
        word.text in small or any(s.start <= word.start < s.end for s in between)
        for word in line.between(event.end, first)
    )


def _has_people(event: Event) -> bool:
    line = event.sentence.line
    return "people" in line.classes(*event.scope) or any(
        isinstance(m.value, Quantity) and m.value.unit == "people"
        for m in line.inside(*event.scope, "quantity")
    )


def _has_counted_force(event: Event) -> bool:
    """Whether a number and a word for forces or people stand in the object: "has 30,000 soldiers"."""
    line = event.sentence.line
    for mention in line.inside(*event.object, "quantity"):
        if mention.span.start - event.end > DIRECT_ROOM:
            return False
        near = line.classes(mention.span.start, min(mention.span.end + DIRECT_ROOM, event.object[1]))
        if near & {"people", "forces"}:
            return "forces" in near or _armed(event, *_whole(event)) or _is_martial(event)
    return False


def _is_martial(event: Event) -> bool:
    """Whether the sentence has a word for things military, or stands in a text about arms."""
    return "military" in _classes(event) or event.sentence.scene.is_military


def _has_measure(event: Event) -> bool:
    mentions = event.sentence.line.inside(*event.scope, "quantity")
    return any(isinstance(m.value, Quantity) and m.value.unit not in {"items", "people"} for m in mentions)


def _has_place(event: Event) -> bool:
    mentions = event.sentence.line.inside(*_whole(event), "place", "country")
    return any(True for _ in mentions) or "terrain" in _classes(event, clause=True)


def _has_named_arms(event: Event) -> bool:
    mentions = event.sentence.line.inside(*event.scope, "equipment")
    return any(mention.id or mention.candidates for mention in mentions)


CONDITIONS: Mapping[str, Callable[[Event], bool]] = MappingProxyType(
    {
        "none": lambda _: True,
        "direct": _is_direct,
        "inverted": _is_inverted,
        "text": lambda event: event.sentence.scene.is_military,
        "arms": lambda event: _arms(event, *event.scope),
        "object_arms": lambda event: _arms(event, *event.object),
        "subject_arms": lambda event: _arms(event, *event.subject),
        "platform": _has_platform,
        "named_arms": _has_named_arms,
        "munition": lambda event: "munitions" in _classes(event, clause=True),
        "nuclear": lambda event: bool(_classes(event, clause=True) & {"nuclear", "munitions"}),
        "force": lambda event: _armed(event, *event.scope),
        "object_force": lambda event: _armed(event, *event.object),
        "subject_force": lambda event: _armed(event, *event.subject),
        "object_military": lambda event: bool(
            event.sentence.line.classes(*event.object) & {"military", "forces"}
        ),
        "military": _is_military,
        "actor": _has_actor,
        "state": _has_state,
        "target": _has_target,
        "people": _has_people,
        "money": lambda event: any(True for _ in event.sentence.line.inside(*_whole(event), "money")),
        "measure": _has_measure,
        "located": _is_located,
        "given": _is_given,
        "share": _is_share,
        "counted": _is_counted,
        "object_place": lambda event: _names_place(event, event.end),
        "object_supplies": lambda event: "supplies" in event.sentence.line.classes(*event.object),
        "object_war": lambda event: "war" in event.sentence.line.classes(*event.object),
        "place": _has_place,
        "testing": lambda event: event.sentence.scene.at_test,
        "subject_munition": lambda event: "munitions" in event.sentence.line.classes(*event.subject),
        "object_base": lambda event: "bases" in event.sentence.line.classes(*event.object),
        "object_counted_force": _has_counted_force,
        "sea": lambda event: "sea" in _classes(event),
        "war": lambda event: "war" in _classes(event) or event.sentence.scene.at_war,
        "exercise": lambda event: "exercise" in _classes(event, clause=True),
        "threatening": lambda event: "threatening" in _classes(event),
        "peace": lambda event: "peace" in _classes(event),
    }
)
