"""Who was spoken of before: whom "its troops", "the group", "the kingdom", "they" or a dropped subject mean."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rostra.claims.actors import Actor, together
from rostra.claims.lexicon import Lexeme
from rostra.claims.scene import Line, Scene, line_of
from rostra.claims.sentences import Sentence, read_sentence
from rostra.claims.speakers import Speakers
from rostra.model import Quote
from rostra.rules.wordsets import either
from rostra.text import Hit

REACH = 3
"""Sentences before a pronoun among which the one it means is looked for."""
ADJECTIVES = 3
"""Words before a noun among which its determiner stands: "its elite mountain troops"."""
_SIDES = frozenset({"state", "capital", "force", "group", "movement", "person", "name"})
KEPT = 8
"""Sentences that stay read."""


class Memory:
    """The sentences of one document with their actors named, read when somebody asks for them."""

    def __init__(self, scene: Scene, hits: Sequence[Hit[Lexeme]], speakers: Speakers) -> None:
        self._scene, self._hits, self._speakers = scene, hits, speakers
        self._starts = [hit.start for hit in hits]
        self._read: dict[int, Sentence] = {}
        self._named: dict[int, Sentence] = {}
        self._depth = 0
        self._bodies: dict[str, str] = {}
        self.last: dict[str, str] = {}
        self.owners: dict[str, str] = {}

    def line(self, index: int) -> Line:
        """The sentence of that index with what stands in it."""
        span = self._scene.segments.sentences[index]
        inside = self._hits[bisect_left(self._starts, span.start) : bisect_right(self._starts, span.end - 1)]
        return line_of(self._scene, span, inside, self._speakers.touching(index))

    def keep(self, index: int, sentence: Sentence) -> None:
        """A sentence that was read anyway; only the last few stay."""
        self._read[index] = sentence
        for old in [one for one in self._read if one <= index - KEPT]:
            del self._read[old]
            self._named.pop(old, None)

    def sentence(self, index: int) -> Sentence:
        """The sentence with a name for every actor that stands for one named before."""
        if index not in self._named:
            if index not in self._read:
                line = self.line(index)
                self._read[index] = read_sentence(self._scene, line)
            read = self._read[index]
            self._named[index] = read
            self._named[index] = replace(read, actors=tuple(self._resolved(index, read)))
        return self._named[index]

    def _resolved(self, index: int, read: Sentence) -> Iterator[Actor]:
        done: list[Actor] = []
        for actor in sorted([*read.actors, *_nouns(read)], key=lambda one: one.start):
            if done and actor.start < done[-1].end:
                continue
            done.append(self._name(index, replace(read, actors=tuple(done)), actor))
            self._note(read.line, done[-1])
            yield done[-1]

    def _note(self, line: Line, actor: Actor) -> None:
        """Whose "the army" is from here on: theirs whose army was named last."""
        if actor.name and actor.armed and actor.sort in {"state", "force"}:
            for hit in line.hits:
                if actor.start <= hit.start and hit.end <= actor.end and "forces" in hit.value.classes:
                    self._bodies[self._scene.lower[hit.start : hit.end]] = actor.name

    def _name(self, index: int, before: Sentence, actor: Actor) -> Actor:
        """The actor under the name of the one it stands for."""
        words, line = self._scene.words, before.line
        ahead = [word.text for word in line.before(actor.start, ADJECTIVES)]
        if actor.sort == "group":
            known = words.definite.intersection(ahead[-2:])
            own = self.group(index, actor) if known and not self._is_narrowed(line, actor) else None
            return replace(actor, name=own, sort="movement") if own else actor
        if actor.name or actor.sort != "force":
            return actor
        owned = [word for word in ahead if word in words.third_person]
        if not owned and not _is_land(self._scene, line, actor):
            body = self._scene.lower[actor.start : actor.end]
            told = bool(words.definite.intersection(ahead[-1:])) or actor.start == line.span.start
            return replace(actor, name=self._bodies[body]) if told and body in self._bodies else actor
        if words.pairs.intersection(ahead):
            return replace(actor, name=self._pair(index))
        name = self.meant(before, index, actor.start)
        return replace(actor, name=name) if name else actor

    def _pair(self, index: int) -> str:
        """The two who acted last, for "both countries"; nobody where only one did."""
        found: list[str] = []
        for before in range(index - 1, max(-1, index - 1 - REACH), -1):
            sentence = self.sentence(before)
            names = [
                name
                for *_, run in subjects(sentence, sentence.line.span.start, sentence.line.span.end)
                for name in run.split("; ")
            ]
            found += [name for name in reversed(names) if name]
        last = list(dict.fromkeys(found))[:2]
        return "; ".join(reversed(last)) if len(last) == 2 else ""

    def meant(self, sentence: Sentence, index: int, offset: int) -> str | None:
        """Whom a pronoun or a possessive at the offset means: who acts before it here, who speaks, who acted last."""
        quote = _around(sentence.line.quotes, offset)
        person = self._is_person(sentence, offset)
        floor = quote.content.start if quote and quote.kind == "direct" else sentence.line.span.start
        own = list(subjects(sentence, floor, offset))
        if own:
            return own[-1][2] or None
        if quote and quote.kind != "direct" and quote.speaker_name:
            side = self._speakers.state_of(quote.speaker_name)
            if side:
                return side
        return None if person else self.topic(index)

    def _is_person(self, sentence: Sentence, offset: int) -> bool:
        """Whether a pronoun is one for a person, who is no side: "he"."""
        word = sentence.line.after(offset, 1)
        kinds = self._scene.pack.speaker_words.pronouns
        return bool(word) and kinds.get(word[0].text) in {"masculine", "feminine"}

    def topic(self, index: int) -> str | None:
        """Who acts in the sentences before: the first of whom something is told, else who tells it."""
        if self._depth >= REACH:
            return None
        self._depth += 1
        try:
            return self._topic(index)
        finally:
            self._depth -= 1

    def _topic(self, index: int) -> str | None:
        for before in range(index - 1, max(-1, index - 1 - REACH), -1):
            sentence = self.sentence(before)
            found = list(subjects(sentence, sentence.line.span.start, sentence.line.span.end))
            speakers = [q.speaker for q in sentence.line.quotes if q.speaker]
            told = [run for run in found if not any(s.start < run[1] and run[0] < s.end for s in speakers)]
            if told or found:
                return (told or found)[0][2] or None
        return None

    def group(self, index: int, actor: Actor) -> str | None:
        """The armed group that a noun in the sentence of that index means."""
        near = self._scene.segments.sentences[max(0, index - 1)].start
        return self._scene.groups.meant(near, actor.end)

    def _is_narrowed(self, line: Line, actor: Actor) -> bool:
        """Whether an "of" or an "in" behind a noun says which group it is: "the rebels in Valdoria"."""
        words = self._scene.words
        after = line.after(actor.end, 1)
        return bool(after) and after[0].text in words.owner_prepositions


def _nouns(read: Sentence) -> Iterator[Actor]:
    """States and groups under a noun that is no name: "the kingdom", "the organisation"."""
    words, closed = read.scene.words, read.scene.pack.words
    for index, word in enumerate(read.line.words):
        if word.text in words.lands or word.text in words.bands:
            before = read.line.words[max(0, index - 2) : index]
            if any(
                one.text in either(words.definite, closed.determiners, words.pairs) - words.singles
                for one in before
            ):
                land = word.text in words.lands
                yield Actor(word.start, word.end, "", "force" if land else "group")


def _is_land(scene: Scene, line: Line, actor: Actor) -> bool:
    return any(word.text in scene.words.lands for word in line.between(actor.start, actor.end))


def _around(quotes: Sequence[Quote], offset: int) -> Quote | None:
    holding = [q for q in quotes if q.content.start <= offset < q.content.end]
    return min(holding, key=lambda quote: len(quote.content)) if holding else None


def subjects(sentence: Sentence, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Runs of actors between two offsets that can be subjects: behind no preposition and no verb of ours.

    Forces that nobody names have an empty name.
    """
    scene, line = sentence.scene, sentence.line
    verbs = {h.end for h in line.hits if any(use.frame.kind == "verb" for use in h.value.uses)}
    nameless = [(a.start, a.end, "") for a in sentence.actors if a.sort == "force" and not a.name]
    acting = [a for a in sentence.actors if a.sort in _SIDES or (a.sort == "organisation" and a.armed)]
    acting = [a for a in acting if a.sort != "person" or scene.states.is_state(a.name)]
    for run in sorted([*together(scene, acting), *nameless]):
        if not start <= run[0] or not run[1] <= end:
            continue
        before = line.before(run[0], 2)
        if before and before[-1].text in scene.pack.words.determiners:
            before = before[:-1]
        if before and (before[-1].text in scene.pack.words.prepositions or before[-1].end in verbs):
            continue
        yield run


class Past(NamedTuple):
    """What went before a fact: the memory, the place of the fact's sentence among all, and who denies it."""

    memory: Memory
    place: int
    denier: str | None = None

    def meant(self, sentence: Sentence, offset: int) -> str | None:
        """Whom a pronoun at the offset means."""
        return self.memory.meant(sentence, self.place, offset)

    def topic(self) -> str | None:
        """Who acts in the sentences before."""
        return self.memory.topic(self.place)

    def owner(self, sentence: Sentence, start: int, end: int) -> str | None:
        """Whose arms behind "the" are between two offsets: theirs of whom the same arms were told before."""
        words = sentence.scene.words
        for arms in sentence.line.inside(start, end, "equipment"):
            before = [word.text for word in sentence.line.before(arms.span.start, 2)]
            if words.definite.intersection(before) and arms.name in self.memory.owners:
                return self.memory.owners[arms.name]
        return None
