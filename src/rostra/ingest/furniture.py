"""Taking the furniture off a text that was copied from a page: lines around the article, never its prose.

What is taken off is kept as spans with the code of the rule, so that a report can show it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from rostra.ingest.dating import date_in, dateline_date
from rostra.ingest.headline import Headline, find_headline, trail
from rostra.ingest.lines import Line, lines_of
from rostra.kernel import PartialDate, Span
from rostra.rules.furniture import Furniture, FurnitureLine, all_furniture

SHORT = 200
"""A longer line is no furniture, whatever it says."""

HEAD_LINES = 15
"""Lines among which headline, byline and date are looked for."""

_LIST_MARK = re.compile(r"[\s|,·•/:]+")
_MENU_MARK = re.compile(r"\s*[|·•]\s*")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_QUOTES = frozenset('"“”«»')


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch that was taken off, and the code of the rule that did."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Pruned:
    """The stretches of a text that are article, those that are not, and what the latter told of the former."""

    kept: tuple[Span, ...]
    dropped: tuple[Dropped, ...]
    headline: str | None = None
    date: PartialDate | None = None
    outlet: str | None = None


@dataclass(slots=True)
class _Work:
    """Lines of one text on their way through the rules: `rules` by line index, `cuts` that begin within a line."""

    lines: list[Line]
    head: int
    tail: int
    rules: dict[int, str] = field(default_factory=dict)
    cuts: dict[int, int] = field(default_factory=dict)
    hints: list[str] = field(default_factory=list)
    date: PartialDate | None = None

    def left(self) -> list[tuple[int, Line]]:
        """The lines that no rule has taken yet."""
        return [(index, line) for index, line in enumerate(self.lines) if index not in self.rules]


def pruned(text: str, title: str | None = None) -> Pruned:
    """The article in a text. `title`, where it is known, names the headline to keep once."""
    furniture = all_furniture()
    lines = list(lines_of(text))
    work = _Work(lines, *_zones(lines, furniture), hints=[title] if title else [])
    _take_off(work, furniture)
    headline = _headline(work)
    if work.date is None:
        prose = next((line for _, line in work.left()[:HEAD_LINES] if line.is_prose), None)
        work.date = dateline_date(prose.text) if prose else None
    dropped = tuple(_dropped(work))
    if headline is None:
        return Pruned(tuple(_kept(work)), dropped, None, work.date)
    title_found = " ".join(headline.line.text[work.cuts.get(headline.index, 0) :].split())
    return Pruned(tuple(_kept(work)), dropped, title_found, work.date, headline.outlet)


def _zones(lines: list[Line], furniture: Furniture) -> tuple[int, int]:
    """Where the head ends (at the second paragraph of prose) and where the tail begins (after the last)."""
    prose = (index for index, line in enumerate(lines) if _is_body(line, furniture))
    next(prose, None)
    head = next(prose, len(lines))
    last = (index for index in range(len(lines) - 1, -1, -1) if _is_body(lines[index], furniture))
    return head, next(last, len(lines) - 1) + 1


def _is_body(line: Line, furniture: Furniture) -> bool:
    if not line.is_prose:
        return False
    notices = (entry for entry in furniture.lines if entry.prose)
    return len(line.text) > SHORT or not any(entry.pattern.fullmatch(line.folded) for entry in notices)


def _take_off(work: _Work, furniture: Furniture) -> None:
    heading: str | None = None
    for index, line in enumerate(work.lines):
        if len(line.text) > SHORT and index >= HEAD_LINES:
            continue
        edge = index < work.head or index >= work.tail
        found = _entry(line, work, _entries(index < min(work.head, HEAD_LINES), edge))
        if found:
            work.rules[index] = found.rule
            heading = found.rule if found.heading and index >= work.tail else heading
        elif heading and not line.ends_sentence:
            work.rules[index] = heading
        elif edge and (rule := _by_words(index, line, work, furniture)):
            work.rules[index] = rule


@cache
def _entries(head: bool, edge: bool) -> tuple[re.Pattern[str], tuple[FurnitureLine, ...]]:
    """The entries that count at a place, behind one pattern that most lines fail at once."""
    places = {"anywhere"} | ({"edges"} if edge else set()) | ({"head"} if head else set())
    entries = tuple(entry for entry in all_furniture().lines if entry.where in places)
    nameless = (re.sub(r"\(\?P<\w+>", "(?:", entry.pattern.pattern) for entry in entries)
    return re.compile("|".join(f"(?:{pattern})$" for pattern in nameless)), entries


def _entry(
    line: Line, work: _Work, entries: tuple[re.Pattern[str], tuple[FurnitureLine, ...]]
) -> FurnitureLine | None:
    gate, candidates = entries
    folded = line.folded
    if len(folded) > SHORT or not gate.match(folded):
        return None
    spared = line.is_prose
    quoted = not _QUOTES.isdisjoint(line.text)
    for entry in candidates:
        if spared and (quoted or not entry.prose):
            continue
        match = entry.pattern.fullmatch(folded)
        if match and _groups_hold(match, line, work):
            return entry
    return None


def _groups_hold(match: re.Match[str], line: Line, work: _Work) -> bool:
    """Whether what stands for a name is written like one, and what stands for a date is one."""
    groups = match.re.groupindex
    if "name" in groups and not _is_name(line.text[match.start("name") : match.end("name")]):
        return False
    if "date" in groups and match["date"]:
        date = date_in(line.text[match.start("date") : match.end("date")])
        work.date = work.date or date
        return date is not None
    return True


def _is_name(text: str) -> bool:
    """Capitalised words, short particles between them."""
    words = text.split()
    capitals = sum(word[:1].isupper() for word in words)
    return capitals >= 2 and all(word[:1].isupper() or len(word) <= 3 for word in words)


def _by_words(index: int, line: Line, work: _Work, furniture: Furniture) -> str | None:
    short = not line.is_prose and len(line.text) <= SHORT
    rule = _list_rule(line.folded, furniture) if short else None
    if rule is None and (parts := trail(line, furniture.home)):
        rule = _trail(index, line, parts, work)
    return rule or (_date_line(line, work) if short and index < HEAD_LINES else None)


def _list_rule(folded: str, furniture: Furniture) -> str | None:
    """The rule for a line that is a list of words of one kind: a share bar, a menu, hashtags."""
    words = folded.split()
    if all(word in furniture.share for word in _LIST_MARK.split(folded) if word):
        return "I140"
    if all(entry in furniture.menu for entry in _MENU_MARK.split(folded)):
        return "I210"
    if len(words) >= 3 and all(word in furniture.menu for word in words):
        return "I210"
    return "I170" if len(words) >= 2 and all(word.startswith("#") for word in words) else None


def _trail(index: int, line: Line, parts: list[str], work: _Work) -> str | None:
    """A trail goes; the headline at its end stays where the page has no other."""
    last = parts[-1]
    work.hints.append(last)
    if last.count(" ") >= 3:
        work.cuts[index] = line.text.rindex(last)
    return "I120"


def _date_line(line: Line, work: _Work) -> str | None:
    """A date and, at most, the day of the week."""
    if len(line.text) > 60 or len(_LONG_WORD.findall(line.text)) > 2:
        return None
    date = date_in(line.text)
    work.date = work.date or date
    return "I200" if date else None


def _headline(work: _Work) -> Headline | None:
    headline = find_headline(work.left(), min(work.head, HEAD_LINES), work.hints)
    trails = [index for index in work.cuts if work.rules.get(index) == "I120"]
    if headline is None and trails:
        del work.rules[trails[0]]
        return Headline(trails[0], work.lines[trails[0]], None, ())
    work.cuts.clear()
    if headline:
        edges = (index for index in headline.copies if index < HEAD_LINES or index >= work.tail)
        work.rules.update((index, "I180") for index in edges)
    return headline


def _dropped(work: _Work) -> Iterator[Dropped]:
    for index, line in enumerate(work.lines):
        if index in work.rules:
            yield Dropped(line.span, work.rules[index])
        elif cut := work.cuts.get(index):
            yield Dropped(Span(line.start, line.start + cut), "I120")


def _kept(work: _Work) -> Iterator[Span]:
    """Stretches from the first line kept to the next one taken off, so that line ends stay as they are."""
    start = None
    left = work.left()
    for place, (index, line) in enumerate(left):
        start = line.start + work.cuts.get(index, 0) if start is None else start
        if place == len(left) - 1:
            yield Span(start, line.end)
        elif left[place + 1][0] != index + 1:
            yield Span(start, work.lines[index + 1].start)
            start = None
