"""Numbers that a text leaves vague ("thousands of Igla-S"), read as the declared intervals for a check alone."""

import re
from dataclasses import replace
from functools import cache

from rostra.check.context import CheckContext
from rostra.data.comparison import VagueNumber, shipped_comparison
from rostra.kernel import Span
from rostra.model import Claim, Quantity
from rostra.text import fold

REACH = 60
"""How far before the name of what is counted its vague number may stand (code points)."""


def with_vague_number(claim: Claim, context: CheckContext) -> tuple[Claim, str]:
    """The claim with the interval of its vague number, and how it was read; as it is, where it has none."""
    text = (
        context.text(claim) if claim.quantity is None and claim.equipment and claim.equipment.span else None
    )
    if text is None or claim.equipment is None or claim.equipment.span is None:
        return claim, ""
    start = max(claim.evidence.start, claim.equipment.span.start - REACH)
    before = fold(text[start : claim.equipment.span.start])
    found = _pattern().search(before)
    if found is None:
        return claim, ""
    read = _numbers()[found["number"]]
    span = Span(start + found.start("number"), start + found.end("number"))
    quantity = Quantity(read.low, read.high, "items", "between", span)
    words = text[span.start : span.end]
    return replace(claim, quantity=quantity), f"“{words}” is read as {read.low:,} to {read.high:,}"


@cache
def _numbers() -> dict[str, VagueNumber]:
    return {fold(word): entry for entry in shipped_comparison().vague for word in entry.words}


@cache
def _pattern() -> re.Pattern[str]:
    """A vague number and the words of one noun phrase after it; no stop and no further number between."""
    words = "|".join(re.escape(word) for word in sorted(_numbers(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<number>{words})(?!\w)[^,;:.!?()\d]*$")
