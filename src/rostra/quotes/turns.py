"""Transcripts: each speaker's turn under a heading ("PRESIDENT X:", "MR. SMITH:", "Q:", a line in capitals)."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rostra.kernel import Span, trimmed
from rostra.model import Document, Quote
from rostra.quotes.attribution import CONFIDENCE
from rostra.rules import LanguagePack
from rostra.rules.wordsets import either
from rostra.text import Segments

_INLINE = re.compile(r"[ \t>]*(?:\*\*|__)?([^\W\d_][^:*\n]{0,79}?)\s*(?:\*\*|__)?\s*:(?:\*\*|__)?(?=\s|$)")
_LINE = re.compile(r"[ \t]*(?:\*\*|__)?([^\W\d_][^:*\n]{1,118}?)(?:\*\*|__)?[ \t]*")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_HEADING = 200
"""Code points, more than the patterns above take: a paragraph without a colon so early is not tried."""
_FEWEST_TURNS = 3
_LEAST_SHARE = 0.5
"""Turns and share of the text under headings that make a transcript; a news text with a "Note:" has neither.
Checked on Spanish press conferences (all found) and PolNeAR train (interviews alone)."""


class Heading(NamedTuple):
    """A heading: the speaker's words in it, and where the turn begins."""

    speaker: Span
    turn: int
    capitals: bool


def find_turns(document: Document, segments: Segments, pack: LanguagePack) -> list[Quote]:
    """The turns of a transcript as quotes of kind "turn"; empty for any other text."""
    headings = _headings(document.text, segments, pack)
    if not _is_transcript(document.text, headings, pack):
        return []
    ends = [heading.speaker.start for heading in headings[1:]] + [len(document.text)]
    turns = []
    for heading, end in zip(headings, ends, strict=True):
        content = trimmed(document.text, heading.turn, end, drop=" \t\r\n*_>\u00a0")
        if content is not None:
            turns.append(
                Quote(document.id, "turn", content, heading.speaker, None, None, "Q410", CONFIDENCE["Q410"])
            )
    return turns


def _headings(text: str, segments: Segments, pack: LanguagePack) -> list[Heading]:
    found = (_heading(text, paragraph, pack) for paragraph in segments.paragraphs)
    headings = [heading for heading in found if heading is not None]
    if sum(heading.capitals for heading in headings) >= _FEWEST_TURNS:
        return [heading for heading in headings if heading.capitals]
    return headings


def _heading(text: str, paragraph: Span, pack: LanguagePack) -> Heading | None:
    words = pack.transcript_words
    coloned = text.find(":", paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_HEADING)) >= 0
    inline = _INLINE.match(text, paragraph.start, paragraph.end) if coloned else None
    if inline and _names_speaker(inline[1], pack):
        low = inline[1].casefold().strip(" .")
        capitals = low in words.markers or _in_capitals(inline[1], pack)
        return Heading(Span(inline.start(1), inline.end(1)), inline.end(), capitals)
    short = len(paragraph) <= _LONGEST_HEADING
    line = _LINE.fullmatch(text, paragraph.start, paragraph.end) if short else None
    if line and _in_capitals(line[1], pack) and _names_speaker(line[1], pack) and _has_role(line[1], pack):
        return Heading(Span(line.start(1), line.end(1)), line.end(), capitals=True)
    return None


def _in_capitals(heading: str, pack: LanguagePack) -> bool:
    """Whether the speaker stands in capitals, whatever the form of address before him: "El señor PÉREZ (Selm)"."""
    named = pack.transcript_words.unaddressed(heading).split("(", maxsplit=1)[0]
    letters = [char for char in named if char.isalpha()]
    return len(letters) > 1 and all(char == char.upper() for char in letters)


def _has_role(heading: str, pack: LanguagePack, *, strict: bool = False) -> bool:
    """A line in capitals without a colon is a heading of a turn only with a marker, a role, or a comma."""
    low = heading.casefold().strip(" .")
    words = set(_WORD.findall(low))
    roles = either(pack.speaker_words.roles, pack.speaker_words.bodies)
    return (
        low in pack.transcript_words.markers
        or bool(words & roles)
        or (not strict and len(words) in {2, 3, 4})
    )


def _names_speaker(heading: str, pack: LanguagePack) -> bool:
    low = heading.casefold().strip(" .")
    words = _WORD.findall(heading)
    if low in pack.transcript_words.markers:
        return True
    if low in pack.transcript_words.not_headings or not 1 <= len(words) <= 16:
        return False
    if _in_capitals(heading, pack):
        return not any(char in heading for char in "¿?¡!")
    plain = [word for word in words if word[0] == word[0].lower()]
    return len(words) <= 5 and all(word.casefold() in pack.cues.context.name_particles for word in plain)


def _is_transcript(text: str, headings: Sequence[Heading], pack: LanguagePack) -> bool:
    if len(headings) < _FEWEST_TURNS or len(text) - headings[0].turn < _LEAST_SHARE * len(text):
        return False
    speakers = Counter(heading.speaker.of(text).casefold() for heading in headings)
    repeated = sum(count for count in speakers.values() if count > 1)
    if sum(heading.capitals for heading in headings) >= _FEWEST_TURNS:
        roles = sum(_has_role(heading.speaker.of(text), pack, strict=True) for heading in headings)
        colons = sum(":" in text[heading.speaker.end : heading.turn] for heading in headings)
        return 2 * roles >= len(headings) or (repeated >= 2 and colons >= _FEWEST_TURNS)
    return repeated >= len(headings) / 2 and repeated > _FEWEST_TURNS
