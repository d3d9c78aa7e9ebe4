"""Whose words a fact stands in, and which state a speaker speaks for."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from rostra.claims.scene import Scene
from rostra.kernel import Span
from rostra.model import Quote

_BODIES = frozenset({"country", "nationality", "organisation", "military_unit", "place", "person"})


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
        name = self._name_of(inner)
        return Voice(inner.id, name, self.state_of(name) if name else None)

    def _name_of(self, quote: Quote) -> str | None:
        """The speaker as claims name him: a source without a body by the words for it, everybody else by name."""
        if not quote.speaker:
            return quote.speaker_name
        mentioned = self._scene.document.text[quote.speaker.start : quote.speaker.end]
        if quote.speaker_name is None or (
            quote.speaker_name not in self._persons and self._is_anonymous(quote.speaker, mentioned)
        ):
            return mentioned
        before = self._anonymous.get(quote.speaker_name)
        pronoun = mentioned.lower() in self._scene.words.third_person
        return before if pronoun and before else quote.speaker_name

    def _is_anonymous(self, span: Span, mentioned: str) -> bool:
        """Whether a speaker is a source of no body or state: "military sources", "officials"."""
        words = mentioned.lower().split()
        if not words or words[-1] not in self._scene.words.anonymous:
            return False
        named = (m for m in self._scene.mentions if m.kind in _BODIES)
        return not any(m.span.start < span.end and span.start < m.span.end for m in named)

    @cached_property
    def _persons(self) -> frozenset[str]:
        return frozenset(m.name for m in self._scene.mentions if m.kind == "person")

    @cached_property
    def _anonymous(self) -> dict[str, str]:
        """The words for sources by the name that their pronouns would have."""
        found: dict[str, str] = {}
        for quote in self._scene.quotes:
            if quote.speaker and quote.speaker_name:
                mentioned = self._scene.document.text[quote.speaker.start : quote.speaker.end]
                if self._is_anonymous(quote.speaker, mentioned):
                    found.setdefault(quote.speaker_name, mentioned)
        return found

    def state_of(self, name: str) -> str | None:
        """The state that a speaker of that name speaks for, as far as the text or the knowledge says."""
        return self._scene.states.named(name)
