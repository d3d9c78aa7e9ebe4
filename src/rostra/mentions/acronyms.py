"""Acronyms as a text introduces them: "Valdorian Coastal Guard (VCG)", later "VCG"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rostra.kernel import Span
from rostra.mentions.occurrences import occurrences
from rostra.mentions.overlaps import without_overlap
from rostra.mentions.runs import UPPER, Taken
from rostra.model import Mention

_INTRODUCED = re.compile(
    rf"[ \u00a0]?\((?:the |la |el |“|\")?([{UPPER}](?:[{UPPER}\d-]|\.(?=[{UPPER}]))+[a-z]?|[{UPPER}][a-z]+[{UPPER}]\w*|[{UPPER}]\w{{2,9}})[”\"]?[),;]"
)
_SHORTEST, _LONGEST = 3, 7
_OWNERS = frozenset({"organisation", "military_unit", "country"})


def with_acronyms(text: str, mentions: Sequence[Mention], suffixes: frozenset[str]) -> list[Mention]:
    """The mentions and all places where a name is taken up by the acronym that introduces it, or without "Corp".

    An acronym in brackets stands against what the knowledge has under it; one by initials alone does not.
    """
    introduced: dict[str, Mention] = {}
    implied: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind in _OWNERS:
            match = _INTRODUCED.match(text, mention.span.end)
            if match and (_abbreviates(match[1], mention.span.of(text)) or _is_acronym(match[1])):
                introduced.setdefault(match[1], mention)
            for short in _implied(mention, mention.span.of(text), suffixes):
                implied.setdefault(short, mention)
    stated = list(_occurrences(text, introduced))
    covered = Taken([*sorted(mentions, key=lambda mention: mention.span)])
    silent = [m for m in _occurrences(text, implied) if not covered.at(m.span.start, m.span.end)]
    spans = {mention.span for mention in stated}
    return list(without_overlap([*(m for m in mentions if m.span not in spans), *stated, *silent]))


def _occurrences(text: str, shorts: Mapping[str, Mention]) -> Iterator[Mention]:
    for start, end in occurrences(text, list(shorts)):
        yield replace(shorts[text[start:end]], span=Span(start, end), rule="M340")


def _implied(mention: Mention, written: str, suffixes: frozenset[str]) -> Iterator[str]:
    """Short forms that no bracket introduces: initials, and a company's name without its suffix."""
    initials = "".join(word[0] for word in written.split() if word[0].isupper())
    if len(initials) >= _SHORTEST and mention.kind == "organisation":
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
