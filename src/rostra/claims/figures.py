"""Published figures of a weapon in the words of a text: one claim of capability for each number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rostra.claims.clauses import clause_at
from rostra.claims.counting import COUNTS
from rostra.claims.events import Event
from rostra.claims.lexicon import Lexeme
from rostra.claims.modality import Mood, is_habitual
from rostra.claims.questions import is_asked
from rostra.claims.scene import Line
from rostra.claims.sentences import Sentence
from rostra.claims.speakers import Speakers
from rostra.kernel import Span, trimmed
from rostra.model import Claim, Equipment, Mention, Quantity
from rostra.rules.claimwords import Condition
from rostra.rules.wordsets import either
from rostra.text import Hit

RULE = "C192"
_ACTS = frozenset({"strike", "loss", "deployment", "test"})
_SIZES = frozenset({"length", "weight"})
CONDITION_ROOM = 45
"""Code points behind a figure in which "for planes" still belongs to it."""
OBJECT_ROOM = 12
"""Code points behind a verb in which what it hits is named."""
AFTER_ROOM = 25
"""Code points behind a figure in which the word for what it measures may stand ("3 km range")."""
MEASURE_ROOM = 160
"""Code points before a figure in which the word for what it measures may stand."""


@dataclass(slots=True)
class Topic:
    """The weapon that a paragraph is about, carried from sentence to sentence."""

    paragraph: int = -1
    mention: Mention | None = None

    def read(self, sentence: Sentence) -> Mention | None:
        """The topic of a sentence: a weapon named in it, else the one named before it in its paragraph."""
        at = sentence.scene.segments.paragraph_index(sentence.line.span.start)
        if at != self.paragraph:
            self.paragraph, self.mention = at, None
        arms = [m for m in sentence.line.mentions if m.kind == "equipment" and not _is_condition(sentence, m)]
        named = [m for m in arms if m.id or m.candidates]
        if named:
            self.mention = named[0]
        elif arms and (self.mention is None or not (self.mention.id or self.mention.candidates)):
            self.mention = arms[0]
        return self.mention


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its sentence: the word that names its measure, and its system; `own` when it names a new one."""

    sentence: Sentence
    mention: Mention
    value: Quantity
    named: Hit[Lexeme] | None
    subject: Mention
    own: bool


def _is_condition(sentence: Sentence, mention: Mention) -> bool:
    """Whether a weapon is only what a figure holds for: "for planes", "against drones"."""
    words = sentence.scene.words
    before = [word.text for word in sentence.line.before(mention.span.start, 1)]
    return bool(before) and before[0] in either(words.goal_prepositions, words.strict_target_prepositions)


def figure_claims(sentence: Sentence, topic: Topic, speakers: Speakers) -> Iterator[Claim]:
    """A claim for each measured figure of the sentence, each of the system that it belongs to."""
    subject, since = topic.read(sentence), sentence.line.span.start
    if subject is None:
        return
    for mention in sentence.line.inside(since, sentence.line.span.end, "quantity"):
        value = mention.value
        if not isinstance(value, Quantity) or value.unit in COUNTS or _is_conversion(sentence, mention):
            continue
        named = _measure(sentence, mention, value)
        if not (named or _is_reach(sentence, mention, value)) or is_asked(sentence, mention.span.end):
            continue
        if _is_flown(sentence, mention) or _is_size(named, subject):
            continue
        own = _own_subject(sentence, since, mention.span.start)
        yield _claim(Figure(sentence, mention, value, named, own or subject, own is not None), speakers)
        subject, since = own or subject, mention.span.end


def _own_subject(sentence: Sentence, since: int, end: int) -> Mention | None:
    """The system named between the figure before and this one: "150 km and the S-400 400 km"."""
    if since == sentence.line.span.start:
        return None
    joints = sentence.scene.words.coordinators | sentence.scene.words.subordinators | {",", ";"}
    for mention in sentence.line.inside(since, end, "equipment"):
        if _is_condition(sentence, mention):
            continue
        before = {word.text for word in sentence.line.before(mention.span.start, 2)}
        if mention.id or mention.candidates or before & joints:
            return mention
    return None


def _is_reach(sentence: Sentence, mention: Mention, value: Quantity) -> bool:
    """Whether a distance says how far a system can act though nothing names the measure."""
    distances = {unit for m in sentence.scene.pack.claim_figures.measures if m.default for unit in m.units}
    clause = clause_at(sentence.clauses, mention.span.start)
    return value.unit in distances and any(
        clause.start <= hit.start < mention.span.start
        and any(use.frame.type == "capability" for use in hit.value.uses)
        for hit in sentence.line.hits
    )


def _is_flown(sentence: Sentence, mention: Mention) -> bool:
    """Whether a figure is only how far or how high a tried missile went: "flew 400 km", "reached 2,000 km"."""
    clause = clause_at(sentence.clauses, mention.span.start)
    return any(
        clause.start <= hit.start < mention.span.start
        and any(
            use.frame.type == "test" and use.frame.object == "self" and "past" in use.tags
            for use in hit.value.uses
        )
        for hit in sentence.line.hits
    )


def _is_size(named: Hit[Lexeme] | None, subject: Mention) -> bool:
    """Whether a figure only says how big a ship or an aircraft is: "the 105-metre-long frigate" can do nothing by that."""
    measure = named.value.measure if named else None
    return measure is not None and measure.name in _SIZES and subject.equipment_class == "platform"


def is_figure(event: Event, mood: Mood, figures: Sequence[Claim]) -> bool:
    """Whether an event says no more than a figure of its clause: what a system can do, or does as a rule."""
    held = any(
        figure.quantity and event.clause.start <= figure.quantity.span.start < event.clause.end
        for figure in figures
    )
    if not held or event.frame.type == "capability":
        return held
    return event.frame.type in _ACTS and mood.modality == "asserted" and is_habitual(event)


def _is_conversion(sentence: Sentence, mention: Mention) -> bool:
    return sentence.scene.folded[max(0, mention.span.start - 1) : mention.span.start] == "("


def _claim(figure: Figure, speakers: Speakers) -> Claim:
    sentence, subject, span = figure.sentence, figure.subject, figure.mention.span
    measure = figure.named.value.measure if figure.named else None
    evidence = _evidence(figure)
    voice = speakers.around(sentence.line.quotes, span.start, span.end)
    inside = evidence.contains(subject.span)
    return Claim(
        document=sentence.scene.document.id,
        type="capability",
        evidence=evidence,
        rule=RULE,
        confidence=0.8,
        equipment=Equipment(subject.name, subject.id, subject.span if inside else None),
        quantity=figure.value,
        measure=measure.name if measure else None,
        condition=_condition(sentence.line, figure.mention),
        quote=voice.quote,
        attributed_to=voice.name,
    )


def _measure(sentence: Sentence, mention: Mention, value: Quantity) -> Hit[Lexeme] | None:
    """The nearest word before the figure that names a measure of its unit; else the first one after it."""
    line, clause = sentence.line, clause_at(sentence.clauses, mention.span.start)
    fitting = [hit for hit in line.hits if hit.value.measure and value.unit in hit.value.measure.units]
    if clause.opener in sentence.scene.words.subordinators:
        fitting = [hit for hit in fitting if hit.start >= clause.start]
    before = [
        h for h in fitting if mention.span.start - MEASURE_ROOM <= h.start and h.end <= mention.span.end
    ]
    specific = [hit for hit in before if hit.value.measure and not hit.value.measure.default]
    after = [h for h in fitting if mention.span.end <= h.start <= mention.span.end + AFTER_ROOM]
    found = specific[-1:] or before[-1:] or after[:1]
    return found[0] if found else None


def _condition(line: Line, mention: Mention) -> str | None:
    """What stands behind the figure ("for planes"), else whether it is the minimum or the maximum."""
    following = min(
        (m.span.start for m in line.mentions if m.kind == "quantity" and m.span.start >= mention.span.end),
        default=line.span.end,
    )
    room = min(mention.span.end + CONDITION_ROOM, following)
    behind = [
        h.value.condition for h in line.hits if h.value.condition and mention.span.end <= h.start < room
    ]
    objects = [condition for condition in behind if not condition.bound]
    if objects:
        return objects[0].name
    return _hit_condition(line, mention) or _bound(line, mention)


def _hit_condition(line: Line, mention: Mention) -> str | None:
    """What is hit at that figure: "can hit aircraft flying as high as 3,500 m"."""
    before = [hit for hit in line.hits if hit.end < mention.span.start]
    ends = [hit.end for hit in before if hit.value.uses]
    return next(
        (
            hit.value.condition.name
            for hit in before
            if hit.value.condition
            and not hit.value.condition.bound
            and any(0 < hit.start - end <= OBJECT_ROOM for end in ends)
        ),
        None,
    )


def _bound(line: Line, mention: Mention) -> str | None:
    """Whether the figure is said to be the minimum or the maximum."""
    before: list[Condition] = [
        h.value.condition
        for h in line.hits
        if h.value.condition and h.value.condition.bound and h.start < mention.span.start
    ]
    return before[-1].name if before else None


def _evidence(figure: Figure) -> Span:
    """From the clause that names the measure, or the system's own name, to the end of what the figure holds for."""
    line, text, mention = figure.sentence.line, figure.sentence.scene.document.text, figure.mention
    named = figure.named
    start = min(named.start, mention.span.start) if named else mention.span.start
    first = clause_at(figure.sentence.clauses, start).start
    if figure.own:
        first = max(first, figure.subject.span.start) if first < figure.subject.span.start else first
    following = [
        m.span.start for m in line.mentions if m.kind == "quantity" and m.span.start >= mention.span.end
    ]
    last = clause_at(figure.sentence.clauses, mention.span.start).end
    end = max(min([last, *following]), mention.span.end)
    if following and following[0] <= last:
        joints = [w.start for w in line.between(mention.span.end, end) if w.text in _joints(figure.sentence)]
        end = joints[-1] if joints else end
    end = max(end, named.end if named and named.start > mention.span.end else end)
    return trimmed(text, first, end, ' ,.;:—–"“”«»()') or mention.span


def _joints(sentence: Sentence) -> frozenset[str]:
    return sentence.scene.words.coordinators | {",", ";"}
