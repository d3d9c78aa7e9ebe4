"""Runs of capitalised words, the raw material of names."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rostra.model import Mention, MentionKind
from rostra.rules import LanguagePack
from rostra.text import fold

_UPPER_RANGES = (range(0x41, 0x5B), range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x1F00))
UPPER = "".join(chr(code) for codes in _UPPER_RANGES for code in codes if chr(code).isupper())
_BLANK = r"[ \u00a0]"
_LONGEST_RUN = 14


class Page(NamedTuple):
    """A text and its folded form, of equal length."""

    text: str
    folded: str


class Word(NamedTuple):
    """A word of a run: its place, its text, its folded text without a final stop; `small` for a joining word."""

    start: int
    end: int
    text: str
    folded: str
    small: bool


class Run(NamedTuple):
    """Capitalised words in a row, joined at most by small connecting words."""

    start: int
    end: int
    words: Sequence[Word]


@cache
def run_pattern(pack: LanguagePack) -> re.Pattern[str]:
    """Matches a run in texts of the pack's language."""
    actors = pack.actors
    shorts = "|".join(
        sorted(
            (re.escape(word.capitalize()) for word in pack.words.abbreviations if word.isalpha()),
            key=len,
            reverse=True,
        )
    )
    small = "|".join(
        sorted(
            {re.escape(w) for w in actors.words("connectors") | actors.words("particles")},
            key=len,
            reverse=True,
        )
    )
    prefix = r"(?:(?:al|el|ad|ar|as|an|at|ash|bin|d|l)[-'’])"
    initials = rf"(?:[{UPPER}]\.-?){{1,4}}(?!\w)"
    abbreviation = rf"(?:{shorts})\." if shorts else r"(?!)"
    word = rf"{prefix}?[{UPPER}](?:[\w&’']|[-.‐](?=\w))*"
    number = r"\d{1,4}(?:st|nd|rd|th|\.?[ªº°])?(?![\w.,%])"
    token = rf"(?:{initials}|{abbreviation}|{word})"
    later = rf"(?:{token}|{number})"
    return re.compile(
        rf"(?<![\w’'-])(?:{number}{_BLANK})?{token}(?:{_BLANK}(?:(?:{small}|&){_BLANK}){{0,3}}{later}){{0,{_LONGEST_RUN}}}"
    )


_PIECE = re.compile(r"[^ \u00a0]+")


def runs(page: Page, pack: LanguagePack) -> Iterator[Run]:
    """The runs of a text in order; a possessive ends a run unless it belongs to a name ("People's")."""
    small, possessives = _joining_words(pack)
    tail = _tail_pattern(pack)
    common = _common_words(pack)
    for match in run_pattern(pack).finditer(page.text):
        if page.folded[match.start() : match.end()] in common:
            continue
        yield from _split(_words(page, match.span(), small, tail), possessives)


@cache
def _joining_words(pack: LanguagePack) -> tuple[frozenset[str], frozenset[str]]:
    """Small words inside names, and words whose possessive does not end one."""
    actors = pack.actors
    small = actors.words("connectors") | actors.words("particles") | {"&"}
    return small, actors.words("connectors", "possessives")


@cache
def _common_words(pack: LanguagePack) -> frozenset[str]:
    """Words that a sentence opens with: alone they are no name, and most runs are one of them."""
    closed = pack.words
    words = closed.determiners | closed.pronouns | closed.prepositions | closed.conjunctions
    return frozenset(map(fold, words | closed.relatives | pack.actors.words("stop")))


def _split(words: Iterator[tuple[Word, bool]], possessives: frozenset[str]) -> Iterator[Run]:
    run: list[Word] = []
    for word, owned in words:
        if run or not word.small:
            run.append(word)
        if owned and run and word.folded not in possessives:
            yield Run(run[0].start, word.end, run)
            run = []
    if run:
        yield Run(run[0].start, run[-1].end, run)


@cache
def _tail_pattern(pack: LanguagePack) -> re.Pattern[str]:
    """Matches what closes a name at the end of a word: a possessive, or "-led" and its like."""
    suffixes = "|".join(sorted(map(re.escape, pack.actors.words("connectors", "suffixes"))))
    return re.compile(rf"(?:['’]s?|-(?:{suffixes}))\Z" if suffixes else r"['’]s?\Z")


def _words(
    page: Page, stretch: tuple[int, int], small: frozenset[str], closing: re.Pattern[str]
) -> Iterator[tuple[Word, bool]]:
    text, folded = page
    for piece in _PIECE.finditer(text, *stretch):
        written = piece[0]
        tail = closing.search(written)
        stop = piece.end() - (len(tail[0]) if tail else 0)
        written = text[piece.start() : stop]
        if written:
            word = Word(
                piece.start(), stop, written, folded[piece.start() : stop].rstrip("."), written in small
            )
            yield word, tail is not None


class Taken:
    """The stretches that known names take, for asking what covers a word."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]

    def at(self, start: int, end: int) -> Mention | None:
        """The mention that covers some of a stretch."""
        index = bisect_right(self._starts, end - 1) - 1
        if index >= 0 and self._mentions[index].span.end > start:
            return self._mentions[index]
        return None

    def kind_at(self, word: Word) -> MentionKind | None:
        """The kind of the known name that covers a word."""
        mention = self.at(word.start, word.end)
        return mention.kind if mention else None
