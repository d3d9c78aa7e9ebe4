"""Titles in quotation marks: names of broadcasts, books and songs amid a clause, which nobody says."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rostra.rules.cues import CueForm
from rostra.text import Pair

_LONGEST_TITLE = 60
_SMALL_WORD = 3
"""Letters of the words that a title may leave in small letters ("of", "the", "and")."""
_BEFORE = frozenset({"w", "W", "'s", "n"})
"""Kinds of tokens before a title; after a mark words are said."""
_CALLED = 60
"""Code points between "called" and what something is called."""


class Title(NamedTuple):
    """Where the name ends, and where a comma inside its closing mark begins, else None."""

    end: int
    comma: int | None


def read_title(text: str, pair: Pair, before: str, cues: Sequence[tuple[int, int, CueForm]]) -> Title | None:
    """The title that a quotation is, None where it is said; `before` is the kind of the token before it."""
    if before not in _BEFORE or not _is_title(text, pair) or _is_said(text, pair, cues):
        return None
    comma = text[pair.inner_end - 1] == ","
    return Title(pair.inner_end - 1 if comma else pair.end, pair.inner_end - 1 if comma else None)


def _is_title(text: str, pair: Pair) -> bool:
    """Whether its longer words, two at least, begin with capitals."""
    if pair.inner_end - pair.inner_start > _LONGEST_TITLE:
        return False
    words = text[pair.inner_start : pair.inner_end].replace("’", "'").split()
    long = [word for word in words if len(word) > _SMALL_WORD]
    if len(long) < 2 or words[-1][-1] in "!?" or not words[0][0].isupper():
        return False
    return all(word[0].isupper() and not word.isupper() for word in long)


def _is_said(text: str, pair: Pair, cues: Sequence[tuple[int, int, CueForm]]) -> bool:
    """Whether a cue stands right before, or a verb of calling near."""
    return any(_reaches(text, pair, end, form) for _, end, form in _before(pair, cues))


def _before(pair: Pair, cues: Sequence[tuple[int, int, CueForm]]) -> Iterator[tuple[int, int, CueForm]]:
    return (cue for cue in cues if cue[1] <= pair.start and pair.start - cue[1] < _CALLED)


def _reaches(text: str, pair: Pair, end: int, form: CueForm) -> bool:
    if form.cue.part != "verb":
        return False
    if "predicate" in form.cue.takes:
        return True
    return bool(form.cue.takes & _OPENS_WORDS) and not text[end : pair.start].strip()


_OPENS_WORDS = frozenset({"quote", "clause", "direct", "object"})
"""What a cue right before marks must take for the words in them to be said ("said “…”", but not "the show “…”")."""
