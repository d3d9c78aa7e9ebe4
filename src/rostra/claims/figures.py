"""Published figures of a weapon in the words of a text: one claim of capability for each number."""

from collections.abc import Iterator
from dataclasses import dataclass

from rostra.claims.arms import COUNTS
from rostra.claims.clauses import clause_at
from rostra.claims.events import Sentence
from rostra.claims.lexicon import Lexeme
from rostra.claims.scene import Line
from rostra.claims.speakers import Speakers
from rostra.kernel import Span, trimmed
from rostra.model import Claim, Equipment, Mention, Quantity
from rostra.rules.claimwords import Condition
from rostra.text import Hit

RULE = "C192"
CONDITION_ROOM = 45
"""Code points behind a figure in which "for planes" still belongs to it."""
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


def _is_condition(sentence: Sentence, mention: Mention) -> bool:
    """Whether a weapon is only what a figure holds for: "for planes", "against drones"."""
    words = sentence.scene.words
    before = [word.text for word in sentence.line.before(mention.span.start, 1)]
    return bool(before) and before[0] in words.goal_prepositions | words.strict_target_prepositions


def figure_claims(sentence: Sentence, topic: Topic, speakers: Speakers) -> Iterator[Claim]:
    """A claim for each measured figure of the sentence."""
    subject = topic.read(sentence)
    if subject is None:
        return
    for mention in sentence.line.inside(sentence.line.span.start, sentence.line.span.end, "quantity"):
        value = mention.value
        if not isinstance(value, Quantity) or value.unit in COUNTS or _is_conversion(sentence, mention):
            continue
        found = _measure(sentence.line, mention, value)
        if found:
            yield _claim(sentence, (mention, value, found), subject, speakers)


def _is_conversion(sentence: Sentence, mention: Mention) -> bool:
    return sentence.scene.folded[max(0, mention.span.start - 1) : mention.span.start] == "("


def _claim(
    sentence: Sentence, figure: tuple[Mention, Quantity, Hit[Lexeme]], subject: Mention, speakers: Speakers
) -> Claim:
    mention, value, named = figure
    measure = named.value.measure
    condition = _condition(sentence.line, mention)
    evidence = _evidence(sentence, mention, named)
    voice = speakers.around(sentence.line.quotes, mention.span.start, mention.span.end)
    inside = evidence.contains(subject.span)
    return Claim(
        document=sentence.scene.document.id,
        type="capability",
        evidence=evidence,
        rule=RULE,
        confidence=0.8,
        equipment=Equipment(subject.name, subject.id, subject.span if inside else None),
        quantity=value,
        measure=measure.name if measure else None,
        condition=condition,
        quote=voice.quote,
        attributed_to=voice.name,
    )


def _measure(line: Line, mention: Mention, value: Quantity) -> Hit[Lexeme] | None:
    """The nearest word before the figure that names a measure of its unit; else the first one after it."""
    fitting = [hit for hit in line.hits if hit.value.measure and value.unit in hit.value.measure.units]
    before = [h for h in fitting if mention.span.start - MEASURE_ROOM <= h.start < mention.span.start]
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
    before: list[Condition] = [
        h.value.condition
        for h in line.hits
        if h.value.condition and h.value.condition.bound and h.start < mention.span.start
    ]
    return before[-1].name if before else None


def _evidence(sentence: Sentence, mention: Mention, named: Hit[Lexeme]) -> Span:
    """From the clause that names the measure to the end of what the figure holds for."""
    line, text = sentence.line, sentence.scene.document.text
    first = clause_at(sentence.clauses, min(named.start, mention.span.start)).start
    following = [
        m.span.start for m in line.mentions if m.kind == "quantity" and m.span.start >= mention.span.end
    ]
    last = clause_at(sentence.clauses, mention.span.start).end
    end = max(min([last, *following]), mention.span.end, named.end)
    words = line.between(mention.span.end, end)
    if following and words and words[-1].text in sentence.scene.words.coordinators:
        end = words[-1].start
    return trimmed(text, first, end, ' ,.;:—–"“”«»') or mention.span
