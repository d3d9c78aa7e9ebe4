"""What a speaker's phrase tells by itself: pronoun, role, body, names, and how it is determined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rostra.kernel import Span
from rostra.model import Mention
from rostra.rules.speakers import SpeakerWords
from rostra.rules.wordsets import either

_WORD = re.compile(r"[^\W_]+(?:[.\-’'&](?=\w)[^\W_]+)*")
OWNED = re.compile(r"[’']s\b")
"""The mark of an owner: "the bishop's office"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker's phrase, read once. `head` is the noun that says what the speaker is."""

    text: str
    pronoun: str | None
    persons: tuple[str, ...]
    others: tuple[Mention, ...]
    head: str | None
    title: str | None
    """The head with the word before it that tells one office from another ("foreign minister")."""
    kind: str | None
    """Reads "role", "body", "source" or None, by the head."""
    definite: bool
    plural: bool
    capitals: str | None
    gender: str | None
    joined: bool
    plain: str
    """The phrase without its determiner, as a name for a body that has none."""

    @property
    def single_person(self) -> bool:
        """Whether one unnamed person speaks ("a senior officer")."""
        return self.kind in {"role", "source"} and not self.plural and not self.persons


def read_phrase(text: str, span: Span, inside: Sequence[Mention], words: SpeakerWords) -> Phrase:
    """Reads the phrase at a span with the mentions that overlap it."""
    matches = list(_WORD.finditer(text, span.start, span.end))
    lows = [match[0].casefold() for match in matches]
    pronoun = words.pronouns.get(lows[0]) if len(lows) == 1 else None
    main = _main_part(text, matches, lows, words)
    head, kind = _head(lows[:main], words)
    first = lows[0] if lows else ""
    return Phrase(
        text[span.start : span.end],
        pronoun,
        _persons(inside, matches, words, kind),
        tuple(
            m
            for m in inside
            if m.kind in {"organisation", "country", "nationality", "place", "military_unit"}
            and not (kind == "source" and _is_agent(m, matches, words))
        ),
        head,
        None if words.head_first else _title(lows[:main], head, words),
        kind,
        first not in words.indefinite,
        bool(head and head.endswith("s") and kind == "source"),
        _capitals(text, _uncovered(_unagented(matches, kind, words), inside), words),
        next((words.honorifics[low] for low in lows if low in words.honorifics), None),
        any(low in words.joins for low in lows),
        text[matches[_skipped(lows, words)].start() : matches[-1].end()] if matches else "",
    )


def _is_agent(mention: Mention, matches: Sequence[re.Match[str]], words: SpeakerWords) -> bool:
    """Whether "by" stands before a name: "sources consulted by the agency" are not the agency's."""
    before = [match[0].casefold() for match in matches if match.end() <= mention.span.start]
    return bool(before) and before[-1] in words.agents


def _unagented(
    matches: Sequence[re.Match[str]], kind: str | None, words: SpeakerWords
) -> Sequence[re.Match[str]]:
    """The words of a source before who consulted it."""
    if kind != "source":
        return matches
    agent = next((index for index, match in enumerate(matches) if match[0].casefold() in words.agents), None)
    return matches[:agent]


def _skipped(lows: Sequence[str], words: SpeakerWords) -> int:
    return 1 if len(lows) > 1 and lows[0] in either(words.fillers, words.indefinite) else 0


def _main_part(text: str, matches: Sequence[re.Match[str]], lows: Sequence[str], words: SpeakerWords) -> int:
    """How many words stand before the first "of", "for", "de": the head is among them."""
    for index, low in enumerate(lows):
        if index and low in words.links:
            return index
    del text, matches
    return len(lows)


def _head(lows: Sequence[str], words: SpeakerWords) -> tuple[str | None, str | None]:
    classes = (("source", words.sources), ("body", words.bodies), ("role", words.roles))
    for low in lows if words.head_first else reversed(lows):
        for name, members in classes:
            if low in members:
                return low, name
    return None, None


def _title(lows: Sequence[str], head: str | None, words: SpeakerWords) -> str | None:
    at = len(lows) - 1 - lows[::-1].index(head) if head in lows else 0
    before = lows[at - 1] if at else ""
    plain = not before or before in either(words.fillers, words.indefinite)
    return None if head is None or plain else f"{before} {head}"


def _persons(
    inside: Sequence[Mention], matches: Sequence[re.Match[str]], words: SpeakerWords, kind: str | None
) -> tuple[str, ...]:
    """Persons who speak: not the one whose spokesman or government it is."""
    persons = [m for m in inside if m.kind == "person"]
    if kind is not None:
        persons = [m for m in persons if not _governed(m, matches, words)]
        persons = _apposed(persons, matches) if kind == "role" else persons
    return tuple(dict.fromkeys(person.name for person in persons))


def _apposed(persons: list[Mention], matches: Sequence[re.Match[str]]) -> list[Mention]:
    """Of "the prosecutor of the Orlo case, Ruy Valdor" the one behind the comma."""
    if len(persons) < 2 or not matches:
        return persons
    last = persons[-1]
    parted = matches[0].string[persons[-2].span.end : last.span.start].strip() == ","
    return [last] if parted and last.span.end >= matches[-1].end() else persons


def _governed(mention: Mention, matches: Sequence[re.Match[str]], words: SpeakerWords) -> bool:
    """Whether a link stands before the name and only titles between: "spokesman for President Ana Ruiz"."""
    before = [match for match in matches if match.end() <= mention.span.start]
    for match in reversed(before):
        low = match[0].casefold()
        if "," in match.string[match.end() : mention.span.start]:
            return False
        if low in words.links:
            return True
        if low not in either(words.roles, words.fillers) and low not in words.honorifics:
            return False
    return False


def _uncovered(matches: Sequence[re.Match[str]], inside: Sequence[Mention]) -> list[re.Match[str]]:
    """The words that belong to no country, people, place or date: a name of its own may be among them."""
    covered = [m.span for m in inside if m.kind in {"country", "nationality", "place", "date", "equipment"}]
    return [
        match
        for match in matches
        if not any(span.start < match.end() and match.start() < span.end for span in covered)
    ]


def _capitals(text: str, matches: Sequence[re.Match[str]], words: SpeakerWords) -> str | None:
    """The last run of capitalised words that are no roles or fillers: a name as it is written."""
    runs: list[list[re.Match[str]]] = [[]]
    for match in matches:
        low = match[0].casefold()
        if match[0][0].isupper() and low not in either(words.fillers, words.roles, words.sources):
            runs[-1].append(match)
        elif runs[-1]:
            runs.append([])
    run = next((run for run in reversed(runs) if not _only_bodies(run, words)), None)
    if run is None:
        return None
    return OWNED.sub("", text[run[0].start() : run[-1].end()])


def _only_bodies(run: Sequence[re.Match[str]], words: SpeakerWords) -> bool:
    """Whether a run is empty or holds nothing but words for bodies ("the Executive", "ONG")."""
    return all(match[0].casefold() in words.bodies for match in run)
