"""What every rule finds: a speaker, a cue and a content as ranges of tokens."""

from typing import NamedTuple

from rostra.kernel import Span
from rostra.quotes.phrases import Range


class Attribution(NamedTuple):
    """Words handed to a speaker within one unit. `speaker` None: dropped or carried over from before."""

    content: Range
    cue: Range | None
    speaker: Range | None
    rule: str
    carried: bool = False
    """Whether the speaker is the last one named before this unit."""
    outside: Span | None = None
    """The speaker's span where it lies in a neighbouring unit."""


CONFIDENCE = {
    "Q110": 0.94,
    "Q111": 0.95,
    "Q112": 0.77,
    "Q113": 0.9,
    "Q114": 0.9,
    "Q120": 0.8,
    "Q130": 0.8,
    "Q131": 0.9,
    "Q132": 0.81,
    "Q140": 0.65,
    "Q141": 0.71,
    "Q150": 0.72,
    "Q210": 0.8,
    "Q211": 0.7,
    "Q212": 0.75,
    "Q220": 0.74,
    "Q310": 0.85,
    "Q311": 0.8,
    "Q320": 0.52,
    "Q410": 0.95,
}
"""Share of a rule's contents that match a human's on PolNeAR train (IoU .5), November 2026. Continued quotations
(Q130 to Q132) by their quoted segments, fragments (Q141) by those with the right speaker; Q211 and Q410, which English news hardly has, by reading what they found."""
