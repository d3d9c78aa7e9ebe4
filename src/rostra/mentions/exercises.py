"""Named drills: capitalised or quoted words beside a noun for a drill."""

import re
from collections.abc import Iterator
from functools import cache

from rostra.kernel import Span
from rostra.mentions.runs import UPPER, Page, Taken
from rostra.model import Mention
from rostra.rules import LanguagePack
from rostra.text import fold

_QUOTED = r"[“\"«'‘„]\s?([^“”\"«»\n]{3,70}?)\s?[”\"»'’“]"
_CAPITALISED = rf"([{UPPER}][\w’'-]*(?:[ \u00a0](?:(?:of|de|del|la|and|y)[ ])?(?:[{UPPER}][\w’'-]*|\d{{1,4}}(?!\w))){{0,6}})"
_YEARED = re.compile(rf"(?<![\w-])(?:[{UPPER}]\w+[ ]){{0,2}}[{UPPER}]\w+[-–]20[2-4]\d(?![\w-])")
_BY_CAPITALS = "M410"
_NAME_LIKE = re.compile(rf"[{UPPER}]")


@cache
def _patterns(pack: LanguagePack) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None:
    actors = pack.actors
    nouns = sorted(actors.words("exercise", "nouns"), key=len, reverse=True)
    if not nouns:
        return None
    noun = "|".join(re.escape(word).replace(r"\ ", " ") for word in nouns)
    between = "|".join(
        sorted(
            actors.words("exercise", "joins") | actors.words("exercise", "modifiers"), key=len, reverse=True
        )
    )
    gap = rf",?(?:[ ](?:{between})){{0,3}},?[ ]"
    gate = re.compile(rf"\b(?:{noun})\b", re.IGNORECASE)
    after = re.compile(rf"\b(?i:{noun})\b{gap}(?:{_QUOTED}|{_CAPITALISED})")
    before = re.compile(rf"(?:{_QUOTED}|{_CAPITALISED})(?:[ ](?:{between})){{0,2}}[ ](?i:{noun})\b")
    return gate, after, before


@cache
def _needles(pack: LanguagePack) -> tuple[str, ...]:
    """The folded nouns for a drill, one for all that begin with it."""
    nouns = sorted(map(fold, pack.actors.words("exercise", "nouns")))
    return tuple(noun for noun in nouns if not any(noun != other and other in noun for other in nouns))


def find_exercises(page: Page, pack: LanguagePack, taken: Taken, given: frozenset[str]) -> Iterator[Mention]:
    """Names of drills; nothing in a text without a noun for a drill. A person may "exercise influence"."""
    if not any(needle in page.folded for needle in _needles(pack)):
        return
    for mention in _candidates(page.text, pack, taken):
        if mention.rule != _BY_CAPITALS or fold(mention.name.split()[0]) not in given:
            yield mention


def _candidates(text: str, pack: LanguagePack, taken: Taken) -> Iterator[Mention]:
    patterns = _patterns(pack)
    if patterns is None or not patterns[0].search(text):
        return
    gate, after, before = patterns
    for noun in gate.finditer(text):
        low, high = max(0, noun.start() - 100), min(len(text), noun.end() + 110)
        following = after.match(text, noun.start(), high)
        if following:
            yield from _named(text, following, pack, taken)
        for leading in before.finditer(text, low, noun.end()):
            if leading.end() == noun.end():
                yield from _named(text, leading, pack, taken)
    for match in _YEARED.finditer(text):
        yield Mention(Span(*match.span()), "exercise_name", match[0], "M420")


def _named(text: str, match: re.Match[str], pack: LanguagePack, taken: Taken) -> Iterator[Mention]:
    group = 1 if match[1] else 2
    written = match[group]
    owned = max(written.rfind("'s "), written.rfind("’s "))
    words = written[owned + 3 if owned >= 0 else 0 :].split()
    stop = (
        pack.actors.words("stop") | pack.words.determiners | pack.words.prepositions | pack.words.conjunctions
    )
    start = match.start(group) + (owned + 3 if owned >= 0 else 0)
    while words and fold(words[0]) in stop:
        start = text.index(words[1], start + 1) if len(words) > 1 else start
        words = words[1:]
    capitals = sum(bool(_NAME_LIKE.match(word)) for word in words)
    if capitals and capitals * 2 >= len(words):
        span = Span(start, match.end(group))
        owner = taken.at(span.start, span.end)
        if owner and owner.kind in {"nationality", "country"} and owner.span.contains(span):
            return
        yield Mention(span, "exercise_name", span.of(text), "M400" if group == 1 else _BY_CAPITALS)
