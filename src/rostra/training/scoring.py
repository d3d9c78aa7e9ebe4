"""How well attributions are found: content by overlap, speaker by place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rostra.kernel import Span, trimmed
from rostra.training.example import Attribution

_ENDS = " \t\n\r“”\"«»‘’'.,;:!?—–-"


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as it was found: its whole content and its source, where it has one."""

    content: Span
    source: Span | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over texts; sums with `+`."""

    wanted: int = 0
    found: int = 0
    matched: int = 0
    with_source: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.wanted + other.wanted,
            self.found + other.found,
            self.matched + other.matched,
            self.with_source + other.with_source,
        )

    @property
    def f1(self) -> float:
        """F1 of the contents (intersection over union at least .5, ends without marks and stops)."""
        return 2 * self.matched / max(1, self.wanted + self.found)

    @property
    def f1_with_source(self) -> float:
        """F1 of the contents whose source is right too."""
        return 2 * self.with_source / max(1, self.wanted + self.found)

    @property
    def precision(self) -> float:
        """Matched of found."""
        return self.matched / max(1, self.found)

    @property
    def recall(self) -> float:
        """Matched of wanted."""
        return self.matched / max(1, self.wanted)


def tally(text: str, wanted: Sequence[Attribution], found: Sequence[Found]) -> Tally:
    """A source is right when it overlaps one of the wanted, or both have none."""
    matched = pairs(text, wanted, found)
    both = sum(_same_source(wanted[i].sources, found[j].source) for i, j in matched)
    return Tally(len(wanted), len(found), len(matched), both)


def pairs(text: str, wanted: Sequence[Attribution], found: Sequence[Found]) -> list[tuple[int, int]]:
    """Which of the wanted is which of the found: best pairs first, one to one."""
    mine = [_bare(text, one.content) for one in found]
    theirs = [_bare(text, one.whole) for one in wanted]
    left, right = set(range(len(theirs))), set(range(len(mine)))
    matched = []
    for _, i, j in sorted(_likely(theirs, mine), reverse=True):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            matched.append((i, j))
    return matched


def _likely(wanted: Sequence[Span], found: Sequence[Span]) -> Iterable[tuple[float, int, int]]:
    for i, one in enumerate(wanted):
        for j, other in enumerate(found):
            if one.overlaps(other):
                shared = min(one.end, other.end) - max(one.start, other.start)
                share = shared / len(one.hull(other))
                if share >= 0.5:
                    yield share, i, j


def _bare(text: str, span: Span) -> Span:
    return trimmed(text, span.start, span.end, _ENDS) or span


def _same_source(wanted: Sequence[Span], found: Span | None) -> bool:
    return not wanted if found is None else any(found.overlaps(one) for one in wanted)
