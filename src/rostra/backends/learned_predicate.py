"""What a thing is called, without the thing: in "denounced the raid as piracy" the content is "piracy"."""

from rostra.backends.learned_span import is_quoted
from rostra.backends.learned_words import WORD
from rostra.kernel import Span
from rostra.text import Article


def predicate(article: Article, span: Span, cue: Span | None) -> Span:
    """A content after a word of naming from its "as" on; other contents as they are."""
    if cue is None or cue.end > span.start:
        return span
    manner = _manner(article, cue)
    for word in WORD.finditer(article.text, span.start, span.end) if manner else ():
        if word[0] in manner and span.start < word.end() < span.end and not is_quoted(article, word.start()):
            return Span(word.end(), span.end)
    return span


def _manner(article: Article, cue: Span) -> frozenset[str]:
    """The words for "as" that may open the complement of a cue."""
    forms, words = article.pack.cues.forms, WORD.findall(cue.of(article.text).casefold())
    takes = frozenset[str]().union(*(forms[word].cue.takes for word in words if word in forms))
    return takes & article.pack.cues.context.manner
