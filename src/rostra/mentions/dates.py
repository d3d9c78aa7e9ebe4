"""Finding dates in a text: absolute, numeric, relative, years and spans of years, as intervals of days."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rostra.kernel import PartialDate, Span
from rostra.mentions.dates_lexicon import YEAR, DateLexicon, Phrase, date_lexicon, phrase_hits
from rostra.mentions.dates_relative import ago, dated, near, resolved
from rostra.mentions.dates_years import year_dates
from rostra.mentions.numbers import read_numeral
from rostra.mentions.numbers_lexicon import NumberLexicon, number_lexicon
from rostra.mentions.quantities_scene import scene_of
from rostra.model import Document, Mention
from rostra.rules import LanguagePack

_NUMERIC = re.compile(
    rf"(?<![\w.,/:-])(?:({YEAR})-(\d\d)(?:-(\d\d))?|(\d{{1,2}})/(\d{{1,2}})/(\d{{4}}|\d\d)"
    rf"|(\d{{1,2}})([.-])(\d{{1,2}})\8({YEAR}))(?![\w/]|[.,:-]\d)"
)
_LOOK_BACK = 40


class Dated(NamedTuple):
    """A date found: its stretch, its days where they can be told, the code of its rule."""

    start: int
    end: int
    value: PartialDate | None
    rule: str


@dataclass(frozen=True, slots=True)
class DateScene:
    """A text with its folded form, its lexicons, and the day it was written, when that is known."""

    text: str
    folded: str
    dates: DateLexicon
    numbers: NumberLexicon
    today: dt.date | None


def find_dates(document: Document, folded: str, pack: LanguagePack) -> list[Mention]:
    """Dates of a document, in text order, without overlap. `folded` is `fold(document.text)`.

    `value` holds the days where they can be told: relative dates, and months without a year, need the day of
    the document. The name is the ISO form of the value, else the words themselves.
    """
    today = document.date.first if document.date and document.date.is_day else None
    numbers = number_lexicon(pack.numbers)
    scene = DateScene(document.text, folded, date_lexicon(pack.dates), numbers, today)
    found = [*_numeric(scene), *_worded(scene)]
    counted = scene_of(document.text, folded, pack)
    found += [Dated(start, end, value, "N310") for start, end, value in year_dates(counted, scene.dates)]
    return [_mention(scene, date) for date in _without_overlap(found)]


def _without_overlap(found: list[Dated]) -> list[Dated]:
    """The dates in order; of those that overlap the longest stays."""
    kept: list[Dated] = []
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        if kept and date.start < kept[-1].end:
            if date.end - date.start > kept[-1].end - kept[-1].start:
                kept[-1] = date
            continue
        kept.append(date)
    return kept


def _mention(scene: DateScene, date: Dated) -> Mention:
    span = Span(date.start, date.end)
    name = str(date.value) if date.value else " ".join(span.of(scene.text).split())
    return Mention(span, "date", name, date.rule, value=date.value)


def _numeric(scene: DateScene) -> Iterator[Dated]:
    for match in _NUMERIC.finditer(scene.folded):
        groups = match.groups()
        value: PartialDate | None
        if groups[0]:
            day = int(groups[2]) if groups[2] else None
            value = _calendar(int(groups[0]), int(groups[1]), day)
        else:
            first, second, year = groups[3:6] if groups[3] else (groups[6], groups[8], groups[9])
            value = _ordered(scene, int(first), int(second), _century(year))
        if value is not _NO_DATE:
            yield Dated(match.start(), match.end(), value, "N300")


_NO_DATE = PartialDate(dt.date.min, dt.date.min)
"""Stands for digits that no calendar has; a date whose order cannot be told is None."""


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year) - 100 * (int(year) > 68)


def _ordered(scene: DateScene, first: int, second: int, year: int) -> PartialDate | None:
    """Day and month in the order that the language or the numbers themselves give; None when both fit."""
    if scene.dates.words.day_first or first > 12:
        return _calendar(year, second, first)
    if second > 12 or first == second:
        return _calendar(year, first, second)
    return None


def _calendar(year: int, month: int, day: int | None) -> PartialDate:
    value = dated(year, month, day) if 1 <= month <= 12 and 1 <= year <= 9999 else None
    return value or _NO_DATE


def _worded(scene: DateScene) -> Iterator[Dated]:
    for start, end, phrase in phrase_hits(scene.dates, scene.folded):
        if phrase.month is not None:
            found = _of_month(scene, start, end, phrase)
        elif phrase.ago is not None:
            found = _ago(scene, start, end, phrase)
        else:
            found = _relative(scene, start, end, phrase)
        if found:
            yield found


def _relative(scene: DateScene, start: int, end: int, phrase: Phrase) -> Dated | None:
    relative = phrase.relative
    if relative is None:
        return None
    before = scene.dates.word_before.search(scene.folded, max(0, start - _LOOK_BACK), start)
    if before and relative.not_after and before[1] in relative.not_after:
        return None
    value = resolved(relative, phrase.index, scene.today) if scene.today else None
    return Dated(start, end, value, "N320")


def _of_month(scene: DateScene, start: int, end: int, phrase: Phrase) -> Dated | None:
    """A month with the day before or after it and the year after it, as far as they are given."""
    folded, dates = scene.folded, scene.dates
    before = dates.day_before.search(folded, max(0, start - 24), start)
    after = None if before else dates.day_after.match(folded, end)
    days = before or after
    stop = after.end() if after else end
    year = dates.year_after.match(folded, stop)
    if not _is_month(scene, start, phrase, given=bool(days or year)):
        return None
    said = None if year else dates.year_said.match(folded, stop)
    stop = year.end() if year else said.end() if said else stop
    value = _month_value(scene, phrase.month or 1, days, _year(scene, year, said))
    return Dated(_extended(scene, before.start() if before else start), stop, value, "N300")


def _year(scene: DateScene, year: re.Match[str] | None, said: re.Match[str] | None) -> int | None:
    """The year in digits, or the one that "last year" means after a month."""
    if year:
        return int(year[1])
    return scene.today.year + scene.dates.year_shifts[said[1]] if said and scene.today else None


def _month_value(
    scene: DateScene, month: int, days: re.Match[str] | None, year: int | None
) -> PartialDate | None:
    day = int(days[1]) if days else None
    last = int(days[2]) if days and days[2] else None
    if year is not None:
        return dated(year, month, day, last)
    close = near(scene.today, month, day) if scene.today else None
    return dated(close.first.year, month, day, last) if close else None


def _is_month(scene: DateScene, start: int, phrase: Phrase, *, given: bool) -> bool:
    """Whether a month's name is one: "may" and "mar." need a capital, a day or a year, or a word of time before."""
    word = phrase.term
    if word in scene.dates.capital_months and not scene.text[start].isupper() and not given:
        return False
    if given:
        return word not in scene.dates.capital_months or not scene.text[start].islower() or _lower_ok(scene)
    if word in scene.dates.short_months:
        return False
    if word not in scene.dates.capital_months:
        return True
    before = scene.dates.word_before.search(scene.folded, max(0, start - _LOOK_BACK), start)
    return before is not None and before[1] in scene.dates.year_before


def _lower_ok(scene: DateScene) -> bool:
    """Languages that write months small write their short forms small too."""
    return scene.dates.words.day_first


def _extended(scene: DateScene, start: int) -> int:
    """The start with the weekday or the part of the month before it."""
    for pattern in (scene.dates.weekday_before, scene.dates.part_before):
        match = pattern.search(scene.folded, max(0, start - _LOOK_BACK), start)
        if match:
            return match.start()
    return start


def _ago(scene: DateScene, start: int, end: int, phrase: Phrase) -> Dated | None:
    """Reads "three days ago", "hace tres días": a span of time, counted back where the phrase says so."""
    if phrase.ago is None:
        return None
    if phrase.ago.before:
        return _span_after(scene, start, end, phrase.ago.sign)
    match = scene.dates.span_before.search(scene.folded, max(0, start - 48), start)
    if match is None:
        return None
    for at in _word_starts(scene.folded, match.start(1), match.end(1)):
        found = _span_after(scene, at, at, phrase.ago.sign)
        if found and found.end >= start - 1:
            return found._replace(end=end)
    return None


def _word_starts(folded: str, start: int, end: int) -> list[int]:
    return [start, *(at + 1 for at in range(start, end) if folded[at] == " ")]


def _span_after(scene: DateScene, start: int, at: int, sign: int) -> Dated | None:
    while scene.folded[at : at + 1] == " ":
        at += 1
    numeral = read_numeral(scene.text, scene.folded, at, scene.numbers)
    if numeral is None:
        return None
    match = scene.dates.span_after.match(scene.folded, numeral.end)
    if match is None:
        return None
    unit = scene.dates.spans[match[1]]
    value = ago(numeral.value, unit, sign, scene.today) if scene.today else None
    return Dated(start, match.end(), value, "N320")
