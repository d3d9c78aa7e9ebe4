"""Whose voice a source of the tagger is: in a place words are heard, not said, and who speaks in a turn quotes others."""

import re

from rostra.backends.learned_decode import Piece
from rostra.kernel import Span
from rostra.text import Article

_LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")
_REACH = 24
"""Code points before a source within which its cue ends and the word before it stands."""


def is_heard_there(piece: Piece, article: Article) -> bool:
    """Whether the cue only reaches the source by a preposition of place or of opposition ("that echoed in Marenia")."""
    if piece.source is None or piece.cue is None:
        return False
    source = piece.source.span
    near = 0 <= source.start - piece.cue.span.end <= _REACH
    return near and _word_before(article.text, source) in article.pack.speaker_words.silent_after


def is_another_voice(piece: Piece, article: Article) -> bool:
    """Whether a source is named, and not by a word for who is speaking or for nobody ("I", "you", "something")."""
    if piece.source is None:
        return False
    words, name = article.pack.speaker_words, piece.source.span.of(article.text).casefold()
    return words.pronouns.get(name) != "first" and name not in words.silent


def _word_before(text: str, span: Span) -> str:
    found = _LAST_WORD.search(text[max(0, span.start - _REACH) : span.start])
    return found[1].casefold() if found else ""
