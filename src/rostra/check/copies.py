"""Registers that copy one another: sources whose rows agree in every figure are one origin."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations

from rostra.check.independence import CONTAINMENT, n_eff
from rostra.check.origins import Origins
from rostra.check.weighing import source_key
from rostra.model import ReferenceRow

FEWEST_ROWS = 5
"""A source of fewer rows is too short to tell a copy from a second record of the same deals."""
COMMON = 50
"""A row that more sources than these have says nothing of any two of them."""


class Copies:
    """Which sources are one, by what they call their origin and by the rows they share."""

    def __init__(self, rows: Iterable[ReferenceRow], origin: Callable[[str], str]) -> None:
        self._origins: dict[str, str] = {}
        self._names: dict[str, str] = {}
        held: dict[tuple[object, ...], set[str]] = defaultdict(set)
        for row in rows:
            key = source_key(row)
            if key not in self._origins:
                self._names[key] = row.source
                self._origins[key] = origin(row.source) if key == row.source else key.casefold()
            held[_figures(row)].add(self._origins[key])
        self._shares = _shares(held.values())
        self._first = _joined(pair for pair, share in self._shares.items() if share >= CONTAINMENT)

    def name(self, key: str) -> str:
        """What the rows of a source call it."""
        return self._names.get(key, key)

    def origins(self, keys: Iterable[str]) -> Origins:
        """The origins of some sources; two that share rows, but fewer than a copy would, count for less than two."""
        sources = dict.fromkeys(keys)
        names = {self._origins.get(key, key) for key in sources}
        apart = sorted({self._first.get(name, name) for name in names})
        shared = [[self._between(mine, theirs) for theirs in apart] for mine in apart]
        return Origins(len(sources), len(apart), n_eff(shared))

    def _between(self, mine: str, theirs: str) -> float:
        return 1.0 if mine == theirs else self._shares.get((min(mine, theirs), max(mine, theirs)), 0.0)


def _shares(held: Iterable[set[str]]) -> dict[tuple[str, str], float]:
    """For each two sources long enough to tell: the share of the shorter one's rows that the other has too."""
    sizes, shared = Counter[str](), Counter[tuple[str, str]]()
    for names in held:
        sizes.update(names)
        if 1 < len(names) <= COMMON:
            shared.update(combinations(sorted(names), 2))
    fewer = {pair: min(sizes[pair[0]], sizes[pair[1]]) for pair in shared}
    return {pair: shared[pair] / most for pair, most in fewer.items() if most >= FEWEST_ROWS}


def _figures(row: ReferenceRow) -> tuple[object, ...]:
    """All that a copy would keep, whatever it calls its source."""
    days = (row.valid.first, row.valid.last) if row.valid else None
    value = (row.state, row.low, row.high, row.unit, row.measure, row.condition)
    return row.subject.lower(), row.item_id or row.item.lower(), row.supplier, *value, days


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first name of each chain of pairs, by every name in it."""
    first: dict[str, str] = {}
    for left, right in sorted(pairs):
        mine, theirs = first.get(left, left), first.get(right, right)
        for name in {left, right, *(name for name, leader in first.items() if leader in {mine, theirs})}:
            first[name] = min(mine, theirs)
    return first
