"""A text cut into units of reading: sentences, joined where a quotation runs over their ends."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from rostra.kernel import Span
from rostra.quotes.titles import read_title
from rostra.rules.cues import CueForm, Cues
from rostra.text import Article, Gazetteer, Pair, Searchable, Segments, fold

_WORD_OR_MARK = r"\w+(?:[.\-&/@]\w+|(?<=\d),(?=\d{3}\b)\d+)*|[’'][sS]\b|\S"
_LONGEST_UNIT = 2500
"""Code points read at once; a longer "sentence" is a table or an attack, and is read in pieces of this size."""


class Token(NamedTuple):
    """A word, a mark, or a whole quotation. `kind`: w lower word, W capitalised, n number, Q quotation, else the mark."""

    start: int
    end: int
    low: str
    kind: str


class CueHit(NamedTuple):
    """A cue at tokens [first, last) of its unit."""

    first: int
    last: int
    form: CueForm


@dataclass(slots=True)
class Unit:
    """The tokens of one or more sentences, the quotations among them, and the cues outside quotations."""

    tokens: list[Token]
    quotations: dict[int, Pair]
    hits: list[CueHit]
    paragraph: int
    paused: frozenset[int]
    """Quotations whose text ends in a comma, a question or exclamation mark, or a dash."""

    clausal: frozenset[int]
    """Quotations that read as a clause: they hold a pronoun, an auxiliary or a negation, or many words."""
    dateline: int = 0
    """Tokens of a dateline in capitals at its start ("SEOUL North Korea said ...")."""

    def pauses(self, index: int) -> bool:
        """Whether the quotation at a token ends as one does before its attribution."""
        return index in self.paused

    @property
    def end(self) -> int:
        """Offset of its end in the text."""
        return self.tokens[-1].end


@cache
def _cue_gazetteer(cues: Cues) -> Gazetteer[str]:
    return Gazetteer({form: form for form in cues.forms})


def find_cues(text: str, cues: Cues, searched: Searchable | None = None) -> list[tuple[int, int, CueForm]]:
    """Forms of cues in a text with their offsets; accents count unless the text has none at all.

    `searched` is the folded text made ready, where it is at hand.
    """
    plain = text.isascii()
    by_fold = _folded_forms(cues) if plain else {}
    found = []
    for hit in _cue_gazetteer(cues).find(searched or fold(text)):
        word = " ".join(text[hit.start : hit.end].casefold().split())
        form = cues.forms.get(word) or by_fold.get(word)
        if form is not None:
            found.append((hit.start, hit.end, form))
    return found


@cache
def _folded_forms(cues: Cues) -> dict[str, CueForm]:
    return {fold(text): form for text, form in reversed(list(cues.forms.items()))}


class _Source(NamedTuple):
    """A text with the quotations and cues found in it, in order, and the words that make a quotation a clause."""

    text: str
    pairs: Sequence[Pair]
    cues: Sequence[tuple[int, int, CueForm]]
    pair_starts: Sequence[int]
    cue_starts: Sequence[int]
    clause_words: frozenset[str]
    token: re.Pattern[str]


def read_units(article: Article, pairs: Sequence[Pair]) -> Iterator[Unit]:
    """Units that hold a cue or a quotation, in order of the text; others are passed over unread."""
    document, segments, pack = article.document, article.segments, article.pack
    cues = find_cues(document.text, pack.cues, article.searchable)
    pairs = list(_broken(document.text, pairs, [start for start, _, _ in cues]))
    source = _Source(
        document.text,
        pairs,
        cues,
        [pair.start for pair in pairs],
        [start for start, _, _ in cues],
        pack.words.auxiliaries | pack.words.pronouns | pack.words.negations,
        _token_pattern(pack.cues.context.coordinators),
    )
    for span, paragraph in _stretches(document.text, segments, pairs, source.cue_starts):
        for piece in _pieces(document.text, span, pairs, source.pair_starts):
            unit = _unit(source, piece, paragraph)
            if unit is not None:
                yield unit


_INSERTED = re.compile(r"\s*([—–―])\s*(?=[^\W\d_])[^—–―\n]{3,120}[—–―][,.;]?\s*")


def _broken(text: str, pairs: Sequence[Pair], cue_starts: Sequence[int]) -> Iterator[Pair]:
    """Quotations, one that holds its attribution between dashes in two: "«The pier —said Breen— is safe»"."""
    for pair in pairs:
        start, inner = pair.start, pair.inner_start
        for match in _INSERTED.finditer(text, pair.inner_start, pair.inner_end):
            verb = (
                match.end(1)
                + len(text[match.end(1) : match.end()])
                - len(text[match.end(1) : match.end()].lstrip())
            )
            at = bisect_left(cue_starts, verb)
            if at < len(cue_starts) and cue_starts[at] == verb and match.start() > inner:
                yield pair._replace(
                    start=start, inner_start=inner, inner_end=match.start(), end=match.start()
                )
                start = inner = match.end()
        if start < pair.inner_end:
            yield pair._replace(start=start, inner_start=inner)


def _pieces(text: str, span: Span, pairs: Sequence[Pair], pair_starts: Sequence[int]) -> Iterator[Span]:
    """The stretch itself, or pieces of a monstrous one, cut at blanks outside quotations."""
    start = span.start
    while span.end - start > _LONGEST_UNIT:
        cut = start + _LONGEST_UNIT
        index = bisect_left(pair_starts, cut) - 1
        if index >= 0 and pairs[index].end > cut:
            cut = min(pairs[index].end, cut + _LONGEST_UNIT)
        blank = text.find(" ", cut, min(cut + 1000, span.end))
        cut = blank if blank > 0 else cut
        if cut >= span.end:
            break
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _stretches(
    text: str, segments: Segments, pairs: Sequence[Pair], cue_starts: Sequence[int]
) -> Iterator[tuple[Span, int]]:
    """Sentences with their paragraph, joined where a quotation crosses a boundary or asks for its attribution."""
    index, start, paragraph = 0, -1, -1
    ends = [item.end for item in segments.paragraphs]
    for sentence in segments.sentences:
        while index < len(pairs) and pairs[index].end <= sentence.start:
            index += 1
        if start < 0:
            start = sentence.start
            paragraph = segments.paragraph_index(start)
        last = sentence.end >= ends[paragraph]
        while index < len(pairs) and pairs[index].end < sentence.end:
            index += 1
        crosses = index < len(pairs) and pairs[index].start < sentence.end < pairs[index].end
        asks = (
            index < len(pairs)
            and pairs[index].end == sentence.end
            and _last_mark(text, pairs[index]) in "?!…"
            and _cue_soon(text, sentence.end, cue_starts)
        )
        if last or not (crosses or asks):
            yield Span(start, sentence.end), paragraph
            start = -1
    if start >= 0:
        yield Span(start, segments.sentences[-1].end), paragraph


def _last_mark(text: str, pair: Pair) -> str:
    """The last character of a quotation that is no closing mark of one inside it."""
    inner = text[max(pair.inner_start, pair.inner_end - 4) : pair.inner_end].rstrip("’”'\"»› ")
    return inner[-1] if inner else " "


def _cue_soon(text: str, offset: int, cue_starts: Sequence[int]) -> bool:
    index = bisect_left(cue_starts, offset)
    return (
        index < len(cue_starts)
        and len(text[offset : cue_starts[index]][:80].split()) <= 4
        and (cue_starts[index] - offset < 80)
    )


def _unit(source: _Source, span: Span, paragraph: int) -> Unit | None:
    """The unit of a stretch; None where it holds neither cue nor quotation."""
    inside = source.pairs[_slice(source.pair_starts, span)]
    cues = source.cues[_slice(source.cue_starts, span)]
    if not inside and not cues and not _introduces(source, span):
        return None
    text, at = source.text, span.start
    tokens: list[Token] = []
    quotations: dict[int, Pair] = {}
    for pair in inside:
        tokens.extend(_tokens(source, at, pair.start))
        at = pair.end
        title = read_title(text, pair, tokens[-1].kind, cues) if tokens else None
        if title is not None:
            tokens.append(Token(pair.start, title.end, text[pair.inner_start : title.end].casefold(), "W"))
            if title.comma is not None:
                tokens.append(Token(title.comma, pair.end, ",", ","))
            continue
        quotations[len(tokens)] = pair
        tokens.append(Token(pair.start, pair.end, "", "Q"))
    tokens.extend(_tokens(source, at, span.end))
    paused = frozenset(i for i, pair in quotations.items() if _last_mark(text, pair) in ",?!—–…")
    clausal = frozenset(i for i, pair in quotations.items() if _is_clausal(text, pair, source.clause_words))
    return Unit(tokens, quotations, _hits(tokens, cues), paragraph, paused, clausal, _dateline(text, tokens))


def _introduces(source: _Source, span: Span) -> bool:
    """Whether a sentence ends in a colon before a quotation of its own paragraph."""
    if source.text[span.end - 1] != ":":
        return False
    following = bisect_left(source.pair_starts, span.end)
    return following < len(source.pairs) and not source.text[span.end : source.pair_starts[following]].strip()


def _slice(starts: Sequence[int], span: Span) -> slice:
    return slice(bisect_left(starts, span.start), bisect_left(starts, span.end))


_MANY_WORDS = 8


def _is_clausal(text: str, pair: Pair, words: frozenset[str]) -> bool:
    inner = text[pair.inner_start : min(pair.inner_end, pair.inner_start + 400)].casefold().replace("’", "'")
    found = inner.replace("'", " ").replace(",", " ").split()
    return len(found) >= _MANY_WORDS or (len(found) > 2 and not words.isdisjoint(found))


def _dateline(text: str, tokens: Sequence[Token]) -> int:
    count = 0
    for token in tokens[:4]:
        word = text[token.start : token.end]
        if not (len(word) > 3 and word.isupper() and word.isalpha()) and not (
            count and len(word) > 2 and word.isupper()
        ):
            break
        count += 1
    return count if count < len(tokens) and tokens[count].kind == "W" else 0


@cache
def _token_pattern(coordinators: frozenset[str]) -> re.Pattern[str]:
    """Matches a token; a coordinator of several words ("al tiempo que") is one."""
    phrases = "".join(rf"{re.escape(words)}\b|" for words in sorted(coordinators) if " " in words)
    return re.compile(phrases + _WORD_OR_MARK)


def _tokens(source: _Source, start: int, end: int) -> list[Token]:
    found = source.token.finditer(source.text, start, end)
    return [Token(*match.span(), *_read_word(match[0])) for match in found]


@lru_cache(maxsize=8192)
def _read_word(word: str) -> tuple[str, str]:
    """A word in small letters and its kind; most words of a text have been read before."""
    return word.casefold(), _kind(word)


def _kind(word: str) -> str:
    first = word[0]
    if first.isalpha():
        return "w" if first == first.lower() else "W"
    if first.isdigit():
        return "n"
    return "'s" if len(word) > 1 else first


def _hits(tokens: list[Token], cues: Sequence[tuple[int, int, CueForm]]) -> list[CueHit]:
    starts = [token.start for token in tokens]
    hits = []
    for start, end, form in cues:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first < len(tokens) and starts[first] == start and last > first and tokens[first].kind != "Q":
            hits.append(CueHit(first, last, form))
    return hits
