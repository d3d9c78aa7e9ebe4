"""States that no index has, by the shape of their name: "Kestrel Republic", "Reino de Marenia"."""

import re
from collections.abc import Iterator
from functools import cache

from rostra.kernel import Span
from rostra.mentions.runs import UPPER, Taken
from rostra.model import Mention
from rostra.rules import LanguagePack
from rostra.text import fold

_WORD = rf"[{UPPER}]\w+(?:[-'’]\w+)?"
_WORDS = re.compile(_WORD)
_STRONGER = frozenset({"country", "place", "organisation"})


def unknown_states(text: str, pack: LanguagePack, taken: Taken) -> Iterator[Mention]:
    """States named by a noun for a state and a capitalised name, outside the names that are known; they have no id."""
    pattern, needles = _pattern(pack), _needles(pack)
    if pattern is None or not any(needle in text for needle in needles):
        return
    stop = _stop(pack)
    for match in pattern.finditer(text):
        start, end = match.span()
        while match["before"] and fold(text[start:end].split(" ", 1)[0]) in stop:
            start += text[start:end].index(" ") + 1
        named = " " in text[start:end] and fold((match["after"] or "").split(" ")[0]) not in stop
        if named and not _known(text, start, end, taken):
            span = Span(start, end)
            yield Mention(span, "country", span.of(text), "M102")


def _known(text: str, start: int, end: int, taken: Taken) -> bool:
    """Whether a known name stands in the stretch: an index has the state, or it is a newspaper ("Arizona Republic")."""
    found = (taken.at(*word.span()) for word in _WORDS.finditer(text, start, end))
    return any(mention is not None and mention.kind in _STRONGER for mention in found)


@cache
def _needles(pack: LanguagePack) -> tuple[str, ...]:
    return tuple(word.capitalize() for word in sorted(pack.actors.words("state", "heads")))


@cache
def _pattern(pack: LanguagePack) -> re.Pattern[str] | None:
    heads = "|".join(_needles(pack))
    if not heads:
        return None
    joins = "|".join(sorted(pack.actors.words("state", "joins"), key=len, reverse=True))
    adjectives = "|".join(word.title() for word in sorted(pack.actors.words("state", "adjectives")))
    after = rf"(?:{heads})(?: (?:{adjectives})){{0,2}} (?:{joins}) (?P<after>{_WORD}(?: {_WORD}){{0,2}})"
    before = (
        rf"(?P<before>(?:{_WORD} ){{1,3}})(?:{heads})(?![\w-]| (?:{joins}) [{UPPER}])"
        if pack.actors.head_position == "last"
        else r"(?P<before>(?!))"
    )
    return re.compile(rf"(?<![\w'’-])(?:{after}|{before})")


@cache
def _stop(pack: LanguagePack) -> frozenset[str]:
    """Words that a sentence or a phrase opens with, and the numbers of a republic ("the Fifth Republic")."""
    closed, actors = pack.words, pack.actors
    words = (
        closed.determiners | closed.pronouns | closed.prepositions | closed.conjunctions | closed.relatives
    )
    return frozenset(
        map(fold, words | actors.words("stop") | actors.words("unit", "ordinals") | actors.words("titles"))
    )
