"""Years, spans of years and decades: four digits that no noun counts."""

import re
from collections.abc import Iterator

from rostra.kernel import PartialDate
from rostra.mentions.dates_lexicon import YEAR, DateLexicon
from rostra.mentions.numbers import Numeral
from rostra.mentions.numbers_lexicon import NumberLexicon
from rostra.mentions.quantities_bounds import bounded
from rostra.mentions.quantities_context import is_year
from rostra.mentions.units import UnitLexicon, counted_after, known_noun_after, measure_after

_YEARS = re.compile(rf"(?<![\w.,/:$€£#+])({YEAR})(?:(?: ?- ?|/)({YEAR}|\d\d)(?!\w|[.,:/-]\d)|([a-z]\b))?(?!\w|[.,:/]\d|-\w)")

FoundYears = tuple[int, int, PartialDate | None]


def year_dates(
    text: str, folded: str, numbers: NumberLexicon, units: UnitLexicon, dates: DateLexicon
) -> Iterator[FoundYears]:
    """Start, end and days of each year, span of years ("1990-91") and decade of a text."""
    for match in _YEARS.finditer(folded):
        first = int(match[1])
        if folded[match.start() - 1 : match.start()] == "-" and not _with_part(folded, match.start(), dates) < match.start():
            continue
        if match[3]:
            if dates.decade.fullmatch(match[0]):
                yield match.start(), match.end(), _years(first, first + 9)
            continue
        last = _last(match)
        if last is not None:
            if first < last <= first + 120 and last <= 2100:
                yield match.start(), match.end(), _years(first, last)
            continue
        if _stands_for_year(text, folded, match, numbers, units):
            start = _with_part(folded, match.start(), dates)
            yield start, match.end(), _years(first, first)


def _years(first: int, last: int) -> PartialDate:
    return PartialDate(PartialDate.year(first).first, PartialDate.year(last).last, "text")


def _last(match: re.Match[str]) -> int | None:
    if not match[2]:
        return None
    return int(match[2]) if len(match[2]) == 4 else int(match[1][:2] + match[2])


def _with_part(folded: str, start: int, dates: DateLexicon) -> int:
    part = dates.part_before.search(folded, max(0, start - 24), start)
    return part.start() if part else start


def _stands_for_year(
    text: str, folded: str, match: re.Match[str], numbers: NumberLexicon, units: UnitLexicon
) -> bool:
    start, end, value = match.start(), match.end(), int(match[1])
    if measure_after(text, folded, end, units) or known_noun_after(folded, end, units):
        return False
    unit = counted_after(text, folded, end, value, units)
    numeral = Numeral(start, end, value, plain=True, digits=True)
    bound = bounded(folded, start, end, numbers, measure=False)
    return is_year(folded, numeral, bound.start, unit, numbers.year_words)
