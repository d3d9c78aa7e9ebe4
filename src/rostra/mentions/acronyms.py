"""Acronyms as a text introduces them: "Valdorian Coastal Guard (VCG)", later "VCG"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rostra.kernel import Span
from rostra.mentions.overlaps import without_overlap
from rostra.mentions.runs import UPPER
from rostra.model import Mention

_INTRODUCED = re.compile(
    rf"[ \u00a0]?\((?:the |la |el |“|\")?([{UPPER}](?:[{UPPER}\d-]|\.(?=[{UPPER}]))+[a-z]?|[{UPPER}][a-z]+[{UPPER}]\w*|[{UPPER}]\w{{2,9}})[”\"]?[),;]"
)
_SHORTEST, _LONGEST = 3, 7
_OWNERS = frozenset({"organisation", "military_unit", "country"})


def with_acronyms(text: str, mentions: Sequence[Mention], suffixes: frozenset[str]) -> list[Mention]:
    """The mentions and all places where a name is taken up by the acronym that introduces it, or without "Corp"."""
    introduced: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind in _OWNERS:
            for short in _short_forms(text, mention, suffixes):
                introduced.setdefault(short, mention)
    if not introduced:
        return list(mentions)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, introduced))})(?![\w-])")
    later = [
        replace(introduced[match[0]], span=Span(*match.span()), rule="M340")
        for match in pattern.finditer(text)
    ]
    spans = {mention.span for mention in later}
    return list(without_overlap([*(m for m in mentions if m.span not in spans), *later]))


def _short_forms(text: str, mention: Mention, suffixes: frozenset[str]) -> Iterator[str]:
    match = _INTRODUCED.match(text, mention.span.end)
    written = mention.span.of(text)
    if match and (_abbreviates(match[1], written) or _is_acronym(match[1])):
        yield match[1]
    initials = "".join(word[0] for word in written.split() if word[0].isupper())
    if len(initials) >= _SHORTEST and mention.kind != "country":
        yield initials
    first, blank, last = written.rpartition(" ")
    if blank and last.casefold().rstrip(".") in suffixes and " " not in first and len(first) > _SHORTEST:
        yield first


def _is_acronym(short: str) -> bool:
    """Whether a bracket right after a name holds its acronym, be it of another language: "(OTAN)"."""
    return short.isalpha() and short.isupper() and _SHORTEST <= len(short) <= _LONGEST


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of the acronym come in order in the name."""
    letters = iter(name.casefold())
    return all(letter in letters for letter in acronym.casefold() if letter.isalnum())
