"""A sentence read: what clauses, events and figures are made from."""

from dataclasses import dataclass

from rostra.claims.actors import Actor
from rostra.claims.clauses import Clause
from rostra.claims.scene import Line, Scene
from rostra.rules.wordsets import either


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence read: its words, clauses and actors."""

    scene: Scene
    line: Line
    clauses: tuple[Clause, ...]
    actors: tuple[Actor, ...]


def has_noun(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an actor, arms, a number or a pronoun stands between two offsets."""
    if any(start <= actor.start and actor.end <= end for actor in sentence.actors):
        return True
    words = sentence.scene.words
    if any(True for _ in sentence.line.inside(start, end, "equipment", "quantity", "person", "organisation")):
        return True
    return any(
        word.text in either(words.third_person, words.first_person)
        for word in sentence.line.between(start, end)
    )
