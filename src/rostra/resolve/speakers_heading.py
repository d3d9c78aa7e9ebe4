"""The name in the heading of a transcript's turn: "GENERAL ANA RUIZ, MINISTER OF DEFENCE" is Ana Ruiz."""

import re

from rostra.rules import LanguagePack

_WORD = re.compile(r"[^\W\d_]+(?:[\-’'.][^\W\d_]+)*")


def heading_name(heading: str, pack: LanguagePack) -> str | None:
    """The speaker's name in a heading, in ordinary case; None for "Q", "MODERATOR" and their like."""
    if heading.casefold().strip(" .") in pack.transcript_words.anonymous:
        return None
    parts = [_name(part, pack) for part in re.split(r"[,(/]| [—–-] ", heading)]
    named = [part for part in parts if part[1]]
    if not named:
        return None
    words = min(named, key=lambda part: part[0])[1]
    capitals = pack.transcript_words.unaddressed(heading).split("(", maxsplit=1)[0].isupper()
    return " ".join(_cased(word, pack) if capitals and word.isupper() else word for word in words)


def _name(part: str, pack: LanguagePack) -> tuple[int, list[str]]:
    """How many words of the part belong to an office, and the words that are left."""
    speaker, transcript = pack.speaker_words, pack.transcript_words
    words = _WORD.findall(part)
    office = [w.casefold() in speaker.roles | speaker.bodies for w in words]
    if any(office[1:]) and not office[0]:
        return len(words), []
    rest = words
    while rest and (
        rest[0].casefold() in speaker.roles | speaker.fillers | transcript.honorifics or len(rest[0]) == 1
    ):
        rest = rest[1:]
    linked = bool(rest) and rest[0].casefold() in speaker.links
    return (len(words), []) if linked else (sum(office), rest)


def _cased(word: str, pack: LanguagePack) -> str:
    low = word.casefold()
    return (
        low if low in pack.cues.context.name_particles else "-".join(p.capitalize() for p in low.split("-"))
    )
