"""What is made or tried that is no weapon by name, and whether a noun of an event is told to take place or to be put off."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rostra.claims.events import Event
from rostra.model import ClaimType

STAGED_ROOM = 60
"""Code points beside a noun of an event in which a verb says what becomes of it ("the drills have been postponed")."""
NEAR_ROOM = 32
"""Code points behind a noun in which the arms stand that it is about ("a test of the new missile")."""
OWNER_ROOM = 3
"""Code points between a noun and whose it is ("the North's launch", "el ensayo valdoriano")."""
CALLED_ROOM = 45
"""Code points behind a verb in which those stand who are called up ("recruited hundreds of boys")."""


def is_staged(event: Event) -> bool:
    """Whether a word beside the noun says that it is held, begins, ends or is put off."""
    line, clause = event.sentence.line, event.clause
    start = max(clause.start, event.start - STAGED_ROOM)
    behind = line.classes(event.end, min(event.end + STAGED_ROOM, clause.end))
    return "staging" in line.classes(start, event.start) | behind


def names_exercise(event: Event) -> bool:
    """Whether an exercise is named in the sentence."""
    line = event.sentence.line
    return any(True for _ in line.inside(line.span.start, line.span.end, "exercise_name"))


def _has_materiel(start: str) -> Callable[[Event], bool]:
    """Whether a word for what arms are made of, or for a part or hull of them, stands in a stretch of the event."""

    def holds(event: Event) -> bool:
        span: tuple[int, int] = getattr(event, start)
        return "materiel" in event.sentence.line.classes(*span)

    return holds


def is_about_near_arms(event: Event) -> bool:
    """Whether arms, or what is made as arms are, stand right behind the trigger."""
    line, near = event.sentence.line, (event.end, min(event.end + NEAR_ROOM, event.clause.end))
    found = line.inside(event.end, event.clause.end, "equipment")
    return any(m.span.start < near[1] for m in found) or "materiel" in line.classes(*near)


def is_owned(event: Event) -> bool:
    """Whether a state or its forces stand right before the noun, or right behind it as an adjective does."""
    sorts = {"state", "capital", "force", "name"}
    return any(
        a.sort in sorts
        and (0 < event.start - a.end <= OWNER_ROOM or (a.sort == "state" and 0 < a.start - event.end <= 1))
        for a in event.sentence.actors
    )


def drills_before(event: Event) -> bool:
    """Whether an exercise is the subject: "the drill, code-named X, involved 60 aircraft"."""
    start, end = event.subject
    return any(
        use.frame.type == "exercise" and use.frame.kind == "noun"
        for hit in event.sentence.line.hits
        if start <= hit.start < end
        for use in hit.value.uses
    )


def _tells_of(kind: ClaimType) -> Callable[[Event], bool]:
    """Whether another word of the sentence is a noun of a type: "missed its target in a test"."""

    def holds(event: Event) -> bool:
        return any(
            use.frame.type == kind and use.frame.kind == "noun"
            for hit in event.sentence.line.hits
            if hit.start != event.start
            for use in hit.value.uses
        )

    return holds


def calls_people(event: Event) -> bool:
    """Whether people who can be called up stand right behind the verb, counted or not."""
    start, end = event.object
    near = (start, min(start + CALLED_ROOM, end)) if start >= event.end else (start, end)
    found = event.sentence.line.classes(*near)
    return bool(found & {"called", "forces"})


HAPPENINGS: Mapping[str, Callable[[Event], bool]] = MappingProxyType(
    {
        "staged": is_staged,
        "named_exercise": names_exercise,
        "materiel": _has_materiel("scope"),
        "object_materiel": _has_materiel("object"),
        "subject_materiel": _has_materiel("subject"),
        "object_called": calls_people,
        "near_arms": is_about_near_arms,
        "owned": is_owned,
        "line_test": _tells_of("test"),
        "line_exercise": _tells_of("exercise"),
        "subject_exercise": drills_before,
        "drill": lambda event: "drill" in event.sentence.line.classes(*event.object),
    }
)
