"""Pairing of quotation marks, paragraph by paragraph; one odd mark never costs more than its own quotation."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rostra.kernel import Span, trimmed

_MARK = re.compile(r"""[“”„«»‹›"]|''|``|(?<![\w’'])[‘'](?=[^\W_]|[¿¡“"«…])|(?<=[\w.,!?…”"»])[’'](?![\w’'])""")
_FAMILIES = {"«": "angle", "»": "angle", "‹": "small", "›": "small", "''": "typed", "``": "typed"}
_SINGLES = frozenset("‘’'")
_OPENERS = frozenset("“„«‹‘") | {"``"}
_CLOSERS = frozenset("”»›’")
_INSERTION = re.compile(r"(?<=\s)[—―–](?=[^\W\d_])[^—―–\n]{3,200}(?:[—―–]|$)")
_MOST_OPEN = 4
"""Marks kept open at once; deeper nesting than this is noise, and the bound keeps pairing linear."""


class Pair(NamedTuple):
    """A quotation: offsets of the outer ends (with marks), of the inner ends, and how deep it lies."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    depth: int
    closed: bool


class _Open(NamedTuple):
    family: str
    start: int
    end: int


def pair_marks(text: str, paragraphs: Sequence[Span]) -> list[Pair]:
    """All quotations of a text in order of their start; an outer one comes before those inside it."""
    pairs: list[Pair] = []
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].start if index + 1 < len(paragraphs) else len(text)
        found = list(_paragraph_pairs(text, paragraph, following))
        pairs.extend(found or _dialogue_pairs(text, paragraph))
    pairs.sort(key=lambda pair: (pair.start, -pair.end))
    return pairs


def _paragraph_pairs(text: str, paragraph: Span, following: int) -> Iterator[Pair]:
    stack: list[_Open] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        family = _family(match[0])
        if _opens(text, match, stack, paragraph):
            if stack and stack[-1].family == family and stack[-1].end == match.start():
                stack[-1] = _Open(family, stack[-1].start, match.end())
                continue  # a doubled mark
            stack.append(_Open(family, match.start(), match.end()))
            del stack[:-_MOST_OPEN]
            continue
        place = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == family), None)
        if place is None:
            continue
        opened = stack[place]
        del stack[place:]
        if match.start() > opened.end:
            yield Pair(opened.start, opened.end, match.start(), match.end(), len(stack), closed=True)
    yield from _unclosed(text, stack, paragraph, following)


def _dialogue_pairs(text: str, paragraph: Span) -> Iterator[Pair]:
    """Dash dialogue ("—Speech —said Breen—. Speech"): what stands outside the insertion, where there is one."""
    if text[paragraph.start] not in "—―–":
        return
    start = paragraph.start
    for insertion in _INSERTION.finditer(text, paragraph.start + 1, paragraph.end):
        yield from _speech(text, start, insertion.start())
        start = insertion.end()
    if start > paragraph.start:
        yield from _speech(text, start, paragraph.end)


def _speech(text: str, start: int, end: int) -> Iterator[Pair]:
    inner = trimmed(text, start, end, drop=" \t\u00a0—―–.,;:")
    if inner is not None:
        yield Pair(start, inner.start, inner.end, inner.end, 0, closed=True)


def _family(mark: str) -> str:
    """Marks that close each other; writers mix curly and straight ones."""
    return _FAMILIES.get(mark, "single" if mark in _SINGLES else "double")


def _opens(text: str, match: re.Match[str], stack: list[_Open], paragraph: Span) -> bool:
    mark = match[0]
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    is_open = any(item.family == _family(mark) for item in stack)
    if mark in _OPENERS:
        ends_like_german = mark == "“" and is_open and not before.isspace() and not after.isalnum()
        return not ends_like_german
    if mark in _CLOSERS:
        return mark == "”" and not is_open and before.isspace() and after.isalnum()
    if before.isdigit() and not is_open:
        return False  # feet and inches
    if after.isspace() or (is_open and not (before.isspace() or before in "([—–-¿¡")):
        return False
    return not is_open or (before.isspace() and mark != "'")


def _unclosed(text: str, stack: list[_Open], paragraph: Span, following: int) -> Iterator[Pair]:
    """An open mark runs to the end of its paragraph where it begins it, follows a colon, or is taken up again."""
    if not stack:
        return
    opened = stack[0]
    if opened.family == "single":
        return
    head = text[max(paragraph.start, opened.start - 2) : opened.start].strip()
    reopened = text[following : following + 1] in {text[opened.start], "»", "”", "“", "«"}
    if (not head or head[-1] in ":," or reopened) and opened.end < paragraph.end:
        yield Pair(opened.start, opened.end, paragraph.end, paragraph.end, 0, closed=False)


def outermost(pairs: Sequence[Pair]) -> list[Pair]:
    """The quotations that lie in no other one, in order; an overlapping one is dropped."""
    kept: list[Pair] = []
    for pair in pairs:
        if not kept or pair.start >= kept[-1].end:
            kept.append(pair)
    return kept
