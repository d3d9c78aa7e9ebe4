"""Whose voice a source of the tagger is: in a place words are heard, not said, and who speaks in a turn quotes others."""

from rostra.backends.learned_decode import Piece
from rostra.backends.learned_words import REACH, word_before
from rostra.text import Article


def is_heard_there(piece: Piece, article: Article) -> bool:
    """Whether the cue only reaches the source by a preposition of place or of opposition ("that echoed in Marenia")."""
    if piece.source is None or piece.cue is None:
        return False
    source = piece.source.span
    near = 0 <= source.start - piece.cue.span.end <= REACH
    return near and word_before(article.text, source) in article.pack.speaker_words.silent_after


def is_another_voice(piece: Piece, article: Article) -> bool:
    """Whether a source is named, and not by a word for who is speaking or for nobody ("I", "you", "something")."""
    if piece.source is None:
        return False
    words, name = article.pack.speaker_words, piece.source.span.of(article.text).casefold()
    return words.pronouns.get(name) != "first" and name not in words.silent
