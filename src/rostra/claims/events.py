"""A trigger in its clause: which frame it fits, in which voice, and where its subject and object stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rostra.claims.clauses import Clause, clause_at
from rostra.claims.lexicon import Lexeme, Use
from rostra.claims.names import is_in_name
from rostra.claims.possible import is_possible
from rostra.claims.scene import Line
from rostra.claims.sentences import Sentence, has_noun
from rostra.claims.wordforms import can_be_verb, heads_compound, inside_arms, is_nominal
from rostra.model import Quantity
from rostra.rules.frames import Frame
from rostra.rules.wordsets import either
from rostra.text import Hit, fold

_HELD = frozenset({"possession", "acquisition", "delivery", "production"})
RELATIVE_WORDS = 8
"""Words before a verb among which the "que" stands that refers to its object."""
SUBJECT_ROOM = 5
"""Code points behind a verb in which its subject starts."""
PATIENT_ROOM = 14
"""Code points between a number and the people it counts."""
Voice = Literal["active", "passive", "noun"]


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger read in its clause. `subject` and `object` are where each is looked for: start and end."""

    sentence: Sentence
    clause: Clause
    frame: Frame
    start: int
    end: int
    voice: Voice
    subject: tuple[int, int]
    object: tuple[int, int]
    tags: frozenset[str] = frozenset()
    """Grammatical readings of the trigger as it is written."""

    @property
    def scope(self) -> tuple[int, int]:
        """The clause with what stands for its subject in the clauses before."""
        return min(self.subject[0], self.object[0], self.clause.start), self.clause.end


def readings(sentence: Sentence, hit: Hit[Lexeme]) -> Iterator[Event]:
    """The events that a trigger can be, most likely reading first."""
    uses = [use for use in _written(sentence, hit) if is_possible(use.asked, sentence.present)]
    if not uses:
        return
    clause = clause_at(sentence.clauses, hit.start)
    if is_in_name(sentence.scene, sentence.line, hit.start, hit.end):
        return
    named = inside_arms(sentence, hit) or heads_compound(sentence, hit)
    noun = [] if named else [use for use in uses if use.frame.kind == "noun"]
    verb = _verbal(sentence, clause, hit, [use for use in uses if use.frame.kind == "verb"])
    if not noun and not verb:
        return
    nominal = bool(noun) and (not verb or is_nominal(sentence, hit))
    left = (_subject_start(sentence, clause, hit), hit.start)
    right = (_object_start(sentence, hit), _shared_end(sentence, clause, hit.end))
    for use in [*noun, *verb] if nominal else [*verb, *noun]:
        yield _event(sentence, clause, hit, use, (left, right))


def _verbal(sentence: Sentence, clause: Clause, hit: Hit[Lexeme], uses: Sequence[Use]) -> list[Use]:
    """The uses as which the word can be a verb; uses that are alike in form are looked at once."""
    known: dict[tuple[frozenset[str], bool, bool, bool], bool] = {}
    found = []
    for use in uses:
        like = (use.tags, " " in use.written, use.frame.homograph, use.frame.object == "self")
        if like not in known:
            known[like] = can_be_verb(sentence, clause, hit, use)
        if known[like]:
            found.append(use)
    return found


def _written(sentence: Sentence, hit: Hit[Lexeme]) -> list[Use]:
    """The uses whose spelling is the one in the text, accents included; all of them when none is."""
    text = sentence.scene.document.text[hit.start : hit.end].casefold()
    exact = [use for use in hit.value.uses if use.written == text]
    return exact or [use for use in hit.value.uses if fold(text) == text or fold(use.written) == use.written]


def _event(
    sentence: Sentence,
    clause: Clause,
    hit: Hit[Lexeme],
    use: Use,
    sides: tuple[tuple[int, int], tuple[int, int]],
) -> Event:
    left, right = sides
    if use.frame.kind == "noun":
        voice: Voice = "noun"
    else:
        voice = "passive" if _is_passive(sentence, clause, hit, use) else "active"
    subject, around = (left, right)
    if voice == "passive":
        subject, around = right, _patient(sentence, clause, hit)
    elif voice == "noun":
        around = (max(clause.start, hit.start - 40), clause.end)
    elif use.frame.object != "self":
        around = _antecedent(sentence, clause, hit) or _inverted(sentence, hit, use) or right
    written = sentence.scene.document.text[hit.start : hit.end].casefold() == use.written
    tags: frozenset[str] = use.tags if written else frozenset()
    return Event(sentence, clause, use.frame, hit.start, hit.end, voice, subject, around, tags)


def _object_start(sentence: Sentence, hit: Hit[Lexeme]) -> int:
    """Where the object of a verb starts; that of its number where the verb is a part of it: "exceeds 40,000"."""
    inside = (m for m in sentence.line.mentions if m.kind == "quantity" and m.span.start <= hit.start)
    return next((m.span.start for m in inside if hit.end < m.span.end), hit.end)


def _shared_end(sentence: Sentence, clause: Clause, end: int) -> int:
    """Where the object of a verb ends; "tested or deployed missiles": two verbs share the object of the second."""
    following = clause.index + 1
    if clause.end - end > 1 or following >= len(sentence.clauses):
        return clause.end
    joined = sentence.clauses[following]
    return joined.end if joined.opener in sentence.scene.words.coordinators else clause.end


def _subject_start(sentence: Sentence, clause: Clause, hit: Hit[Lexeme]) -> int:
    """Where the subject may start: in the clause, or in the two before when this one opens with its verb."""
    start, index = clause.start, clause.index
    if clause.resumes != index and not has_noun(sentence, start, hit.start):
        return sentence.clauses[clause.resumes].start
    before = sentence.clauses[index - 1] if index > 1 else clause
    if clause.opener == "," and before.opener in sentence.scene.pack.words.relatives:
        # "The rebels, whom X backs, advanced": the subject stands before the relative clause.
        return sentence.clauses[index - 2].start if not has_noun(sentence, start, hit.start) else start
    while (
        index
        and index > clause.index - 2
        and sentence.clauses[index].opener
        and not has_noun(sentence, start, hit.start)
    ):
        index -= 1
        start = sentence.clauses[index].start
    return start


def _antecedent(sentence: Sentence, clause: Clause, hit: Hit[Lexeme]) -> tuple[int, int] | None:
    """Where the object of a verb stands whose own clause only refers to it: "the missiles that Valdoria has built"."""
    words, line = sentence.scene.pack.words, sentence.line
    opener = line.after(clause.start, 1)
    if not clause.index or not opener or opener[0].text not in words.relatives:
        return None
    if not any(opener[0].end <= actor.start and actor.end <= hit.start for actor in sentence.actors):
        return None
    following = [word for word in line.after(hit.end, 1) if word.end <= clause.end]
    owned = any(True for _ in line.inside(hit.end, clause.end, "equipment", "quantity"))
    if owned or (following and following[0].text not in either(words.prepositions, words.auxiliaries)):
        return None
    before = sentence.clauses[clause.index - 1]
    return (before.start, before.end) if before.end + 2 >= clause.start else None


def _inverted(sentence: Sentence, hit: Hit[Lexeme], use: Use) -> tuple[int, int] | None:
    """Where the object stands of a relative clause whose subject follows the verb: "las ojivas que posee Ostravia"."""
    scene, line = sentence.scene, sentence.line
    if use.frame.type not in _HELD or not scene.pack.cues.context.drop_subject:
        return None
    before = line.before(hit.start, RELATIVE_WORDS)
    if before and before[-1].text == ",":
        opening = [at for at, word in enumerate(before[:-1]) if word.text == ","]
        before = before[: opening[-1]] if opening else ()
    if not before or before[-1].text not in scene.pack.words.relatives:
        return None
    if not any(0 < actor.start - hit.end <= SUBJECT_ROOM for actor in sentence.actors):
        return None
    end = before[-1].start
    start = max((c.start for c in sentence.clauses if c.start < end), default=end)
    return (start, end)


def _patient(sentence: Sentence, clause: Clause, hit: Hit[Lexeme]) -> tuple[int, int]:
    """Where the sufferer of a passive stands: before the verb, or after it when nothing is before."""
    line = sentence.line
    if sentence.scene.pack.cues.context.drop_subject and _is_counted_behind(line, hit.end):
        return hit.end, clause.end
    if any(
        m.kind != "country" or not _is_placed(sentence, m.span.start)
        for m in line.inside(clause.start, hit.start, "equipment", "country", "quantity", "organisation")
    ):
        return clause.start, hit.start
    reflexive = sentence.scene.words.reflexives & {word.text for word in line.before(hit.start, 2)}
    if reflexive and clause.opener not in sentence.scene.pack.words.relatives:
        return hit.end, clause.end
    start = _subject_start(sentence, clause, hit)
    if sentence.scene.pack.cues.context.drop_subject and not has_noun(sentence, start, hit.start):
        return hit.end, clause.end
    return start, hit.start


def _is_placed(sentence: Sentence, offset: int) -> bool:
    """Whether a state is only where something is: "in Ostravia were seen"."""
    words = sentence.scene.words
    before = [word.text for word in sentence.line.before(offset, 2)]
    if before and before[-1] in sentence.scene.pack.words.determiners:
        before = before[:-1]
    return bool(before) and before[-1] in words.place_prepositions - words.owner_prepositions


def _is_counted_behind(line: Line, offset: int) -> bool:
    """Whether a number of people or things follows at once: "y derribados tres helicópteros"."""
    return any(
        isinstance(m.value, Quantity) and m.value.unit in {"items", "people"}
        for m in line.mentions
        if m.kind == "quantity" and 0 < m.span.start - offset <= 1
    )


def _is_passive(sentence: Sentence, clause: Clause, hit: Hit[Lexeme], use: Use) -> bool:
    before = [word.text for word in sentence.line.before(hit.start, 4) if word.start >= clause.start]
    words = sentence.scene.words
    if use.frame.object == "self":
        return False
    if before[-1:] and before[-1] in words.reflexives:
        return True
    if "participle" not in use.tags:
        return False
    reduced = (
        use.frame.object in {"lost", "seized"} and "past" in use.tags and _is_reduced(sentence, clause, hit)
    )
    return reduced or _by_auxiliary(sentence, hit, use, before)


def _by_auxiliary(sentence: Sentence, hit: Hit[Lexeme], use: Use, before: list[str]) -> bool:
    """Whether the auxiliary before a participle makes it a passive; without one, what follows it."""
    line, words = sentence.line, sentence.scene.words
    auxiliaries = either(words.passive_auxiliaries, words.perfect_auxiliaries)
    if before and before[-1] in words.infinitive_markers:
        return False
    nearest = next((text for text in reversed(before) if text in auxiliaries), None)
    if nearest:
        return nearest in words.passive_auxiliaries
    after = [word.text for word in line.after(hit.end, 2)]
    if words.agent_prepositions & set(after) or "past" not in use.tags:
        return True
    return bool(after) and after[0] in words.place_prepositions and _touches_arms(line, hit.start)


def _is_reduced(sentence: Sentence, clause: Clause, hit: Hit[Lexeme]) -> bool:
    """Whether a number of those who suffered it stands right before a participle that has no object: "97 killed in"."""
    line, closed = sentence.line, sentence.scene.pack.words.prepositions
    after = line.after(hit.end, 1)
    ends = hit.end >= clause.end or not after or not after[0].text[0].isalnum()
    counted = any(
        isinstance(m.value, Quantity) and m.value.unit in {"items", "people"} and m.span.end >= hit.start - 2
        for m in line.inside(clause.start, hit.start, "quantity")
    ) or _counts_people(line, hit.start)
    return counted and (ends or after[0].text in closed)


def _counts_people(line: Line, offset: int) -> bool:
    """Whether people with their number stand right before an offset: "97 civilians"."""
    before = line.before(offset, 1)
    if not before or "people" not in line.classes(before[0].start, offset):
        return False
    gaps = [before[0].start - m.span.end for m in line.mentions if m.kind == "quantity"]
    return any(-len(before[0].text) <= gap <= PATIENT_ROOM for gap in gaps)


def _touches_arms(line: Line, offset: int) -> bool:
    return any(m.kind == "equipment" and offset - 2 <= m.span.end <= offset for m in line.mentions)
