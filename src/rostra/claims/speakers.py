"""Whose words a fact stands in, and which state a speaker speaks for."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from rostra.claims.scene import Scene
from rostra.claims.states import state_of
from rostra.model import Quote

TITLE_ROOM = 60
"""Code points before a person's name in which a title names the state ("Ostravian Defence Minister ...")."""


class Voice(NamedTuple):
    """The innermost quotation around a fact: its speaker as claims name him, and the state he speaks for."""

    quote: str | None = None
    name: str | None = None
    state: str | None = None


class Speakers:
    """Quotations by sentence, and speakers by state, of one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @cached_property
    def _by_sentence(self) -> dict[int, list[Quote]]:
        found: defaultdict[int, list[Quote]] = defaultdict(list)
        for quote in self._scene.quotes:
            parts = [part for part in (quote.content, quote.speaker, quote.cue) if part]
            touched = {
                index
                for part in parts
                for index in range(
                    self._scene.segments.sentence_index(part.start),
                    self._scene.segments.sentence_index(part.end - 1) + 1,
                )
            }
            for index in touched:
                found[index].append(quote)
        return found

    @cached_property
    def _states(self) -> dict[str, str]:
        """Speakers' names and the states that the text ties them to."""
        states: dict[str, str] = {}
        nation: tuple[int, str] | None = None
        for mention in self._scene.mentions:
            state = state_of(mention, self._scene.knowledge)
            if mention.kind == "person":
                near = nation and mention.span.start - nation[0] <= TITLE_ROOM
                if near and nation and self._same_sentence(nation[0], mention.span.start):
                    states.setdefault(mention.name, nation[1])
            elif state and mention.kind != "place":
                nation = (mention.span.end, state)
                states.setdefault(mention.name, state)
        return states

    def _same_sentence(self, left: int, right: int) -> bool:
        segments = self._scene.segments
        return segments.sentence_index(left) == segments.sentence_index(right)

    def touching(self, sentence: int) -> Sequence[Quote]:
        """Quotations with a part in the sentence of that index."""
        return self._by_sentence.get(sentence, ())

    def around(self, quotes: Sequence[Quote], start: int, end: int) -> Voice:
        """The innermost of the quotations that holds a stretch of the text."""
        holding = [q for q in quotes if q.content.start <= start and end <= q.content.end]
        if not holding:
            return Voice()
        inner = min(holding, key=lambda quote: len(quote.content))
        name = inner.speaker_name
        if name is None and inner.speaker:
            name = self._scene.document.text[inner.speaker.start : inner.speaker.end]
        return Voice(inner.id, name, self.state_of(name) if name else None)

    def state_of(self, name: str) -> str | None:
        """The state that a speaker of that name speaks for, as far as the text or the knowledge says."""
        return self._states.get(name)
