"""A sentence read: what clauses, events and figures are made from."""

from dataclasses import dataclass

from rostra.claims.actors import Actor, actors_of
from rostra.claims.clauses import Clause, clauses_of
from rostra.claims.possible import present_in
from rostra.claims.scene import Line, Scene
from rostra.rules.wordsets import either


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence read: its words, clauses and actors; `present` is what a frame may ask of it at the least."""

    scene: Scene
    line: Line
    clauses: tuple[Clause, ...]
    actors: tuple[Actor, ...]
    present: frozenset[str]


def read_sentence(scene: Scene, line: Line) -> Sentence:
    """The sentence of a line, with what stands in it."""
    actors = actors_of(scene, line)
    return Sentence(scene, line, clauses_of(scene, line), actors, present_in(line, actors))


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
