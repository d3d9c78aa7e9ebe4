"""Which of several readings of the same words stands."""

from collections.abc import Iterable

from rostra.model import Mention, MentionKind

# Where two readings cover the same words: a named thing before its parts, a designation before a number.
PRIORITY: tuple[MentionKind, ...] = (
    "exercise_name",
    "equipment",
    "military_unit",
    "organisation",
    "person",
    "country",
    "place",
    "money",
    "date",
    "quantity",
    "nationality",
)
_KNOWN = frozenset({"M100", "M120", "M130"})
_RANK = {kind: rank for rank, kind in enumerate(PRIORITY)}


def without_overlap(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions in text order; the longest reading wins, of equal ones the kind that comes first in PRIORITY."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=_start):
        while kept and kept[-1].span.end > mention.span.start:
            if _stands(kept[-1], mention):
                break
            kept.pop()
        else:
            kept.append(mention)
    return tuple(kept)


def _start(mention: Mention) -> tuple[int, int, int]:
    return (mention.span.start, -mention.span.end, _rank(mention))


def _rank(mention: Mention) -> int:
    """Rank of the kind; a name that the knowledge has comes before every shape of a name."""
    known = mention.rule in _KNOWN
    return _RANK[mention.kind] - (len(PRIORITY) if known else 0)


def _stands(earlier: Mention, later: Mention) -> bool:
    """Whether the earlier of two that overlap stands against the later."""
    return (-len(earlier.span), _rank(earlier)) <= (-len(later.span), _rank(later))
