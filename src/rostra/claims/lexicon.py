"""One automaton over every word that claims are made of, so that a text is searched once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from rostra.claims.possible import Asked, asked_of
from rostra.kernel.memory import uncollected
from rostra.rules import LanguagePack
from rostra.rules.claimwords import ClaimCue, Condition, Measure
from rostra.rules.frames import Frame
from rostra.text import Gazetteer, fold

_CLASSES = (
    "support", "people", "military", "munitions", "nuclear", "sea", "war", "exercise", "peace", "threatening",
    "not_claims", "bases", "terrain", "supplies", "open_water", "firing_grounds", "stores", "vague", "civil", "headcounts", "missions", "unarmed", "trial", "bygone", "disarming",
    "police", "elsewhere", "fleet", "mishaps",
    "materiel", "staging", "called", "drill",
    "spots",
    "orders", "packages",
    "civic",
    "corpses",
)  # fmt: skip

_COUNTING = frozenset({"endowed", "possessed", "army_of"})
"""Conditions of a trigger that stands before a number."""
_INHERITED = frozenset(
    {
        "people",
        "military",
        "munitions",
        "nuclear",
        "sea",
        "war",
        "exercise",
        "forces",
        "groups",
        "bases",
        "threatening",
        "stores",
        "headcounts",
    }
)
"""Classes that a phrase has when one of its words has them."""


class Use(NamedTuple):
    """A trigger in one of its forms; `tags` are the grammatical readings of the form."""

    frame: Frame
    written: str
    tags: frozenset[str]
    asked: Asked
    """What the frame asks of a sentence at the least."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """Everything that a written word can mean to a claim."""

    uses: tuple[Use, ...] = ()
    classes: frozenset[str] = frozenset()
    name: str | None = None
    cues: tuple[ClaimCue, ...] = ()
    measure: Measure | None = None
    condition: Condition | None = None
    guarded: bool = False
    """Whether it is a trigger only before a number: "with 40 tanks", "its 40 tanks"."""
    opening: bool = False
    """Whether it must open a phrase besides: "with 40 tanks"."""


@dataclass(slots=True)
class _Draft:
    uses: dict[tuple[int, str], set[str]] = field(default_factory=dict)
    frames: dict[int, Frame] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)
    name: str | None = None
    cues: list[ClaimCue] = field(default_factory=list)
    measure: Measure | None = None
    condition: Condition | None = None

    def lexeme(self, asked: Sequence[Asked], counting: AbstractSet[int], endowed: AbstractSet[int]) -> Lexeme:
        uses = tuple(
            Use(self.frames[index], written, _shared(frozenset(tags)), asked[index])
            for (index, written), tags in sorted(self.uses.items())
        )
        return Lexeme(
            uses,
            frozenset(self.classes),
            self.name,
            tuple(self.cues),
            self.measure,
            self.condition,
            bool(uses) and self.frames.keys() <= counting,
            bool(uses) and self.frames.keys() <= endowed,
        )


@cache
def _shared(tags: frozenset[str]) -> frozenset[str]:
    """One set for all forms with the same readings."""
    return tags


@cache
def lexicon(pack: LanguagePack) -> Gazetteer[Lexeme]:
    """The automaton of a language; built once a process."""
    with uncollected():
        return _built(pack)


def _built(pack: LanguagePack) -> Gazetteer[Lexeme]:
    drafts: defaultdict[str, _Draft] = defaultdict(_Draft)
    closed = _closed(pack)
    for index, frame in enumerate(pack.frames):
        for form in frame.forms:
            if frame.kind == "verb" and fold(form.text) in closed:
                continue
            draft = drafts[_key(form.text)]
            draft.frames[index] = frame
            draft.uses.setdefault((index, form.text), set()).add(form.tag)
    for word, name, value in _entries(pack):
        _add(drafts[_key(word)], name, value)
    for phrase, draft in drafts.items():
        words = phrase.split()
        first = drafts.get(words[0]) if words else None
        # "Has not", "has no" are forms of "has"; "has stopped" is the perfect of another verb.
        perfect = words[1:2] and words[1].endswith(tuple(pack.claim_words.past_marks))
        if len(words) > 1 and draft.cues and first and not perfect:
            draft.uses, draft.frames = {**first.uses, **draft.uses}, {**first.frames, **draft.frames}
        if len(words) > 1 and draft.cues and first:
            draft.cues += [cue for cue in first.cues if cue not in draft.cues and cue.reach != "after"]
        other = (
            draft.condition
            or draft.measure
            or draft.cues
            or draft.classes & {"trial", "materiel", "drill", "called"}
        )
        if len(words) > 1 and (draft.uses or other):
            parts = [drafts[word] for word in words if word in drafts]
            draft.classes |= set().union(*(part.classes for part in parts)) & _INHERITED
            draft.measure = draft.measure or next((part.measure for part in parts if part.measure), None)
    frames = list(enumerate(pack.frames))
    asked = [asked_of(frame) for frame in pack.frames]
    counting = {index for index, frame in frames if all(need & _COUNTING for need in frame.needs)}
    endowed = {index for index, frame in frames if all("endowed" in need for need in frame.needs)}
    return Gazetteer({word: draft.lexeme(asked, counting, endowed) for word, draft in drafts.items()})


def _key(word: str) -> str:
    return fold(word).replace("'", " ").replace("-", " ")


def _entries(pack: LanguagePack) -> Iterator[tuple[str, str, object]]:
    words = pack.claim_words
    for name in _CLASSES:
        yield from ((word, "class", name) for word in getattr(words, name))
    for table in ("forces", "groups"):
        for word, english in getattr(words, table).items():
            yield word, "class", table
            yield word, "name", english
    for cue in pack.claim_cues:
        yield from ((phrase, "cue", cue) for phrase in cue.phrases)
    for measure in pack.claim_figures.measures:
        yield from ((word, "measure", measure) for word in measure.words)
    for condition in pack.claim_figures.conditions:
        yield from ((word, "condition", condition) for word in condition.words)


def _add(draft: _Draft, name: str, value: object) -> None:
    if name == "class":
        draft.classes.add(str(value))
    elif isinstance(value, ClaimCue):
        draft.cues.append(value)
    else:
        setattr(draft, name, value)


def _closed(pack: LanguagePack) -> frozenset[str]:
    """Words of the closed classes: "entre" is a preposition before it is a form of "entrar"."""
    words = pack.words
    return frozenset(
        fold(word) for word in words.prepositions | words.determiners | words.pronouns | words.conjunctions
    )
