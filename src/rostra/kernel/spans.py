"""Spans of text and the way back from a cleaned text to the raw one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rostra.kernel.errors import InvalidRecord


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: `start` and `end` in Unicode code points, end exclusive, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InvalidRecord(f"a span needs 0 <= start < end, got [{self.start}, {self.end}]")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The stretch itself. Raises InvalidRecord when the span runs past the text."""
        if self.end > len(text):
            raise InvalidRecord(
                f"span [{self.start}, {self.end}] runs past a text of {len(text)} code points"
            )
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> "Span":
        """The same stretch counted from elsewhere."""
        return Span(self.start + by, self.end + by)

    def hull(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def trimmed(text: str, start: int, end: int, drop: str = " \t\r\n\u00a0\u2009\u202f") -> Span | None:
    """Span of text[start:end] without the characters of `drop` at either end; None when nothing is left."""
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    return Span(start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a cleaned text and where it came from in the raw text.

    Runs of equal length map one code point to one; others (an HTML entity, a folded line break) map as blocks.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int

    @property
    def linear(self) -> bool:
        """Whether each code point has its own counterpart."""
        return self.end - self.start == self.raw_end - self.raw_start


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads from spans of a cleaned text back to spans of the raw text it was cut from.

    Runs are in ascending order of the cleaned text and do not overlap; text between runs was put in by the
    cleaning (a joined line, a paragraph break) and has no counterpart of its own.
    """

    runs: tuple[Run, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        end = 0
        for run in self.runs:
            if run.start < end or run.end <= run.start or not 0 <= run.raw_start <= run.raw_end:
                raise InvalidRecord(f"offset runs must ascend without overlap; {run} does not")
            end = run.end
        object.__setattr__(self, "_starts", tuple(run.start for run in self.runs))

    @classmethod
    def identity(cls, length: int) -> "OffsetMap":
        """The map of a text that was not changed."""
        return cls((Run(0, length, 0, length),) if length else ())

    @classmethod
    def from_kept(cls, kept: Iterable[Span]) -> "OffsetMap":
        """The map of a text made by joining stretches of the raw text end to end; those that touch are one."""
        runs: list[Run] = []
        at = 0
        for span in kept:
            start = at
            at += span.end - span.start
            if runs and runs[-1].raw_end == span.start:
                last = runs.pop()
                runs.append(Run(last.start, at, last.raw_start, span.end))
            else:
                runs.append(Run(start, at, span.start, span.end))
        return cls(tuple(runs))

    def to_raw(self, span: Span) -> Span | None:
        """The raw stretch that a cleaned stretch came from; None when all of it was put in by the cleaning."""
        pieces = list(self._pieces(span))
        if not pieces:
            return None
        return Span(min(p.start for p in pieces), max(p.end for p in pieces))

    def _pieces(self, span: Span) -> Iterator[Span]:
        for run in self._runs_over(span):
            start, end = max(run.start, span.start), min(run.end, span.end)
            if start >= end or run.raw_start == run.raw_end:
                continue
            if run.linear:
                yield Span(run.raw_start + start - run.start, run.raw_start + end - run.start)
            else:
                yield Span(run.raw_start, run.raw_end)

    def _runs_over(self, span: Span) -> Iterator[Run]:
        """Runs that may share a code point with the span, found in time that grows with their number alone."""
        for index in range(max(bisect_right(self._starts, span.start) - 1, 0), len(self.runs)):
            run = self.runs[index]
            if run.start >= span.end:
                return
            yield run

    def then(self, outer: "OffsetMap") -> "OffsetMap":
        """The map of two cleanings in a row: this one's raw text is the other's cleaned text."""
        runs: list[Run] = []
        for run in self.runs:
            if run.raw_start == run.raw_end:
                continue
            runs.extend(outer._continued(run))  # noqa: SLF001 - another map of the same class
        return OffsetMap(tuple(runs))

    def _continued(self, run: Run) -> Iterator[Run]:
        """A run into this map's cleaned text, led on to this map's raw text."""
        middle = Span(run.raw_start, run.raw_end)
        if not run.linear:
            raw = self.to_raw(middle)
            if raw is not None:
                yield from _blocks(Run(run.start, run.end, raw.start, raw.end))
            return
        for own in self._runs_over(middle):
            start, end = max(own.start, middle.start), min(own.end, middle.end)
            if start >= end or own.raw_start == own.raw_end:
                continue
            by, raw_by = run.start - middle.start, own.raw_start - own.start
            if own.linear:
                yield Run(start + by, end + by, start + raw_by, end + raw_by)
            else:
                yield from _blocks(Run(start + by, end + by, own.raw_start, own.raw_end))


def _blocks(run: Run) -> Iterator[Run]:
    """A part of a block stays a block: where its length equals the raw one by chance, it goes point by point."""
    if not run.linear or run.end - run.start == 1:
        yield run
        return
    for at in range(run.start, run.end):
        yield Run(at, at + 1, run.raw_start, run.raw_end)
