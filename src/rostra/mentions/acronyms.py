"""Acronyms as a text introduces them: "Valdorian Coastal Guard (VCG)", later "VCG"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rostra.kernel import Span
from rostra.mentions.overlaps import without_overlap
from rostra.mentions.runs import UPPER
from rostra.model import Mention

_INTRODUCED = re.compile(
    rf"[ \u00a0]?\((?:the |la |el |“|\")?([{UPPER}](?:[{UPPER}\d-]|\.(?=[{UPPER}]))+[a-z]?|[{UPPER}][a-z]+[{UPPER}]\w*|[{UPPER}]\w{{2,9}})[”\"]?[),;]"
)
_OWNERS = frozenset({"organisation", "military_unit", "country"})


def with_acronyms(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions and, for each acronym that a name introduces, all its occurrences under that name."""
    introduced: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind in _OWNERS:
            match = _INTRODUCED.match(text, mention.span.end)
            if match and _abbreviates(match[1], mention.span.of(text)):
                introduced.setdefault(match[1], mention)
    if not introduced:
        return list(mentions)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, introduced))})(?![\w-])")
    later = [
        replace(introduced[match[0]], span=Span(*match.span()), rule="M340")
        for match in pattern.finditer(text)
    ]
    spans = {mention.span for mention in later}
    return list(without_overlap([*(m for m in mentions if m.span not in spans), *later]))


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of the acronym come in order in the name."""
    letters = iter(name.casefold())
    return all(letter in letters for letter in acronym.casefold() if letter.isalnum())
