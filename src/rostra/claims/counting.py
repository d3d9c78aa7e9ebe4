"""Which number counts what: a weapon, or how often something happened."""

from rostra.claims.events import Event
from rostra.claims.scene import Line, Scene
from rostra.claims.sentences import Sentence
from rostra.kernel import Span
from rostra.model import Mention, Quantity
from rostra.rules.wordsets import either

COUNTS = frozenset({"items", "people", "units", "pieces", "rounds"})
"""Units of things and people, not of measures."""
FARTHEST_NUMBER = 40
"""Code points between a number and the noun that it counts ("5,000 Russian portable Igla-S")."""
TIMES = frozenset(
    {"items", "strikes", "attacks", "raids", "tests", "launches", "flights", "sorties", "passes"}
)
"""Units that say how often something happened."""
BUILT = frozenset({"buildings", "bases", "houses", "sites", "cities", "towns", "villages"})
"""Units of what stands on the ground and can be hit."""
FORMATIONS = frozenset(
    {
        "battalions",
        "brigades",
        "divisions",
        "companies",
        "platoons",
        "regiments",
        "squadrons",
        "batteries",
        "wings",
    }
)
"""Units of troops."""
REPEATED = frozenset({"strike", "test", "exercise", "deployment"})
"""What happens several times: its noun can be counted."""
TARGETS_ROOM = 25
"""Code points behind a verb of attack in which its targets are counted."""
ADJECTIVES = 3
"""Words between a number and the noun of what happened so often."""


def times_of(event: Event) -> Quantity | None:
    """How often something happened, as the number right before its noun says: "34 air strikes"."""
    if event.voice != "noun" or event.frame.type not in REPEATED:
        return None
    start, line = max(event.clause.start, event.start - FARTHEST_NUMBER), event.sentence.line
    closed = either(event.sentence.scene.pack.words.prepositions, event.sentence.scene.words.coordinators)
    for mention in line.inside(start, event.end, "quantity"):
        value, between = mention.value, line.between(mention.span.end, event.start)
        if not isinstance(value, Quantity) or value.unit not in TIMES or len(between) > ADJECTIVES:
            continue
        if not any(word.text in closed or not word.text[0].isalnum() for word in between):
            return value
    return None


def number_of(scene: Scene, line: Line, mention: Mention) -> Quantity | None:
    """The number that counts a mention: the last one before it with nothing but adjectives between."""
    for other in reversed(line.mentions):
        if (
            other.kind == "quantity"
            and isinstance(other.value, Quantity)
            and _counts(scene, line, other, mention)
        ):
            return _part(scene, line, other) or other.value
    return None


def _part(scene: Scene, line: Line, whole: Mention) -> Quantity | None:
    """The number that is taken out of another: 17 of "17 of the 22 drones"."""
    before = line.before(whole.span.start, 2)
    small = scene.words.owner_prepositions | scene.pack.words.determiners
    of = [word for word in before if word.text in small]
    if not of or not {word.text for word in of} & scene.words.owner_prepositions:
        return None
    found = (m for m in line.mentions if m.kind == "quantity" and 0 < of[0].start - m.span.end <= 1)
    number = next(found, None)
    return (
        number.value
        if number and isinstance(number.value, Quantity) and number.value.unit == "items"
        else None
    )


def unit_of(number: Mention) -> str:
    """The unit of a quantity; none of anything else."""
    return number.value.unit if isinstance(number.value, Quantity) else ""


def _counts(scene: Scene, line: Line, number: Mention, mention: Mention) -> bool:
    if number.span.contains(mention.span):
        return True
    if number.span.start < mention.span.start < number.span.end:
        return unit_of(number) in COUNTS
    if number.span.end > mention.span.start or mention.span.start - number.span.end > FARTHEST_NUMBER:
        return False
    if unit_of(number) not in COUNTS:
        return False
    between = [word.text for word in line.between(number.span.end, mention.span.start)]
    closed = either(
        either(scene.pack.words.prepositions - scene.words.owner_prepositions, scene.words.coordinators),
        scene.words.subordinators,
    )
    others = any(
        m.kind == "equipment" and number.span.end <= m.span.start and m.span.end <= mention.span.start
        for m in line.mentions
    )
    return not others and not any(
        text in closed or not (text[0].isalnum() or text in "'\"“”«»-.") for text in between
    )


def one_of(sentence: Sentence, mention: Mention) -> Quantity | None:
    """One, where an article stands for a number in a list of counts: "two tanks and a howitzer"."""
    before = sentence.line.before(mention.span.start, 1)
    if not before or before[0].text not in sentence.scene.words.singles:
        return None
    return Quantity(1, 1, "items", "exact", Span(before[0].start, before[0].end))


def targets_of(event: Event) -> Quantity | None:
    """How many were attacked, by the number right behind the verb or before its passive: "attacked two vessels"."""
    if event.frame.type != "strike" or event.voice == "noun":
        return None
    line, (start, end) = event.sentence.line, event.object
    end = end if event.voice == "passive" else min(end, start + TARGETS_ROOM)
    for mention in line.inside(start, end, "quantity"):
        if isinstance(mention.value, Quantity) and mention.value.unit in COUNTS | BUILT | FORMATIONS:
            return mention.value
    return None
