"""Which line of a copied page is the headline, and which lines only say it again."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rostra.ingest.lines import Line
from rostra.text import fold

_TRAIL_MARK = re.compile(r"\s*[»›→]\s*|\s+[>/|]\s+")
_ARROW = re.compile(r"[»›→>]")
_SUFFIX = re.compile(r"\s+[|–—:»·-]+\s+")
_CLOSED = re.compile(r"[.:;,]$")
LONGEST_NAME = 6
"""Words that the name of an outlet or of a section has at most."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The index of the line that is the headline, the outlet that a second copy names, and the copies' indices."""

    index: int
    line: Line
    outlet: str | None
    copies: tuple[int, ...]


def trail(line: Line, home: frozenset[str]) -> list[str] | None:
    """The places of a breadcrumb trail from the home page down; None for a line that is no trail."""
    if "«" in line.text or not (parts := _parts(line)):
        return None
    if fold(parts[0]).strip(" :") in home:
        return parts
    # Without a home page: three places or more with arrows between them, all but the last no longer than a name.
    arrows = _ARROW.search(line.text) is not None
    short = all(_words(part) <= LONGEST_NAME and part[:1].isalpha() for part in parts[:-1])
    return parts if arrows and short and len(parts) >= 3 and not line.is_prose else None


def find_headline(left: Sequence[tuple[int, Line]], head: int, hints: Iterable[str]) -> Headline | None:
    """The headline among lines not yet taken off: what a hint names, what stands there twice, or the first."""
    first_prose = next((index for index, line in left if line.is_prose), head)
    candidates = [(index, line) for index, line in left if index < head]
    titles = [(index, line) for index, line in candidates if index < first_prose]
    chosen = (
        _hinted(candidates, hints) or _said_twice(titles) or _first(titles, last=left[-1][0] if left else 0)
    )
    return _with_copies(*chosen, left) if chosen else None


def key_of(text: str) -> str:
    """Two headlines with one key are one: case, accents, quotation marks and blanks do not count."""
    return " ".join(re.findall(r"\w+", fold(text)))


def _parts(line: Line) -> list[str]:
    parts = [part.strip() for part in _TRAIL_MARK.split(line.text)]
    parts = [part for part in parts if part]
    return parts if len(parts) >= 2 else []


def _words(text: str) -> int:
    return text.count(" ") + 1


def _hinted(candidates: list[tuple[int, Line]], hints: Iterable[str]) -> tuple[int, Line] | None:
    for hint in hints:
        key, cut = key_of(hint), hint.rstrip().endswith(("…", "..."))
        for index, line in candidates:
            own = key_of(line.text)
            if key and (own == key or (cut and own.startswith(key))):
                return index, line
    return None


def _said_twice(titles: list[tuple[int, Line]]) -> tuple[int, Line] | None:
    counts = Counter(key_of(line.text) for _, line in titles)
    for _, line in titles:
        counts.update(key_of(side) for side in _sides(line.text))
    return next(((i, line) for i, line in titles if counts[key_of(line.text)] > 1 and _is_title(line)), None)


def _first(titles: list[tuple[int, Line]], last: int) -> tuple[int, Line] | None:
    return next(((i, line) for i, line in titles if i < last and _is_title(line)), None)


def _is_title(line: Line) -> bool:
    return _words(line.text) >= 3 and not _CLOSED.search(line.text) and not line.text[0].islower()


def _sides(text: str) -> tuple[str, ...]:
    """Headline of "Headline | Outlet", and of "Outlet | Headline"."""
    parts = _SUFFIX.split(text)
    if len(parts) < 2:
        return ()
    marks = list(_SUFFIX.finditer(text))
    front, back = text[: marks[-1].start()], text[marks[0].end() :]
    return tuple(side for side, name in ((front, parts[-1]), (back, parts[0])) if side and _is_name(name))


def _is_name(text: str) -> bool:
    """Whether it may be the name of an outlet or a section: short, and no date."""
    return _words(text) <= LONGEST_NAME and not any(char.isdigit() for char in text)


def _with_copies(index: int, line: Line, left: Sequence[tuple[int, Line]]) -> Headline:
    key, outlet, copies = key_of(line.text), None, []
    for other, copy in left:
        if other == index or len(copy.text) > 2 * len(line.text) + 60:
            continue
        if key_of(copy.text) == key:
            copies.append(other)
        elif any(key_of(side) == key for side in _sides(copy.text)):
            copies.append(other)
            outlet = outlet or _outlet(copy.text, key)
    return Headline(index, line, outlet, tuple(copies))


def _outlet(text: str, key: str) -> str | None:
    parts = _SUFFIX.split(text)
    names = (part for part in (parts[-1], parts[0]) if key_of(part) and _is_name(part))
    return next((name for name in names if key_of(name) not in key), None)
