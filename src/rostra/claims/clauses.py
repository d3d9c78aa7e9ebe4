"""Clauses without a parser: where a sentence breaks, and what opens each piece."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from rostra.claims.scene import Line, Scene, Word
from rostra.model import Mention, Quantity, Quote
from rostra.rules.claimwords import ClaimWords
from rostra.rules.wordsets import either

_HARD = frozenset(";:—–[]…")
_DASHES = frozenset("—–")
_MARKS = frozenset("\"“”«»„‘'’,.;:—–()[]…!?¡¿- ")
SUBJECT_WORDS = 5
"""Words behind a coordinator among which a new subject and its verb must stand."""
SHORTEST_QUOTE = 45
"""A shorter quotation is words inside a clause, not a clause (read off forty reports, November 2026)."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence. `opener` is the word that joins it to the piece before ("which", "and", "").

    `resumes` is the index of the piece that goes on here behind a phrase between dashes, else that of the piece.
    """

    start: int
    end: int
    opener: str
    index: int
    resumes: int


def clauses_of(scene: Scene, line: Line) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order; together they cover it but for marks and openers."""
    found = {**dict(_quote_breaks(scene, line)), **dict(_word_breaks(scene, line))}
    breaks = sorted((at, opener) for at, opener in found.items() if not _inside_mention(line, at))
    starts = [
        (line.span.start, ""),
        *((at, opener) for at, opener in breaks if line.span.start < at < line.span.end),
    ]
    ends = [*(at for at, _ in starts[1:]), line.span.end]
    pieces = [
        (*_with_mentions(line, *_trim(scene.document.text, start, end)), opener)
        for (start, opener), end in zip(starts, ends, strict=True)
    ]
    kept = [piece for piece in pieces if piece[0] < piece[1]]
    clauses = [Clause(start, end, opener, index, index) for index, (start, end, opener) in enumerate(kept)]
    if len(clauses) < 3 or not any(word.text in _DASHES for word in line.words):
        return tuple(clauses)
    return tuple(replace(one, resumes=_resumed(line, clauses, one)) for one in clauses)


def clause_at(clauses: tuple[Clause, ...], offset: int) -> Clause:
    """The clause that holds the offset, or the last one before it."""
    return clauses[max(0, bisect_right(clauses, offset, key=lambda clause: clause.start) - 1)]


def _inside_mention(line: Line, at: int) -> bool:
    """Whether a break would cut a name or a number; "as high as 300 m" starts with its modifier."""
    return any(
        m.span.start < at < m.span.end or (m.kind == "quantity" and m.span.start == at) for m in line.mentions
    )


def _resumed(line: Line, clauses: list[Clause], clause: Clause) -> int:
    """Index of the piece before the phrase between two dashes that ends where the clause starts."""
    dashes = [word.start for word in line.words if word.text in _DASHES]
    for opening, closing in zip(dashes[::2], dashes[1::2], strict=False):
        if clause.index > 1 and clauses[clause.index - 1].end <= closing < clause.start:
            before = [one.index for one in clauses if one.end <= opening]
            return before[-1] if before else clause.index
    return clause.index


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _with_mentions(line: Line, start: int, end: int) -> tuple[int, int]:
    """The piece with the marks that belong to a name at its ends: "missiles «Igla-S»"."""
    cut = [
        m.span for m in line.mentions if m.span.start < start < m.span.end or m.span.start < end < m.span.end
    ]
    return min([start, *(span.start for span in cut)]), max([end, *(span.end for span in cut)])


def _quote_breaks(scene: Scene, line: Line) -> Iterator[tuple[int, str]]:
    for quote in line.quotes:
        if quote.kind == "turn" or _is_infinitive(scene, line, quote):
            continue
        if len(quote.content) >= SHORTEST_QUOTE:
            if not _goes_on(scene, line, quote.content.start):
                yield quote.content.start, ""
            yield quote.content.end, ""
        for part in (None if _is_far(line, quote) else quote.speaker, quote.cue):
            if part and not quote.content.contains(part):
                yield part.start, ""
                yield part.end, ""


def _is_far(line: Line, quote: Quote) -> bool:
    """Whether a speaker acts before he speaks ("A frigate sailed into waters claimed by"), or only words of his are cited."""
    if not quote.speaker or not quote.cue:
        return len(quote.content) < SHORTEST_QUOTE
    return any(quote.speaker.end < at < quote.cue.start for at in _verbs(line))


def _is_infinitive(scene: Scene, line: Line, quote: Quote) -> bool:
    """Whether a content is what its speaker means to do: "vowed to destroy the fleet" is one clause."""
    first = line.after(quote.content.start, 1)
    return quote.kind != "direct" and bool(first) and first[0].text in scene.words.infinitive_markers


def _goes_on(scene: Scene, line: Line, start: int) -> bool:
    """Whether a quotation goes on with a clause that began before it: behind a verb of ours or an article."""
    before = [word for word in line.before(start, 3) if word.text not in _MARKS]
    if not before:
        return False
    ends = {hit.end for hit in line.hits if any(use.frame.kind == "verb" for use in hit.value.uses)}
    return before[-1].end in ends or before[-1].text in scene.pack.words.determiners


def _word_breaks(scene: Scene, line: Line) -> Iterator[tuple[int, str]]:
    verbs = _verbs(line)
    since, opener = line.span.start, ""
    joints = _joints(scene.words)
    phrases = [(h.start, h.end) for h in line.hits if h.value.uses and " " in scene.folded[h.start : h.end]]
    for index, word in enumerate(line.words):
        if word.text not in joints or any(start < word.start < end for start, end in phrases):
            continue
        found = _break_at(scene, line, index, (verbs, since))
        if found is None and word.text == "," and opener in scene.pack.words.relatives:
            found = _main_verb(line, index, verbs)
        if found:
            since, opener = found
            yield found


def _main_verb(line: Line, index: int, verbs: "_Verbs") -> tuple[int, str] | None:
    """The break at the comma that ends a relative clause before the main verb: "The rebels, whom X backs, advanced"."""
    following = line.words[index + 1 : index + 2]
    finite = following and verbs.get(following[0].start, frozenset()) & {"past", "present", "future"}
    return (line.words[index].end, ",") if finite else None


@cache
def _joints(words: ClaimWords) -> frozenset[str]:
    """Every word or mark at which a clause can break."""
    return _HARD | words.subordinators | words.purposes | words.coordinators | {","}


_Verbs = Mapping[int, frozenset[str]]


def _break_at(scene: Scene, line: Line, index: int, before: tuple[_Verbs, int]) -> tuple[int, str] | None:
    """The break that a word makes; `before` are the verbs of the sentence and the last break."""
    word, following = line.words[index], line.words[index + 1 : index + 1 + SUBJECT_WORDS]
    verbs, _ = before
    if word.text in _HARD:
        return None if _in_clock(scene, word) else (word.end, "")
    if word.text in scene.words.subordinators:
        return None if _inside_phrase(scene, line, index) else (word.start, word.text)
    if not following:
        return None
    if word.text in scene.words.purposes and following[0].start in verbs:
        return word.start, word.text
    if word.text in scene.words.coordinators and _opens_clause(scene, line, following, before):
        return word.start, word.text
    goes_on = word.text == "," and (
        _resumes(scene, following[0], verbs) or _repeats(scene, line, index, before)
    )
    return (word.end, ",") if goes_on else None


def _repeats(scene: Scene, line: Line, index: int, before: tuple[_Verbs, int]) -> bool:
    """Whether the finite verb behind a comma is that of the piece before: "tiene barcos, tiene aviones"."""
    verbs, since = before
    rest = line.words[index + 1 : index + 3]
    denied = rest[0].start not in verbs and rest[0].text in scene.pack.words.negations
    following = rest[-1] if denied else rest[0]
    if not verbs.get(following.start, frozenset()) & {"past", "present", "future"}:
        return False
    at = [word for word in line.between(since, line.words[index].start) if word.start in verbs]
    return bool(at) and at[-1].text == following.text


def _in_clock(scene: Scene, word: Word) -> bool:
    """Whether a colon stands between digits: "8:30"."""
    return (
        word.text == ":"
        and scene.folded[word.start - 1 : word.start].isdigit()
        and scene.folded[word.end : word.end + 1].isdigit()
    )


def _verbs(line: Line) -> _Verbs:
    """Grammatical tags of the triggers that are verbs, by offset; what is also a noun counts only inflected."""
    found: dict[int, frozenset[str]] = {}
    for hit in line.hits:
        kinds = {use.frame.kind for use in hit.value.uses}
        if "verb" in kinds:
            tags = frozenset().union(*(use.tags for use in hit.value.uses if use.frame.kind == "verb"))
            if "noun" not in kinds or tags & {"past", "gerund", "participle", "future"}:
                found[hit.start] = tags
    return found


def _resumes(scene: Scene, word: Word, verbs: _Verbs) -> bool:
    """Whether a comma before the word ends a clause: a participle or an auxiliary goes on after it."""
    return bool(verbs.get(word.start, frozenset()) & {"gerund", "participle"}) or (
        word.text in scene.pack.words.auxiliaries
    )


def _opens_clause(scene: Scene, line: Line, following: tuple[Word, ...], before: tuple[_Verbs, int]) -> bool:
    """Whether a coordinator joins clauses: a verb follows, or a new subject with its verb where one was before."""
    verbs, since = before
    closed, words = scene.pack.words, scene.words
    first = following[0]
    if (
        first.start in verbs
        or first.text in closed.auxiliaries
        or first.text in words.third_person
        or first.text in words.first_person
    ):
        return True
    has_verb = any(since <= at < first.start for at in verbs) or any(
        word.text in closed.auxiliaries for word in line.between(since, first.start)
    )
    return has_verb and _has_verb_soon(scene, following[1:], verbs)


def _has_verb_soon(scene: Scene, words: tuple[Word, ...], verbs: _Verbs) -> bool:
    """Whether the verb of a subject of a few words follows: "and 37 sailors died"."""
    perfect = False
    for word in words:
        if word.start in verbs:
            return perfect or bool(verbs[word.start] & {"past", "present", "future"})
        perfect = word.text in scene.words.perfect_auxiliaries
        if word.text in scene.pack.words.prepositions or word.text == ",":
            return False
    return False


def _inside_phrase(scene: Scene, line: Line, index: int) -> bool:
    """Whether a subordinator is a preposition here: "such as", "since 2014", "before Monday"."""
    word, words = line.words[index], line.words
    if index and words[index - 1].text in either(scene.words.phrase_openers, scene.pack.words.prepositions):
        return word.text not in scene.pack.words.relatives
    following = words[index + 1].start if index + 1 < len(words) else -1
    counted = next(
        (m for m in line.mentions if m.kind in {"date", "quantity"} and m.span.start == following), None
    )
    return counted is not None and not _is_counted_subject(scene, line, counted)


def _is_counted_subject(scene: Scene, line: Line, number: Mention) -> bool:
    """Whether a number counts the subject of a clause: "after at least two shells landed"."""
    if not isinstance(number.value, Quantity) or number.value.unit not in {"items", "people"}:
        return False
    return _has_verb_soon(scene, line.after(number.span.end, SUBJECT_WORDS - 1), _verbs(line))
