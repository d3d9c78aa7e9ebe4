"""Later mentions of a person by a part of the name."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rostra.kernel import Span
from rostra.mentions.occurrences import occurrences
from rostra.mentions.persons import PersonWords
from rostra.mentions.runs import UPPER, Taken
from rostra.model import Mention
from rostra.text import fold

_SHORTEST = 2
_MOST_ALIASES = 400
_OPENS = re.compile(r"(?<![\w’'-])")
_CLOSES = re.compile(rf"(?![\w-]|['’][{UPPER}a-z]{{2}})")


def surnames(name: str, words: PersonWords) -> Iterator[str]:
    """The parts by which a full name is taken up again: "Ruy Valdorín Paz" as Valdorín, Valdorín Paz and Paz."""
    parts = name.split()
    if len(parts) < _SHORTEST:
        yield name
        return
    if fold(parts[0]) in words.family_first:
        yield parts[0]
        return
    first = next((i for i in range(1, len(parts)) if fold(parts[i]) not in words.given), len(parts) - 1)
    rest = [part for part in parts[first:] if not part.endswith(".")] or parts[-1:]
    while len(rest) > 1 and rest[0].islower():
        rest = rest[1:]
    yield rest[-1]
    yield rest[0]
    yield " ".join(rest)


def find_surnames(text: str, persons: Sequence[Mention], words: PersonWords, taken: Taken) -> list[Mention]:
    """Mentions of the persons found by surname alone, outside what is already taken."""
    aliases = list(dict.fromkeys(_aliases(persons, words)))[:_MOST_ALIASES]
    return [
        Mention(Span(start, end), "person", text[start:end], "M240")
        for start, end in occurrences(text, aliases, _OPENS, _CLOSES)
        if not taken.at(start, end)
    ]


def _aliases(persons: Iterable[Mention], words: PersonWords) -> Iterator[str]:
    for name in dict.fromkeys(person.name for person in persons):
        for alias in surnames(name, words):
            if len(alias) > _SHORTEST - 1 and alias[-1].isalpha() and not _is_common(fold(alias), words):
                yield alias


def _is_common(folded: str, words: PersonWords) -> bool:
    return (
        folded in words.stop or folded in words.heads or folded in words.titles or folded in words.particles
    )
