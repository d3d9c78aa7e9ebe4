"""Attributions that a dependency parse shows: cue, speaker and content as code points of the parsed text.

Labels are those of the English pipelines (ClearNLP) and of Universal Dependencies, so one reading serves both.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rostra.kernel import Span
from rostra.rules.attitudes import Attitudes
from rostra.rules.cues import Cues

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "obj:ccomp"})
CLAUSES = frozenset({"relcl", "acl", "acl:relcl", "appos", "advcl", "parataxis", "ccomp", "conj", "cc"})
OBJECTS = frozenset({"dobj", "obj"})
RELATIVES = frozenset({"WDT", "WP"})
INHERITS = frozenset({"conj", "xcomp", "advcl"})
MIN_CONTENT = 2
"""Words of a content; one word alone ("he said no") is as often an object as a report."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution in the coordinates of the parsed text."""

    content: Span
    speaker: Span | None
    cue: Span
    rule: str
    own: bool = False
    """Whether the speaker is the subject of the cue itself, and not one that it shares with another verb."""


def attributions(doc: Doc, cues: Cues, attitudes: Attitudes) -> Iterator[Attribution]:
    """All attributions of a parsed stretch, in order of their cues."""
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        form = cues.forms.get(token.lower_)
        if form is not None and form.cue.part == "verb":
            yield from _of_verb(token)
        if token.lemma_.lower() in attitudes:
            yield from _of_attitude(token, attitudes[token.lemma_.lower()])


def _of_attitude(verb: Token, takes: AbstractSet[str]) -> Iterator[Attribution]:
    """An object, an infinitive or what stands behind a preposition, where the verb has a subject."""
    speaker = _speaker(verb)
    if speaker is None:
        return
    for child in verb.children:
        head = _attitude_head(child, takes)
        content = _complement(head, verb) if head is not None else None
        if content is not None:
            yield Attribution(content, speaker, _span(verb, verb), "Q903")


def _attitude_head(child: Token, takes: AbstractSet[str]) -> Token | None:
    if child.dep_ in OBJECTS:
        return child if "object" in takes else None
    if child.dep_ == "xcomp":
        return child if "infinitive" in takes else None
    if child.dep_ == "prep" and child.lower_ in takes:
        return next((word for word in child.children if word.dep_ in {"pobj", "pcomp"}), None)
    return None


def _of_verb(verb: Token) -> Iterator[Attribution]:
    speaker = _speaker(verb)
    own = any(child.dep_ in SUBJECTS and child.tag_ not in RELATIVES for child in verb.children)
    around = _content_around(verb)
    if around is not None:
        yield Attribution(around, speaker, _span(verb, verb), "Q902", own)
        return
    for complement in verb.children:
        if complement.dep_ in COMPLEMENTS:
            content = _complement(complement, verb)
            if content is not None:
                yield Attribution(content, speaker, _span(verb, verb), "Q901", own)


def _complement(head: Token, verb: Token) -> Span | None:
    """The complement's words on its own side of the verb, without the word that opens it."""
    words = [word for word in _subtree(head) if not word.is_punct or word.is_quote]
    side = [word for word in words if (word.i > verb.i) == (head.i > verb.i)]
    while side and (side[0].dep_ == "mark" or side[0].lower_ == "that"):
        del side[0]
    return _span(side[0], side[-1]) if len(side) >= MIN_CONTENT else None


def _content_around(verb: Token) -> Span | None:
    """The clause that a parenthetical verb interrupts or follows: "the ship, he said, had sailed"."""
    if verb.dep_ != "parataxis":
        return None
    own = {word.i for word in verb.subtree}
    words = [word for word in _subtree(verb.head) if word.i not in own and not word.is_punct]
    before = [word for word in words if word.i < verb.i]
    return _span(before[0], before[-1]) if len(before) >= MIN_CONTENT else None


def _speaker(verb: Token) -> Span | None:
    for candidate in _chain(verb):
        subject = next((child for child in candidate.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return _noun_phrase(_antecedent(subject, candidate))
    return _noun_phrase(verb.head) if verb.dep_ == "acl" else None


def _chain(verb: Token) -> Iterator[Token]:
    """The verb and those whose subject it shares."""
    yield verb
    while verb.dep_ in INHERITS and verb.head is not verb:
        verb = verb.head
        yield verb


def _antecedent(subject: Token, verb: Token) -> Token:
    return verb.head if subject.tag_ in RELATIVES and verb.dep_ in {"relcl", "acl:relcl"} else subject


def _noun_phrase(head: Token) -> Span | None:
    """A noun with its determiners, names and of-phrases, without clauses and appositions; None for bare marks."""
    dropped = {word.i for child in head.children if child.dep_ in CLAUSES for word in child.subtree}
    words = [word for word in _subtree(head) if word.i not in dropped]
    while len(words) > 1 and words[-1].is_punct:
        words.pop()
    first = next((index for index, word in enumerate(words) if not word.is_punct), None)
    return _span(words[first], words[-1]) if first is not None else None


def _subtree(head: Token) -> list[Token]:
    """A token and what hangs on it, in order of the text; a crossing tree has it in another order."""
    return sorted(head.subtree, key=lambda word: word.i)


def _span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))
