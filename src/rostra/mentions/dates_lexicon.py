"""A language's date words made ready for reading: patterns, templates spelled out, an automaton over them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from rostra.rules.dates import Ago, DateWords, Relative
from rostra.text import fold

_LEADS = " \n\t\r([-/\"'“‘«—…>:,.;¿¡*_"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1[789]|20)\d\d"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A term of the automaton: a month, a relative phrase with its month or weekday (from 0), or an "ago" word."""

    term: str
    month: int | None = None
    relative: Relative | None = None
    index: int | None = None
    ago: Ago | None = None


@dataclass(frozen=True, slots=True, eq=False)
class DateLexicon:
    """Patterns around a month's name, and the phrases of the automaton in the order of its patterns."""

    words: DateWords
    phrases: tuple[Phrase, ...]
    gate: AhoCorasick
    day_before: re.Pattern[str]
    day_after: re.Pattern[str]
    year_after: re.Pattern[str]
    weekday_before: re.Pattern[str]
    part_before: re.Pattern[str]
    word_before: re.Pattern[str]
    decade: re.Pattern[str]
    span_after: re.Pattern[str]
    span_before: re.Pattern[str]
    spans: Mapping[str, str]
    year_said: re.Pattern[str]
    year_shifts: Mapping[str, int]
    capital_months: frozenset[str]
    short_months: frozenset[str]
    year_before: frozenset[str]


@cache
def date_lexicon(words: DateWords) -> DateLexicon:
    """The lexicon of a language; made once for each pack."""
    phrases = tuple(_phrases(words))
    ordinal = f"(?:{_either(words.ordinals)})?"
    day = f"({_DAY}){ordinal}"
    of, to, the = _either(words.of), _either(words.to), _either(words.the)
    weekday = _either(name for names in words.weekdays for name in names)
    years = {fold(row.phrase): row.shift for row in words.relatives if row.unit == "year"}
    units = {fold(form): unit for unit, forms in words.spans.items() for form in forms}
    return DateLexicon(
        words=words,
        phrases=phrases,
        gate=AhoCorasick(
            [lead + phrase.term for phrase in phrases for lead in _LEADS], matchkind=MatchKind.LeftmostLongest
        ),
        day_before=re.compile(
            rf"(?<![\w.,:/-]){day}(?:(?: ?- ?| (?:{to}) ){day})?(?: ?- ?| (?:(?:{of}) )?)$"
        ),
        day_after=re.compile(rf"\.?(?: |-){day}(?: ?- ?{day})?(?!\w|[.,:]\d|-\d)"),
        year_after=re.compile(rf"\.?,?(?: |-)(?:(?:{of}) )?({YEAR})(?![\w]|[.,]\d)"),
        weekday_before=re.compile(rf"\b(?:{weekday}),? (?:(?:{the}) )?$"),
        part_before=re.compile(rf"\b(?:{_either(words.parts)})[ -]?$"),
        word_before=re.compile(r"([^\W\d_]+) {1,2}$"),
        decade=re.compile(rf"\d{{3}}0(?:{_either(words.decade)})\b" if words.decade else r"(?!)"),
        span_after=re.compile(rf" {{0,2}}({_either(units)})\b"),
        span_before=re.compile(rf"([^\W_]+(?:[ -][^\W_]+){{0,4}}) (?:{_either(units)}) $"),
        spans=units,
        year_said=re.compile(rf" (?:(?:{of}) )?({_either(years)})\b"),
        year_shifts=years,
        capital_months=frozenset(fold(name) for name in words.capital_months),
        short_months=frozenset(fold(name) for names in words.months for name in names[1:] if len(name) <= 4),
        year_before=frozenset(fold(word) for word in words.year_before),
    )


def phrase_hits(lexicon: DateLexicon, folded: str) -> list[tuple[int, int, Phrase]]:
    """Places of the language's date words in a folded text, whole words only."""
    found = []
    for index, start, end in lexicon.gate.find_matches_as_indexes(" " + folded):
        # The blank before the text shifts by one to the right, the lead in each pattern by one to the left.
        if not folded[end - 1 : end].isalnum():
            found.append((start, end - 1, lexicon.phrases[index // len(_LEADS)]))
    return found


def _phrases(words: DateWords) -> Iterator[Phrase]:
    seen: dict[str, Phrase] = {}
    for phrase in _spelled(words):
        seen.setdefault(phrase.term, phrase)
    yield from seen.values()


def _spelled(words: DateWords) -> Iterator[Phrase]:
    for relative in words.relatives:
        names = words.weekdays if "{weekday}" in relative.phrase else words.months
        if "{" not in relative.phrase:
            yield Phrase(fold(relative.phrase), relative=relative)
            continue
        for index, forms in enumerate(names):
            for form in forms:
                term = relative.phrase.format(weekday=form, month=form)
                yield Phrase(fold(term), relative=relative, index=index)
    for month, forms in enumerate(words.months, 1):
        for form in forms:
            yield Phrase(fold(form), month=month)
    for ago in words.agos:
        yield Phrase(fold(ago.before or ago.after), ago=ago)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(fold(word)) for word in sorted(set(words), key=len, reverse=True)) or r"(?!)"
