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
    confidence: float
    carried: bool = False
    """Whether the speaker is the last one named before this unit."""
    outside: Span | None = None
    """The speaker's span where it lies in a neighbouring unit."""
