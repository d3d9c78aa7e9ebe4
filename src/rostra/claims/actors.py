"""Who can act in a clause: states, their forces and ministries, armed groups, makers of arms."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rostra.claims.names import unknown_names
from rostra.claims.scene import Line, Scene
from rostra.claims.states import COMPANY, MOVEMENT, is_actor, is_capital
from rostra.model import Mention
from rostra.rules.wordsets import either
from rostra.text import fold

Sort = Literal[
    "state", "capital", "force", "group", "movement", "organisation", "company", "person", "place", "name"
]
_KINDS = frozenset({"country", "nationality", "organisation", "military_unit", "place", "person"})
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ]{3,}[ ,/.-]*){1,8}(?:(?:[A-ZÀ-Þ][\w.]+,? ?){1,3}[—–-] |(?<=, )[A-ZÀ-Þ][\w.]+ )?|[A-ZÀ-Þ]\w+(?:, [A-ZÀ-Þ]\w+)? [—–-] "
)
_JOINED = re.compile(r"[\s,/&;-]+")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can hold, do or suffer something: the English name, and the words that stand for it.

    `armed` is true when the words name forces: "Ostravian troops".
    """

    start: int
    end: int
    name: str
    sort: Sort
    armed: bool = False


def actors_of(scene: Scene, line: Line) -> tuple[Actor, ...]:
    """Actors of a sentence in order; "the Ostravian army" and "troops of Ostravia" are one actor each."""
    named = list(_named(scene, line))
    pieces = sorted(
        [*named, *_apart(_generic(line), named), *_unknown(scene, line)],
        key=lambda actor: (actor.start, -actor.end),
    )
    merged: list[Actor] = []
    for actor in pieces:
        if merged and actor.start < merged[-1].end:
            continue
        joined = _joined(scene, line, merged[-1], actor) if merged else None
        if joined:
            merged[-1] = joined
        else:
            merged.append(actor)
    return tuple(merged)


def _apart(generic: Iterable[Actor], named: Sequence[Actor]) -> Iterator[Actor]:
    """Words for forces that are no part of a name: "la aviación" in the name of a state's air force is its."""
    for actor in generic:
        if actor.name or not any(one.name and one.start < actor.end <= one.end for one in named):
            yield actor


def _named(scene: Scene, line: Line) -> Iterator[Actor]:
    start = _dateline_end(scene, line)
    for mention in line.mentions:
        if mention.kind in _KINDS and mention.span.start >= start and is_actor(mention):
            yield _actor(scene, mention)


def _unknown(scene: Scene, line: Line) -> Iterator[Actor]:
    for start, end in unknown_names(scene, line):
        name = scene.document.text[start:end]
        people = scene.states.people(name)
        yield Actor(start, end, people or name, "state" if people else "name")


def _dateline_end(scene: Scene, line: Line) -> int:
    """Where the dateline ends that may open a paragraph: "KARSTHAVEN, Ostravia - ", "MARDEN Two warplanes"."""
    paragraph = scene.segments.paragraph_at(line.span.start)
    if paragraph is None or paragraph.start != line.span.start:
        return line.span.start
    match = _DATELINE.match(scene.document.text, line.span.start, line.span.end)
    if match is None or not any(m.kind == "place" and m.span.end <= match.end() for m in line.mentions):
        return line.span.start
    return match.end()


def _actor(scene: Scene, mention: Mention) -> Actor:
    state, span = scene.states.of(mention), mention.span
    if mention.kind in {"organisation", "military_unit"}:
        return _body(scene, mention, state)
    if mention.kind == "place":
        return Actor(span.start, span.end, state or "", "capital" if is_capital(mention) else "place")
    if mention.kind == "person":
        paragraph = scene.segments.paragraph_at(span.start)
        home = scene.states.home(paragraph.end if paragraph else span.end)
        return Actor(span.start, span.end, state or home or mention.name, "person")
    return Actor(span.start, span.end, state or mention.name, "state")


def _body(scene: Scene, mention: Mention, state: str | None) -> Actor:
    """A company, a force or ministry of a state, forces of nobody named, or another organisation."""
    start, end, entity = mention.span.start, mention.span.end, mention.id or ""
    if entity.startswith(COMPANY):
        return Actor(start, end, mention.name, "company")
    if _is_civil(scene, mention):
        return Actor(start, end, state or "", "organisation")
    if state or (not entity and _is_generic(scene, mention)):
        return Actor(start, end, state or "", "force", armed=True)
    if entity.startswith(MOVEMENT):
        return Actor(start, end, mention.name, "movement", armed=True)
    armed = mention.kind == "military_unit" or _is_army(scene, mention)
    return Actor(start, end, mention.name, "organisation", armed)


def _is_civil(scene: Scene, mention: Mention) -> bool:
    """Whether a body of a state has no forces: a parliament, a court, a ministry of health."""
    words = scene.words.civil_bodies
    return bool(words) and not words.isdisjoint(fold(mention.name).split())


def _is_army(scene: Scene, mention: Mention) -> bool:
    """Whether a name opens with a common word for forces: "ejército de Andrada", but no "Fuerza Popular"."""
    first = scene.document.text[mention.span.start : mention.span.end].partition(" ")[0]
    return first.islower() and first in scene.words.forces


def _is_generic(scene: Scene, mention: Mention) -> bool:
    """Whether a name is no more than "the Army" or "Fuerzas Armadas": whose, the text must say."""
    name = fold(mention.name).removeprefix("the ")
    return name in scene.words.not_names or name in {fold(word) for word in scene.words.forces}


def _generic(line: Line) -> Iterator[Actor]:
    arms = [m.span for m in line.mentions if m.kind == "equipment"]
    for hit in line.hits:
        classes = hit.value.classes
        if "groups" in classes:
            if any(span.start < hit.end and hit.start < span.end for span in arms):
                continue
            yield Actor(hit.start, hit.end, hit.value.name or "", "group", armed=True)
        elif "forces" in classes:
            yield Actor(hit.start, hit.end, "", "force", armed=True)


def _joined(scene: Scene, line: Line, left: Actor, right: Actor) -> Actor | None:
    """One actor out of two that stand together; None when they do not."""
    between = [word.text for word in line.between(left.end, right.start)]
    verbs = any(hit.value.uses and left.end <= hit.start < right.start for hit in line.hits)
    if verbs or not _belongs(scene, between):
        return None
    hull = replace(left, end=right.end, armed=left.armed or right.armed)
    if left.sort == "state":
        return _of_state(scene, hull, left, right)
    if (
        left.sort == "movement"
        and right.sort in {"group", "force"}
        and not (right.sort == "force" and right.name)
    ):
        return hull
    if right.sort == "force" and not right.name and left.sort in {"group", "organisation", "name", "force"}:
        return hull if left.name else replace(hull, armed=True)
    if (
        left.sort == "force"
        and not left.name
        and right.sort in {"state", "organisation", "movement", "place", "name"}
    ):
        return replace(hull, name=right.name)
    return _of_group(scene, hull, left, right) if left.sort == "group" else None


def _of_group(scene: Scene, hull: Actor, left: Actor, right: Actor) -> Actor | None:
    """A group of a state or place, or the name of a group behind the word for it: "the rebels of the MLF"."""
    if right.sort in {"state", "place"}:
        return replace(hull, name=_group_name(scene, right, left))
    known = right.sort in {"organisation", "movement"}
    return replace(hull, name=right.name, sort=right.sort) if known else None


def _of_state(scene: Scene, hull: Actor, left: Actor, right: Actor) -> Actor | None:
    """A state with its forces, a group of its people, or a body or person of it."""
    if right.sort == "group":
        return replace(hull, name=_group_name(scene, left, right), sort="group")
    if right.sort == "movement":
        return replace(hull, name=right.name, sort="movement")
    if right.sort == "force" and not right.name:
        return hull
    if right.sort in {"organisation", "force", "person"} and right.name:
        own = right.armed or right.sort == "person"
        return replace(hull, name=left.name if own else right.name, sort="force")
    return None


def _belongs(scene: Scene, between: Sequence[str]) -> bool:
    words = scene.words
    if len(between) > 3 or any(
        not text[0].isalnum() and text not in words.possessive_marks for text in between
    ):
        return False
    small = either(words.owner_prepositions, scene.pack.words.determiners, words.possessive_marks)
    loose = [text for text in between if text not in small]
    closed = either(scene.pack.words.prepositions, words.coordinators, scene.pack.words.auxiliaries)
    return len(loose) <= 2 and not any(text in closed or text[0].isdigit() for text in loose)


def _group_name(scene: Scene, state: Actor, group: Actor) -> str:
    words = scene.document.text[state.start : state.end]
    return f"{state.name if words == state.name else words} {group.name}"


def together(scene: Scene, actors: Iterable[Actor]) -> list[tuple[int, int, str]]:
    """Runs of actors joined by "and", a comma or a hyphen, as start, end and names in the form `A; B`."""
    runs: list[tuple[int, int, list[str]]] = []
    sort = ""
    for actor in actors:
        if not actor.name or actor.sort == "place":
            continue
        alike = (actor.sort == "person") == (sort == "person")
        mixed = (actor.sort == "group") != (sort == "group")
        sort = actor.sort
        if runs and alike and _is_joint(scene, runs[-1][1], actor.start, mixed=mixed):
            start, _, names = runs[-1]
            runs[-1] = (start, actor.end, [*names, actor.name])
        else:
            runs.append((actor.start, actor.end, [actor.name]))
    return [(start, end, "; ".join(dict.fromkeys(names))) for start, end, names in runs]


def _is_joint(scene: Scene, end: int, start: int, *, mixed: bool) -> bool:
    """Whether a conjunction or a mark joins two actors; a group and a state need more than a comma."""
    gap = scene.folded[end:start]
    if len(gap) > 24 or not gap or (mixed and gap.strip() == ","):
        return False
    small = either(scene.words.coordinators, scene.pack.words.determiners)
    return all(word in small for word in _JOINED.sub(" ", gap).split()) and bool(gap.strip() or "-" in gap)
