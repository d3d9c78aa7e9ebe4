"""Words of a text as the merging of rules and tagger looks at them: letters alone, and the one right before a span."""

import re

from rostra.kernel import Span

WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")
REACH = 24
"""Code points before a span within which the word before it stands."""


def word_before(text: str, span: Span) -> str:
    """The casefolded word right before a span, empty where a mark or nothing stands there."""
    found = _LAST_WORD.search(text[max(0, span.start - REACH) : span.start])
    return found[1].casefold() if found else ""
