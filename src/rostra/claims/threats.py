"""Threats and abilities: which are none of arms, and which act is only threatened or only possible."""

from rostra.claims.events import Event
from rostra.model import ClaimType, Quote
from rostra.rules.wordsets import either

_ABOUT: frozenset[ClaimType] = frozenset({"threat", "capability"})
_ACTS: frozenset[ClaimType] = frozenset({"strike", "loss", "deployment"})
SUPPOSING_WORDS = 8
"""Words behind a noun of attack among which the verb stands that supposes it."""
STRONG = 2
"""Civic words of a sentence that outweigh forces named in it: "unions", "reform" beside "the government"."""
_BARE = frozenset({"base", "infinitive"})


def is_civic(event: Event, claim_type: ClaimType) -> bool:
    """Whether a threat or an ability is one of politics, business, law or sport: "amenazó con una huelga"."""
    if claim_type not in _ABOUT:
        return False
    line = event.sentence.line
    civic = sum("civic" in h.value.classes for h in line.hits if h.end <= event.start or h.start >= event.end)
    armed = any(a.armed for a in event.sentence.actors)
    if civic < (STRONG if armed else 1) or "munitions" in line.classes(line.span.start, line.span.end):
        return False
    return not any(True for _ in line.inside(line.span.start, line.span.end, "equipment"))


def is_supposed(event: Event) -> bool:
    """Whether a noun of attack is the subject of a verb that only supposes it: "an attack would mean war"."""
    if event.voice != "noun" or event.frame.type != "strike":
        return False
    supposing = event.sentence.scene.words.supposing
    behind = event.sentence.line.after(event.end, SUPPOSING_WORDS)
    return any(word.text in supposing for word in behind if word.start < event.clause.end)


def supposed_type(event: Event) -> ClaimType | None:
    """An attack that is only supposed is what somebody warns of: "an attack would mean war, the general warned"."""
    line = event.sentence.line
    if not is_supposed(event) or "threatening" not in line.classes(line.span.start, line.span.end):
        return None
    return "threat"


def announced(event: Event) -> Quote | None:
    """The quotation that a verb of threat introduces in its sentence: what is threatened stands in it."""
    if event.frame.type != "threat":
        return None
    line = event.sentence.line
    return next(
        (
            quote
            for quote in line.quotes
            if quote.cue
            and quote.cue.start < event.end
            and event.start < quote.cue.end <= quote.content.start < line.span.end
        ),
        None,
    )


def joined_type(event: Event) -> ClaimType | None:
    """The type of the threat or ability whose second infinitive an act is: "threatened to fire and sink the ship"."""
    if event.frame.type not in _ACTS or not _is_joined_infinitive(event):
        return None
    for hit in reversed(event.sentence.line.hits):
        if hit.start >= event.start or not hit.value.uses:
            continue
        kinds = {use.frame.type for use in hit.value.uses}
        if "threat" in kinds:
            return "threat"
        if "capability" in kinds or not any(use.tags & _BARE for use in hit.value.uses):
            return "capability" if "capability" in kinds else None
    return None


def _is_joined_infinitive(event: Event) -> bool:
    """Whether "and" stands right before an infinitive: "and sink", "and to sink", "y de hundir"."""
    if event.voice == "noun" or not event.tags & _BARE:
        return False
    words = event.sentence.scene.words
    before = [word.text for word in event.sentence.line.before(event.start, 2)]
    linked = either(words.infinitive_markers, words.owner_prepositions, words.tool_prepositions)
    joint = before[:1] if before[1:] and before[1] in linked else before[-1:]
    return bool(words.coordinators.intersection(joint))
