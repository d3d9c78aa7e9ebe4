"""Headlines that capitalise every word, where a capital is no evidence of a name."""

import re

from rostra.mentions.runs import UPPER
from rostra.model import Mention

# Shapes that rest on capitals alone; known names, titles and given names still count in a headline.
BY_CAPITALS = frozenset({"M300", "M310", "M320", "M220", "M230", "M323", "M324", "M410"})
_FEWEST_WORDS = 5
_LONGEST_HEADLINE = 200
_SHARE = 0.6
_LONG_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_CAPITAL = re.compile(rf"[{UPPER}]")


def without_headline_shapes(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions without those that only the capitals of a headline made."""
    return [
        mention for mention in mentions if mention.rule not in BY_CAPITALS or not in_headline(text, mention)
    ]


def in_headline(text: str, mention: Mention) -> bool:
    """Whether a mention stands in a line that capitalises most of its longer words and ends in no stop."""
    low, high = mention.span.start - _LONGEST_HEADLINE, mention.span.end + _LONGEST_HEADLINE
    start = max(text.rfind("\n", max(0, low), mention.span.start) + 1, low, 0)
    end = text.find("\n", mention.span.end, high)
    end = min(len(text), high) if end < 0 else end
    if end - start > _LONGEST_HEADLINE or text[end - 1] in ".!?;":
        return False
    words = _LONG_WORD.findall(text, start, end)
    capitals = sum(bool(_CAPITAL.match(word)) for word in words)
    return len(words) >= _FEWEST_WORDS and capitals >= _SHARE * len(words)
