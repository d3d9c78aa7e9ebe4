"""Years, spans of years and decades: four digits that no noun counts."""

import re
from collections.abc import Iterator

from rostra.kernel import PartialDate
from rostra.mentions.dates_lexicon import YEAR, DateLexicon
from rostra.mentions.numbers import Numeral
from rostra.mentions.quantities_bounds import bounded
from rostra.mentions.quantities_context import is_timed, is_year
from rostra.mentions.quantities_scene import Scene
from rostra.mentions.units import counted_after, known_noun_after, measure_after

_YEARS = re.compile(
    rf"(?<![\w.,/:$€£#+])({YEAR})(?:(?: ?- ?|/)({YEAR}|\d\d)(?!\w|[.,:/-]\d)|([a-z]\b))?(?!\w|[.,:/]\d|-\w)"
)

_LONGEST = 120
_LAST_YEAR = 2100
FoundYears = tuple[int, int, PartialDate | None]


def year_dates(scene: Scene, dates: DateLexicon) -> Iterator[FoundYears]:
    """Start, end and days of each year, span of years ("1990-91") and decade of a text."""
    for match in _YEARS.finditer(scene.folded):
        start, first, last = _with_part(scene.folded, match.start(), dates), int(match[1]), _last(match)
        if scene.folded[match.start() - 1 : match.start()] == "-" and start == match.start():
            continue
        if match[3]:
            if dates.decade.fullmatch(match[0]):
                yield start, match.end(), _years(first, first + 9)
        elif last is not None:
            if first < last <= min(first + _LONGEST, _LAST_YEAR):
                yield start, match.end(), _years(first, last)
        elif _stands_for_year(scene, match):
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


def _stands_for_year(scene: Scene, match: re.Match[str]) -> bool:
    start, end, value = match.start(), match.end(), int(match[1])
    text, folded, units = scene.text, scene.folded, scene.units
    if measure_after(text, folded, end, units) or known_noun_after(folded, end, units):
        return False
    if is_timed(folded, end, scene.numbers):
        return False
    unit = counted_after(text, folded, end, value, units)
    numeral = Numeral(start, end, value, plain=True, digits=True)
    bound = bounded(folded, start, end, scene.numbers, measure=False)
    return is_year(folded, numeral, bound.start, unit, scene.numbers.year_words)
