"""A marker of what is to come, the change that it announces, and the military act that changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rostra.kernel import Span
from rostra.rules.predicting import ActKind, Direction, Hedge, PredictingEntry, PredictingWords
from rostra.text import Article

LONGEST = 1200
"""Code points of a sentence at most; what is longer is a list or a page without stops."""
_WINDOW = 120
_ACT_WORDS = 4
_SUBJECT_WORDS = 5
_NEGATED_WORDS = 8
"""Words before a marker among which a negation reaches it."""
_BREAK = re.compile(r"[,;:!?()\[\]\"“”«»\n]| - |—")
_WORD = re.compile(r"[\w'-]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A marker with its change and act, as stretches of the text."""

    marker: Span
    change: Span
    act: Span
    words: Span
    rule: str
    hedge: Hedge
    direction: Direction
    kind: ActKind
    bare: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the folded text around it and the words of its language."""

    article: Article
    span: Span
    words: PredictingWords

    @property
    def folded(self) -> str:
        """The folded text of the article."""
        return self.article.folded

    def has(self, name: str, start: int, end: int) -> bool:
        """Whether a word of a closed list stands between two offsets."""
        return self.words.listed(name).search(self.folded, start, end) is not None


def sentence_of(article: Article, at: int, words: PredictingWords) -> Sentence | None:
    """The sentence of a marker; None for one that asks, sets a condition, or is no sentence."""
    span = article.segments.sentence_at(at)
    if span is None or len(span) > LONGEST or span.of(article.text).rstrip(" \"'”’»)").endswith("?"):
        return None
    sentence = Sentence(article, span, words)
    return None if sentence.has("conditional", span.start, span.end) else sentence


def hit_of(sentence: Sentence, marker: re.Match[str]) -> Hit | None:
    """What a marker announces; None where it is denied or announces something else."""
    future = sentence.words.is_future(marker)
    if future and not _has_its_accents(sentence, marker):
        return None
    if sentence.has("negation", _words_back(sentence, marker.start(), _NEGATED_WORDS), marker.start()):
        return None
    return _governed(sentence, marker) or _as_subject(sentence, marker)


def _has_its_accents(sentence: Sentence, marker: re.Match[str]) -> bool:
    """Whether a future is one: without its accent it is another tense."""
    raw = sentence.article.text[marker.start() : marker.end()].casefold()
    return raw in {word.casefold() for word in sentence.words.entry(marker).future}


def _words_back(sentence: Sentence, at: int, count: int) -> int:
    """Where the last words before an offset begin."""
    found = list(_WORD.finditer(sentence.folded, max(sentence.span.start, at - _WINDOW), at))
    return found[-count].start() if len(found) >= count else sentence.span.start


def _until_break(sentence: Sentence, start: int) -> int:
    """The end of the stretch without a comma or a stronger mark; a blank before a % is none."""
    end = min(sentence.span.end, start + _WINDOW)
    stop = _BREAK.search(sentence.folded, start, end)
    return stop.start() if stop else end


def _changes(sentence: Sentence, marker: re.Match[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Changes within reach of a marker, nothing between that turns them; a future is its own."""
    if sentence.words.is_future(marker):
        own = pattern.match(sentence.folded, marker.start())
        yield from [own] if own and own.end() == marker.end() else []
        return
    reach, end = sentence.words.entry(marker).reach, _until_break(sentence, marker.end())
    for change in pattern.finditer(sentence.folded, marker.end(), end):
        between = (marker.end(), change.start())
        if len(_WORD.findall(sentence.folded, *between)) > reach:
            return
        if not sentence.has("negation", *between) and not sentence.has("turned", *between):
            yield change


def _governed(sentence: Sentence, marker: re.Match[str]) -> Hit | None:
    """Marker, change, act: "is likely to step up its military drills"."""
    words = sentence.words
    for change in _changes(sentence, marker, words.change):
        end = _until_break(sentence, change.end())
        act = words.act.search(sentence.folded, change.end(), end)
        if act and _is_object(sentence, change.end(), act) and _agree(sentence, marker.start(), act.start()):
            whole = Span(marker.start(), act.end())
            return _made(words, (marker, change, act), whole, "S200")
    return None


def _agree(sentence: Sentence, start: int, end: int) -> bool:
    """Whether all changes before an act go one way: "reduce the number of additional drills" is left to a reader."""
    found = sentence.words.change.finditer(sentence.folded, start, end)
    return not {"up", "down"} <= {sentence.words.entry(change).label for change in found}


def _is_object(sentence: Sentence, start: int, act: re.Match[str]) -> bool:
    """Whether a change governs an act: few words between and no other head, none after it ("drills contracts")."""
    if not _closes(sentence, act.end(), "ends"):
        return False
    between = sentence.words.listed("measure").sub("", sentence.folded[start : act.start()])
    return len(_WORD.findall(between)) <= _ACT_WORDS and not sentence.words.listed("barred").search(between)


def _as_subject(sentence: Sentence, marker: re.Match[str]) -> Hit | None:
    """Act, marker, change: "military drills are likely to intensify"."""
    words = sentence.words
    act = _subject(sentence, marker.start())
    if act is None:
        return None
    for change in _changes(sentence, marker, words.alone):
        if _closes(sentence, change.end(), "after"):
            whole = Span(act.start(), change.end())
            return _made(words, (marker, change, act), whole, "S210")
    return None


def _subject(sentence: Sentence, before: int) -> re.Match[str] | None:
    """The last act before a marker, at the head of its clause."""
    start = max(sentence.span.start, before - _WINDOW)
    acts = list(sentence.words.act.finditer(sentence.folded, start, before))
    if not acts:
        return None
    act = acts[-1]
    between = sentence.folded[act.end() : before]
    if _BREAK.search(between) or len(_WORD.findall(between)) > _SUBJECT_WORDS:
        return None
    if sentence.has("relative", act.end(), before):
        return None
    lead = _words_back(sentence, act.start(), 3)
    marks = list(_BREAK.finditer(sentence.folded, lead, act.start()))
    head = sentence.words.listed("measure").sub(
        "", sentence.folded[marks[-1].end() if marks else lead : act.start()]
    )
    return None if sentence.words.listed("barred").search(head) else act


def _closes(sentence: Sentence, at: int, name: str) -> bool:
    """Whether a phrase ends at an offset: its clause ends there, or a word of that list comes."""
    rest = sentence.folded[at : sentence.span.end].lstrip(" ")
    return not rest or not rest[0].isalnum() or sentence.words.listed(name).match(rest) is not None


def _made(
    words: PredictingWords, parts: tuple[re.Match[str], re.Match[str], re.Match[str]], whole: Span, rule: str
) -> Hit:
    marker, change, act = parts
    return Hit(
        marker=Span(*marker.span()),
        change=Span(*change.span()),
        act=Span(*act.span()),
        words=whole,
        rule=rule,
        hedge=_hedge(words.entry(marker)),
        direction=words.entry(change).label,  # type: ignore[arg-type]  # load_predicting has checked the labels
        kind=words.entry(act).label,  # type: ignore[arg-type]  # load_predicting has checked the labels
        bare=words.is_bare(act),
    )


def _hedge(marker: PredictingEntry) -> Hedge:
    """A future tense states; a marker has a hedge of its own."""
    return marker.label if marker.part == "marker" else "stated"  # type: ignore[return-value]  # load_predicting has checked it
