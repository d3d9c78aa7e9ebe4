"""Clauses without a parser: where a sentence breaks, and what opens each piece."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from rostra.claims.lexicon import Lexeme
from rostra.claims.scene import Line, Scene, Word
from rostra.text import Hit

_HARD = frozenset(";:—–[]…")
_MARKS = frozenset("\"“”«»„‘'’,.;:—–()[]…!?¡¿- ")
SHORTEST_QUOTE = 45
"""A shorter quotation is words inside a clause, not a clause (read off forty reports, November 2026)."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence. `opener` is the word that joins it to the piece before ("which", "and", "")."""

    start: int
    end: int
    opener: str
    index: int


def clauses_of(scene: Scene, line: Line) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order; together they cover it but for marks and openers."""
    found = {**dict(_quote_breaks(line)), **dict(_word_breaks(scene, line))}
    breaks = sorted((at, opener) for at, opener in found.items() if not _inside_mention(line, at))
    starts = [
        (line.span.start, ""),
        *((at, opener) for at, opener in breaks if line.span.start < at < line.span.end),
    ]
    ends = [*(at for at, _ in starts[1:]), line.span.end]
    pieces = [
        (*_trim(scene.document.text, start, end), opener)
        for (start, opener), end in zip(starts, ends, strict=True)
    ]
    kept = [piece for piece in pieces if piece[0] < piece[1]]
    return tuple(Clause(start, end, opener, index) for index, (start, end, opener) in enumerate(kept))


def clause_at(clauses: tuple[Clause, ...], offset: int) -> Clause:
    """The clause that holds the offset, or the last one before it."""
    return clauses[max(0, bisect_right(clauses, offset, key=lambda clause: clause.start) - 1)]


def _inside_mention(line: Line, at: int) -> bool:
    return any(m.span.start < at < m.span.end for m in line.mentions)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _quote_breaks(line: Line) -> Iterator[tuple[int, str]]:
    for quote in line.quotes:
        if quote.kind == "turn":
            continue
        if len(quote.content) >= SHORTEST_QUOTE:
            yield quote.content.start, ""
            yield quote.content.end, ""
        for part in (quote.speaker, quote.cue):
            if part and not quote.content.contains(part):
                yield part.start, ""
                yield part.end, ""


def _word_breaks(scene: Scene, line: Line) -> Iterator[tuple[int, str]]:
    words, claim = line.words, scene.words
    verbs = {
        hit.start: _tags(hit) for hit in line.hits if any(u.frame.kind == "verb" for u in hit.value.uses)
    }
    for index, word in enumerate(words):
        if word.text in _HARD:
            yield word.end, ""
        elif word.text in claim.subordinators:
            if not _inside_phrase(scene, line, index):
                yield word.start, word.text
        elif word.text in claim.purposes and index + 1 < len(words) and words[index + 1].start in verbs:
            yield word.start, word.text
        elif word.text in claim.coordinators and index + 1 < len(words):
            if _opens_clause(scene, words, index + 1, verbs):
                yield word.start, word.text
        elif word.text == "," and index + 1 < len(words) and _resumes(scene, words[index + 1], verbs):
            yield word.end, ","


def _tags(hit: Hit[Lexeme]) -> frozenset[str]:
    return frozenset().union(*(use.tags for use in hit.value.uses))


def _resumes(scene: Scene, word: Word, verbs: Mapping[int, frozenset[str]]) -> bool:
    """Whether a comma before the word ends a clause: a participle or an auxiliary goes on after it."""
    return bool(verbs.get(word.start, frozenset()) & {"gerund", "participle"}) or (
        word.text in scene.pack.words.auxiliaries
    )


def _opens_clause(scene: Scene, words: tuple[Word, ...], index: int, verbs: Collection[int]) -> bool:
    following = words[index : index + 2]
    closed = scene.pack.words.auxiliaries | scene.words.third_person | scene.words.first_person
    if following[0].text in closed or following[0].start in verbs:
        return True
    return len(following) > 1 and following[1].start in verbs and following[0].text.isalpha()


def _inside_phrase(scene: Scene, line: Line, index: int) -> bool:
    """Whether a subordinator is a preposition here: "such as", "since 2014", "before Monday"."""
    word, words = line.words[index], line.words
    if index and words[index - 1].text in scene.words.phrase_openers | scene.pack.words.prepositions:
        return word.text not in scene.pack.words.relatives
    following = words[index + 1].start if index + 1 < len(words) else -1
    return any(m.kind in {"date", "quantity"} and m.span.start == following for m in line.mentions)
