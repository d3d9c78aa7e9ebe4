"""Whose words a fact stands in, and which state a speaker speaks for."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from rostra.claims.scene import Scene
from rostra.kernel import Span
from rostra.model import Quote
from rostra.rules.wordsets import either

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
        for inner in sorted(holding, key=lambda quote: len(quote.content)):
            name = self._name_of(inner)
            if name or not inner.speaker:
                return Voice(inner.id, name, self._side_of(inner, name))
        return Voice()

    def _side_of(self, quote: Quote, name: str | None) -> str | None:
        state = self.state_of(quote.speaker_name) if quote.speaker_name else None
        return (
            state
            or (self.state_of(name) if name else None)
            or (self._state_in(quote.speaker) if quote.speaker and quote.speaker_name else None)
        )

    def _name_of(self, quote: Quote) -> str | None:
        """The speaker as claims name him: a source without a body by the words for it, everybody else by name."""
        if not quote.speaker:
            return quote.speaker_name
        mentioned = self._scene.document.text[quote.speaker.start : quote.speaker.end]
        group = self._group(quote, mentioned)
        if group:
            return group
        if quote.speaker_name is None or (
            quote.speaker_name not in self._persons and self._is_anonymous(quote.speaker, mentioned)
        ):
            return mentioned if self._is_somebody(mentioned) else None
        if self._is_no_name(quote.speaker_name):
            return None
        earlier = self._document(quote, mentioned)
        if earlier:
            return earlier
        before = self._anonymous.get(quote.speaker_name)
        pronoun = mentioned.lower() in self._scene.words.third_person
        return before if pronoun and before else self._english(quote.speaker, quote.speaker_name)

    def _is_somebody(self, mentioned: str) -> bool:
        """Whether a phrase has a name, or a noun for those who speak: "their" and "killed" have none."""
        words, spoken = self._scene.words, self._scene.pack.speaker_words
        nouns = either(spoken.sources, spoken.roles, spoken.bodies, words.anonymous)
        return any(word in nouns for word in mentioned.lower().split())

    def _is_no_name(self, name: str) -> bool:
        """Whether a name is a word of the language that stands for nobody ("nobody", "we")."""
        words, spoken = self._scene.words, self._scene.pack.speaker_words
        low = name.lower()
        if low in either(words.first_person, self._scene.pack.words.determiners, frozenset(spoken.pronouns)):
            return True
        loose = low == name and not self._is_somebody(name)
        return loose and not any(m.name == name for m in self._scene.mentions)

    def _document(self, quote: Quote, mentioned: str) -> str | None:
        """Whose statement a bare "the statement", "the institution" or "the military authority" is: who spoke before."""
        parts = mentioned.lower().split()
        bare = (
            len(parts) > 1
            and parts[0] in self._scene.words.definite
            and mentioned[1:] == mentioned[1:].lower()
        )
        bare = (
            bare and quote.speaker_name is not None and set(quote.speaker_name.lower().split()) <= set(parts)
        )
        heads = either(self._scene.words.spokespeople, self._scene.words.tellers)
        if not bare or not heads.intersection(parts) or (quote.speaker and self._state_in(quote.speaker)):
            return None
        before = [
            q
            for q in self._scene.quotes
            if q.speaker and quote.speaker and q.speaker.start < quote.speaker.start and q.speaker_name
        ]
        named = next(
            (
                q
                for q in reversed(before)
                if q.speaker_name not in self._persons and q.speaker_name != quote.speaker_name
            ),
            None,
        )
        if named is None or named.speaker is None or named.speaker_name is None:
            return None
        return self._english(named.speaker, named.speaker_name)

    def _group(self, quote: Quote, mentioned: str) -> str | None:
        """The armed group behind "a spokesman for the group", "los rebeldes"."""
        words = self._scene.words
        if quote.speaker is None or quote.speaker_name in self._persons:
            return None
        found = set(mentioned.lower().split())
        if not found & either(words.bands, frozenset(words.groups)) or found & words.singles:
            return None
        if any(
            m.span.start < quote.speaker.end and quote.speaker.start < m.span.end and m.kind in _BODIES
            for m in self._scene.mentions
        ):
            return None
        index = self._scene.segments.sentence_index(quote.speaker.start)
        near = self._scene.segments.sentences[max(0, index - 1)].start
        return self._scene.groups.meant(near, quote.speaker.end)

    def _english(self, span: Span, name: str) -> str:
        """A body of a state by its English name: "the navy", "a navy spokesman", "el Ejército ostravo"."""
        states = self._scene.states
        if name in self._persons or ";" in name:
            return name
        phrase = self._scene.document.text[span.start : span.end]
        if states.is_state(name):
            spokes = self._scene.words.spokespeople.intersection(phrase.lower().split())
            return (states.body(phrase, name, whole=False) if spokes else None) or name
        state = self._state_in(span) or states.home(span.end)
        return (states.body(name, state, whole=True) if state else None) or name

    def _state_in(self, span: Span) -> str | None:
        """The state that a speaker's phrase names, or that a body in it belongs to."""
        inside = [m for m in self._scene.mentions if span.start <= m.span.start and m.span.end <= span.end]
        named = sorted(inside, key=lambda m: m.kind == "organisation")
        return next((state for m in named if (state := self._scene.states.of(m))), None)

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
