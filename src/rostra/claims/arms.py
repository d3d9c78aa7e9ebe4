"""Which equipment a claim is about, and which numbers go with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rostra.claims.amounts import amounts_of
from rostra.claims.counting import COUNTS, FARTHEST_NUMBER, number_of, one_of, targets_of, times_of
from rostra.claims.events import Event
from rostra.claims.people import is_people, people_of
from rostra.claims.scene import Scene
from rostra.kernel import Span
from rostra.model import Equipment, Mention, Quantity
from rostra.rules.wordsets import either

COUNTED = frozenset({"possession", "deployment", "delivery", "acquisition"})
"""What is told in lists of counts."""
MEASURE_ROOM = 30
"""Code points behind a verb of motion in which a distance is its own."""
_ARMS = frozenset({"arms", "object_arms", "subject_arms", "named_arms", "platform", "munition"})
"""Conditions of the frames that can be about arms: who dies is never a weapon."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One thing that a claim counts: equipment, or people, or neither, with its number."""

    equipment: Equipment | None
    quantity: Quantity | None


def holdings(event: Event) -> tuple[Holding, ...]:
    """What the event is about: one for each number, kinds under one number together; at least one."""
    found = _holdings(_with_list(event))
    if event.frame.type != "exercise" or event.voice != "noun":
        return found
    later = [one for one in _later(event) if one not in found]
    alone = (Holding(None, None),) if found[0].quantity and _is_accompanied(event, found[0].quantity) else ()
    return (*alone, *found, *later)


def _is_accompanied(event: Event, number: Quantity) -> bool:
    """Whether counts only say with whom an exercise is held: "the largest since 2010, with 3,000 soldiers"."""
    before = event.sentence.line.before(number.span.start, 1)
    return bool(before) and before[0].text in event.sentence.scene.words.tool_prepositions


def _with_list(event: Event) -> Event:
    """The event with the pieces behind its clause that only go on counting: "has 40 tanks; 12 guns"."""
    if event.voice != "active" or event.frame.type not in COUNTED or event.object[1] != event.clause.end:
        return event
    line, closed, end = event.sentence.line, event.sentence.scene.pack.words, event.clause.end
    if event.clause.index + 1 >= len(event.sentence.clauses) or not any(
        True for _ in line.inside(end, line.span.end, "quantity")
    ):
        return event
    verbs = {hit.start for hit in line.hits if any(use.frame.kind == "verb" for use in hit.value.uses)}
    said = [part.start for quote in line.quotes for part in (quote.speaker, quote.cue) if part]
    for clause in event.sentence.clauses[event.clause.index + 1 :]:
        words = line.between(clause.start, clause.end)
        goes_on = clause.opener not in event.sentence.scene.words.subordinators and not any(
            word.start in verbs or word.text in closed.auxiliaries or word.text in closed.relatives
            for word in words
        )
        counts = any(True for _ in line.inside(clause.start, clause.end, "quantity"))
        if not goes_on or not counts or any(clause.start <= at < clause.end for at in said):
            break
        end = clause.end
    if end == event.clause.end:
        return event
    return replace(event, clause=replace(event.clause, end=end), object=(event.object[0], end))


def _later(event: Event) -> Iterator[Holding]:
    """What takes part in an exercise by the rest of its sentence: "the largest since 2010, with 40 aircraft"."""
    line = event.sentence.line
    for mention in line.inside(event.clause.end, line.span.end, "equipment"):
        quantity = number_of(event.sentence.scene, line, mention)
        if quantity:
            yield Holding(_equipment([mention]), quantity)
    for mention in line.inside(event.clause.end, line.span.end, "quantity"):
        if isinstance(mention.value, Quantity) and is_people(line, mention, mention.value):
            yield Holding(None, mention.value)


def _holdings(event: Event) -> tuple[Holding, ...]:
    mentions = _mentions(event)
    counted = [
        (mention, number_of(event.sentence.scene, event.sentence.line, mention)) for mention in mentions
    ]
    people = [Holding(None, quantity) for quantity in people_of(event, counted)]
    amounts = amounts_of(event)
    if amounts:
        equipment = _equipment(mentions) if mentions else None
        bought = [one for one in _grouped(event, counted) if one.quantity] if mentions else []
        if event.frame.type == "spending":
            bought = []
        return (*bought, *(Holding(equipment, amount) for amount in amounts))
    times = times_of(event) or targets_of(event)
    if not counted:
        return tuple(people) or (Holding(None, times),)
    measured = tuple(_measured(event, mentions))
    held = tuple(_grouped(event, counted))
    if times and len(held) == 1 and not held[0].quantity:
        held = (Holding(held[0].equipment, times),)
    if measured and not any(one.quantity for one in held):
        held = ()
    return (*held, *people, *measured)


def _measured(event: Event, mentions: Sequence[Mention]) -> Iterator[Holding]:
    """A distance right behind the verb is a fact of its own; what a weapon can do has all figures of its clause."""
    if event.frame.type not in {"deployment", "test", "capability"} or event.voice == "noun":
        return
    room = (
        event.clause.end
        if event.frame.type == "capability"
        else min(event.end + MEASURE_ROOM, event.clause.end)
    )
    for mention in event.sentence.line.inside(event.end, room, "quantity"):
        value = mention.value
        if isinstance(value, Quantity) and value.unit not in COUNTS and not is_conversion(event, mention):
            yield Holding(_equipment(mentions[:1]) if mentions else None, value)


def is_conversion(event: Event, mention: Mention) -> bool:
    """Whether a figure stands in brackets behind the one that it converts: "50 feet (15 meters)"."""
    return event.sentence.scene.folded[max(0, mention.span.start - 1) : mention.span.start] == "("


def _mentions(event: Event) -> list[Mention]:
    """Equipment of the event: in its object first, then as its subject, then anywhere in the clause."""
    frame = event.frame
    unarmed = frame.type == "loss" and not any(need & _ARMS for need in frame.needs)
    if unarmed or (frame.type == "mobilisation" and frame.object == "fact"):
        return []
    if event.voice == "noun":
        return _of_noun(event, _arms_in(event, event.clause.start, event.clause.end))
    found = _arms_in(event, *event.object)
    if frame.type == "loss" or frame.object in {"lost", "seized"}:
        found = [m for m in found if not _is_located(event, m)]
    scene, doers = event.sentence.scene, _arms_in(event, *event.subject)
    if found and all(_is_store(event, m) for m in doers):
        doers = []
    elif doers and all(_is_store(event, m) for m in found):
        found = []
    if frame.object in {"lost", "seized"}:
        return _first_run(scene, found or (doers if is_intransitive(event) else []))
    if frame.type == "capability":
        before = _arms_in(event, event.sentence.line.span.start, event.start)
        named = doers if event.voice == "active" else before[-1:]
        return _first_run(scene, named or doers or found)
    if frame.object == "target":
        return _fired(event, found) or _first_run(scene, doers) or _with_tools(event, found)
    return _first_run(scene, (found or doers) if frame.object == "equipment" else (doers or found))


def _fired(event: Event, found: Sequence[Mention]) -> list[Mention]:
    """The munitions of the object with their number: "the ships launched 18 missiles at six targets"."""
    line = event.sentence.line
    first = next((m for m in found if "munitions" in line.classes(m.span.start, m.span.end)), None)
    return [first] if first and number_of(event.sentence.scene, line, first) else []


def _arms_in(event: Event, start: int, end: int) -> list[Mention]:
    """Equipment between two offsets; what a place is called after is none ("the Strait of Dorrin")."""
    line, owners = event.sentence.line, event.sentence.scene.words.owner_prepositions
    found = []
    for mention in line.inside(start, end, "equipment"):
        before = line.before(mention.span.start, 2)
        named = len(before) == 2 and before[1].text in owners
        if not (named and line.classes(before[0].start, before[0].end) & {"terrain", "sea"}):
            found.append(mention)
    held = [mention for mention in found if not _is_store(event, mention)]
    return held or found


def _is_store(event: Event, mention: Mention) -> bool:
    """Whether a mention says where arms are or what they form together: "an arsenal of 90 warheads"."""
    return any(
        "stores" in hit.value.classes and hit.start < mention.span.end and mention.span.start < hit.end
        for hit in event.sentence.line.hits
    )


def is_intransitive(event: Event) -> bool:
    """Whether a verb of destroying has no object behind it: "the frigate sank off the coast"."""
    following = event.sentence.line.after(event.end, 1)
    words = event.sentence.scene.pack.words
    if event.voice != "active" or not following or following[0].start >= event.clause.end:
        return event.voice == "active"
    dated = any(m.kind == "date" and m.span.start == following[0].start for m in event.sentence.line.mentions)
    return dated or following[0].text in words.prepositions | {",", "."}


def is_given_up(event: Event) -> bool:
    """Whether arms are destroyed by a treaty or by their owner: "will destroy its mines", "scrapped under the treaty"."""
    line, scene = event.sentence.line, event.sentence.scene
    if event.frame.type != "loss" or not _arms_in(event, *event.object):
        return False
    own = scene.words.third_person & scene.pack.words.determiners
    first = line.after(event.end, 1)
    owned = event.voice == "active" and bool(first) and first[0].text in own
    return owned or "disarming" in line.classes(line.span.start, line.span.end)


def _is_located(event: Event, mention: Mention) -> bool:
    """Whether the equipment is only where or with what something was lost: "killing five in the vehicle"."""
    words = event.sentence.scene.words
    located = (
        (either(words.place_prepositions, words.tool_prepositions))
        - words.owner_prepositions
        - words.goal_prepositions
    )
    before = [
        w.text
        for w in event.sentence.line.before(mention.span.start, 3)
        if w.start >= event.end or event.voice != "active"
    ]
    return bool(located & set(before))


def _of_noun(event: Event, mentions: list[Mention]) -> list[Mention]:
    """Equipment joined to a noun: inside it or just before ("missile test"), else the first after it."""
    scene = event.sentence.scene
    touching = [m for m in mentions if m.span.end >= event.start - 2 and m.span.start < event.end]
    if touching:
        return touching[:1]
    after = [m for m in mentions if m.span.start >= event.end]
    if after and event.frame.object != "target":
        return _first_run(scene, after)
    if after and _with_tools(event, after):
        return _with_tools(event, after)
    before = [m for m in mentions if m.span.end <= event.start]
    return _first_run(scene, before) if event.frame.object in {"fact", "equipment"} else []


def _with_tools(event: Event, mentions: list[Mention]) -> list[Mention]:
    """Equipment behind "with" or "by" is what was used, not what was hit."""
    words = event.sentence.scene.words
    for mention in mentions:
        before = [word.text for word in event.sentence.line.before(mention.span.start, 5)]
        if set(before) & (either(words.agent_prepositions, words.tool_prepositions)):
            return _first_run(
                event.sentence.scene, [m for m in mentions if m.span.start >= mention.span.start]
            )
        if (
            "munitions" in event.sentence.line.classes(mention.span.start, mention.span.end)
            and event.voice != "noun"
        ):
            return _first_run(
                event.sentence.scene, [m for m in mentions if m.span.start >= mention.span.start]
            )
    return []


def _first_run(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """The first mention and those listed with it."""
    run = list(mentions[:1])
    for mention in mentions[1:]:
        if not _listed(scene, run[-1], mention):
            break
        run.append(mention)
    return run


def _listed(scene: Scene, left: Mention, right: Mention) -> bool:
    gap = scene.folded[left.span.end : right.span.start]
    if len(gap) > FARTHEST_NUMBER:
        return False
    words = [word.strip(",") for word in gap.replace("-", " ").split()]
    if not ("," in gap or set(words) & scene.words.coordinators):
        return False
    closed = either(scene.pack.words.prepositions, scene.pack.words.auxiliaries, scene.pack.words.relatives)
    if any(word[:1].isdigit() for word in words):
        # "73 tanques y de 84 obuses": the preposition of the verb again.
        closed = closed - scene.words.owner_prepositions
    return len(words) <= 5 and not set(words) & closed


def _grouped(event: Event, counted: Sequence[tuple[Mention, Quantity | None]]) -> Iterator[Holding]:
    run: list[Mention] = []
    number: Quantity | None = None
    listed = any(quantity for _, quantity in counted)
    for mention, given in counted:
        quantity = given or (one_of(event.sentence, mention) if listed and run else None)
        if run and quantity is not None:
            yield Holding(_equipment(run), number)
            run = []
        if not run:
            number = quantity
        run.append(mention)
    yield Holding(_equipment(run), number)


def _equipment(run: Sequence[Mention]) -> Equipment:
    if len(run) == 1:
        return Equipment(run[0].name, run[0].id, run[0].span)
    names = "; ".join(dict.fromkeys(mention.name for mention in run))
    return Equipment(names, None, Span(run[0].span.start, run[-1].span.end))
