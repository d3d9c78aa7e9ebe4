"""What is meant or expected and said by nobody: in "the navy expects to sail" no words are reported."""

from rostra.backends.learned_words import WORD, word_before
from rostra.kernel import Span
from rostra.rules.cues import CueForm
from rostra.text import Article

ATTITUDES = frozenset({"judge", "accept"})
"""Classes of cues that report a clause ("agreed that the truce holds"), and no intention ("agreed to withdraw")."""


def is_intent(article: Article, content: Span, cue: Span) -> bool:
    """Whether the cue is a word of attitude, and the content what somebody means to do or what is expected."""
    known = article.pack.cues.forms
    words = [word.casefold() for word in WORD.findall(cue.of(article.text))]
    forms = [known[word] for word in words if word in known]
    if not forms or any(form.cue.cue_class not in ATTITUDES for form in forms):
        return False
    return _is_passive(article, words, forms) or _opens_infinitive(article, content)


def _is_passive(article: Article, words: list[str], forms: list[CueForm]) -> bool:
    """Whether it is nobody's opinion ("is now expected")."""
    participle = any("participle" in form.roles for form in forms)
    return participle and not article.pack.cues.context.passive_auxiliaries.isdisjoint(words)


def _opens_infinitive(article: Article, content: Span) -> bool:
    """Whether the words begin with an infinitive, and no "that" stands before them."""
    context, first = article.pack.cues.context, WORD.match(article.text, content.start, content.end)
    before = word_before(article.text, content)
    if first is None or before in context.complementizers:
        return False
    if before in context.infinitive or first[0] in context.infinitive:
        return True
    return first[0].islower() and first[0].endswith(tuple(context.infinitive_endings))
