"""Whose words a fact stands in, and which state a speaker speaks for."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from rostra.claims.scene import Scene
from rostra.model import Quote


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
        return self._scene.states.named(name)
