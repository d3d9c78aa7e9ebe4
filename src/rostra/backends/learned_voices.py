"""Whether a source of the tagger can take the place of another speaker: in a place words are heard, not said."""

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


def _word_before(text: str, span: Span) -> str:
    found = _LAST_WORD.search(text[max(0, span.start - _REACH) : span.start])
    return found[1].casefold() if found else ""
